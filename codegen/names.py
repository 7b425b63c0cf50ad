"""Python names out of wire names, for fields, enum members and methods."""

from __future__ import annotations

import keyword
import re

from codegen.errors import CodegenError

# A word ends before a capital that follows a small letter or digit, or begins a capitalised word.
_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_OTHER = re.compile(r"[^A-Za-z0-9]+")
_NOT_PLAIN = re.compile(r'["\\\x00-\x1f\x7f\ud800-\udfff]')
_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*")


def check_class_name(name: object, where: str) -> None:
    """Refuse what no class of the generated modules can be called."""
    if not isinstance(name, str) or not _CLASS.fullmatch(name) or keyword.iskeyword(name):
        raise CodegenError(f"{where}: {name!r} is no name for a class")


def check_plain(text: str, where: str) -> None:
    """Refuse text that cannot stand between quotation marks as it is."""
    found = _NOT_PLAIN.search(text)
    if found is not None:
        raise CodegenError(f"{where}: {text[:60]!r} may not have {found[0]!r} in it")


class Naming:
    """Splits names into words; knows the exceptions of `schemas/naming.toml`."""

    def __init__(self, words: dict[str, str]) -> None:
        self._words = sorted(words.items(), key=lambda item: -len(item[0]))

    def snake(self, wire: str) -> str:
        """`idTag` -> `id_tag`, `ocspRequestData` -> `ocsp_request_data`."""
        text = wire
        for word, split in self._words:
            text = re.sub(rf"{re.escape(word)}(?![a-z])", f"_{split}_", text)
        parts = [part for piece in _OTHER.split(text) for part in _BOUNDARY.split(piece) if part]
        name = "_".join(parts).lower()
        if not name:
            raise CodegenError(f"{wire!r} has no letter to make a name of")
        if name[0].isdigit():
            name = f"_{name}"
        return f"{name}_" if keyword.iskeyword(name) else name

    def constant(self, wire: str) -> str:
        """`SuspendedEV` -> `SUSPENDED_EV`, `Energy.Active.Net` -> `ENERGY_ACTIVE_NET`."""
        return self.snake(wire).rstrip("_").upper()
