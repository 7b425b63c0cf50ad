"""Comparing editions that differ at random: whom a change is said to break is whom it breaks.

Judged by instances: what one edition's schema accepts and the other's refuses.
"""

import copy
from random import Random

import pytest

from codegen.diff import Edition, compare
from tests.codegen.instances import SEED
from tests.codegen.test_diff import Schema, lamp, refused

PAIRS = 60
SIMPLE: tuple[Schema, ...] = (
    {},
    {"type": "boolean"},
    {"type": "integer"},
    {"type": "integer", "minimum": 1},
    {"type": "integer", "maximum": 4},
    {"type": "number"},
    {"type": "number", "minimum": -2},
    {"type": "number", "multipleOf": 0.1},
    {"type": "string"},
    {"type": "string", "maxLength": 2},
    {"type": "string", "format": "date-time"},
    {"type": "array", "items": {"type": "integer"}},
    {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 2},
    {"$ref": "#/definitions/ModeEnumType"},
)
MODES = ("On", "Off", "Dim", "2026-01-31T08:30:00Z")
KEPT = frozenset({"lamp", "customData"})
"""What the message keeps, so that instances come to the types."""


def change(schema: Schema, rng: Random) -> None:
    """Do one thing to the schema that an editor of it may do."""
    types = schema["definitions"]
    if rng.random() < 0.1:
        types["ModeEnumType"]["enum"] = rng.sample(MODES, rng.randint(1, 3))
        return
    owner = rng.choice((schema, types["LampType"], types["CustomDataType"]))
    fields, required = owner["properties"], set(owner.get("required", ()))
    free = [name for name in fields if name not in KEPT]
    match rng.choice(("put", "put", "put", "drop", "require", "close")):
        case "drop" if free:
            name = rng.choice(free)
            del fields[name]
            required.discard(name)
        case "require" if free:
            required ^= {rng.choice(free)}
        case "close":
            closed = owner.pop("additionalProperties", True) is False
            owner |= {} if closed else {"additionalProperties": False}
        case _:
            fields[rng.choice((*free, "new", "other"))] = rng.choice(SIMPLE)
    owner.pop("required", None)
    if required:
        owner["required"] = sorted(required)


def edition(schema: Schema) -> Edition:
    return Edition({"LampRequest": schema}, schema["definitions"])


@pytest.mark.parametrize("number", range(PAIRS))
def test_what_is_said_to_break_is_what_breaks(number: int) -> None:
    rng = Random(f"{SEED}.{number}")
    print(f"PILOTWIRE_SEED={SEED}")
    old = lamp()
    for _ in range(3):
        change(old, rng)
    new = copy.deepcopy(old)
    change(new, rng)

    changes = compare(edition(old), edition(new))

    assert any(c.breaks_senders for c in changes) == refused(old, new), changes
    assert any(c.breaks_receivers for c in changes) == refused(new, old), changes
