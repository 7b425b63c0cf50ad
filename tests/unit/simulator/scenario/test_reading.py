"""Files of scenarios: what may stand in them, and what is told of one that can't be played."""

from pathlib import Path

import pytest

from pilotwire.configuration import ConfigurationError
from pilotwire.connection import OcppVersion
from pilotwire.simulator.acts import ACTS, Clock, PlugIn, PowerCut, Swipe, Vehicle
from pilotwire.simulator.scenario import EvseState, Message, Range, read
from pilotwire.simulator.scenario.model import NONE
from pilotwire.simulator.scenario.steps import Call, Do, Step, Wait
from tests.unit.simulator.scenario.playing import made


def findings(folder: Path, text: str, name: str = "mine.toml") -> list[str]:
    file = folder / name
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigurationError) as caught:
        read(file)
    return [str(each).removeprefix(f"{file}:") for each in caught.value.findings]


def test_a_file_says_the_same_as_the_words_in_python(tmp_path: Path) -> None:
    scenario = made(
        tmp_path,
        """
        [[step]]
        act = "plug_in"
        station = "CS-1"
        vehicle = { soc = 20, cable_a = "none" }

        [[step]]
        act = "swipe"
        token = "none"
        refused = "no power"

        [[step]]
        wait = 1.5
        versions = ["1.6"]

        [[step]]
        expect = "message"
        action = "StartTransaction"
        kind = "result"
        keep = "begun"

        [[step]]
        call = "RemoteStopTransaction"
        payload.transactionId = "${begun.transactionId}"

        [[step]]
        expect = "evse"
        offered_a = { at_least = 6 }
        power_w = 0
        """,
        heading='versions = ["1.6"]\n[[station]]\nidentity = "CS-1"\n',
    )
    assert scenario.name == "mine"
    assert scenario.heading.versions == (OcppVersion.V1_6,)
    assert list(scenario.steps) == [
        Do(act=PlugIn(vehicle=Vehicle(soc=20, cable_a=None)), station="CS-1"),
        Do(act=Swipe(token="none"), refused="no power"),
        Wait(wait=1.5, versions=(OcppVersion.V1_6,)),
        Message(action="StartTransaction", kind="result", keep="begun"),
        Call(call="RemoteStopTransaction", payload={"transactionId": "${begun.transactionId}"}),
        EvseState(offered_a=Range(at_least=6), power_w=Range(at_least=-0.005, at_most=0.005)),
    ]
    assert list(scenario.lines) == [5, 10, 15, 19, 25, 29]


def test_none_is_said_where_toml_has_no_word(tmp_path: Path) -> None:
    steps = (
        '[[step]]\nact = "power_cut"\nseconds = "none"\n[[step]]\nact = "clock"\noffset_s = "none"'
    )
    scenario = made(tmp_path, steps)
    assert list(scenario.steps) == [Do(act=PowerCut(seconds=None)), Do(act=Clock(offset_s=None))]
    assert NONE == "none"


def test_no_act_has_a_field_that_a_step_has() -> None:
    beside = {*Step.model_fields, "refused"}
    assert not [act for act, model in ACTS.items() if beside & set(model.model_fields)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [" step: is missing; add it"]),
        ("step = []", ["1: step: needs 1 at least"]),
        ("[[step]]\nwait == 1\n", ["2: is no TOML: Invalid value"]),
        ("[[step]]\nwait = 0", ["2: step[1].wait: should be greater than 0"]),
        ('[[step]]\nwait = "5"', ["2: step[1].wait: should be a valid number"]),
        (
            "[[step]]\nwait = 1\n\n[[step]]\nwit = 1",
            ["4: step[2]: needs act, wait, expect, call or boots, one of them: it has none"],
        ),
        (
            '[[step]]\nact = "plug_in"\nwait = 1',
            ["1: step[1]: needs act, wait, expect, call or boots, one of them: it has act and"],
        ),
        ('[[step]]\nact = "plug_in"\nevse = "1"', ["3: step[1].evse: should be a valid integer"]),
        (
            '[[step]]\nact = "plug_in"\n\nvehicle.socc = 1',
            ["4: step[1].vehicle.socc: there is no such key; did you mean soc?"],
        ),
        (
            '[[step]]\nact = "swipe"',
            ["1: step[1].token: is missing; add it"],
        ),
        (
            '[[step]]\nexpect = "message"\naction = "Reset"\nwithin = -1\nkind = "ask"',
            [
                "4: step[1].within: should be greater than 0",
                "5: step[1].kind: should be 'call', 'result', 'error' or 'send'",
            ],
        ),
        (
            '[[step]]\nexpect = "evse"\n[step.power_w]\nat_least = 2\nat_most = 1',
            ["3: step[1].power_w: at_least is more than at_most"],
        ),
        (
            '[[step]]\nexpect = "energy"\nwh = {}',
            ["3: step[1].wh: say at_least, at_most or both"],
        ),
        (
            '[[step]]\nwait = 1\nstation = "CS-2"',
            ["3: step[1].station: there is no such station; there is CS-1"],
        ),
        (
            'versions = ["1.6"]\n[[step]]\nwait = 1\nversions = ["2.1"]',
            ["4: step[1].versions: it is not played with 2.1"],
        ),
        (
            'versions = ["1.7"]\n[[step]]\nwait = 1',
            ["1: versions[1]: should be '1.6', '2.0.1' or '2.1'"],
        ),
        (
            '[[station]]\nidentity = "A"\n[[station]]\nidentity = "A"\n[[step]]\nwait = 1',
            ["4: station[2].identity: there is another station A"],
        ),
        (
            "start = 2026-03-01T12:00:00\n[[step]]\nwait = 1",
            ["1: start: a time has a time zone: 2026-03-01T12:00:00Z"],
        ),
        (
            '[[step]]\ncall = "Reset"\npayload.type = "${later.x}"',
            ["3: step[1].payload: no step before this keeps later"],
        ),
        (
            '[[step]]\ncall = "Reset"\npayload.type = "${la ter}"',
            ["3: step[1].payload: ${la ter} is no reference: ${name.field}, ${now} or ${now+60}"],
        ),
        ("[[step]]\nwait = 1\n[extra]\nx = 1", ["3: extra: there is no such key; there are"]),
        ("step = 5", ["1: step: should be a valid tuple"]),
        ("step = [5]", ["1: step[1]: should be a table"]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    text: str, expected: list[str], tmp_path: Path
) -> None:
    found = findings(tmp_path, text)
    assert len(found) == len(expected), found
    for one, other in zip(found, expected, strict=True):
        assert one.startswith(other), found


@pytest.mark.parametrize("word", ["act", "expect"])
def test_words_that_are_none_are_told_with_those_that_are(word: str, tmp_path: Path) -> None:
    [found] = findings(tmp_path, f'[[step]]\n{word} = "juggle"')
    first = {"act": "plug_in", "expect": "message"}[word]
    assert found.startswith(f"2: step[1].{word}: should be one of {first}, ")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for name in ("no.toml", "no.py"):
        with pytest.raises(ConfigurationError, match="cannot be read: No such file"):
            read(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def f(:\n", "1: is no Python: invalid syntax"),
        ("x = 1\n\ny = 1 / 0\n", "3: ZeroDivisionError: division by zero"),
        ("import nothing.at.all\n", "1: ModuleNotFoundError: No module named 'nothing'"),
        ("x = 1\n", " has no function that @scenario marks"),
    ],
)
def test_python_that_is_no_scenario(text: str, expected: str, tmp_path: Path) -> None:
    assert findings(tmp_path, text, "mine.py") == [expected]


def test_the_scenarios_of_a_python_file_are_its_own(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(
        "from dataclasses import dataclass\n"
        "from pilotwire.simulator.scenario import Heading, Play, scenario\n"
        "@dataclass\nclass Own:\n    x: 'int'\n"
        "@scenario(versions=['1.6'])\n"
        "async def one(play: Play) -> None:\n    '''What it shows.'''\n"
        "@scenario('Another', heading=Heading(seed=9))\nasync def two(play: Play) -> None: ...\n"
        "again = one\n"
    )
    one, two = read(tmp_path / "mine.py")
    assert (one.name, one.heading.about, one.heading.versions) == (
        "one",
        "What it shows.",
        ("1.6",),
    )
    assert (two.name, two.heading.seed, two.heading.versions) == ("Another", 9, None)
