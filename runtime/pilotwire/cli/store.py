"""`pilotwire store`: look into a station's database, or save what is left of a damaged one."""

from pathlib import Path

from pilotwire.cli.output import say
from pilotwire.store.inspection import check, export, repair

__all__ = ["check_store", "export_store", "repair_store"]


def check_store(path: Path) -> int:
    """Say what is in a file; the exit code."""
    summary = check(path)
    say(f"{path}: sound, format {summary.format}")
    for station in summary.stations:
        say(
            f"{station.identity}: {_many(station.running, 'running transaction')},"
            f" {_many(station.waiting, 'waiting message')}, {station.given_up} given up"
            f"{f', {station.unreadable} damaged' if station.unreadable else ''}"
        )
    return 0


def repair_store(path: Path) -> int:
    """Save what can be read of a damaged file; the exit code."""
    repaired = repair(path)
    if repaired is None:
        say(f"{path}: sound, nothing to repair")
        return 0
    target, saved = repaired
    rows = ", ".join(f"{number} of {table}" for table, number in saved.items())
    say(f"{target}: rows saved: {rows}")
    say(f"what could not be read is lost; {path} was not changed. Keep it, and use {target}")
    return 0


def export_store(path: Path, *, tokens: bool) -> int:
    """Print a file's rows as lines of JSON; the exit code."""
    for line in export(path, tokens=tokens):
        say(line)
    return 0


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
