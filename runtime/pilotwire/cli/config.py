"""`pilotwire config`: what a file that describes a station says, or may say."""

import json
from collections import Counter
from pathlib import Path

from pilotwire.cli.errors import ExitCode
from pilotwire.cli.output import say
from pilotwire.configuration import EXAMPLE, Configuration, check, read

__all__ = ["check_file", "print_example", "print_schema"]


def check_file(path: Path) -> ExitCode:
    """Say what is wrong with a file, a line each; the exit code. No hardware is opened."""
    findings = check(path)
    for each in findings:
        say(str(each))
    if findings:
        return ExitCode.USE
    say(f"{path}: sound, {_parts(read(path))}")
    return ExitCode.DONE


def print_example() -> ExitCode:
    """Print a whole file, with comments."""
    for line in EXAMPLE.splitlines():
        say(line)
    return ExitCode.DONE


def print_schema() -> ExitCode:
    """Print what a file may say as JSON schema, for editors."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Configuration.model_json_schema(),
    }
    for line in json.dumps(schema, indent=2).splitlines():
        say(line)
    return ExitCode.DONE


def _parts(configuration: Configuration) -> str:
    evses = Counter(evse.backend for evse in configuration.evse)
    kinds = ", ".join(f"{many} {kind}" for kind, many in evses.items())
    words = [_many(evses.total(), "EVSE") + f" ({kinds})"]
    for name, parts in (("meter", configuration.meter), ("reader", configuration.reader)):
        words += [_many(len(parts), name)] if parts else []
    return ", ".join(words)


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" + ("" if number == 1 else "s")
