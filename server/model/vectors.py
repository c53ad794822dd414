"""Arrays of vectors, with a JSON form, so that what holds them can leave and enter a process as plain data."""

import base64
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import PlainSerializer, PlainValidator

from server.at_need import at_need

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
else:
    np = at_need("numpy")
    Floats = Any  # pydantic asks the two functions below and no type


def _to_plain(vectors: Floats) -> dict[str, Any]:
    raw = np.ascontiguousarray(vectors, "<f4").tobytes()
    return {"shape": vectors.shape, "base64": base64.b64encode(raw).decode("ascii")}


def _from_plain(given: Any) -> Floats:
    if isinstance(given, np.ndarray):
        return given
    raw = base64.b64decode(given["base64"], validate=True)
    return np.frombuffer(raw, "<f4").reshape(tuple(given["shape"])).astype(np.float32)


Vectors = Annotated[Floats, PlainValidator(_from_plain), PlainSerializer(_to_plain)]
