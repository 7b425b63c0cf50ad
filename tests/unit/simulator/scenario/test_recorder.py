"""What is done at stations is written down, and says the same when it is played."""

import asyncio
import tomllib
from collections.abc import Awaitable, Callable
from datetime import UTC
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from pilotwire.csms import Csms
from pilotwire.simulator import ActError, Simulator, Vehicle
from pilotwire.simulator.acts import (
    AnyAct,
    ClearFault,
    DataTransfer,
    Offline,
    PlugIn,
    PowerCut,
    PowerOn,
    RaiseFault,
    SetVariable,
    Swipe,
    Unplug,
)
from pilotwire.simulator.scenario import Outcome, Verdict, read, run
from pilotwire.simulator.scenario.patterns import pattern_of
from pilotwire.simulator.scenario.recorder import Recorder, record
from pilotwire.simulator.scenario.steps import Call, Do, Message
from pilotwire.simulator.scenario.writing import toml_of
from pilotwire.simulator.views import MessageView
from tests.support.virtual_time import virtual_time
from tests.unit.simulator.test_api import client_of
from tests.unit.simulator.world import IDENTITY, Noon, Scene, scene

VERSIONS = ("1.6", "2.0.1", "2.1")
TOKEN = "04A1B2C3"
STOP = {"1.6": "RemoteStopTransaction", "2.0.1": "RequestStopTransaction"}


def recorded(
    folder: Path,
    version: str,
    play: Callable[[Scene], Awaitable[None]],
    *,
    expectations: bool = True,
) -> tuple[str, list[MessageView]]:
    """What a recorder makes of it, and what was said."""
    found: list[Any] = []

    @virtual_time
    async def perform() -> None:
        chance = {whose: Random(f"1 {whose}") for whose in ("csms", "stations")}  # as in a replay
        csms = Csms(clock=Noon(), random=chance["csms"])
        async with scene(
            folder, versions=(version,), make_csms=lambda: csms, random=chance["stations"]
        ) as played:
            await asyncio.sleep(1)
            recorder = await record(played.simulator)
            await play(played)
            found.append(await recorder.toml(expectations=expectations))
            found.append(list(played.charger.messages.since(0)))

    perform()
    return found[0], found[1]


def replayed(folder: Path, text: str) -> Outcome:
    file = folder / "mine.toml"
    file.write_text(text, "utf-8")
    [scenario] = read(file)
    [outcome] = run(scenario)
    print(text, outcome)
    return outcome


async def a_day(played: Scene) -> None:
    """A session that is stopped from afar, a fault, a network and a power that go and come."""

    async def do(act: AnyAct, seconds: float) -> None:
        await played.do(act)
        await asyncio.sleep(seconds)

    await asyncio.sleep(3.25)
    await do(PlugIn(vehicle=Vehicle(soc=20, cable_a=20)), 2)
    await do(Swipe(token=TOKEN), 100)
    with pytest.raises(ActError):
        await played.do(Unplug())
    await do(Offline(seconds=50), 120)
    transaction = played.evse().transaction
    assert transaction is not None
    version = played.charger.network.version
    number: int | str = 1 if version == "1.6" else transaction.id
    action = STOP["1.6" if version == "1.6" else "2.0.1"]
    await played.simulator.call(IDENTITY, action, {"transactionId": number})
    await asyncio.sleep(20)
    await do(RaiseFault(evse=2), 5)
    await do(PowerCut(seconds=None), 30)
    await do(PowerOn(), 100)
    await do(ClearFault(evse=2), 20)
    await do(SetVariable(name="TxCtrlr.EVConnectionTimeOut", value="40"), 1)


def gist(messages: object) -> list[tuple[bool, str, str | None]]:
    """Who said what in which order."""
    assert isinstance(messages, list | tuple)
    views: list[MessageView] = list(messages)
    return [(each.sent, each.kind, each.action) for each in views]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_replay_says_the_same(version: str, tmp_path: Path) -> None:
    text, messages = recorded(tmp_path, version, a_day)
    outcome = replayed(tmp_path, text)
    assert outcome.verdict is Verdict.PASSED
    assert outcome.version == version
    assert gist(outcome.messages[IDENTITY]) == gist(messages)


def test_without_expectations_only_what_is_done_is_written_down(tmp_path: Path) -> None:
    text, _ = recorded(tmp_path, "2.0.1", a_day, expectations=False)
    assert replayed(tmp_path, text).verdict is Verdict.PASSED
    [scenario] = read(tmp_path / "mine.toml")
    kept = [each for each in scenario.steps if isinstance(each, Message)]
    assert [each.keep is not None for each in kept] == [True]
    acts = [each.act for each in scenario.steps if isinstance(each, Do)]
    assert acts[0] == PlugIn(vehicle=Vehicle(soc=20, cable_a=20))
    assert PowerCut(seconds=None) in acts
    assert Unplug() not in acts, "it was refused"


def test_a_replay_that_goes_otherwise_fails(tmp_path: Path) -> None:
    text, _ = recorded(tmp_path, "2.0.1", a_day)
    other = text.replace('eventType = "Started"', 'eventType = "Updated"')
    assert other != text
    assert replayed(tmp_path, other).verdict is Verdict.FAILED


def test_secrets_are_left_out(tmp_path: Path) -> None:
    secret = "opensesame-and-much-more"

    async def play(played: Scene) -> None:
        await played.do(SetVariable(name="SecurityCtrlr.BasicAuthPassword", value=secret))
        data: JsonValue = {
            "component": {"name": "SecurityCtrlr"},
            "variable": {"name": "BasicAuthPassword"},
            "attributeValue": secret,
        }
        await played.simulator.call(IDENTITY, "SetVariables", {"setVariableData": [data]})

    text, _ = recorded(tmp_path, "2.0.1", play)
    assert secret not in text
    assert "# Secrets were left out" in text
    assert text.count("(not shown)") == 3


def test_transactions_have_the_ids_of_the_replay(tmp_path: Path) -> None:
    text, _ = recorded(tmp_path, "1.6", a_day)
    (tmp_path / "mine.toml").write_text(text)
    [scenario] = read(tmp_path / "mine.toml")
    [call] = [each for each in scenario.steps if isinstance(each, Call)]
    [begun] = [each for each in scenario.steps if isinstance(each, Message) and each.keep]
    assert (begun.action, begun.kind) == ("StartTransaction", "result")
    assert call.payload == {"transactionId": f"${{{begun.keep}.transactionId}}"}


def test_a_recorder_begins_anew_and_ends(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            recorder = Recorder(played.simulator)
            assert not recorder.recording
            assert "act" not in await recorder.toml()
            await recorder.start()
            await played.do(PlugIn())
            assert (recorder.recording, recorder.deeds) == (True, 1)
            await recorder.start()
            await played.do(DataTransfer(vendor_id="x"))
            await recorder.stop()
            await played.do(Swipe(token=TOKEN))
            text = await recorder.toml(name="Mine")
            assert not recorder.recording
            assert not played.simulator.watchers
            data = tomllib.loads(text)
            assert data["name"] == "Mine"
            acts = [each["act"] for each in data["step"] if "act" in each]
            assert acts == ["data_transfer"]

    play()


def test_a_recording_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pilotwire.simulator.scenario.recorder.MOST_DEEDS", 2)

    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            recorder = await record(played.simulator)
            for _ in range(3):
                await played.do(Swipe(token=TOKEN))
            assert (recorder.recording, recorder.deeds, recorder.full) == (False, 2, True)
            assert "the end is missing" in await recorder.toml()

    play()


def test_recording_over_http(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, versions=("2.1",)) as played, client_of(played) as client:
            await client.start_recording()
            await client.do(IDENTITY, PlugIn())
            await asyncio.sleep(2)
            now = await client.recording()
            assert (now.recording, now.deeds, now.full) == (True, 1, False)
            assert 'expect = "message"' in now.scenario
            await client.stop_recording()
            end = await client.recording("Mine", expectations=False)
            assert not end.recording
            assert end.scenario.count("[[step]]") == 2
            assert 'name = "Mine"' in end.scenario

    play()


def test_there_are_stations_to_record_or_not() -> None:
    @virtual_time
    async def play() -> None:
        async with Simulator("ws://127.0.0.1:1") as simulator:
            assert tomllib.loads(await (await record(simulator)).toml())["name"] == "Recorded"

    play()


# How it is written.

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.recursive(
    st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
    | st.datetimes(timezones=st.just(UTC)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=20,
)


@given(st.dictionaries(TEXTS, VALUES, max_size=5))
def test_what_is_written_is_read_as_the_same(tables: dict[str, object]) -> None:
    assert tomllib.loads(toml_of(tables, ["a comment"])) == tables


def test_what_toml_does_not_have_is_left_out_or_told() -> None:
    assert tomllib.loads(toml_of({"a": None, "b": {"c": None, "d": [1, None]}})) == {
        "b": {"d": [1]}
    }
    assert tomllib.loads(toml_of({"a": "\ud800\x7f"})) == {"a": "\ufffd\x7f"}
    with pytest.raises(TypeError, match="bytes is nothing that TOML has"):
        toml_of({"a": b""})


def test_what_changes_is_not_expected() -> None:
    payload = {
        "timestamp": "2026-03-01T12:00:00Z",
        "expires": "2026-03-01T12:00:00Z",
        "transactionId": 5,
        "idTag": TOKEN,
        "meterStart": 7,
        "evse": {"id": 1, "seqNo": 3},
        "values": [{"value": 1.5}],
        "reasons": ["One", {"seqNo": 1}],
        "flag": False,
    }
    expected = {"idTag": TOKEN, "evse": {"id": 1}, "flag": False}
    assert pattern_of(payload) == expected  # type: ignore[arg-type]  # it is JSON
    assert pattern_of("text") == {}
