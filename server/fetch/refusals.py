"""What a person is told when a page does not come: one sentence, and what to do about it."""

import http.client
import ssl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

from server.errors import FetchError
from server.fetch.address import Address, shown

CLIP_IT = "Open it in your browser and clip it there."
LATER = "Try again later, or open it in your browser and clip it there."


def refusal(address: Address, what: str, hint: str = CLIP_IT) -> FetchError:
    """An error about one address that trying again will not mend."""
    return FetchError(what, where=shown(address.url), hint=hint)


def passing(address: Address, what: str, *, wait: int | None = None) -> FetchError:
    """An error about one address that may be gone later; wait: seconds the site asks for first."""
    return FetchError(what, where=shown(address.url), hint=LATER, retry=True, wait=wait)


def out_of_reach(address: Address, *, retry: bool = False) -> FetchError:
    """The name leads nowhere, or to a private network. The two look the same: nobody learns here what is in a network.

    retry: the look-up itself failed, as it does while a computer is offline.
    """
    what = f'No public web site answers at "{address.host}".'
    return passing(address, f"{what} Perhaps this computer is offline.") if retry else refusal(address, what)


def bad_status(address: Address, status: int, wait: int | None) -> FetchError:
    """What a status other than 200 means for a person."""
    if status in {401, 403, 407, 451, 999}:  # 999 is how one large network says it
        return refusal(address, f"The site shows this page only to people it knows (status {status}).")
    if status in {404, 410}:
        return refusal(address, f"There is no such page (status {status}).", "Check the address.")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return passing(address, f"The site asks to be visited less often{_in(wait)}.", wait=wait)
    if status == HTTPStatus.SERVICE_UNAVAILABLE or status >= 500:
        return passing(address, f"The site has trouble of its own (status {status}){_in(wait)}.", wait=wait)
    return refusal(address, f"The site did not send the page (status {status}).")


@contextmanager
def told(address: Address) -> Iterator[None]:
    """Turn whatever breaks on the way into a FetchError that names the address."""
    try:
        yield
    except TimeoutError as error:
        raise passing(address, "The site took too long.") from error
    except ssl.SSLCertVerificationError as error:
        raise refusal(address, f"The site cannot prove who it is: {error.verify_message.rstrip('.')}.") from error
    except ssl.SSLError as error:
        raise passing(address, "No safe connection to the site could be made.") from error
    except (http.client.HTTPException, zlib.error) as error:
        raise passing(address, "The site sent something that cannot be read.") from error
    except OSError as error:
        raise passing(address, "The connection to the site failed.") from error


def _in(wait: int | None) -> str:
    return "" if wait is None else f"; it says to wait {wait} seconds"
