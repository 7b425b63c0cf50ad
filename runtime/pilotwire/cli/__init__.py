"""The `pilotwire` command. Heavy parts are imported by the commands that need them."""

from pilotwire.cli.app import main

__all__ = ["main"]
