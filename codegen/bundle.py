"""Bundle: the schemas of one version as one, in which every type stands once and has a name."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from codegen.errors import CodegenError
from codegen.names import check_class_name
from codegen.patch import Schemas

_DRAFT4 = "http://json-schema.org/draft-04/schema#"
_REFERENCE = "#/definitions/"


@dataclass(frozen=True, slots=True)
class Bundle:
    """All types of a version by name; messages apart from what they are made of."""

    messages: dict[str, dict[str, Any]]
    types: dict[str, dict[str, Any]]

    @property
    def definitions(self) -> dict[str, dict[str, Any]]:
        """Messages and their parts."""
        return {**self.types, **self.messages}


def bundle(sets: dict[str, Schemas], names: dict[str, dict[str, str]]) -> Bundle:
    """Join the sets of one version.

    Types that are equal become one. `names` holds, by set, what a type written in place is called.
    Raises CodegenError when one name stands for two different types, or a type in place has none.
    """
    result = Bundle(messages={}, types={})
    for set_name, schemas in sets.items():
        namer = _Namer(set_name, names.get(set_name, {}), result.types)
        for message, schema in schemas.items():
            if message in result.messages:
                raise CodegenError(f"{set_name}/{message}.json: a second {message} in this version")
            exact = schema["$schema"] == _DRAFT4
            for name, definition in schema.get("definitions", {}).items():
                namer.add(name, namer.extract(name, _marked(definition, exact)), message)
            body = {key: value for key, value in schema.items() if key in _BODY}
            result.messages[message] = namer.extract(message, _marked(body, exact))
        namer.finish()
    clash = set(result.messages) & set(result.types)
    if clash:
        raise CodegenError(f"{min(clash)}: the name of both a message and a type")
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
    """Takes types out of the places where they are written and gives them their names."""

    def __init__(
        self, set_name: str, names: dict[str, str], types: dict[str, dict[str, Any]]
    ) -> None:
        self._set = set_name
        self._names = names
        self._types = types
        self._used: set[str] = set()

    def add(self, name: str, definition: dict[str, Any], message: str) -> None:
        known = self._types.setdefault(name, definition)
        if known != definition:
            raise CodegenError(
                f"{self._set}/{message}.json#/definitions/{name}: "
                f"differs from the {name} of another message"
            )

    def extract(self, owner: str, schema: dict[str, Any]) -> dict[str, Any]:
        """The schema with references in place of the types written in its properties."""
        if "properties" not in schema:
            return schema
        properties = {
            key: self._extract_property(f"{owner}/{key}", value)
            for key, value in schema["properties"].items()
        }
        return {**schema, "properties": properties}

    def finish(self) -> None:
        """Refuse names that nothing bears any more."""
        unused = sorted(set(self._names) - self._used)
        if unused:
            raise CodegenError(f"naming.toml: {self._set} has no {unused[0]} to name")

    def _extract_property(self, path: str, schema: dict[str, Any]) -> dict[str, Any]:
        if schema.get("type") == "array":
            return {**schema, "items": self._extract_property(path, schema["items"])}
        if "enum" not in schema and "properties" not in schema:
            return schema
        name = self._names.get(path)
        if name is None:
            raise CodegenError(f"naming.toml: {self._set} needs a name for the type of {path}")
        check_class_name(name, f"naming.toml: {self._set}: {path}")
        self._used.add(path)
        definition = self.extract(name, schema)
        known = self._types.setdefault(name, definition)
        if known != definition:
            raise CodegenError(f"naming.toml: {path} is not the same type as the other {name}")
        return {"$ref": f"{_REFERENCE}{name}"}
