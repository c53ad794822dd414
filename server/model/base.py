from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: never changed after it was made, no field it does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")
