"""Acts in words: what is typed, what is suggested, and what is wrong with it."""

import re

import pytest

from pilotwire.hal.interfaces import FaultCode, TokenKind
from pilotwire.hal.simulated import Mishap
from pilotwire.simulator import ActError, Vehicle
from pilotwire.simulator.acts import (
    ACTS,
    AnyAct,
    Break,
    Clock,
    DataTransfer,
    ExternalLimit,
    Limit,
    Mend,
    Offline,
    Online,
    PlugIn,
    PowerCut,
    Priority,
    RaiseFault,
    Send,
    SetVariable,
    Speed,
    Start,
    Stop,
    Swipe,
    Unplug,
    read_act,
)
from pilotwire.simulator.prompt import WORDS, brief, explain, parse_act, suggest, usage
from pilotwire.station.vocabulary import Reason


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("plug", PlugIn()),
        (
            "plug 2 soc=20 battery_kwh=40.5",
            PlugIn(evse=2, vehicle=Vehicle(soc=20, battery_kwh=40.5)),
        ),
        ("plug iso15118=yes cable_a=none", PlugIn(vehicle=Vehicle(iso15118=True, cable_a=None))),
        ("unplug 1 force=on", Unplug(force=True)),
        ("card DEADBEEF", Swipe(token="DEADBEEF")),
        ("card 0815 2 kind=emaid", Swipe(token="0815", evse=2, kind=TokenKind.EMAID)),
        ("card 'a b'", Swipe(token="a b")),
        (
            "fault 1 groundfault info='it drips'",
            RaiseFault(code=FaultCode.GROUND_FAULT, info="it drips"),
        ),
        ("fault GroundFault", RaiseFault(code=FaultCode.GROUND_FAULT)),
        ("fault 0 code=EmergencyStop", RaiseFault(evse=0, code=FaultCode.EMERGENCY_STOP)),
        ("break lock-jam", Break(what=Mishap.LOCK_JAM)),
        ("break 2 'RCD trip'", Break(evse=2, what=Mishap.RCD_TRIP)),
        ("mend", Mend()),
        ("start DEADBEEF", Start(token="DEADBEEF")),
        ("start 2", Start(evse=2)),
        ("stop 1 emergencystop", Stop(reason=Reason.EMERGENCY_STOP)),
        ("offline", Offline()),
        ("offline 20 silent=yes", Offline(seconds=20, silent=True)),
        ("online", Online()),
        ("power-cut none", PowerCut(seconds=None)),
        (
            "set TxCtrlr.EVConnectionTimeOut 30",
            SetVariable(name="TxCtrlr.EVConnectionTimeOut", value="30"),
        ),
        ("set A.B a=b,c", SetVariable(name="A.B", value="a=b,c")),
        ("speed 60", Speed(factor=60)),
        ("clock none", Clock(offset_s=None)),
        ("limit 1 none", Limit()),
        ("limit 1 8.5", Limit(amperes=8.5)),
        ("external 0 12 critical=no", ExternalLimit(amperes=12, critical=False)),
        ("priority 1 off", Priority(activate=False)),
        ("send Heartbeat", Send(action="Heartbeat")),
        ("send X '{\"a\": [1]}'", Send(action="X", payload={"a": [1]})),
        (
            "data com.x m '{\"a\": 1}'",
            DataTransfer(vendor_id="com.x", message_id="m", data={"a": 1}),
        ),
        ("data com.x m words", DataTransfer(vendor_id="com.x", message_id="m", data="words")),
    ],
)
def test_a_line_is_an_act(line: str, act: AnyAct) -> None:
    assert parse_act(line) == act


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("juggle", "unknown word 'juggle'"),
        ("plug x", "plug_in.evse: Input should be a valid integer"),
        ("plug 1 2", "say: plug [EVSE] [NAME=VALUE ...]"),
        ("plug soc=full", "plug_in.vehicle.soc: "),
        ("plug soc=120", "plug_in.vehicle.soc: "),
        ("unplug force=1", "unplug.force: "),
        ("card", "swipe.token: Field required"),
        ("fault 1 nope", "fault.code: Input should be 'GroundFault'"),
        ("send X words", "'words' is no JSON"),
        ("send X [1]", "send.payload: "),
        ("card 'a", "no closing quotation"),
        ("online 3", "say: online"),
    ],
)
def test_a_line_that_is_none_is_told_why(line: str, text: str) -> None:
    with pytest.raises(ActError, match=re.escape(text)):
        parse_act(line)


def test_every_act_has_a_word_and_says_what_it_does() -> None:
    assert len(WORDS) == len(ACTS)
    for word, kind in WORDS.items():
        assert usage(word).startswith(word)
        assert set(kind.PLACES) <= set(kind.model_fields)
        assert 5 < len(brief(word)) < 100, brief(word)
        assert explain(word)[0] == usage(word)


def test_every_act_that_needs_nothing_reads_back_what_it_writes() -> None:
    for name, kind in ACTS.items():
        if not any(field.is_required() for field in kind.model_fields.values()):
            assert read_act(kind().model_dump(mode="json")) == kind()
            assert read_act({"act": name}) == kind()


@pytest.mark.parametrize("data", [None, [], "plug_in", {}, {"act": "juggle"}, {"act": None}])
def test_what_is_no_act_is_refused(data: object) -> None:
    with pytest.raises(ActError):
        read_act(data)


NAMES = {"name": ["TxCtrlr.EVConnectionTimeOut", "AuthCtrlr.Enabled"], "evse": ["1", "2"]}


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("pl", ["plug"]),
        ("power-", ["power-cut", "power-on"]),
        ("plug 1 so", ["soc="]),
        ("plug 1 soc=20 so", []),
        ("unplug ", ["1", "2", "connector=", "force="]),
        ("unplug force=", ["yes", "no"]),
        ("fault 1 Gr", ["GroundFault"]),
        ("fault 1 code=gr", ["GroundFault"]),
        ("break 1 l", ["lock-jam"]),
        ("set tx", ["TxCtrlr.EVConnectionTimeOut"]),
        ("card AB kind=eM", ["eMAID"]),
        ("juggle x", []),
    ],
)
def test_how_a_line_could_go_on_is_suggested(line: str, texts: list[str]) -> None:
    found = list(suggest(line, NAMES))
    assert [each.text for each in found] == texts
    for each in found:
        assert line[len(line) - each.replaces :].lower() == each.text[: each.replaces].lower()
