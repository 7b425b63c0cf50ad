"""Bundle: the schemas of one version as one, in which every type stands once and has a name."""

from __future__ import annotations

import copy
import logging
from dataclasses import dataclass
from typing import Any

from codegen.errors import CodegenError, Findings
from codegen.names import Names, Naming, check_class_name
from codegen.patch import Schemas

_log = logging.getLogger(__name__)

_DRAFT4 = "http://json-schema.org/draft-04/schema#"
_REFERENCE = "#/definitions/"


@dataclass(frozen=True, slots=True)
class Bundle:
    """All types of a version by their names in Python; messages apart from their parts."""

    messages: dict[str, dict[str, Any]]
    types: dict[str, dict[str, Any]]
    classes: dict[str, str]
    """The names of messages in Python by those of the wire."""

    @property
    def definitions(self) -> dict[str, dict[str, Any]]:
        """Messages and their parts."""
        return {**self.types, **self.messages}


def bundle(
    sets: dict[str, Schemas], in_place: dict[str, dict[str, str]], names: Names | None = None
) -> Bundle:
    """Join the sets of one version.

    Types that are equal become one. `in_place` holds, by set, what a type written in place is
    called. Raises CodegenError when one name stands for two different types, or a type in place has
    none; a name that nothing bears any more is told in the log.
    """
    findings = Findings()
    result = Bundle(messages={}, types={}, classes={})
    names = names or Names(Naming({}))
    for set_name, schemas in sets.items():
        namer = _Namer(set_name, in_place.get(set_name, {}), names, result.types, findings)
        for message, schema in schemas.items():
            if message in result.classes:
                findings.add(f"{set_name}/{message}.json: a second {message} in this version")
                continue
            with findings.collect():
                result.classes[message] = name = names.of_class(message)
                if name in result.messages:
                    raise CodegenError(
                        f"{names.place(message)}: {name} is the name of another message"
                    )
                result.messages[name] = namer.message(message, schema)
        namer.finish()
    for name in sorted(set(result.messages) & set(result.types)):
        findings.add(f"{names.place(name)}: {name} is the name of both a message and a type")
    findings.finish()
    for body in result.definitions.values():
        for schema in body.get("properties", {}).values():
            # Some editions write the default of a property into the type that it refers to.
            target = result.types.get(str(schema.get("$ref")).removeprefix(_REFERENCE), {})
            if "default" in target:
                schema.setdefault("default", target["default"])
    return result


_BODY = frozenset({"type", "properties", "required", "additionalProperties"})


def _marked(schema: dict[str, Any], exact: bool) -> dict[str, Any]:
    """A copy without what says nothing, that marks integers for which 1.0 is none."""
    marked = copy.deepcopy(schema)
    if marked.get("type") != "object":
        marked.pop("additionalProperties", None)
    marked.pop("additionalItems", None)  # without effect where `items` is a schema
    if marked.get("type") == "integer" and exact:
        marked["exact"] = True
    if "properties" in marked:
        properties = marked["properties"]
        marked["properties"] = {key: _marked(value, exact) for key, value in properties.items()}
    if "items" in marked:
        marked["items"] = _marked(marked["items"], exact)
    return marked


class _Namer:
    """Takes types out of the places where they are written and gives all types their names."""

    def __init__(
        self,
        set_name: str,
        in_place: dict[str, str],
        names: Names,
        types: dict[str, dict[str, Any]],
        findings: Findings,
    ) -> None:
        self._set = set_name
        self._in_place = in_place
        self._names = names
        self._types = types
        self._findings = findings
        self._used: set[str] = set()

    def message(self, message: str, schema: dict[str, Any]) -> dict[str, Any]:
        """The schema of a message without its types, which are taken in."""
        exact = schema["$schema"] == _DRAFT4
        for name, definition in schema.get("definitions", {}).items():
            with self._findings.collect():
                where = f"{self._set}/{message}.json#/definitions/{name}"
                own = self._names.of_class(name)
                marked = self._extract(own, _marked(definition, exact))
                self._add(own, marked, f"{where}: differs from the {own} of another message")
        body = {key: value for key, value in schema.items() if key in _BODY}
        return self._extract(message, _marked(body, exact))

    def finish(self) -> None:
        """Tell of names that nothing bears any more."""
        for path in sorted(set(self._in_place) - self._used):
            _log.warning("naming.toml: types.%s: there is no %s to name", self._set, path)

    def _add(self, name: str, definition: dict[str, Any], problem: str) -> None:
        if self._types.setdefault(name, definition) != definition:
            raise CodegenError(problem)

    def _extract(self, owner: str, schema: dict[str, Any]) -> dict[str, Any]:
        """The schema with references in place of the types written in its properties."""
        if "properties" not in schema:
            return schema
        properties = {
            key: self._property(f"{owner}/{key}", value)
            for key, value in schema["properties"].items()
        }
        return {**schema, "properties": properties}

    def _property(self, path: str, schema: dict[str, Any]) -> dict[str, Any]:
        if "$ref" in schema:
            try:
                name = self._names.of_class(schema["$ref"].removeprefix(_REFERENCE))
            except CodegenError:  # told where the type is defined
                return schema
            return {**schema, "$ref": f"{_REFERENCE}{name}"}
        if schema.get("type") == "array":
            return {**schema, "items": self._property(path, schema["items"])}
        if "enum" not in schema and "properties" not in schema:
            return schema
        name = path
        with self._findings.collect():
            if path not in self._in_place:
                raise CodegenError(
                    f"naming.toml: types.{self._set} needs a name for the type of {path}"
                )
            self._used.add(path)
            name = self._in_place[path]
            check_class_name(name, f"naming.toml: types.{self._set}.{path}")
        own = {key: value for key, value in schema.items() if key != "default"}
        definition = self._extract(name, own)
        with self._findings.collect():
            problem = f"naming.toml: types.{self._set}: {path} is not the same as the other {name}"
            self._add(name, definition, problem)
        default = {"default": schema["default"]} if "default" in schema else {}
        return {"$ref": f"{_REFERENCE}{name}", **default}
