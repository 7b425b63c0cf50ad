"""The console of the small CSMS: each command does what it says, and mistakes are told."""

import asyncio
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pilotwire.cli.console import Console
from pilotwire.cli.input import LONGEST_LINE, MOST_LINES, lines_of
from pilotwire.csms import Csms, SecurityEvent, Session
from pilotwire.csms.authority import Authority
from pilotwire.rpc import Handlers
from tests.support.editions import IN_2X, IN_ALL
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import WORDS, after, booted, new_csms
from tests.unit.csms.test_certificates import Folder, known_by, noon


@dataclass
class Operator:
    """Somebody at the console."""

    csms: Csms
    authority: Authority | None = None
    ended: bool = False
    told: list[Any] = field(default_factory=list[Any])

    async def says(self, line: str) -> Sequence[str]:
        """What the console answers."""
        return list(await Console(self.csms, self.authority, self._end).obey(line))

    def _end(self) -> None:
        self.ended = True

    def answers(self, handlers: Handlers, version: str, answers: Mapping[str, Any]) -> Handlers:
        """A station that answers so, and what it was told."""
        for action, answer in answers.items():
            response = getattr(WORDS[version], f"{action}Response").from_wire(answer)

            async def does(request: Any, *, response: Any = response) -> Any:
                self.told.append(request.to_wire())
                return response

            handlers.on(getattr(WORDS[version], f"{action}Request"), does)
        return handlers


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    authority = Authority(tmp_path / "ca", now=noon)
    return Operator(new_csms(authority=authority), authority)


@IN_ALL
@virtual_time
async def test_roots_of_a_station(version: str, operator: Operator) -> None:
    station, authority = Folder(version), operator.authority
    assert authority is not None
    async with booted(operator.csms, version, handlers=station.handlers):
        assert await operator.says("install CS-1") == ["Accepted"]
        assert await operator.says("installed CS-1") == ["none"]
        station.trusted.append(known_by(authority.root.certificate))
        serial = f"{authority.root.certificate.serial_number:x}"
        assert await operator.says("installed CS-1") == [f"CSMSRootCertificate {serial}"]
        assert await operator.says(f"delete CS-1 {serial}") == ["Failed"]
        assert await operator.says("delete CS-1 1f") == ["error: CS-1 has no certificate 1f"]


@IN_ALL
@virtual_time
async def test_firmware_of_a_station(version: str, operator: Operator, tmp_path: Path) -> None:
    """1.6 has a message of its own for what is signed."""
    update = "SignedUpdateFirmware" if version == "1.6" else "UpdateFirmware"
    accepted = {"status": "Accepted"}
    answers: dict[str, Any] = {"InstallCertificate": accepted, update: accepted}
    if version == "1.6":
        answers["UpdateFirmware"] = {}
    handlers = operator.answers(Handlers(), version, answers)
    url = "https://files.example/2.0.bin"
    image, certificate, signature = (tmp_path / name for name in ("image", "pem", "sig"))
    image.write_bytes(b"image")
    certificate.write_text("-----BEGIN CERTIFICATE-----")
    signature.write_text("c2lnb\nmVk\n")
    async with booted(operator.csms, version, handlers=handlers):
        assert await operator.says("trust-firmware CS-1") == ["Accepted"]
        assert await operator.says(f"update CS-1 {url}") == ["Accepted"]
        assert await operator.says(f"update-signed CS-1 {url} {image}") == ["Accepted"]
        assert await operator.says(f"update-with CS-1 {url} {certificate} {signature}") == [
            "Accepted"
        ]
        assert await operator.says(f"update-signed CS-1 {url} {tmp_path}/gone") == [
            f"error: there is no file '{tmp_path}/gone'"
        ]
        operator.authority = None
        [line] = await operator.says(f"update-signed CS-1 {url} {image}")
        assert line.startswith("error: the CSMS has no authority")
    root, plain, ours, theirs = operator.told
    assert root["certificateType"] == "ManufacturerRootCertificate"
    if version == "1.6":
        assert plain["location"] == url
    else:
        assert plain["firmware"]["location"] == url
        assert "signature" not in plain["firmware"]
    assert "BEGIN CERTIFICATE" in ours["firmware"]["signingCertificate"]
    assert theirs["firmware"]["signature"] == "c2lnbmVk"
    first = 1 if version == "1.6" else 2
    assert (ours["requestId"], theirs["requestId"]) == (first, first + 1)


@IN_ALL
@virtual_time
async def test_logs_of_a_station(version: str, operator: Operator) -> None:
    """1.6 has a message of its own for diagnostics."""
    named = {"status": "Accepted", "filename": "security.jsonl"}
    answers = {"GetLog": named}
    if version == "1.6":
        answers["GetDiagnostics"] = {"fileName": "diagnostics.zip"}
    handlers = operator.answers(Handlers(), version, answers)
    url = "https://files.example/"
    async with booted(operator.csms, version, handlers=handlers):
        diagnostics = "diagnostics.zip" if version == "1.6" else "security.jsonl"
        assert await operator.says(f"get-log CS-1 DiagnosticsLog {url}") == [diagnostics]
        assert await operator.says(f"get-log CS-1 SecurityLog {url}") == ["security.jsonl"]
        assert await operator.says(f"get-log CS-1 Diary {url}") == [
            "error: say DiagnosticsLog or SecurityLog, not Diary"
        ]
    first, second = operator.told
    if version == "1.6":
        assert first == {"location": url}
    else:
        assert first == {
            "log": {"remoteLocation": url},
            "logType": "DiagnosticsLog",
            "requestId": 1,
        }
    assert second["logType"] == "SecurityLog"


@IN_2X
@virtual_time
async def test_settings_in_2x(version: str, operator: Operator) -> None:
    result = {
        "component": {"name": "A"},
        "variable": {"name": "B"},
        "attributeStatus": "RebootRequired",
    }
    handlers = operator.answers(
        Handlers(),
        version,
        {
            "SetVariables": {"setVariableResult": [result]},
            "SetNetworkProfile": {"status": "Accepted"},
            "Reset": {"status": "Accepted"},
            "TriggerMessage": {"status": "Accepted"},
        },
    )
    async with booted(operator.csms, version, handlers=handlers):
        assert await operator.says("set CS-1 A.B[C] 'x y'") == ["RebootRequired"]
        assert await operator.says("set CS-1 A.B 1") == ["RebootRequired"]
        assert await operator.says("network CS-1 2 wss://a/b 2") == ["Accepted"]
        assert await operator.says("sign CS-1") == ["Accepted"]
        assert await operator.says("reset CS-1") == ["Accepted"]
        for name in ("A", "A.", ".B", "A.B[C", "A.BC]"):
            (said,) = await operator.says(f"set CS-1 {name} 1")
            assert said.startswith("error: ")
    first, second, profile, trigger, _ = operator.told
    assert first["setVariableData"] == [
        {
            "component": {"name": "A"},
            "variable": {"name": "B", "instance": "C"},
            "attributeValue": "x y",
        }
    ]
    assert second["setVariableData"][0]["variable"] == {"name": "B"}
    assert trigger == {"requestedMessage": "SignChargingStationCertificate"}
    older = {"ocppVersion": "OCPP20"} if version == "2.0.1" else {}
    assert profile == {
        "configurationSlot": 2,
        "connectionData": {
            "ocppInterface": "Wired0",
            "ocppTransport": "JSON",
            "messageTimeout": 30,
            "ocppCsmsUrl": "wss://a/b",
            "securityProfile": 2,
            **older,
        },
    }


@virtual_time
async def test_settings_in_16(operator: Operator) -> None:
    answers = {"ChangeConfiguration": {"status": "Accepted"}}
    handlers = operator.answers(Handlers(), "1.6", answers)
    async with booted(operator.csms, "1.6", handlers=handlers):
        assert await operator.says("set CS-1 CpoName 'Example Charging'") == ["Accepted"]
        (said,) = await operator.says("network CS-1 2 wss://a/b 2")
    assert said == "error: OCPP 1.6 has no network profiles"
    assert operator.told == [{"key": "CpoName", "value": "Example Charging"}]


@virtual_time
async def test_what_is_known_of_stations(operator: Operator) -> None:
    assert await operator.says("stations") == ["no station has connected yet"]
    async with booted(operator.csms, "2.1"):
        (said,) = await operator.says("stations")
        assert said == "CS-1: connected, OCPP 2.1, security profile unknown"
        assert await operator.says("events CS-1") == ["none"]
    record = operator.csms.stations["CS-1"]
    record.note(SecurityEvent(after(1), "StartupOfTheDevice"))
    record.note(SecurityEvent(after(2), "SettingSystemTime", "by +30 s"))
    assert await operator.says("allow CS-1 2") == ["done"]
    (said,) = await operator.says("stations")
    assert said == "CS-1: not connected, OCPP 2.1, security profile 2"
    assert await operator.says("events CS-1") == [
        "2026-06-01 12:00:01 StartupOfTheDevice",
        "2026-06-01 12:00:02 SettingSystemTime: by +30 s",
    ]


@virtual_time
async def test_the_authority(operator: Operator, tmp_path: Path) -> None:
    authority = operator.authority
    assert authority is not None
    authority.server_context("localhost")
    before = (tmp_path / "ca/server-ec.pem").read_text()
    (said,) = await operator.says("new-root")
    assert said.startswith("root 2 signs from now on: ")
    assert authority.root.number == 2
    assert (tmp_path / "ca/server-ec.pem").read_text() == before
    (said,) = await operator.says("new-server")
    assert said == "root 2 has signed a new certificate of the CSMS"
    assert (tmp_path / "ca/server-ec.pem").read_text() != before


@virtual_time
async def test_it_says_what_is_wrong(operator: Operator) -> None:
    for line, said in (
        ("install CS-9", "CS-9 is not connected"),
        ("events CS-9", "CS-9 has never connected"),
        ("allow CS-9 1", "CS-9 has never connected"),
        ("dance", "unknown command 'dance'; help lists all"),
        ("install", "say: install ID"),
        ("quit now", "say: quit"),
        ("set CS-1 'A", "No closing quotation"),
        ("network CS-1 two wss://a 2", "SLOT is a number, not 'two'"),
        ("network CS-1 2 wss://a two", "PROFILE is a number, not 'two'"),
    ):
        assert await operator.says(line) == [f"error: {said}"]
    assert await operator.says("") == []
    assert await operator.says("# a comment") == []
    alone = Operator(new_csms())
    for line in ("new-root", "new-server"):
        assert await alone.says(line) == ["error: the CSMS has no authority; see --tls"]
    async with booted(alone.csms, "2.1"):
        assert await alone.says("install CS-1") == ["error: this CSMS has no authority"]


@virtual_time
async def test_what_a_station_does_not_do_is_told(operator: Operator) -> None:
    async with booted(operator.csms, "2.1"):
        (said,) = await operator.says("sign CS-1")
    assert said.startswith("error: ")
    assert "NotSupported" in said


@virtual_time
async def test_help_and_the_end(operator: Operator) -> None:
    listed = await operator.says("help")
    assert [line.split()[0] for line in listed][:2] == ["help", "stations"]
    assert all("  " in line for line in listed)
    assert not operator.ended
    assert await operator.says("quit") == []
    assert operator.ended


def test_lines_come_as_they_are_written() -> None:
    async def scenario() -> None:
        reader, writer = os.pipe()
        lines = await lines_of(reader)
        os.write(writer, b"one\ntw")
        assert await lines.get() == "one"
        os.write(writer, b"o\n\n" + b"\xff" + b"\nend")
        assert [await lines.get() for _ in range(3)] == ["two", "", "\ufffd"]
        os.close(writer)
        assert [await lines.get() for _ in range(2)] == ["end", None]
        os.close(reader)

    asyncio.run(asyncio.wait_for(scenario(), 30))


def test_lines_that_nobody_wants_yet_wait() -> None:
    async def scenario() -> None:
        reader, writer = os.pipe()
        lines = await lines_of(reader)
        wanted = [f"{number}" for number in range(MOST_LINES + 50)]
        os.write(writer, "\n".join(wanted).encode())
        os.close(writer)
        while not lines.full():  # noqa: ASYNC110 -- a queue tells nobody that it is full
            await asyncio.sleep(0)
        assert lines.qsize() == MOST_LINES
        assert [await lines.get() for _ in wanted] == wanted
        assert await lines.get() is None
        os.close(reader)

    asyncio.run(asyncio.wait_for(scenario(), 10))


def test_a_line_without_end_takes_no_memory() -> None:
    async def scenario() -> None:
        reader, writer = os.pipe()
        lines = await lines_of(reader)
        for _ in range(100):
            os.write(writer, b"x" * 4096)
        os.close(writer)
        (line, end) = [await lines.get() for _ in range(2)]
        assert line is not None
        assert len(line) == LONGEST_LINE
        assert end is None
        os.close(reader)

    asyncio.run(asyncio.wait_for(scenario(), 30))


@IN_ALL
@virtual_time
async def test_sessions_are_started_and_stopped(version: str, operator: Operator) -> None:
    old = version == "1.6"
    names = ("RemoteStartTransaction", "RemoteStopTransaction") if old else ()
    start, stop = names or ("RequestStartTransaction", "RequestStopTransaction")
    unlocked = {"status": "Unlocked"}
    answers = {start: {"status": "Accepted"}, stop: {"status": "Rejected"}}
    handlers = operator.answers(Handlers(), version, {**answers, "UnlockConnector": unlocked})
    async with booted(operator.csms, version, handlers=handlers):
        assert await operator.says("sessions CS-1") == ["none"]
        assert await operator.says("start CS-1 04A1B2C3 2") == ["Accepted"]
        assert operator.told[-1]["connectorId" if old else "evseId"] == 2
        assert await operator.says("start CS-1 04A1B2C3") == ["Accepted"]
        assert await operator.says("stop CS-1 7") == ["Rejected"]
        assert operator.told[-1] == {"transactionId": 7 if old else "7"}
        assert await operator.says("stop CS-1") == ["error: 0 sessions go on: say TRANSACTION"]
        now = operator.csms.stations["CS-1"].boots[-1].at
        operator.csms.stations["CS-1"].sessions.append(Session(9 if old else "nine", now, 1))
        name = "9" if old else "nine"
        assert await operator.says("sessions CS-1") == [f"{name}: EVSE 1, going on"]
        assert await operator.says("stop CS-1") == ["Rejected"]
        assert operator.told[-1] == {"transactionId": 9 if old else "nine"}
        assert await operator.says("unlock CS-1 1") == ["Unlocked"]
        assert await operator.says("sessions CS-9") == ["error: CS-9 has never connected"]


@IN_ALL
@virtual_time
async def test_variables_are_asked_for(version: str, operator: Operator) -> None:
    name = "HeartbeatInterval" if version == "1.6" else "EVSE.1.2.Power[x]"
    place = {"name": "EVSE", "evse": {"id": 1, "connectorId": 2}}
    result = {"component": place, "variable": {"name": "Power", "instance": "x"}}
    if version == "1.6":
        got: dict[str, Any] = {
            "configurationKey": [{"key": "HeartbeatInterval", "readonly": False, "value": "60"}]
        }
        handlers = operator.answers(Handlers(), version, {"GetConfiguration": got})
    else:
        got = {
            "getVariableResult": [
                {**result, "attributeStatus": "Accepted", "attributeValue": "60"},
            ]
        }
        handlers = operator.answers(Handlers(), version, {"GetVariables": got})
    async with booted(operator.csms, version, handlers=handlers):
        assert await operator.says(f"get CS-1 {name}") == [f"{name} = 60"]
        told = operator.told[-1]
        assert told == ({"key": [name]} if version == "1.6" else {"getVariableData": [result]})


@IN_ALL
@virtual_time
async def test_any_request_is_sent(version: str, operator: Operator) -> None:
    handlers = operator.answers(Handlers(), version, {"ClearCache": {"status": "Accepted"}})
    async with booted(operator.csms, version, handlers=handlers):
        assert await operator.says("raw CS-1 ClearCache") == ['{"status": "Accepted"}']
        assert await operator.says("raw CS-1 ClearCache '{}'") == ['{"status": "Accepted"}']
        [wrong] = await operator.says("""raw CS-1 ClearCache '{"a": 1}'""")
        assert wrong.startswith("error: a: ")
        [wrong] = await operator.says("raw CS-1 Heartbeat")
        assert wrong == f"error: no CSMS of OCPP {version} sends a request 'Heartbeat'"
        [wrong] = await operator.says("raw CS-1 ClearCache x")
        assert wrong.startswith("error: JSON is an object")
        [wrong] = await operator.says("raw CS-1 ClearCache []")
        assert wrong.startswith("error: JSON is an object")
        assert await operator.says("raw CS-9 ClearCache") == ["error: CS-9 is not connected"]


@virtual_time
async def test_kinds_of_resets(operator: Operator) -> None:
    handlers = operator.answers(Handlers(), "2.1", {"Reset": {"status": "Accepted"}})
    async with booted(operator.csms, "2.1", handlers=handlers):
        assert await operator.says("reset CS-1") == ["Accepted"]
        assert await operator.says("reset CS-1 OnIdle") == ["Accepted"]
        assert [each["type"] for each in operator.told] == ["Immediate", "OnIdle"]
        [wrong] = await operator.says("reset CS-1 Hard")
        assert wrong == "error: KIND is Immediate, OnIdle, ImmediateAndResume, not 'Hard'"
        assert await operator.says("reset CS-1 OnIdle x") == ["error: say: reset ID [KIND]"]


@virtual_time
async def test_lines_are_completed(operator: Operator) -> None:
    async with booted(operator.csms, "2.0.1"):
        console = Console(operator.csms, None, lambda: None)

        def suggested(line: str) -> list[str]:
            return [each.text for each in console.suggest(line)]

        assert suggested("un") == ["unlock"]
        assert suggested("reset ") == ["CS-1"]
        assert suggested("reset CS-1 On") == ["OnIdle"]
        assert suggested("raw CS-1 GetV") == ["GetVariables"]
        assert suggested("raw CS-9 GetV") == []
        assert suggested("get-log CS-1 Sec") == ["SecurityLog"]
        assert suggested("priority CS-1 x o") == ["on", "off"]
        assert suggested("reset CS-1 OnIdle x") == []
        assert suggested("juggle ") == []
