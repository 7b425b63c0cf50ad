"""The commands of an updater: each a program and its arguments, which no shell sees."""

from pathlib import Path
from typing import Annotated, Final, Self, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
)
from pydantic import model_validator as validator

__all__ = ["FILE", "Argv", "UpdaterCommands"]

FILE: Final = "{file}"
"""What stands for the image in a command."""


def _no_line(words: object) -> object:
    if isinstance(words, str):
        raise ValueError("it is a list of words, since there is no shell")  # noqa: TRY004 -- pydantic's findings are ValueErrors
    return words


def _program(argv: tuple[str, ...]) -> tuple[str, ...]:
    if not argv[0] or FILE in argv[0]:
        raise ValueError("the first word is the program")
    if any("\0" in word for word in argv):
        raise ValueError("no word holds a NUL character")
    return argv


def _with_file(argv: tuple[str, ...]) -> tuple[str, ...]:
    if not any(FILE in word for word in argv):
        raise ValueError(f"one of its words must hold {FILE}")
    return argv


def _without_file(argv: tuple[str, ...]) -> tuple[str, ...]:
    if any(FILE in word for word in argv):
        raise ValueError(f"there is no file for it: leave {FILE} out")
    return argv


_Words: TypeAlias = Annotated[
    tuple[str, ...],
    Field(min_length=1, max_length=100),
    BeforeValidator(_no_line),
    AfterValidator(_program),
]
Argv: TypeAlias = Annotated[_Words, AfterValidator(_without_file)]
"""A program, and its arguments."""
OnFile: TypeAlias = Annotated[_Words, AfterValidator(_with_file)]
"""The same, with the image among them."""


class UpdaterCommands(BaseModel):
    """What a `CommandUpdater` runs, and when. A command has succeeded if its exit code is 0."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    file: Path
    """Where it is kept what is under way, on a disk that updates leave alone."""
    version: Argv
    """Prints the version of the firmware that runs: its first line counts."""
    slot: Argv
    """Prints which firmware runs, in any words that differ between slots and stay between boots."""
    verify: OnFile | None = None
    """Looks whether an image is fit for this charger, and changes nothing."""
    install: OnFile
    """Writes an image where the firmware that runs is not. What it prints with a percent sign is
    how far that is.
    """
    activate: Argv | None = None
    """Lets what was installed boot next; None where `install` does that, too."""
    cancel: Argv | None = None
    """Undoes both while what ran before still runs; it must do no harm where nothing was done."""
    confirm: Argv | None = None
    """Lets the firmware stay that runs on trial."""
    roll_back: Argv | None = None
    """Lets what ran before boot next, while the new firmware runs on trial; None where the boot
    loader does so by itself.
    """
    reboot: Argv | None = None
    """Restarts the computer."""
    done_codes: tuple[Annotated[StrictInt, Field(ge=1, le=255)], ...] = ()
    """Exit codes of `cancel`, `confirm` and `roll_back` that say that nothing was to be done."""
    install_limit_s: Annotated[StrictInt, Field(ge=1, le=7000)] = 3600
    """How long `install` may take; the others have 50 s, and `verify` has as long as `install`."""
    installs_while_charging: StrictBool = True
    """Whether `install` may run while a transaction does."""
    reboots: StrictBool = True
    """Whether what was activated runs only after a reboot."""

    @validator(mode="after")
    def _restarts(self) -> Self:
        if self.reboots and self.reboot is None:
            raise ValueError("name the command that restarts the computer, in reboot")
        if not self.reboots and self.activate is None:
            raise ValueError("without a reboot there must be an activate")
        return self
