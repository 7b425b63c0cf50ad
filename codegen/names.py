"""Python names out of wire names: classes, fields, members and methods are all settled here.

`schemas/naming.toml` has the last word: `[names.v21]` can give anything another name.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterable, Mapping

from codegen.errors import CodegenError, Findings
from codegen.imports import TAKEN
from codegen.support.base import Request

# A word ends before a capital that follows a small letter or digit, or begins a capitalised word.
_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_OTHER = re.compile(r"[^A-Za-z0-9]+")
_NOT_PLAIN = re.compile(r'["\\\x00-\x1f\x7f\ud800-\udfff]')
_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*")
_FIELD = re.compile(r"[a-z][a-z0-9_]*")
_MEMBER = re.compile(r"_?[A-Z0-9][A-Z0-9_]*(?<!_)")

# What every model has keeps its name, and so does what annotations in a class look up.
_RESERVED = frozenset({*dir(Request), "action", "str"})


def check_class_name(name: object, where: str) -> None:
    """Refuse what no class of the generated modules can be called."""
    if not isinstance(name, str) or not _CLASS.fullmatch(name) or keyword.iskeyword(name):
        raise CodegenError(f"{where}: {name!r} is no name for a class")
    if name in TAKEN:
        raise CodegenError(f"{where}: {name} is a name that the generated modules need")


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


class Names:
    """The names of one version in Python: out of the words of the wire, or of `[names.VERSION]`.

    A key there is a message or type (`"Field" = "FieldType"`), a property, value or variable of one
    (`"LampRequest/Level" = "level_2"`), or the method of an action (`"Lamp()" = "switch_lamp"`).
    """

    def __init__(
        self, naming: Naming, version: str = "", renamed: Mapping[str, object] | None = None
    ) -> None:
        self._naming = naming
        self._where = f"naming.toml: names.{version}"
        self._renamed = renamed or {}
        self._used: set[str] = set()

    def of_class(self, wire: str) -> str:
        """What a message or type is called."""
        name = self._given(wire, _CLASS) or wire
        check_class_name(name, f"{self._where}.{wire}")
        return name

    def fields(self, owner: str, wires: Iterable[str]) -> dict[str, str]:
        """The names of a type's properties by those of the wire."""
        return self._each(owner, wires, _FIELD, self._field, "properties")

    def members(self, owner: str, values: Iterable[str]) -> dict[str, str]:
        """The names of an enumeration's members by value."""
        return self._each(owner, values, _MEMBER, self._naming.constant, "members")

    def method(self, action: str) -> str:
        """The method that takes an action."""
        return self._given(f"{action}()", _FIELD) or self._naming.snake(action)

    def variable(self, owner: str, name: str, otherwise: str) -> str:
        """What a variable of a component is called, or with `name` empty the component itself."""
        key = f"{owner}/{name}" if name else owner
        self._used.update({key} & set(self._renamed))
        given = self._renamed.get(key, otherwise)
        if not isinstance(given, str) or not given.isidentifier() or keyword.iskeyword(given):
            raise CodegenError(f"{self._where}.{key}: {given!r} is no name for it")
        return given

    def place(self, key: str) -> str:
        """Where naming.toml names something, for messages."""
        return f"{self._where}.{key}"

    def unused(self) -> list[str]:
        """Places in naming.toml that nothing asked for."""
        return [f"{self._where}.{key}" for key in self._renamed if key not in self._used]

    def _each(
        self,
        owner: str,
        wires: Iterable[str],
        form: re.Pattern[str],
        made: Callable[[str], str],
        what: str,
    ) -> dict[str, str]:
        findings = Findings()
        names: dict[str, str] = {}
        for wire in wires:
            key = f"{owner}/{wire}"
            with findings.collect():
                name = self._given(key, form)
                if name is None:
                    try:
                        name = made(wire)
                    except CodegenError as error:
                        needed = f"{self._where} needs a name for {key}"
                        raise CodegenError(f"{needed}: {error}") from error
                if name in names.values():
                    raise CodegenError(
                        f"{self._where} needs a name for {key}: two {what} of {owner} "
                        f"get one name, {name}"
                    )
                names[wire] = name
        findings.finish()
        return names

    def _field(self, wire: str) -> str:
        name = self._naming.snake(wire)
        # One underscore at the front would make it private to pydantic.
        name = f"field{name}" if name.startswith("_") else name
        return f"{name}_" if name in _RESERVED else name

    def _given(self, key: str, form: re.Pattern[str]) -> str | None:
        if key not in self._renamed:
            return None
        self._used.add(key)
        name = self._renamed[key]
        unfit = not isinstance(name, str) or not form.fullmatch(name) or keyword.iskeyword(name)
        if unfit or (form is _FIELD and name in _RESERVED):
            raise CodegenError(f"{self._where}.{key}: {name!r} is no name for it")
        return str(name)
