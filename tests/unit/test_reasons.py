"""Whoever passes over a check, or catches whatever comes, says why beside it."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("generated", "runtime", "hal", "codegen", "benchmarks", "examples", "tests")

_NOQA = re.compile(r"# noqa(?!: [A-Z]+\d+(, [A-Z]+\d+)* -- \w)")
_IGNORE = re.compile(r"# (type|pyright): ignore(?!\[[\w, -]+\]  # \w)")
_BROAD = re.compile(r"\s*except\b.*\b(Base)?Exception(Group)?\b.*:")


def without_reason(source: str) -> Iterator[int]:
    """The lines that say none."""
    comments = {
        token.start[0]: token.string
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }
    for number, line in enumerate(source.splitlines(), start=1):
        comment = comments.get(number, "")
        broad = _BROAD.match(line) and not comment and number + 1 not in comments
        if broad or _NOQA.search(comment) or _IGNORE.search(comment):
            yield number


def test_every_exception_to_a_rule_has_its_reason() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        for number in without_reason(path.read_text(encoding="utf-8"))
    ]
    assert not found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import x  # noqa", True),
        ("import x  # noqa: S105", True),
        ("import x  # noqa: S105, E501 -- a help text", False),
        ("x = y  # type: ignore[misc]", True),
        ("x = y  # type: ignore[misc]  # wrong on purpose", False),
        ("x = y  # pyright: ignore[reportPrivateUsage]", True),
        ("try: x()\nexcept Exception:\n    pass", True),
        ("try: x()\nexcept (A, BaseException) as error:\n    pass", True),
        ("try: x()\nexcept Exception:  # a driver may raise anything\n    pass", False),
        ("try: x()\nexcept Exception:\n    # a driver may raise anything\n    pass", False),
        ("try: x()\nexcept OSError:\n    pass", False),
        ("x = '# noqa'", False),
    ],
)
def test_the_rule_finds_what_it_is_for(line: str, found: bool) -> None:
    assert bool([*without_reason(line)]) is found
