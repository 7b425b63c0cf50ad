"""In which line of a TOML text something stands.

`tomllib` says what is in a text and not where. This looks only at where keys, values and tables
begin, and leaves it to `tomllib` to say whether the text is TOML at all.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

__all__ = ["Place", "lines_of"]

Place: TypeAlias = tuple[str | int, ...]
"""Keys, and numbers of members of lists from 0 on: `("evse", 0, "kind")`."""

_BETWEEN: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANKS: Final = re.compile(r"[ \t]*")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_TEXT: Final = re.compile(
    r"'''.*?'''(?:'{0,2})"
    r'|"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'[^'\n]*'"
    r'|"(?:\\.|[^"\\\n])*"',
    re.DOTALL,
)
_PLAIN: Final = re.compile(r"[^,\]}#\n]*")


def lines_of(text: str) -> Mapping[Place, int]:
    """The line of each key, each table and each member of a list, from 1 on.

    `text` is TOML that `tomllib` reads; of any other, what is said means nothing. A table that is
    never begun in a line of its own stands where the first of its keys does.
    """
    return _Scan(text).lines


class _Scan:
    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", "\n")
        self._at = 0
        self._members: dict[Place, int] = {}
        """How many tables a list of tables, `[[...]]`, has so far."""
        self.lines: dict[Place, int] = {}
        table: Place = ()
        for beginning in self._statements():
            if beginning == "[":
                table = self._header()
            else:
                self._pair(table)

    def _statements(self) -> Iterator[str]:
        """The first sign of each line that says something."""
        while True:
            self._skip(_BETWEEN)
            if self._at >= len(self._text):
                return
            yield self._text[self._at]

    def _header(self) -> Place:
        line = self._line()
        several = self._text.startswith("[[", self._at)
        self._at += 2 if several else 1
        keys = self._key()
        self._at += 2 if several else 1
        *outer, last = keys
        place: Place = ()
        for key in outer:
            place = self._note((*place, key), line)
            if place in self._members:
                place = (*place, self._members[place] - 1)
        place = self._note((*place, last), line)
        if several:
            number = self._members.get(place, 0)
            self._members[place] = number + 1
            place = self._note((*place, number), line)
        return place

    def _pair(self, table: Place) -> None:
        """A key and its value."""
        line = self._line()
        place = table
        for key in self._key():
            place = self._note((*place, key), line)
        self._skip(_BLANKS)
        self._at += 1  # the sign of equality
        self._skip(_BLANKS)
        self._value(place)

    def _value(self, place: Place) -> None:
        match self._text[self._at : self._at + 1]:
            case "[":
                self._each("]", place, self._member)
            case "{":
                self._each("}", place, lambda inline, _: self._pair(inline))
            case '"' | "'":
                self._skip(_TEXT)
            case _:
                self._skip(_PLAIN)

    def _member(self, place: Place, number: int) -> None:
        self._value(self._note((*place, number), self._line()))

    def _each(self, end: str, place: Place, do: Callable[[Place, int], None]) -> None:
        """What stands between brackets, with commas."""
        self._at += 1
        number = 0
        while True:
            self._skip(_BETWEEN)
            if self._text.startswith(",", self._at):
                self._at += 1
            elif self._at >= len(self._text) or self._text.startswith(end, self._at):
                self._at += 1
                return
            else:
                before = self._at
                do(place, number)
                number += 1
                if self._at == before:  # no TOML
                    return

    def _key(self) -> list[str]:
        keys: list[str] = []
        while True:
            self._skip(_BLANKS)
            quoted = _TEXT.match(self._text, self._at)
            found = quoted or _BARE.match(self._text, self._at)
            if found is None:  # no TOML
                self._at += 1
                return [*keys, ""]
            self._at = found.end()
            keys.append(_unquoted(found[0]) if quoted else found[0])
            self._skip(_BLANKS)
            if not self._text.startswith(".", self._at):
                return keys
            self._at += 1

    def _note(self, place: Place, line: int) -> Place:
        self.lines.setdefault(place, line)
        return place

    def _line(self) -> int:
        return self._text.count("\n", 0, self._at) + 1

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        if found is not None:
            self._at = found.end()


def _unquoted(key: str) -> str:
    try:
        text: str = tomllib.loads(f"k = {key}")["k"]
    except tomllib.TOMLDecodeError:  # no TOML
        return key
    return text
