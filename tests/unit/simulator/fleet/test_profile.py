"""A fleet's profile is checked, and what is wrong is told with its line."""

from pathlib import Path
from random import Random

import pytest

from pilotwire.configuration import ConfigurationError
from pilotwire.hal.interfaces import ConnectorKind, FaultCode
from pilotwire.simulator.fleet import DEFAULT_TEXT, Profile, default_profile, read_profile
from pilotwire.simulator.fleet.profile import CURVES, drawn, numbered

SPANS = "a span is [least, most] or [least, usual, most], from 0 on, in that order"


def found(folder: Path, text: str) -> list[str]:
    path = folder / "city.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigurationError) as raised:
        read_profile(path)
    return [str(each).removeprefix(f"{folder}/") for each in raised.value.findings]


def read(folder: Path, text: str) -> Profile:
    path = folder / "city.toml"
    path.write_text(text, "utf-8")
    return read_profile(path)


def test_what_is_printed_is_what_counts_where_none_is_given(tmp_path: Path) -> None:
    profile = default_profile()

    assert read(tmp_path, DEFAULT_TEXT) == profile
    assert profile.drivers.hours == CURVES["city"]
    assert [kind.connector for kind in profile.station] == [
        ConnectorKind.TYPE2_SOCKET,
        ConnectorKind.TYPE2_CABLE,
        ConnectorKind.CCS2_CABLE,
    ]
    assert [fault.code for fault in profile.fault] == [
        FaultCode.GROUND_FAULT,
        FaultCode.EMERGENCY_STOP,
    ]
    assert profile.links.drops_a_day == 0.5


def test_an_empty_file_breaks_nothing_by_itself(tmp_path: Path) -> None:
    profile = read(tmp_path, "")

    assert not profile.fault
    assert profile.links.drops_a_day == 0


def test_all_that_is_wrong_is_told_with_its_line(tmp_path: Path) -> None:
    text = """\
[drivers]
a_day = -1
hour = "city"

[[station]]
evses = 0

[[fault]]
code = "Nonsense"
a_day = 1
seconds = [9, 3]
"""

    told = found(tmp_path, text)

    assert [each[:80] for each in told] == [
        "city.toml:2: drivers.a_day: should be greater than or equal to 0",
        "city.toml:3: drivers.hour: there is no such key; did you mean hours?",
        "city.toml:6: station[1].evses: should be greater than or equal to 1",
        "city.toml:9: fault[1].code: should be 'GroundFault', 'OvercurrentFault', 'OverVo",
        f"city.toml:11: fault[1].seconds: {SPANS}"[:80],
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[drivers]\nhours = "beach"', "hours are even, home, work, city, motorway, or 24 numbers"),
        ("[drivers]\nhours = [1, 2]", "hours are 24 numbers from 0 on, of which one at least is"),
        ("[drivers]\ncard = 0\nunplug = 0\nfull = 0", "of card, unplug and full one at least"),
        ("[drivers]\nsoc = [10, 100]", "soc is below 100"),
        ('[tokens]\npattern = "CARD"', "a pattern has {n}, or {n:06}, where its number is to be"),
        ('[tokens]\npattern = "A LONG ONE {n:012}"', "a token has at most 20 characters"),
        ('[[station]]\nconnector = "cCCS2"', "1 for DC"),
        ('[[station]]\nversions = ["3.0"]', "should be '1.6', '2.0.1' or '2.1'"),
        ("[drivers", "is no TOML"),
    ],
)
def test_what_can_not_be_is_refused(tmp_path: Path, text: str, told: str) -> None:
    [finding] = found(tmp_path, text)

    assert told in finding


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"none\.toml: cannot be read"):
        read_profile(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("pattern", "named"),
    [("CS-{n:05}", "CS-00017"), ("{n}", "17"), ("{n:1}", "17"), ("no {m} here", "no {m} here")],
)
def test_numbers_stand_where_a_pattern_has_them(pattern: str, named: str) -> None:
    assert numbered(pattern, 17) == named


def test_what_is_drawn_is_within_its_span() -> None:
    random = Random(5)

    assert all(2 <= drawn((2.0, 3.0), random) <= 3 for _ in range(100))
    usual = [drawn((0.0, 1.0, 10.0), random) for _ in range(500)]
    assert all(0 <= each <= 10 for each in usual)
    assert sum(usual) / len(usual) == pytest.approx(11 / 3, abs=0.4)
