"""Models: enums, data types and messages of a version, by way of datamodel-code-generator.

The library reads the bundled schema and writes every class in one text; here the leaves of the
schema get our own types first, and the classes are sorted into modules afterwards.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from datamodel_code_generator import InputFileType, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import PythonVersion

from codegen.bundle import Bundle
from codegen.docs import Units, field_docs, shown
from codegen.errors import CodegenError
from codegen.facts import ActionFacts
from codegen.names import Naming
from codegen.support.base import Request

_TEMPLATES = Path(__file__).parent / "templates"
_REFERENCE = "#/definitions/"
_SCALARS = "pilotwire.ocpp.scalars."
_ANY = "pilotwire.ocpp.base.AnyJson"
_ROOT = "PilotwireBundle"
_RESERVED = frozenset({*dir(Request), "action"})


@dataclass(frozen=True, slots=True)
class Models:
    """The classes of a version: source text by name, each in the order in which it may stand."""

    enums: dict[str, str]
    datatypes: dict[str, str]
    """Begins with aliases of constrained scalars."""
    messages: dict[str, str]


def build_models(
    bundle: Bundle,
    actions: list[ActionFacts],
    naming: Naming,
    secrets: Mapping[str, Sequence[str]],
    units: Units,
) -> Models:
    """Source text of every class of a version; `secrets` are properties to hide, by type."""
    leaves = _Leaves(naming)
    definitions = {name: leaves.adapt(body) for name, body in bundle.definitions.items()}
    document = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": _ROOT,
        "definitions": definitions,
    }
    text = generate(
        document,
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        custom_template_dir=_TEMPLATES,
        extra_template_data=_template_data(bundle, actions, naming, secrets, units),
        aliases=_aliases(bundle, naming),
        use_annotated=True,
        field_constraints=True,
        use_standard_collections=True,
        use_union_operator=True,
        use_generic_container_types=True,
        use_specialized_enum=True,
        set_default_enum_member=True,
        disable_timestamp=True,
        formatters=[],  # ruff formats; any other would look for settings where it is started
    )
    if not isinstance(text, str):
        raise CodegenError("the model generator gave more than one module")
    return _sorted_out(text.replace("Sequence[", "Array["), bundle, actions, leaves.aliases)


class _Leaves:
    """Puts our own leaf types into a schema, and collects names for constrained array elements."""

    def __init__(self, naming: Naming) -> None:
        self.aliases: dict[str, str] = {}
        self._naming = naming

    def adapt(self, schema: dict[str, Any]) -> dict[str, Any]:
        adapted = {key: value for key, value in schema.items() if key != "exact"}
        if "properties" in schema:
            properties = schema["properties"]
            adapted["properties"] = {key: self.adapt(value) for key, value in properties.items()}
        if "items" in schema:
            adapted["items"] = self._element(schema["items"])
        if "enum" in schema:
            adapted["x-enum-varnames"] = self._members(schema["enum"])
        leaf = _leaf(schema)
        if leaf is not None:
            adapted["customTypePath"] = leaf if "." in leaf else _SCALARS + leaf
            adapted.pop("multipleOf", None)
            adapted.pop("format", None)
        for limit in ("minimum", "maximum"):
            if limit in adapted and float(adapted[limit]).is_integer():
                adapted[limit] = int(adapted[limit])
        return adapted

    def _element(self, schema: dict[str, Any]) -> dict[str, Any]:
        """An array element; its limits need a type of their own, as `Field` sits on the array."""
        limits = {key: schema[key] for key in ("maxLength", "minimum", "maximum") if key in schema}
        if not limits:
            return self.adapt(schema)
        leaf = _leaf(schema) or "str"
        name = {"str": "String"}.get(leaf, leaf)
        arguments: list[str] = []
        for key, argument, word in (
            ("maxLength", "max_length", ""),
            ("minimum", "ge", "From"),
            ("maximum", "le", "To"),
        ):
            if key in limits:
                arguments.append(f"{argument}={shown(limits[key])}")
                name += f"{word}{shown(limits[key])}".replace("-", "Minus").replace(".", "_")
        self.aliases[name] = f"{name} = Annotated[{leaf}, Field({', '.join(arguments)})]"
        return {"type": schema["type"], "customTypePath": f"aliases.{name}"}

    def _members(self, values: list[str]) -> list[str]:
        names = [self._naming.constant(value) for value in values]
        if len(set(names)) != len(names):
            raise CodegenError(f"naming.toml: two members of {values} get one name")
        return names


def _leaf(schema: dict[str, Any]) -> str | None:
    """The scalar type of ours that a schema without substructure means, if there is one."""
    match schema.get("type"):
        case "integer":
            return "Integer" if schema.get("exact") else "WholeNumber"
        case "boolean":
            return "Boolean"
        case "number":
            return "Tenths" if "multipleOf" in schema else "Number"  # no other step is let in
        case "string" if schema.get("format") == "date-time":
            return "Timestamp"
        case "string" if schema.get("format") == "uri":
            return "Uri"
        case "string" if not {"enum", "maxLength"} & set(schema):
            return "pilotwire.ocpp.base.Text"
        case None if "$ref" not in schema:
            return _ANY
        case _:
            pass
    return None


def _aliases(bundle: Bundle, naming: Naming) -> dict[str, str]:
    """Python name of every property; no two properties of a type may share one."""
    aliases: dict[str, str] = {}
    for owner, body in bundle.definitions.items():
        names = [naming.snake(key) for key in body.get("properties", {})]
        if len(set(names)) != len(names):
            raise CodegenError(f"naming.toml: two properties of {owner} get one name")
        # As with keywords: what every model has keeps its name, the property gets an underscore.
        names = [f"{name}_" if name in _RESERVED else name for name in names]
        pairs = zip(body.get("properties", {}), names, strict=True)
        aliases.update({wire: name for wire, name in pairs if wire != name})
    return aliases


def _template_data(
    bundle: Bundle,
    actions: list[ActionFacts],
    naming: Naming,
    secrets: Mapping[str, Sequence[str]],
    units: Units,
) -> defaultdict[str, dict[str, Any]]:
    data: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    users = _users(bundle)
    for name, body in bundle.types.items():
        base = "DataType" if body.get("additionalProperties") is False else "ExtensibleDataType"
        doc = f"Used by {', '.join(users[name])}." if users.get(name) else "Not used."
        hidden = [naming.snake(key) for key in secrets.get(name, ()) if key in _keys(body)]
        data[name] = {
            "pilotwire": {"base": base, "doc": _shortened(doc), "body": [], "secrets": hidden}
        }
    for action in actions:
        if action.response is None:
            data[action.request] = _message(action, "Send", "Message", [])
            continue
        link = f"_response: ClassVar[type[Response]] = {action.response}"
        senders = [(action.from_station, "StationRequest"), (action.from_csms, "CsmsRequest")]
        base = ", ".join(f"{kind}[{action.response}]" for sends, kind in senders if sends)
        data[action.request] = _message(action, base, "Request", [link])
        data[action.response] = _message(action, "Response", "Response", [])
    for owner, body in bundle.definitions.items():
        facts = data[owner]["pilotwire"]
        facts["docs"] = field_docs(owner, body, units)
        if any(_leaf(schema) == _ANY for schema in _keys(body).values()):
            facts["body"].insert(-1, "_null_is_data: ClassVar[bool] = True")
    units.finish()
    return data


def _keys(body: Mapping[str, Any]) -> Mapping[str, Any]:
    properties: Mapping[str, Any] = body.get("properties", {})
    return properties


def _message(action: ActionFacts, base: str, kind: str, body: list[str]) -> dict[str, Any]:
    ways = [(action.from_station, ("station", "CSMS")), (action.from_csms, ("CSMS", "station"))]
    ends = [pair if kind != "Response" else pair[::-1] for sent, pair in ways if sent]
    way = " or ".join(f"{sender} to {receiver}" for sender, receiver in ends)
    return {
        "pilotwire": {
            "base": base,
            "doc": f"{kind} of {action.name}, {way}.",
            "body": [f'action: ClassVar[str] = "{action.name}"', *body, ""],
            "secrets": [],
        }
    }


def _users(bundle: Bundle) -> dict[str, list[str]]:
    """Who refers to a type."""
    users: dict[str, list[str]] = {}
    for owner, body in sorted(bundle.definitions.items()):
        for schema in body.get("properties", {}).values():
            reference = schema.get("items", schema).get("$ref")
            if reference is not None:
                found = users.setdefault(reference.removeprefix(_REFERENCE), [])
                if owner not in found:
                    found.append(owner)
    return users


def _shortened(doc: str, limit: int = 90) -> str:
    if len(doc) <= limit:
        return doc
    names = doc.removesuffix(".").split(", ")
    count = len(names)
    while len(", ".join(names)) > limit - 16:
        names.pop()
    return f"{', '.join(names)} and {count - len(names)} others."


def _sorted_out(
    text: str, bundle: Bundle, actions: list[ActionFacts], aliases: dict[str, str]
) -> Models:
    classes: dict[str, str] = {}
    lines = text.splitlines()
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef) and node.name != _ROOT:
            classes[node.name] = "\n".join(lines[node.lineno - 1 : node.end_lineno])
    unknown = set(classes) ^ set(bundle.definitions)
    if unknown:
        raise CodegenError(f"the model generator made something else of {min(unknown)}")
    enums = sorted(name for name, body in bundle.types.items() if "enum" in body)
    order = [
        message
        for action in actions
        for message in (action.response, action.request)
        if message is not None
    ]
    datatypes = {name: text for name, text in classes.items() if name not in {*enums, *order}}
    return Models(
        enums={name: classes[name] for name in enums},
        datatypes={**dict(sorted(aliases.items())), **datatypes},
        messages={name: classes[name] for name in order},
    )
