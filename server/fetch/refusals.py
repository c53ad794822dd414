"""What a person is told when a page does not come: one sentence, and what to do about it."""

import http.client
import ssl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from server.errors import FetchError

CLIP_IT = "Open it in your browser and clip it there."
LATER = "Try again later, or open it in your browser and clip it there."
LONGEST_WAIT = 86_400  # seconds; who asks for more is asked again after a day


def refusal(what: str, hint: str = CLIP_IT) -> FetchError:
    """An error that trying again will not mend."""
    return FetchError(what, hint=hint)


def passing(what: str, *, wait: int | None = None) -> FetchError:
    """An error that may be gone later; wait: seconds the site asks for first."""
    return FetchError(what, hint=LATER, retry=True, wait=wait)


def out_of_reach(host: str, *, retry: bool = False) -> FetchError:
    """The name leads nowhere, or to a private network. The two look the same: nobody learns here what is in a network.

    retry: the look-up itself failed, as it does while a computer is offline.
    """
    what = f'No public web site answers at "{host}".'
    return passing(f"{what} Perhaps this computer is offline.") if retry else refusal(what)


def bad_status(response: http.client.HTTPResponse, now: datetime) -> FetchError:
    """What a status other than 200 means for a person. now: for a Retry-After that names a date."""
    status, wait = response.status, _wait(response.headers.get("Retry-After", "").strip(), now)
    if status in {401, 403, 407, 451, 999}:  # 999 is how one large network says it
        return refusal(f"The site shows this page only to people it knows (status {status}).")
    if status in {404, 410}:
        return refusal(f"There is no such page (status {status}).", "Check the address.")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return passing(f"The site asks to be visited less often{_in(wait)}.", wait=wait)
    if status >= 500:
        return passing(f"The site has trouble of its own (status {status}){_in(wait)}.", wait=wait)
    return refusal(f"The site did not send the page (status {status}).")


@contextmanager
def told() -> Iterator[None]:
    """Turn whatever breaks on the way into a FetchError."""
    try:
        yield
    except TimeoutError as error:
        raise passing("The site took too long.") from error
    except ssl.SSLCertVerificationError as error:
        raise refusal(f"The site cannot prove who it is: {error.verify_message.rstrip('.')}.") from error
    except ssl.SSLError as error:
        raise passing("No safe connection to the site could be made.") from error
    except (http.client.HTTPException, zlib.error) as error:
        raise passing("The site sent something that cannot be read.") from error
    except OSError as error:
        raise passing("The connection to the site failed.") from error


def _wait(given: str, now: datetime) -> int | None:
    """Seconds that Retry-After asks for, given as seconds or as a date; None if it asks for none."""
    if given.isascii() and given.isdigit():
        return min(int(given[:9]), LONGEST_WAIT)
    try:
        seconds = (parsedate_to_datetime(given) - now).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(int(seconds), 0), LONGEST_WAIT)


def _in(wait: int | None) -> str:
    return "" if wait is None else f"; it says to wait {wait} seconds"
