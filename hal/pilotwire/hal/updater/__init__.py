"""What installs firmware by commands: RAUC, SWUpdate, Mender, or a program of one's own.

    commands = UpdaterCommands.model_validate(tomllib.loads(text)["updater"])
    hardware = with_updater(hardware, CommandUpdater(commands), restart=...)

docs/firmware.md tells what each command must do, and has those of the three.
"""

from pilotwire.hal.updater.command import CommandUpdater
from pilotwire.hal.updater.config import Argv, UpdaterCommands

__all__ = ["Argv", "CommandUpdater", "UpdaterCommands"]
