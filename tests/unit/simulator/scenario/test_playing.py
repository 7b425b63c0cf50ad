"""Scenarios, played: what passes, what fails, and what is told of it."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from pilotwire.connection import OcppVersion
from pilotwire.csms import Csms
from pilotwire.rpc import Transport
from pilotwire.simulator.scenario import Conditions, Outcome, UnplayableError, Verdict, read, run
from pilotwire.simulator.views import MessageView
from tests.unit.simulator.scenario.playing import CHARGING, HEADING, made, played

VERSIONS = ("1.6", "2.0.1", "2.1")


def passes(folder: Path, steps: str, heading: str = HEADING) -> None:
    outcome = played(folder, steps, heading)
    assert outcome.verdict is Verdict.PASSED


def failure(folder: Path, steps: str, heading: str = HEADING) -> Outcome:
    outcome = played(folder, steps, heading)
    assert outcome.verdict is Verdict.FAILED
    return outcome


# What fails, and how it is told.


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ('act = "unplug"', "unplug: EVSE 1: the plug is locked"),
        ('act = "unplug"\nrefused = "power"', 'it was to be refused with "power"'),
        ('act = "pause"\nrefused = "no"', 'pause was done; it was to be refused: "no"'),
        ('act = "plug_in"\nevse = 7', "plug_in.evse: there is no simulated EVSE 7"),
        (
            'expect = "evse"\nstatus = "Available"',
            "EVSE 1: status is Occupied, not Available, after",
        ),
        ('expect = "evse"\ntransaction = false', "EVSE 1: transaction is true, not false"),
        ('expect = "evse"\ncharging_state = "Idle"', "charging_state is Charging, not Idle"),
        ('expect = "evse"\ntoken = "X"', "EVSE 1: token is 04A1B2C3, not X"),
        ('expect = "evse"\nreserved = true', "EVSE 1: reserved is false, not true"),
        ('expect = "evse"\nfaults = ["OverVoltage"]', "faults are none, not OverVoltage"),
        ('expect = "evse"\nplugged = false', "EVSE 1: plugged is true, not false"),
        ('expect = "evse"\nlocked = false', "EVSE 1: locked is true, not false"),
        ('expect = "evse"\ncontactor_closed = false', "contactor_closed is true, not false"),
        ('expect = "evse"\noffered_a.at_most = 20', "offered_a is 32, not at most 20"),
        ('expect = "evse"\ncurrent_a = 10', "current_a is 16, not at least 9.95 and at most 10.05"),
        ('expect = "evse"\npower_w.at_least = 11041', "power_w is 11040, not at least 11041"),
        ('expect = "evse"\nsoc.at_most = 30', "soc is 40"),
        ('expect = "evse"\nevse = 2\nsoc.at_most = 30', "EVSE 2: soc is not known"),
        ('expect = "evse"\nevse = 9\nlocked = true', "there is no EVSE 9"),
        ('expect = "evse"\nconnector = 2\nlocked = true', "EVSE 1 has no connector 2"),
        ('expect = "station"\nrunning = false', "running is true, not false"),
        ('expect = "station"\nconnected = false', "connected is true, not false"),
        ('expect = "station"\naccepted = false', "accepted is true, not false"),
        ('expect = "station"\nversion = "1.6"', "version is 2.0.1, not 1.6"),
        ('expect = "station"\nwaiting.at_least = 1', "waiting is 0, not at least 1"),
        (
            'expect = "variable"\nname = "TxCtrlr.EVConnectionTimeOut"\nvalue = "7"',
            "TxCtrlr.EVConnectionTimeOut is 60, not 7",
        ),
        ('expect = "variable"\nname = "A.B"\nvalue = "7"', "there is no A.B"),
        (
            'expect = "variable"\nname = "A.B"\nvalue = "1"\nattribute = "Target"',
            "there is no A.B",
        ),
        ('expect = "energy"\nwh.at_least = 100', "EVSE 1 has given "),
        ('expect = "energy"\nevse = 0\nwh.at_most = -1', "the station has given "),
        ('expect = "energy"\nevse = 9\nwh = 0', "there is no simulated EVSE 9"),
        ('expect = "message"\naction = "Reset"', "no Reset came within 30 s"),
        (
            'expect = "message"\naction = "Reset"\nkind = "result"\nsent = true',
            "no answer to a Reset of the station came within 30 s",
        ),
        (
            'expect = "message"\naction = "Authorize"\npayload = { idToken.type = "Y", x = [1] }',
            'idToken.type is "ISO14443", not "Y"; there is no x',
        ),
        (
            'expect = "no_message"\naction = "TransactionEvent"\nseconds = 90',
            "none was to come within 90 s",
        ),
        ('call = "Juggle"', "Juggle: no CSMS of OCPP 2.0.1 sends"),
        ('call = "Reset"\npayload.type = "Hot"', "Reset: "),
        (
            'call = "ClearCache"\nanswer.status = "Rejected"',
            'ClearCache was answered {"status": "Accepted"}: status is "Accepted", not "Rejected"',
        ),
        ('call = "ClearCache"\nrefused = "NotSupported"', "it was to be refused"),
    ],
)
def test_what_is_not_as_it_was_to_be(step: str, told: str, tmp_path: Path) -> None:
    outcome = failure(tmp_path, f"{CHARGING}\n[[step]]\n{step}\n")
    assert told in outcome.what
    assert (outcome.step, outcome.line) == (4, 19)
    assert outcome.last[0] == "the last messages of CS-1:"
    assert any("-> TransactionEvent {" in line for line in outcome.last)
    assert str(outcome).splitlines()[1].startswith(f"{tmp_path}/mine.toml:19: step 4: ")


def test_what_was_asked_in_vain_is_told_with_what_came_instead(tmp_path: Path) -> None:
    steps = CHARGING + '[[step]]\nexpect = "message"\naction = "TransactionEvent"\n'
    outcome = failure(tmp_path, steps + 'payload.eventType = "Ended"\nwithin = 5\n')
    assert outcome.what.startswith(
        'no TransactionEvent with {"eventType": "Ended"} came within 5 s'
    )
    assert outcome.what.endswith('eventType is "Updated", not "Ended"')


def test_a_csms_that_does_not_accept_the_station(tmp_path: Path) -> None:
    heading = f'{HEADING}\n[csms]\nboots = [{{ status = "Rejected", interval = 600 }}]\n'
    outcome = failure(tmp_path, "[[step]]\nwait = 1\n", heading)
    assert outcome.what.startswith("the CSMS has not accepted CS-1 within 60 s")
    assert outcome.step is None
    assert outcome.line is None
    assert any('"status": "Rejected"' in line for line in outcome.last)


class Rude(Csms):
    """Says more than OCPP has in each answer that says nothing."""

    async def serve_transport(self, identity: str, transport: Transport) -> None:
        send = transport.send

        async def say(text: str) -> None:
            await send(text.replace(",{}]", ',{"x":1}]'))

        transport.send = say  # type: ignore[method-assign]  # it is the test's own link
        await super().serve_transport(identity, transport)


@pytest.mark.bad_frames
def test_messages_that_break_ocpp_are_a_failure_unless_they_are_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pilotwire.simulator.scenario.running.Csms", Rude)
    outcome = failure(tmp_path, "[[step]]\nwait = 1\n")
    assert outcome.what.startswith("the CSMS breaks OCPP 2.0.1 with message 4: ")
    assert outcome.step is None
    assert "(which is wrong: " in outcome.last[1]
    passes(tmp_path, "[[step]]\nwait = 1\n", "lenient = true\n" + HEADING)


# What is seen of messages.


def test_messages_are_expected_in_any_order_and_answer_once(tmp_path: Path) -> None:
    status = '[[step]]\nexpect = "message"\naction = "StatusNotification"\nwithin = 1\n'
    started = (
        '[[step]]\nexpect = "message"\naction = "TransactionEvent"\npayload.eventType = "Started"\n'
    )
    doing = '[[step]]\nact = "plug_in"\n[[step]]\nact = "swipe"\ntoken = "04A1B2C3"\n'
    passes(tmp_path, doing + started + status)
    passes(tmp_path, doing + status + started)
    assert failure(tmp_path, doing + status + started + status).step == 5


def test_what_came_before_something_was_done_counts_no_more(tmp_path: Path) -> None:
    boot = '[[step]]\nexpect = "message"\naction = "BootNotification"\nwithin = 1\n'
    passes(tmp_path, boot + "[[step]]\nwait = 1\n")
    assert failure(tmp_path, "[[step]]\nwait = 1\n" + boot).step == 2


def test_steps_are_for_versions(tmp_path: Path) -> None:
    steps = """
    [[step]]
    act = "plug_in"
    [[step]]
    versions = ["1.6"]
    expect = "message"
    action = "StatusNotification"
    payload = { connectorId = 1, status = "Preparing" }
    [[step]]
    versions = ["2.0.1", "2.1"]
    expect = "message"
    action = "StatusNotification"
    payload = { evseId = 1, connectorStatus = "Occupied" }
    """
    heading = 'versions = ["1.6", "2.0.1", "2.1"]\n'
    outcomes = list(run(made(tmp_path, steps, heading)))
    assert [each.verdict for each in outcomes] == [Verdict.PASSED] * 3
    assert [each.version for each in outcomes] == list(VERSIONS)
    spoken = [{message.version for message in each.messages["CS-1"]} for each in outcomes]
    assert spoken == [{"1.6"}, {"2.0.1"}, {"2.1"}]


def test_fields_are_kept_and_used_and_times_reckoned(tmp_path: Path) -> None:
    passes(
        tmp_path,
        CHARGING
        + """
        [[step]]
        expect = "message"
        action = "TransactionEvent"
        payload.eventType = "Started"
        keep = "started"

        [[step]]
        call = "GetTransactionStatus"
        payload.transactionId = "${started.transactionInfo.transactionId}"
        answer.ongoingIndicator = true

        [[step]]
        call = "ReserveNow"
        keep = "answer"
        [step.payload]
        id = 1
        evseId = 2
        expiryDateTime = "${now+600}"
        idToken = { idToken = "X", type = "Central" }

        [[step]]
        expect = "evse"
        evse = 2
        reserved = true

        [[step]]
        call = "GetTransactionStatus"
        payload.transactionId = "${answer.status}"
        answer.ongoingIndicator = false

        [[step]]
        wait = 605

        [[step]]
        expect = "evse"
        evse = 2
        reserved = false
        """,
    )


def test_what_was_not_kept_can_not_be_used(tmp_path: Path) -> None:
    step = '[[step]]\nexpect = "message"\naction = "BootNotification"\nkeep = "boot"\n'
    step += '[[step]]\ncall = "GetTransactionStatus"\npayload.transactionId = "${boot.reason.x}"\n'
    outcome = failure(tmp_path, step)
    assert outcome.what == "there is no x in what ${boot.reason.x} stands for"


def test_boots_are_answered_as_the_scenario_wants(tmp_path: Path) -> None:
    passes(
        tmp_path,
        """
        [[step]]
        boots = [{ status = "Pending", interval = 20 }, { status = "Accepted" }]

        [[step]]
        act = "restart"

        [[step]]
        expect = "message"
        action = "BootNotification"
        kind = "result"
        payload.status = "Pending"

        [[step]]
        expect = "station"
        connected = true
        accepted = false
        within = 1

        [[step]]
        expect = "station"
        accepted = true
        within = 25
        """,
    )


def test_commands_may_be_refused(tmp_path: Path) -> None:
    heading = HEADING + "files = false\n"
    call = '[[step]]\ncall = "UpdateFirmware"\n'
    call += (
        'payload = { requestId = 1, firmware = { location = "x", retrieveDateTime = "${now}" } }\n'
    )
    passes(tmp_path, call + 'refused = "NotSupported"\n', heading)
    assert "NotSupported" in failure(tmp_path, call, heading).what


def test_several_stations(tmp_path: Path) -> None:
    heading = 'versions = ["2.1"]\n[[station]]\nidentity = "A"\n[[station]]\nidentity = "B"\n'
    steps = '[[step]]\nact = "plug_in"\nstation = "B"\n'
    a = '[[step]]\nexpect = "evse"\nstatus = "Available"\n'
    b = '[[step]]\nexpect = "evse"\nstatus = "Occupied"\nstation = "B"\n'
    passes(tmp_path, steps + a + b, heading)
    passes(tmp_path, steps + b + a.replace("step]]", 'step]]\nstation = "A"'), heading)


def test_the_csms_knows_the_tokens_that_the_scenario_names(tmp_path: Path) -> None:
    steps = '[[step]]\nact = "swipe"\ntoken = "{}"\n[[step]]\nexpect = "message"\n'
    steps += 'action = "Authorize"\nkind = "result"\npayload.idTokenInfo.status = "{}"\n'
    heading = HEADING + '\n[csms]\ntokens = ["04A1B2C3"]\n'
    passes(tmp_path, steps.format("04A1B2C3", "Accepted"), heading)
    passes(tmp_path, steps.format("04FFFFFF", "Unknown"), heading)


# The same each time.


def telling(outcome: Outcome) -> list[MessageView]:
    return list(outcome.messages["CS-1"])


@pytest.mark.parametrize("version", VERSIONS)
def test_the_same_seed_says_the_same(version: str, tmp_path: Path) -> None:
    steps = CHARGING + '[[step]]\nact = "power_cut"\n[[step]]\nwait = 600\n'
    scenario = made(
        tmp_path, steps, 'versions = ["1.6", "2.0.1", "2.1"]\nseed = 5\nlatency = 0.05\n'
    )
    only = [OcppVersion(version)]
    [first] = run(scenario, Conditions(versions=only))
    [again] = run(scenario, Conditions(versions=only))
    [other] = run(scenario, Conditions(versions=only, seed=6))
    assert len(telling(first)) > 20
    assert telling(first) == telling(again)
    assert telling(first) != telling(other)
    assert (first.seed, other.seed) == (5, 6)
    assert telling(first)[0].at.isoformat() == "2026-03-01T12:00:00.050000+00:00"


def test_time_is_virtual_and_told(tmp_path: Path) -> None:
    outcome = played(tmp_path, "[[step]]\nwait = 86_400\n")
    assert 86_400 < outcome.seconds < 86_410


# Other conditions.


def test_versions_that_a_scenario_is_not_for_are_left_out(tmp_path: Path) -> None:
    scenario = made(tmp_path, "[[step]]\nwait = 1\n")
    [outcome] = run(scenario, Conditions(versions=[OcppVersion.V1_6]))
    assert outcome.verdict is Verdict.SKIPPED
    assert outcome.what == "it is for OCPP 2.0.1"


def test_the_identity_and_password_may_be_others(tmp_path: Path) -> None:
    conditions = Conditions(identity="DE*X*7", password=SecretStr("opensesame-and-more"))
    scenario = made(tmp_path, CHARGING)
    [outcome] = run(scenario, conditions)
    assert outcome.verdict is Verdict.PASSED
    assert list(outcome.messages) == ["DE*X*7"]
    assert "opensesame" not in repr(conditions)
    two = made(tmp_path, CHARGING, '[[station]]\nidentity = "A"\n[[station]]\nidentity = "B"\n')
    with pytest.raises(UnplayableError, match="several stations"):
        list(run(two, conditions))


@pytest.mark.parametrize(
    ("steps", "heading", "told"),
    [
        ('[[step]]\ncall = "ClearCache"\n', HEADING, r"mine.toml:\d+: step 1 is a command"),
        ("[[step]]\nboots = []\n", HEADING, "step 1 is a command"),
        ("[[step]]\nwait = 1\n", HEADING + '[csms]\nboots = [{status = "Pending"}]\n', "boots"),
    ],
)
def test_the_csms_of_others_takes_no_commands(
    steps: str, heading: str, told: str, tmp_path: Path
) -> None:
    scenario = made(tmp_path, steps, heading)
    with pytest.raises(UnplayableError, match=told):
        list(run(scenario, Conditions(csms="ws://127.0.0.1:1")))


# In Python.


def of_python(folder: Path, body: str) -> Outcome:
    (folder / "mine.py").write_text(
        "from pilotwire.simulator.acts import *\n"
        "from pilotwire.simulator.scenario import *\n\n"
        "@scenario(versions=['2.0.1'])\n"
        f"async def mine(play):\n    {body}\n"
    )
    [scenario] = read(folder / "mine.py")
    [outcome] = run(scenario)
    return outcome


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("await play.do(Unplug())", "unplug: "),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("assert 1 == 2, 'no'", "AssertionError: no"),
        ("await play.do(PlugIn(), station='X')", "there is no station 'X'"),
        ("await play.expect(EvseState(plugged=True))", "EVSE 1: plugged is false, not true"),
    ],
)
def test_a_function_fails_in_its_line(body: str, told: str, tmp_path: Path) -> None:
    outcome = of_python(tmp_path, body)
    assert outcome.verdict is Verdict.FAILED
    assert outcome.what.startswith(told)
    assert outcome.line == 6


def test_a_function_gets_what_it_asked_for(tmp_path: Path) -> None:
    outcome = of_python(
        tmp_path,
        "boot = await play.expect(Message(action='BootNotification'))\n"
        "    assert boot.payload['reason'] == 'PowerUp'\n"
        "    answer = await play.call('ClearCache')\n"
        "    assert answer == {'status': 'Accepted'}\n"
        "    done = await play.do(Send(action='Heartbeat'))\n"
        "    assert 'currentTime' in done.answer\n"
        "    await play.wait(5)\n"
        "    assert await play.do(Unplug(), refused='no ') is None",
    )
    assert outcome.verdict is Verdict.PASSED, outcome
