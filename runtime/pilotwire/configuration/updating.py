"""What installs firmware, as a table of the file: `[updater]`."""

from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationInfo, field_validator

from pilotwire.configuration.paths import placed
from pilotwire.hal.updater import UpdaterCommands

__all__ = ["AnyUpdater", "CommandUpdater", "SimulatedUpdater"]


class SimulatedUpdater(BaseModel):
    """Two slots that are not there: `[updater]` with `backend = "simulated"`."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    backend: Literal["simulated"]
    unsigned: StrictBool = False
    """Whether firmware need not be signed."""
    downloads_while_charging: StrictBool = True
    """Whether it may be fetched while a transaction runs."""
    version: Annotated[str, Field(min_length=1, max_length=50, pattern=r"^\S+$")] = "1.0"
    """Of the firmware that runs first."""
    seconds: Annotated[float, Field(ge=0, le=3600)] = 10.0
    """How long it takes to install an image."""
    installs_while_charging: StrictBool = True
    reboots: StrictBool = True


class CommandUpdater(UpdaterCommands):
    """Commands, with the keys of `UpdaterCommands`: `[updater]` with `backend = "command"`."""

    backend: Literal["command"]
    unsigned: StrictBool = False
    """Whether firmware need not be signed."""
    downloads_while_charging: StrictBool = True
    """Whether it may be fetched while a transaction runs."""

    @field_validator("file")
    @classmethod
    def _place(cls, path: Path, info: ValidationInfo) -> Path:
        return placed(path, info)


AnyUpdater: TypeAlias = Annotated[SimulatedUpdater | CommandUpdater, Field(discriminator="backend")]
