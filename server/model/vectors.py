"""Arrays of vectors, with a JSON form, so that what holds them can leave and enter a process as plain data."""

import base64
from typing import Annotated, Any

import numpy as np
import numpy.typing as npt
from pydantic import PlainSerializer, PlainValidator


def _to_plain(vectors: npt.NDArray[np.float32]) -> dict[str, Any]:
    raw = np.ascontiguousarray(vectors, "<f4").tobytes()
    return {"shape": vectors.shape, "base64": base64.b64encode(raw).decode("ascii")}


def _from_plain(given: Any) -> npt.NDArray[np.float32]:
    if isinstance(given, np.ndarray):
        return given
    raw = base64.b64decode(given["base64"], validate=True)
    return np.frombuffer(raw, "<f4").reshape(tuple(given["shape"])).astype(np.float32)


Vectors = Annotated[npt.NDArray[np.float32], PlainValidator(_from_plain), PlainSerializer(_to_plain)]
