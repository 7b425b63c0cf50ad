"""Models: enums, data types and messages of a version.

datamodel-code-generator reads the bundled schema and says what type each property has, and in
which order the classes must stand. It is given numbers for names, so that no name of the standard
can be one of its own, and leaf types of ours; the text of the classes is written here.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from re import sub
from typing import Any

from datamodel_code_generator import InputFileType, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import PythonVersion

from codegen.bundle import Bundle
from codegen.docs import Units, field_docs, shown
from codegen.errors import CodegenError, Findings
from codegen.facts import ActionFacts
from codegen.names import Names

_TEMPLATES = Path(__file__).parent / "templates"
_REFERENCE = "#/definitions/"
_SCALARS = "pilotwire.ocpp.scalars."
_ANY = "pilotwire.ocpp.base.AnyJson"


@dataclass(frozen=True, slots=True)
class Models:
    """The classes of a version: source text by name, each in the order in which it may stand."""

    enums: dict[str, str]
    datatypes: dict[str, str]
    """Begins with aliases of constrained scalars."""
    messages: dict[str, str]
    homes: dict[str, str]
    """By class the one that it stands beside, as nothing else needs it; or itself."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a class is, besides its fields."""

    base: str
    doc: str
    body: tuple[str, ...] = ()
    """Lines before the fields."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that the classes of a version are made of: settled, and found sound."""

    bundle: Bundle
    actions: list[ActionFacts]
    fields: Mapping[str, Mapping[str, str]]
    """Names by type and property."""
    members: Mapping[str, Mapping[str, str]]
    """Names by enumeration and value."""
    docs: Mapping[str, Mapping[str, str]]
    """By type and property."""
    secrets: Mapping[str, Sequence[str]]
    """Properties to hide, by type."""


def plan_models(
    bundle: Bundle,
    actions: list[ActionFacts],
    names: Names,
    secrets: Mapping[str, Sequence[str]],
    units: Units,
) -> Plan:
    """Settle every name; raises CodegenError with all of them that can't be."""
    findings = Findings()
    fields: dict[str, Mapping[str, str]] = {}
    members: dict[str, Mapping[str, str]] = {}
    for owner, body in bundle.definitions.items():
        with findings.collect():
            if "enum" in body:
                members[owner] = names.members(owner, body["enum"])
            else:
                fields[owner] = names.fields(owner, _keys(body))
    taken = {name for body in bundle.definitions.values() for name in _aliases_in(body)}
    for name in sorted(taken & set(bundle.definitions)):
        findings.add(f"{names.place(name)}: {name} is a name that the generated modules need")
    docs = {owner: field_docs(owner, body, units) for owner, body in bundle.definitions.items()}
    findings.finish()
    return Plan(bundle, actions, fields, members, docs, secrets)


def build_models(plan: Plan) -> Models:
    """Source text of every class of a version."""
    aliases: dict[str, str] = {}
    for body in plan.bundle.definitions.values():
        aliases |= _aliases_in(body)
    bundle = plan.bundle
    hints = _hints(bundle)
    heads = _heads(bundle, plan.actions)
    enums = sorted(name for name, body in bundle.types.items() if "enum" in body)
    order = [
        message
        for action in plan.actions
        for message in (action.response, action.request)
        if message is not None
    ]
    parts = [name for name in hints if name not in {*enums, *order}]
    homes = _homes(bundle, parts)
    homes |= {name: name for name in enums}
    homes |= dict.fromkeys(aliases, "limited")
    for action in plan.actions:
        homes[action.request] = action.request
        if action.response is not None:
            homes[action.response] = action.request
    return Models(
        enums={name: _enum(name, heads[name], plan) for name in enums},
        datatypes={
            **dict(sorted(aliases.items())),
            **{name: _class(name, heads[name], hints[name], plan) for name in parts},
        },
        messages={name: _class(name, heads[name], hints[name], plan) for name in order},
        homes=homes,
    )


def _homes(bundle: Bundle, parts: Sequence[str]) -> dict[str, str]:
    """Of each data type the one that alone needs it, if it is one of them, or itself."""
    users = _users(bundle)
    homes: dict[str, str] = {}
    for name in reversed(parts):  # whoever refers to one stands after it
        match users.get(name):
            case [user] if user in homes:
                homes[name] = homes[user]
            case _:
                homes[name] = name
    return homes


def _hints(bundle: Bundle) -> dict[str, list[str]]:
    """The annotation of every property by class, in the order in which the classes may stand."""
    numbers = {name: f"C{number}" for number, name in enumerate(bundle.definitions)}
    definitions = {
        numbers[name]: _numbered(_adapted(body), numbers)
        for name, body in bundle.definitions.items()
    }
    document = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Bundle",
        "definitions": definitions,
    }
    text = generate(
        document,
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        custom_template_dir=_TEMPLATES,
        use_annotated=True,
        field_constraints=True,
        use_standard_collections=True,
        use_union_operator=True,
        use_generic_container_types=True,
        use_specialized_enum=True,
        disable_timestamp=True,
        formatters=[],  # ruff formats; any other would look for settings where it is started
    )
    if not isinstance(text, str):
        raise CodegenError("the model generator gave more than one module")
    names = {number: name for name, number in numbers.items()}
    hints: dict[str, list[str]] = {}
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef) and node.name in names:
            hints[names[node.name]] = [
                sub(r"\bC\d+\b", lambda found: names[found[0]], ast.unparse(line.annotation))
                for line in node.body
                if isinstance(line, ast.AnnAssign)
            ]
    for name, body in bundle.definitions.items():
        if name not in hints or len(hints[name]) != len(_keys(body)):
            raise CodegenError(f"the model generator made something else of {name}")
    return hints


def _numbered(schema: dict[str, Any], numbers: Mapping[str, str]) -> dict[str, Any]:
    """The schema with numbers in place of the names of types and properties."""
    result = dict(schema)
    if "$ref" in schema:
        result["$ref"] = _REFERENCE + numbers[schema["$ref"].removeprefix(_REFERENCE)]
    if "items" in schema:
        result["items"] = _numbered(schema["items"], numbers)
    if "properties" in schema:
        keys = {key: f"f{number}" for number, key in enumerate(schema["properties"])}
        properties = schema["properties"].items()
        result["properties"] = {keys[key]: _numbered(part, numbers) for key, part in properties}
        result["required"] = [keys[key] for key in schema.get("required", ())]
    return result


def _adapted(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with our own leaf types in it."""
    adapted = {key: value for key, value in schema.items() if key not in {"exact", "default"}}
    if "properties" in schema:
        adapted["properties"] = {key: _adapted(part) for key, part in schema["properties"].items()}
    if "items" in schema:
        alias = _alias(schema["items"])
        adapted["items"] = (
            _adapted(schema["items"])
            if alias is None
            else {"type": schema["items"]["type"], "customTypePath": f"aliases.{alias[0]}"}
        )
    leaf = _leaf(schema)
    if leaf is not None:
        adapted["customTypePath"] = leaf if "." in leaf else _SCALARS + leaf
        adapted.pop("multipleOf", None)
        adapted.pop("format", None)
    for limit in ("minimum", "maximum"):
        if limit in adapted and float(adapted[limit]).is_integer():
            adapted[limit] = int(adapted[limit])
    return adapted


def _aliases_in(body: Mapping[str, Any]) -> dict[str, str]:
    """Names for array elements that have limits, with what they stand for."""
    found = (_alias(part["items"]) for part in _keys(body).values() if "items" in part)
    return dict(filter(None, found))


def _alias(schema: Mapping[str, Any]) -> tuple[str, str] | None:
    """An array element's limits need a type of their own, as `Field` sits on the array."""
    limits = {key: schema[key] for key in ("maxLength", "minimum", "maximum") if key in schema}
    if not limits:
        return None
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
    return name, f"{name} = Annotated[{leaf}, Field({', '.join(arguments)})]"


def _leaf(schema: Mapping[str, Any]) -> str | None:
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


def _enum(name: str, head: Head, plan: Plan) -> str:
    members = plan.members[name].items()
    lines = [f"    {member} = {value!r}" for value, member in members]
    return "\n".join([f"class {name}({head.base}):", f'    """{head.doc}"""', "", *lines])


def _class(name: str, head: Head, hints: list[str], plan: Plan) -> str:
    body = plan.bundle.definitions[name]
    lines = [f"class {name}({head.base}):", f'    """{head.doc}"""', ""]
    lines += [f"    {line}" for line in head.body]
    for (wire, schema), hint in zip(_keys(body).items(), hints, strict=True):
        field = plan.fields[name][wire]
        options = ["repr=False"] if wire in plan.secrets.get(name, ()) else []
        options += [f"alias={wire!r}"] if wire != field else []
        text = f"    {field}: "
        if wire in body.get("required", ()):
            text += _annotation(hint, "", options)
        elif "default" in schema:
            text += f"{_annotation(hint, '', options)} = {_default(schema, plan)}"
        else:
            text += f"{_annotation(hint, ' | None', options)} = None"
        lines.append(text)
        if wire in plan.docs[name]:
            lines.append(f'    """{plan.docs[name][wire]}"""')
    return "\n".join(lines)


def _annotation(hint: str, absent: str, options: list[str]) -> str:
    """An annotation with more options for `Field` in it."""
    node = ast.parse(hint, mode="eval").body
    kind = hint
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Annotated":
        assert isinstance(node.slice, ast.Tuple)  # noqa: S101 -- as Annotated is written
        kind = ast.unparse(node.slice.elts[0])
        calls = (item for item in node.slice.elts[1:] if isinstance(item, ast.Call))
        options = [*options, *(ast.unparse(key) for call in calls for key in call.keywords)]
    kind = kind.removesuffix(" | None") + absent
    return f"Annotated[{kind}, Field({', '.join(options)})]" if options else kind


def _default(schema: Mapping[str, Any], plan: Plan) -> str:
    value = schema["default"]
    if "$ref" not in schema:
        return repr(value)
    name = schema["$ref"].removeprefix(_REFERENCE)
    return f"{name}.{plan.members[name][value]}"


def _heads(bundle: Bundle, actions: list[ActionFacts]) -> dict[str, Head]:
    heads: dict[str, Head] = {}
    users = _users(bundle)
    for name, body in bundle.types.items():
        base = "DataType" if body.get("additionalProperties") is False else "ExtensibleDataType"
        doc = f"Used by {', '.join(users[name])}." if users.get(name) else "Not used."
        heads[name] = Head("WireEnum" if "enum" in body else base, _shortened(doc))
    for action in actions:
        if action.response is None:
            heads[action.request] = _message(action, "Send", "Message")
            continue
        link = f"_response: ClassVar[ResponseClass] = {action.response}"
        senders = [(action.from_station, "StationRequest"), (action.from_csms, "CsmsRequest")]
        base = ", ".join(f"{kind}[{action.response}]" for sends, kind in senders if sends)
        heads[action.request] = _message(action, base, "Request", link)
        heads[action.response] = _message(action, "Response", "Response")
    for owner, body in bundle.definitions.items():
        if any(_leaf(schema) == _ANY for schema in _keys(body).values()):
            head = heads[owner]
            lines = [*head.body[:-1], "_null_is_data: ClassVar[bool] = True", *head.body[-1:]]
            heads[owner] = replace(head, body=tuple(lines))
    return heads


def _keys(body: Mapping[str, Any]) -> Mapping[str, Any]:
    properties: Mapping[str, Any] = body.get("properties", {})
    return properties


def _message(action: ActionFacts, base: str, kind: str, *body: str) -> Head:
    ways = [(action.from_station, ("station", "CSMS")), (action.from_csms, ("CSMS", "station"))]
    ends = [pair if kind != "Response" else pair[::-1] for sent, pair in ways if sent]
    way = " or ".join(f"{sender} to {receiver}" for sender, receiver in ends)
    place = f" {action.block} ({action.section})." if action.section else ""
    return Head(
        base,
        f"{kind} of {action.name}, {way}.{place}",
        (f'action: ClassVar[str] = "{action.name}"', *body, ""),
    )


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
