"""Reads a configuration from its file, and says in which line it is not as it should be."""

import re
import tomllib
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import Final, TypeVar, cast

from pydantic import BaseModel, ValidationError

from pilotwire.configuration.findings import (
    ConfigurationError,
    Finding,
    placed_findings,
    real_place,
)
from pilotwire.configuration.lines import Place, lines_of
from pilotwire.configuration.model import Configuration
from pilotwire.configuration.station import troubles

__all__ = ["Places", "check", "described", "read", "read_as", "read_with_places"]

M = TypeVar("M", bound=BaseModel)

_POSITION: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class Places:
    """Where in its file, if there is one, a configuration has what; `options` are what does not
    come from it.
    """

    def __init__(
        self, file: Path | None, text: str, data: Mapping[str, object], options: Set[Place]
    ) -> None:
        self._file = file
        self._lines = lines_of(text)
        self._data = data
        self._options = options

    def finding(self, place: Place, text: str) -> Finding:
        """A finding, with the line of what it is about, or of the table that lacks it."""
        if self._file is None or place in self._options:
            return Finding(text, place)
        known = place = real_place(place, self._data)
        while known and known not in self._lines:
            known = known[:-1]
        return Finding(text, place, self._file, self._lines.get(known))


def read(path: Path | str) -> Configuration:
    """The configuration in a file. Paths in it count from its folder.

    Raises:
        ConfigurationError: it can't be read, or used; `findings` has all that is wrong.
    """
    return read_with_places(Path(path))[0]


def read_with_places(
    path: Path, options: Mapping[str, Mapping[str, object]] | None = None
) -> tuple[Configuration, Places]:
    """The same, with where what is. `options` are tables whose keys take the place of the file's.

    Raises:
        ConfigurationError: as `read`.
    """
    text = _text(path)
    data = _parsed(path, text)
    places = Places(path, text, data, _laid_over(data, options or {}))
    return _made(data, places, path.absolute().parent), places


def read_as(path: Path, model: type[M]) -> M:
    """Another TOML file than a station's, whose tables are those of `model`.

    Raises:
        ConfigurationError: it can't be read, or used; `findings` has all that is wrong.
    """
    text = _text(path)
    data = _parsed(path, text)
    return _checked(data, Places(path, text, data, frozenset()), path.absolute().parent, model)


def described(
    data: dict[str, object], options: Mapping[str, Mapping[str, object]]
) -> Configuration:
    """The configuration that options say, over what else is so, without a file.

    Raises:
        ConfigurationError: it can't be used; `findings` has all that is wrong.
    """
    return _made(data, Places(None, "", data, _laid_over(data, options)), None)


def _laid_over(data: dict[str, object], options: Mapping[str, Mapping[str, object]]) -> Set[Place]:
    """Put options in the place of what is there; where they are."""
    for table, values in options.items():
        inner = data.setdefault(table, {})
        if isinstance(inner, dict):
            cast("dict[str, object]", inner).update(values)
    return {(table, key) for table, values in options.items() for key in values}


def _made(data: Mapping[str, object], places: Places, folder: Path | None) -> Configuration:
    return _checked(data, places, folder, Configuration)


def _checked(data: Mapping[str, object], places: Places, folder: Path | None, model: type[M]) -> M:
    try:
        return model.model_validate(data, context={"folder": folder})
    except ValidationError as error:
        findings = [places.finding(*each) for each in placed_findings(error, data, model)]
        findings.sort(key=lambda each: each.line or 0)
        raise ConfigurationError(findings) from None


def check(path: Path | str) -> Sequence[Finding]:
    """All that is wrong with a file, as far as it can be told without the hardware: files that it
    names and variables that the station does not have are among it.
    """
    try:
        configuration, places = read_with_places(Path(path))
    except ConfigurationError as error:
        return error.findings
    findings = [places.finding(*each) for each in troubles(configuration)]
    return sorted(findings, key=lambda each: each.line or 0)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise ConfigurationError(
            [Finding(f"cannot be read: {error.strerror or error}", file=path)]
        ) from None
    except UnicodeDecodeError:
        raise ConfigurationError([Finding("is not UTF-8 text", file=path)]) from None


def _parsed(path: Path, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        at = _POSITION.search(said)
        line = int(at[1]) if at is not None and at[1] else None
        why = _POSITION.sub("", said)
        raise ConfigurationError([Finding(f"is no TOML: {why}", file=path, line=line)]) from None
