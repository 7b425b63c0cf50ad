"""Scenarios as TOML, as a person would write them: what is as by default is left out."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final, cast

__all__ = ["toml_of"]

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_LONE: Final = re.compile("[\ud800-\udfff]")
_WIDTH: Final = 90


def toml_of(tables: Mapping[str, object], comments: Sequence[str] = ()) -> str:
    """A document of keys, tables and lists of tables; what is None is left out.

    Raises:
        TypeError: something in it is nothing that TOML has.
    """
    lines = [f"# {line}" for line in comments]
    plain = {key: each for key, each in tables.items() if not _tables(each)}
    if lines and plain:
        lines.append("")
    lines += _pairs(plain)
    for key, each in tables.items():
        inner = _tables(each)
        heading = "[[{}]]" if isinstance(each, list | tuple) else "[{}]"
        for table in inner:
            lines += ["", heading.format(_key(key)), *_pairs(table)]
    return "\n".join(lines) + "\n"


def _tables(value: object) -> Sequence[Mapping[str, object]]:
    """What is written as tables of their own: one, or a list of nothing else."""
    if isinstance(value, Mapping):
        return [cast("Mapping[str, object]", value)]
    if isinstance(value, list | tuple):
        members = cast("Sequence[object]", value)
        if all(isinstance(each, Mapping) for each in members):
            return cast("Sequence[Mapping[str, object]]", members)
    return ()


def _pairs(table: Mapping[str, object], prefix: str = "", *, whole: bool = False) -> Iterator[str]:
    """A line for each key, or several for one that would be too long, unless it has to be whole."""
    for key, value in table.items():
        if value is None:
            continue
        name = f"{prefix}{_key(key)}"
        line = f"{name} = {_value(value)}"
        if isinstance(value, Mapping) and value and not whole and len(line) > _WIDTH:
            yield from _pairs(cast("Mapping[str, object]", value), f"{name}.")
        else:
            yield line


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return _text(value)
        case datetime():
            return value.isoformat()
        case Mapping():
            inner = ", ".join(_pairs(cast("Mapping[str, object]", value), whole=True))
            return f"{{ {inner} }}" if inner else "{}"
        case list() | tuple():
            members = cast("Sequence[object]", value)
            return "[" + ", ".join(_value(each) for each in members if each is not None) + "]"
        case _:
            raise TypeError(f"{type(value).__name__} is nothing that TOML has")


def _text(text: str) -> str:
    """What JSON makes of a text is TOML, too, but for the sign that deletes, and for halves of
    signs, which no file can hold.
    """
    return json.dumps(_LONE.sub("\ufffd", text), ensure_ascii=False).replace("\x7f", "\\u007f")
