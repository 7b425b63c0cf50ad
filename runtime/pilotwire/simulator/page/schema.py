"""What a schema says of a value, field by field: read from the JSON Schema of a pydantic model, and
so the same for acts and for messages of OCPP.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal, TypeAlias, cast, get_args

from pydantic import BaseModel, JsonValue

__all__ = ["Schema", "schema_of"]

Kind: TypeAlias = Literal[
    "object", "list", "choice", "integer", "number", "text", "time", "flag", "json"
]

_SIMPLE: Final[Mapping[str, Kind]] = {
    "integer": "integer",
    "number": "number",
    "string": "text",
    "boolean": "flag",
}


_BOUNDS: Final = ("ge", "gt", "le", "lt")


@dataclass(frozen=True, slots=True)
class Schema:
    """What a value has to be.

    A part is worked out when it is asked for: some go very deep.
    """

    node: Mapping[str, Any]
    defs: Mapping[str, Mapping[str, Any]]
    nullable: bool = False

    @property
    def kind(self) -> Kind:
        """What sort of value it is."""
        node = self.node
        if "enum" in node:
            return "choice"
        if "const" in node:
            return "choice"
        if node.get("type") == "object" and "properties" in node:
            return "object"
        if node.get("type") == "array" and isinstance(node.get("items"), Mapping):
            return "list"
        if node.get("format") == "date-time":
            return "time"
        return _SIMPLE.get(str(node.get("type")), "json")

    @property
    def choices(self) -> Sequence[JsonValue]:
        """What it may be."""
        node = self.node
        return cast("Sequence[JsonValue]", node.get("enum") or [node.get("const")])

    @property
    def fields(self) -> Mapping[str, "Schema"]:
        """The properties of an object, by name."""
        properties = cast("Mapping[str, Any]", self.node.get("properties", {}))
        return {name: _resolved(each, self.defs) for name, each in properties.items()}

    @property
    def required(self) -> frozenset[str]:
        """Which properties an object must have."""
        return frozenset(cast("Sequence[str]", self.node.get("required", ())))

    @property
    def element(self) -> "Schema":
        """What each element of a list has to be."""
        return _resolved(self.node.get("items", {}), self.defs)

    @property
    def default(self) -> JsonValue:
        """What it is where it is not said."""
        return cast("JsonValue", self.node.get("default"))

    @property
    def least(self) -> float | None:
        """The least that a number may be; of a list or a text, its least length."""
        return self._bound("minimum", "ge", "exclusiveMinimum", "gt", "minItems", "minLength")

    @property
    def most(self) -> float | None:
        """The most that a number may be; of a list or a text, its greatest length."""
        return self._bound("maximum", "le", "exclusiveMaximum", "lt", "maxItems", "maxLength")

    @property
    def about(self) -> str:
        """What it means, if the schema says so."""
        return " ".join(str(self.node.get("description", "")).split())

    @property
    def says(self) -> str:
        """Its sort and its limits in words."""
        kind, least, most = self.kind, self.least, self.most
        if kind == "choice":
            return "one of " + ", ".join(str(each) for each in self.choices)
        span = _span(least, most)
        match kind:
            case "list":
                return f"list of {span} elements" if span else "list"
            case "text":
                return f"text, {span} characters" if span else "text"
            case "integer" | "number":
                return f"{kind}, {span}" if span else kind
            case "time":
                return "date and time with a zone"
            case "flag":
                return "true or false"
            case "object":
                return "object"
            case "json":
                return "anything"

    def _bound(self, *names: str) -> float | None:
        return next((self.node[name] for name in names if name in self.node), None)


def schema_of(model: type[BaseModel]) -> Schema:
    """The schema of a model, with the names that its fields have on the wire."""
    return _schema_of(model)


@lru_cache(maxsize=64)
def _schema_of(model: type[BaseModel]) -> Schema:
    whole = model.model_json_schema(by_alias=True)
    defs = whole.get("$defs", {})
    for kind in _kinds_in(model, set()):
        _limit(kind, whole if kind is model else defs.get(kind.__name__, {}))
    return _resolved(whole, defs)


def _kinds_in(annotation: object, seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """All models that are part of an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation not in seen:
            seen.add(annotation)
            for field in annotation.model_fields.values():
                _kinds_in(field.annotation, seen)
    else:
        for each in get_args(annotation):
            _kinds_in(each, seen)
    return seen


def _limit(kind: type[BaseModel], node: Mapping[str, Any]) -> None:
    """Add limits that pydantic tells in the schema of no type with a validator of its own."""
    properties = cast("Mapping[str, dict[str, Any]]", node.get("properties", {}))
    for name, field in kind.model_fields.items():
        told = properties.get(field.alias or name, {})
        for limit in field.metadata:
            for bound in _BOUNDS:
                value = getattr(limit, bound, None)
                if isinstance(value, int | float):
                    told.setdefault(bound, value)


def _resolved(node: Mapping[str, Any], defs: Mapping[str, Mapping[str, Any]]) -> Schema:
    """A node with what it refers to put in, and without the null that stands for nothing."""
    own = {name: value for name, value in node.items() if name not in {"anyOf", "allOf", "$ref"}}
    nullable = False
    ways = [each for each in node.get("anyOf", ()) if each.get("type") != "null"]
    if "anyOf" in node:
        nullable = len(ways) < len(node["anyOf"])
        if len(ways) != 1:
            return Schema(own, defs, nullable)
        inner = _resolved(ways[0], defs)
        return Schema({**inner.node, **own}, defs, nullable or inner.nullable)
    reference = node.get("$ref")
    if isinstance(reference, str):
        inner = _resolved(defs[reference.rsplit("/", 1)[-1]], defs)
        return Schema({**inner.node, **own}, defs, inner.nullable)
    return Schema(own, defs, nullable)


def _span(least: float | None, most: float | None) -> str:
    if least is not None and most is not None:
        return f"{least:g}" if least == most else f"{least:g} to {most:g}"
    if least is not None:
        return f"at least {least:g}"
    return "" if most is None else f"at most {most:g}"
