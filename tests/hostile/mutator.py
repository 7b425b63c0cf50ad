"""What a peer can say wrong: valid messages with something in them changed, drawn from a seed.

Nothing here knows what is valid: a payload may be so in the end, too, and then mean what it says.
"""

import json
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

__all__ = ["Mutator"]

HALF = "\ud83d"
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 1.5, -0.0, 5e-324, 1e308, "", "1", "x"),
    *([], [None], [[]], {}, {"": None}, {"a": {"b": []}}),
)
NUMBERS: tuple[Any, ...] = (
    *(0, -1, 1, 2, 0.5, 86_400, 2**31 - 1, 2**31, 2**53 + 1, 2**63 - 1, 2**63, 2**64, 10**30),
    *(-(2**31) - 1, -(2**63) - 1, 10**400, -(10**400), 1e308, -1e308, 1e-320),
)
TEXTS = (
    *("", " ", "\x00", "\x1b[2J\x07\r\n", "\u202e\u2028\ufeff", HALF, f"a{HALF}b", "\udd0c\ud83d"),
    *("x" * 21, "x" * 51, "x" * 256, "x" * 513, "\U0001f50c" * 300, "x" * 20_000, "%s%n{0}{}"),
    *("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59-23:59"),
    *("2126-01-01T00:00:00Z", "2026-03-01T12:00:00", "2026-02-30T00:00:00Z", "now"),
    *("Accepted", "Rejected", "accepted", "0", "1e400", "-1", "NaN", "http://\x00", "__class__"),
)
NAMES = ("extra", "", "__class__", "self", "status", "\x1b[2J\n", HALF, "model_config", "x" * 5000)
IDS: tuple[Any, ...] = (
    *("", "-1", "0", "x" * 36, "x" * 37, "x" * 5000, HALF, "\x1b[2J\n", "\u202e"),
    *(None, 0, 1, -1, 1.5, True, [], {}, ["1"]),
)
TYPES: tuple[Any, ...] = (
    *(0, 1, 2, 3, 4, 5, 6, 7, 99, 1000, -1, 10**30, 2.0, 3.0, "2", "3", True, None, [2], {}),
)
CODES: tuple[Any, ...] = (
    *("InternalError", "SecurityError", "FormationViolation", "Nonsense", "", "x" * 5000),
    *("\x1b[2J\n", HALF, None, 5, {}, ["GenericError"]),
)
DEPTHS = (30, 64, 65, 200, 5_000, 100_000)
RAW = ("NaN", "-Infinity", "1e999", "-1e400", "1" * 5000, "01", "'x'", "undefined", "1.", "\\u12")
SCRAPS = ("", " ", "[]", "{}", "null", "2", '"2"', "[2]", "[3,", "[", "[" * 10_000)
_MARK = "~raw~"

Parts = list[Any]


class Mutator:
    """Says things wrong; what comes out depends on `random` alone."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._serial = 0
        self._raw: list[str] = []
        """What stands in the text of the next frame, as it is, in the places of marks."""
        self._frames: tuple[Callable[[Parts], None], ...] = (
            self._other_type,
            self._other_id,
            self._other_length,
            self._other_part,
            self._swapped,
            self._an_error,
        )
        self._texts: tuple[Callable[[str], str], ...] = (
            self._cut_short,
            self._one_character,
            lambda text: text + self._random.choice((" ", "]", text, "\x00", "garbage")),
            lambda text: self._random.choice((" \n\t", "\ufeff", "[", ",", "\x00")) + text,
            lambda text: text.replace(
                "{", '{"twice":1,"twice":2' + ("," if "{}" not in text else ""), 1
            ),
            lambda text: text.replace('"', "'"),
            lambda _: self._random.choice(
                ("", " ", "[]", "{}", "null", "2", '"2"', "[2]", "[3,", "[")
            ),
            self._too_long,
        )

    def new_id(self) -> str:
        """An id that no other message had."""
        self._serial += 1
        return f"h{self._serial}"

    def payload(self, valid: Any) -> Any:
        """A payload with up to three things changed."""
        changed = deepcopy(valid)
        for _ in range(self._random.choice((1, 1, 1, 2, 3))):
            changed = self._changed(changed)
        return changed

    def texts(self, parts: Parts, *, keep: float = 0.1) -> list[str]:
        """What is sent instead of a frame: one text as a rule, the same again, or none.

        Args:
            parts: The frame, whose last element is the payload.
            keep: How often it stays as it is.
        """
        draw = self._random.random()
        said = deepcopy(parts)
        if draw < keep:
            return [self._text(said)]
        if draw < 0.7:
            said[-1] = self.payload(said[-1])
        elif draw < 0.85:
            self._random.choice(self._frames)(said)
        text = self._text(said)
        if draw >= 0.85:
            text = self._random.choice(self._texts)(text)
        return [text] * self._random.choice((1, 1, 1, 1, 1, 1, 1, 1, 2, 3))

    # Payloads.

    def _changed(self, value: Any) -> Any:
        """One thing changed, at any depth of a value that is the caller's to change."""
        random = self._random
        if isinstance(value, dict) and value and random.random() < 0.75:
            name = random.choice(list(value))
            value[name] = self._changed(value[name])
            return value
        if isinstance(value, list) and value and random.random() < 0.75:
            at = random.randrange(len(value))
            value[at] = self._changed(value[at])
            return value
        draw = random.random()
        if draw < 0.1:
            return self._any(*VALUES)
        if draw < 0.15:
            return self._as_it_is(random.choice(RAW))
        if draw < 0.2:
            return self._deep()
        return self._of_its_kind(value)

    def _of_its_kind(self, value: Any) -> Any:
        random = self._random
        match value:
            case dict():
                if value and random.random() < 0.5:
                    del value[random.choice(list(value))]
                else:
                    value[random.choice(NAMES)] = self._any(*VALUES)
                return value
            case list():
                number = random.choice((0, 2, 3, 300))
                return deepcopy(value or [None]) * number
            case bool() | None:
                return self._any(*VALUES)
            case int() | float():
                return random.choice(NUMBERS)
            case _:
                return random.choice(TEXTS)

    def _deep(self) -> str:
        depth = self._random.choice(DEPTHS)
        opening, inner, closing = self._random.choice((("[", "", "]"), ('{"a":', "0", "}")))
        return self._as_it_is(opening * depth + inner + closing * depth)

    def _as_it_is(self, words: str) -> str:
        self._raw.append(words)
        return f"{_MARK}{len(self._raw) - 1}"

    def _any(self, *values: Any) -> Any:
        """One of them, and a copy, as it may be changed in turn."""
        return deepcopy(self._random.choice(values))

    # Frames.

    def _other_type(self, parts: Parts) -> None:
        parts[0] = self._any(*TYPES)

    def _other_id(self, parts: Parts) -> None:
        earlier = f"h{self._random.randint(max(self._serial - 5, 1), self._serial + 1)}"
        parts[1] = self._random.choice((*IDS, earlier, earlier, earlier))

    def _other_length(self, parts: Parts) -> None:
        if self._random.random() < 0.5:
            del parts[self._random.randrange(len(parts))]
        else:
            parts.insert(self._random.randint(0, len(parts)), self._any(*VALUES))

    def _other_part(self, parts: Parts) -> None:
        values = (*VALUES, *TEXTS, *NUMBERS, self._as_it_is(self._random.choice(RAW)), self._deep())
        parts[self._random.randrange(1, len(parts))] = self._random.choice(values)

    def _swapped(self, parts: Parts) -> None:
        self._random.shuffle(parts)

    def _an_error(self, parts: Parts) -> None:
        random = self._random
        details = random.choice((*VALUES, {"a": HALF}, self._deep(), {"a": "x" * 5000}))
        words: Any = random.choice((*TEXTS, None, 5, []))
        error: Parts = [random.choice((4, 4, 4, 5)), parts[1], random.choice(CODES), words, details]
        parts[:] = error[: random.choice((5, 5, 5, 5, 4, 3, 2, 1))]

    # Texts.

    def _text(self, parts: Parts) -> str:
        text = json.dumps(parts, separators=(",", ":"), ensure_ascii=self._random.random() < 0.5)
        raw, self._raw = self._raw, []
        for number, words in enumerate(raw):
            text = text.replace(f'"{_MARK}{number}"', words)
        return text

    def _cut_short(self, text: str) -> str:
        return text[: self._random.randrange(len(text))]

    def _one_character(self, text: str) -> str:
        at = self._random.randrange(len(text))
        return text[:at] + self._random.choice('[]{},:"\\0 \x00\x1f\u2028') + text[at + 1 :]

    def _too_long(self, text: str) -> str:
        if self._random.random() < 0.9:  # it takes its time
            return text + " " * 1000
        return text[:-1] + " " * 2**20 + text[-1:]
