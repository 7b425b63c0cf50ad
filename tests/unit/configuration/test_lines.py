"""Where in a TOML text something stands: each place that tomllib knows, in its line."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.configuration.lines import Place, lines_of

ROOT = Path(__file__).parents[3]
FILES = sorted(
    [
        *ROOT.glob("*.toml"),
        *ROOT.glob("schemas/**/*.toml"),
        *ROOT.glob("hal/**/*.toml"),
        *ROOT.glob("runtime/**/*.toml"),
    ]
)

HARD = '''\
a.b = 1   # [no.table]
"a.b" = 2
'q "x"' = "]"

[t]
text = """
[not.a.table]
k = 1
"""
raw = \'\'\'
# no comment, "
\'\'\'
list = [  # comment, ]
  "one", "#",
  [ "two" ],
  { k = 1, l.m = [ 3 ] },
]
empty = []
when = 1979-05-27T07:32:00Z

[[t.sub]]
k = 1
[t.sub.inner]
k = { x = "}" , "y z" = [] }
[[t.sub]]
[[t.sub.sub]]
k = 3
[t.after]
quote = """a "quoted" \\""" text"""""
end = true
'''


def places(data: object, before: Place = ()) -> Iterator[Place]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*before, key)
            yield from places(value, (*before, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield (*before, number)
            yield from places(value, (*before, number))


def test_there_are_files() -> None:
    assert len(FILES) > 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_of_every_file_here(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = lines_of(text)
    assert set(lines) == set(places(tomllib.loads(text)))
    written = text.splitlines()
    for place, line in lines.items():
        if isinstance(place[-1], str):
            assert place[-1] in written[line - 1]


def test_of_all_that_toml_has() -> None:
    lines = lines_of(HARD)
    assert set(lines) == set(places(tomllib.loads(HARD)))
    written = HARD.splitlines()

    def line(*place: str | int) -> str:
        return written[lines[place] - 1]

    assert line("a", "b").startswith("a.b = 1")
    assert line("a.b").startswith('"a.b"')
    assert line("t", "list", 1) == line("t", "list", 0) == '  "one", "#",'
    assert line("t", "list", 2, 0) == '  [ "two" ],'
    assert line("t", "list", 3, "l", "m", 0) == "  { k = 1, l.m = [ 3 ] },"
    assert lines["t", "sub", 0] + 1 == lines["t", "sub", 0, "k"]
    assert lines["t", "sub", 1] > lines["t", "sub", 0, "inner", "k", "y z"]
    assert line("t", "sub", 1, "sub", 0, "k") == "k = 3"
    assert line("t", "after", "end") == "end = true"


def test_of_lines_that_windows_ends() -> None:
    assert lines_of("a = 1\r\n[t]\r\nb = 2\r\n") == {("a",): 1, ("t",): 2, ("t", "b"): 3}


@given(st.text(alphabet="ab.=\"'[]{},#\n \\", max_size=40))
def test_of_what_is_no_toml_it_ends(text: str) -> None:
    lines = lines_of(text)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert set(lines) == set(places(data))
