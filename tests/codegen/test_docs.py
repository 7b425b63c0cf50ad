"""What people see of the types: docstrings with limits and places, and signatures with fields."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from codegen.facts import version_table
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Message, WireModel

ROOT = Path(__file__).parents[2]
VERSIONS = (v16, v201, v21)
LIMITS = ("max_length", "min_length", "ge", "le")


def fields(package: ModuleType) -> Iterator[tuple[str, str, str]]:
    """Place, annotation and docstring of every field of a version, with aliases spelt out."""
    assert package.__file__ is not None
    trees = [
        ast.parse(path.read_text("utf-8"))
        for name in ("datatypes", "messages")
        for path in sorted(Path(package.__file__).with_name(name).glob("_*.py"))
    ]
    statements = [node for tree in trees for node in tree.body]
    aliases = {
        node.targets[0].id: ast.unparse(node.value)
        for node in statements
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in statements:
        if not isinstance(node, ast.ClassDef):
            continue
        for line, following in zip(node.body, [*node.body[1:], None], strict=True):
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                text = ast.unparse(line.annotation)
                for name, meaning in aliases.items():
                    text = text.replace(f"[{name}]", f"[{meaning}]")
                doc = following.value if isinstance(following, ast.Expr) else None
                told = str(doc.value) if isinstance(doc, ast.Constant) else ""
                yield f"{node.name}.{line.target.id}", text, told


@pytest.mark.parametrize("package", VERSIONS, ids=lambda package: package.__name__)
def test_the_docstring_of_every_field_says_its_limits(package: ModuleType) -> None:
    limited = 0
    for place, annotation, doc in fields(package):
        calls = [node for node in ast.walk(ast.parse(annotation)) if isinstance(node, ast.Call)]
        for keyword in (keyword for call in calls for keyword in call.keywords):
            if keyword.arg in LIMITS:
                limited += 1
                number = ast.unparse(keyword.value).removesuffix(".0")
                assert number in doc.replace(".", " ").split() or number in doc, (place, doc)
        if "Tenths" in annotation:
            assert "In steps of 0.1" in doc, place
    assert limited > 30


@pytest.mark.parametrize("package", VERSIONS, ids=lambda package: package.__name__)
def test_the_docstring_of_every_message_says_its_direction_block_and_section(
    package: ModuleType,
) -> None:
    name = package.__name__.rpartition(".")[2]
    facts = version_table(ROOT / "schemas/actions.toml", name)
    messages = [
        thing
        for thing in (getattr(package, name) for name in package.__all__)
        if isinstance(thing, type) and issubclass(thing, Message)
    ]
    for message in messages:
        entry = facts[message.action]
        kind = next(
            word
            for end, word in (("Request", "Request"), ("Response", "Response"), ("", "Message"))
            if message.__name__ == message.action + end
        )
        ends = {"station": ["station to CSMS"], "csms": ["CSMS to station"]}
        ways = ends.get(entry["sender"], [*ends["station"], *ends["csms"]])
        if kind == "Response":
            ways = [" to ".join(reversed(way.split(" to "))) for way in ways]
        assert message.__doc__ == (
            f"{kind} of {message.action}, {' or '.join(ways)}. "
            f"{entry['block']} ({entry['section']})."
        )
    assert len(messages) >= 2 * len(facts) - 1


@pytest.mark.parametrize(
    "model", [v201.MeterValueType, v16.BootNotificationRequest, v21.ResetRequest, WireModel]
)
def test_a_signature_has_its_fields_at_run_time(model: type[WireModel]) -> None:
    parameters = inspect.signature(model).parameters

    assert list(parameters) == list(model.model_fields)
    for name, parameter in parameters.items():
        assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
        required = model.model_fields[name].is_required()
        assert (parameter.default is inspect.Parameter.empty) == required
