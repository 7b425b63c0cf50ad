"""Logs that the CSMS gets (2.x N01; 1.6 5.9, white paper N01)."""

import json
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from pilotwire.charging_station import ChargingStation, LogSpan
from pilotwire.events import LogUploadEnded, LogUploading, StationEvent
from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.diagnostics.assembly import Assembly
from pilotwire.station.transfer import TransferError, Trouble
from pilotwire.store import Store, StoreError
from tests.support.editions import IN_2X
from tests.support.scene import EPOCH, Opponent, Scene, now, scene
from tests.support.transfer import Shelf
from tests.support.virtual_time import virtual_time
from tests.unit.cli.commands import pilotwire

Log = v21.LogEnumType
Status = v21.LogStatusEnumType
Upload = v21.UploadLogStatusEnumType

PLACE = "http://files.example/logs/"

CUT = TransferError(Trouble.CUT, "the connection was lost")


def get_log(
    log_type: v21.LogEnumType = Log.DIAGNOSTICS_LOG,
    request_id: int = 1,
    url: str = PLACE,
    *,
    retries: int | None = None,
    interval: int | None = None,
    oldest: datetime | None = None,
    latest: datetime | None = None,
) -> v21.GetLogRequest:
    log = v21.LogParametersType(
        remote_location=url, oldest_timestamp=oldest, latest_timestamp=latest
    )
    return v21.GetLogRequest(
        log=log,
        log_type=log_type,
        request_id=request_id,
        retries=retries,
        retry_interval=interval,
    )


def get_diagnostics(
    url: str = PLACE,
    *,
    retries: int | None = None,
    interval: int | None = None,
    start: datetime | None = None,
    stop: datetime | None = None,
) -> v16.GetDiagnosticsRequest:
    return v16.GetDiagnosticsRequest(
        location=url,
        retries=retries,
        retry_interval=interval,
        start_time=start,
        stop_time=stop,
    )


def get_log16(
    request_id: int = 1, log_type: v16.LogEnumType = v16.LogEnumType.DIAGNOSTICS_LOG
) -> v16.GetLogRequest:
    log = v16.LogParametersType(remote_location=PLACE)
    return v16.GetLogRequest(log=log, log_type=log_type, request_id=request_id)


def told(s: Scene) -> list[tuple[str, int | None]]:
    """The statuses that the CSMS has heard, with the ids of their requests."""
    heard = s.csms.requests(v21.LogStatusNotificationRequest)
    return [(str(each.status), each.request_id) for each in heard]


def told16(s: Scene) -> list[str]:
    heard = s.csms.requests(v16.DiagnosticsStatusNotificationRequest)
    return [str(each.status) for each in heard]


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of a DiagnosticsLog."""
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


# One log.


@IN_2X
@virtual_time
async def test_a_diagnostics_log(version: str, tmp_path: Path) -> None:
    """N01.FR.01, N01.FR.02, N01.FR.04, N01.FR.07 to N01.FR.09, N01.FR.21."""
    shelf = Shelf()
    async with scene(version, evses=2, files=shelf.folder(tmp_path)) as s:
        s.evse.fail(FaultCode.GROUND_FAULT, "leak")
        await s.wait(5)
        before = len(s.csms.heard)
        answer = await s.csms.call(get_log(request_id=42))
        assert answer.status is Status.ACCEPTED
        assert len(s.csms.heard) == before, "the answer comes first"
        await s.wait(5)
        assert told(s) == [("Uploading", 42), ("Uploaded", 42)]
        assert answer.filename == "diagnostics_CS-0042_20260301T120006Z_42.zip"
        assert list(shelf.taken) == [PLACE + answer.filename]
        files = unpacked(shelf.taken[PLACE + answer.filename])
        logged = files["log.txt"].decode()
        assert "EVSE 1 is faulted: GroundFault: leak" in logged
        assert all(line.startswith("2026-03-01T12:00:0") for line in logged.splitlines())
        station = json.loads(files["station.json"])
        assert (station["vendor"], station["firmware_version"]) == ("Example", "1.0")
        assert [each["connectorStatus"] for each in station["evses"]] == ["Faulted", "Available"]
        assert station["csms"] == {
            "registration": "Accepted",
            "connected": True,
            "version": version,
        }
        variables = json.loads(files["variables.json"])
        assert {"variable": "SecurityCtrlr.Identity", "Actual": "CS-0042"} in variables
        assert b"StartupOfTheDevice" in files["security_log.jsonl"]


@IN_2X
@virtual_time
async def test_a_security_log(version: str, tmp_path: Path) -> None:
    """N01.FR.03: between the two times."""
    shelf = Shelf()
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        for number in range(3):
            await s.wait(10)
            s.station.security_event("TamperDetectionActivated", f"door {number}")
        tampered = [each.at for each in s.station.security_log() if each.tech_info]
        answer = await s.csms.call(
            get_log(Log.SECURITY_LOG, oldest=tampered[1], latest=tampered[1])
        )
        await s.wait(5)
        assert told(s) == [("Uploading", 1), ("Uploaded", 1)]
        assert answer.filename is not None
        (line,) = shelf.taken[PLACE + answer.filename].splitlines()
        assert json.loads(line) == {
            "timestamp": tampered[1].isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "type": "TamperDetectionActivated",
            "techInfo": "door 1",
        }


@IN_2X
@virtual_time
async def test_a_url_without_a_slash_is_used_as_it_is(version: str, tmp_path: Path) -> None:
    """N01.FR.29, N01.FR.25."""
    shelf = Shelf()
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        await s.csms.call(get_log(url="https://me:secret-word@files.example/put?to=7"))
        await s.wait(5)
        assert list(shelf.taken) == ["https://files.example/put?to=7"]
        (log,) = (unpacked(content)["log.txt"] for content in shelf.taken.values())
        assert b"secret-word" not in log


@IN_2X
@virtual_time
async def test_only_what_was_logged_in_that_time(version: str, tmp_path: Path) -> None:
    shelf = Shelf()
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        for minute in range(4):
            s.evse.fail(FaultCode.GROUND_FAULT, f"leak {minute}")
            await s.wait(30)
            s.evse.clear_fault(FaultCode.GROUND_FAULT)
            await s.wait(30)
        oldest, latest = EPOCH + timedelta(seconds=50), EPOCH + timedelta(seconds=150)
        await s.csms.call(get_log(oldest=oldest, latest=latest))
        await s.wait(5)
        (content,) = shelf.taken.values()
        logged = unpacked(content)["log.txt"].decode()
        assert [number for number in range(4) if f"leak {number}" in logged] == [1, 2]


@IN_2X
@virtual_time
async def test_a_password_in_the_url_is_nowhere_to_be_seen(
    version: str,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Not in the log, an event, a status, or what is exported of the store."""
    shelf, heard = Shelf(troubles=[CUT] * 2), list[StationEvent]()
    path = tmp_path / "store.db"
    url = "https://me:secret%22word@files.example/logs/?key=secret"
    caplog.set_level("DEBUG")
    with Store(path) as store:
        async with scene(
            version,
            files=shelf.folder(tmp_path / "files"),
            store=store,
            prepare=lambda station: station.listen(heard.append),
        ) as s:
            await s.csms.call(get_log(url=url, retries=1, interval=3600))
            await s.wait(10)
            copies = [
                shutil.copy(f"{path}{suffix}", f"{path}.copy{suffix}") for suffix in ("", "-wal")
            ]
            await s.wait(4000)
            assert told(s)[-1] == ("UploadFailure", 1)
            statuses = s.csms.requests(v21.LogStatusNotificationRequest)
    assert pilotwire("store", "export", copies[0]) == 0
    exported = capsys.readouterr().out
    assert "log_upload" in exported
    for text in (exported, caplog.text, repr(heard), repr(statuses)):
        assert "secret" not in text


# What can't be had.


@IN_2X
@pytest.mark.parametrize(
    ("request_", "why"),
    [
        (get_log(url="file:///etc/passwd"), "InvalidURL"),
        (get_log(url="gopher://files.example/"), "InvalidURL"),
        (get_log(url="http:///logs/"), "InvalidURL"),
        (get_log(Log.SECURITY_LOG, latest=EPOCH - timedelta(days=1)), "NotFound"),
        (get_log(latest=EPOCH - timedelta(days=1)), "NotFound"),
        (get_log(oldest=EPOCH + timedelta(days=1)), "NotFound"),
        (get_log(oldest=EPOCH, latest=EPOCH - timedelta(seconds=1)), "InvalidValue"),
    ],
)
@virtual_time
async def test_a_log_that_there_is_not(
    version: str, request_: v21.GetLogRequest, why: str, tmp_path: Path
) -> None:
    """N01.FR.05."""
    shelf = Shelf()
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        answer = await s.csms.call(request_)
        assert answer.status is Status.REJECTED
        assert answer.filename is None
        assert answer.status_info is not None
        assert answer.status_info.reason_code == why
        await s.wait(60)
        assert not told(s)
        assert not shelf.attempts


@virtual_time
async def test_the_log_of_a_data_collector(tmp_path: Path) -> None:
    """N01.FR.24: there is none here."""
    async with scene("2.1", files=Shelf().folder(tmp_path)) as s:
        answer = await s.csms.call(get_log(Log.DATA_COLLECTOR_LOG))
        assert answer.status is Status.REJECTED


@IN_2X
@virtual_time
async def test_a_station_without_a_folder_for_files(version: str) -> None:
    async with scene(version) as s:
        answer = await s.csms.call(get_log())
        assert answer.status is Status.REJECTED
        assert answer.status_info is not None
        assert answer.status_info.additional_info == "the station has no folder for files"


# Attempts.


@IN_2X
@virtual_time
async def test_it_is_tried_as_often_as_the_csms_says(version: str, tmp_path: Path) -> None:
    """N01.FR.10: a status after the last attempt; the file is the same."""
    shelf = Shelf(troubles=[CUT, CUT, CUT, CUT])
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        await s.csms.call(get_log(retries=3, interval=100))
        await s.wait(299)
        assert len(shelf.attempts) == 3
        assert told(s) == [("Uploading", 1)]
        await s.wait(5)
        assert len(shelf.attempts) == 4
        assert len(set(shelf.attempts)) == 1
        assert told(s) == [("Uploading", 1), ("UploadFailure", 1)]
        await s.wait(1000)
        assert len(shelf.attempts) == 4


@IN_2X
@virtual_time
async def test_no_retries(version: str, tmp_path: Path) -> None:
    shelf = Shelf(troubles=[CUT])
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        await s.csms.call(get_log(retries=0, interval=1))
        await s.wait(100)
        assert told(s) == [("Uploading", 1), ("UploadFailure", 1)]
        assert len(shelf.attempts) == 1


@IN_2X
@pytest.mark.parametrize(
    ("trouble", "status", "reason"),
    [
        (Trouble.UNREACHABLE, Upload.UPLOAD_FAILURE, "Unspecified"),
        (Trouble.UNTRUSTED, Upload.UPLOAD_FAILURE, "InvalidCertificate"),
        (Trouble.DENIED, Upload.PERMISSION_DENIED, "Unspecified"),
        (Trouble.NOT_FOUND, Upload.UPLOAD_FAILURE, "NotFound"),
        (Trouble.REDIRECTED, Upload.UPLOAD_FAILURE, "RedirectNotAllowed"),
        (Trouble.NOT_SUPPORTED, Upload.NOT_SUPPORTED_OPERATION, "Unspecified"),
        (Trouble.PROTOCOL, Upload.BAD_MESSAGE, "Unspecified"),
    ],
)
@virtual_time
async def test_what_a_failure_is_called(
    version: str,
    trouble: Trouble,
    status: v21.UploadLogStatusEnumType,
    reason: str,
    tmp_path: Path,
) -> None:
    """N01.FR.10, N01.FR.30."""
    shelf = Shelf(troubles=[TransferError(trouble, "in the way")])
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        await s.csms.call(get_log(retries=0))
        await s.wait(5)
        told = s.csms.requests(v21.LogStatusNotificationRequest)[-1]
        assert told.status is status
        if version == "2.0.1":
            assert told.status_info is None
        else:
            assert told.status_info is not None
            assert told.status_info.reason_code == reason
            assert told.status_info.additional_info == "in the way"


@IN_2X
@virtual_time
async def test_a_full_disk(version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        usage = "pilotwire.station.diagnostics.assembly.shutil.disk_usage"
        with monkeypatch.context() as full:
            full.setattr(usage, lambda _: type("", (), {"free": 1000})())
            await s.csms.call(get_log(retries=1, interval=60))
            await s.wait(30)
            assert not told(s)
        await s.wait(60)
        assert told(s) == [("Uploading", 1), ("Uploaded", 1)]


@IN_2X
@virtual_time
async def test_what_nobody_expects_costs_the_upload_alone(
    version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def make(*_: object) -> None:
        raise StoreError("the disk is damaged")

    shelf = Shelf()
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        with monkeypatch.context() as faulty:
            faulty.setattr(Assembly, "make", make)
            await s.csms.call(get_log(retries=1, interval=60))
            await s.wait(30)
            assert not told(s)
            await s.wait(60)
        assert told(s) == [("UploadFailure", 1)]
        await s.csms.call(get_log(request_id=2))
        await s.wait(5)
        assert told(s)[-1] == ("Uploaded", 2)


# A second request.


@IN_2X
@virtual_time
async def test_a_second_request_cancels_the_first(version: str, tmp_path: Path) -> None:
    """N01.FR.12, N01.FR.20."""
    shelf = Shelf(bytes_per_second=100)
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        await s.csms.call(get_log(request_id=1))
        await s.wait(5)
        before = len(s.csms.heard)
        shelf.bytes_per_second = 0
        answer = await s.csms.call(get_log(request_id=2))
        assert answer.status is Status.ACCEPTED_CANCELED
        assert len(s.csms.heard) == before, "the answer comes first"
        await s.wait(5)
        assert told(s) == [
            ("Uploading", 1),
            ("AcceptedCanceled", 1),
            ("Uploading", 2),
            ("Uploaded", 2),
        ]
        assert answer.filename is not None
        assert list(shelf.taken) == [PLACE + answer.filename]
        assert not list((tmp_path / "upload").iterdir())


@IN_2X
@virtual_time
async def test_also_one_that_waits_for_its_next_attempt(version: str, tmp_path: Path) -> None:
    shelf = Shelf(troubles=[CUT])
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        await s.csms.call(get_log(request_id=1, interval=3600))
        await s.wait(60)
        answer = await s.csms.call(get_log(request_id=2))
        assert answer.status is Status.ACCEPTED_CANCELED
        await s.wait(7200)
        assert told(s)[1:] == [("AcceptedCanceled", 1), ("Uploading", 2), ("Uploaded", 2)]
        assert len(shelf.attempts) == 2


@IN_2X
@virtual_time
async def test_three_at_once(version: str, tmp_path: Path) -> None:
    """Each is answered and told; the last is uploaded."""
    shelf = Shelf(bytes_per_second=100)
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        answers = [await s.csms.call(get_log(request_id=number)) for number in (1, 2)]
        shelf.bytes_per_second = 0
        answers.append(await s.csms.call(get_log(request_id=3)))
        assert [answer.status for answer in answers] == [
            Status.ACCEPTED,
            Status.ACCEPTED_CANCELED,
            Status.ACCEPTED_CANCELED,
        ]
        await s.wait(10)
        heard = told(s)
        assert heard[-2:] == [("Uploading", 3), ("Uploaded", 3)]
        ends = [each for each in heard if each[0] != "Uploading"]
        assert ends == [("AcceptedCanceled", 1), ("AcceptedCanceled", 2), ("Uploaded", 3)]


# Whatever happens meanwhile.


@IN_2X
@virtual_time
async def test_offline_the_end_is_told_later(version: str, tmp_path: Path) -> None:
    shelf = Shelf(bytes_per_second=500)
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        await s.csms.call(get_log())
        await s.wait(1)
        s.go_offline()
        await s.wait(300)
        assert shelf.taken
        s.go_online()
        await s.wait(120)
        assert told(s)[-1] == ("Uploaded", 1)
        assert [status for status, _ in told(s)].count("Uploaded") == 1


@pytest.mark.parametrize("second", [0.0, 0.02, 0.05, 3.0, 30.0])
@IN_2X
@virtual_time
async def test_a_power_cut(version: str, second: float, tmp_path: Path) -> None:
    """It is taken up again, and comes to its end."""
    store, shelf = Store(tmp_path / "store.db"), Shelf(bytes_per_second=1000)
    async with scene(version, files=shelf.folder(tmp_path / "files"), store=store) as s:
        await s.csms.call(get_log(request_id=7, retries=1, interval=10))
        await s.wait(second)
        before = told(s)
        hardware = SimulatedStation()
    finished = ("Uploaded", 7) in before
    async with scene(
        version, files=shelf.folder(tmp_path / "files"), store=store, hardware=hardware
    ) as s:
        await s.wait(120)
        assert [each[0] for each in [*before, *told(s)]].count("Uploaded") == 1
        assert finished or told(s)[-1] == ("Uploaded", 7)
        assert len(shelf.taken) == 1
        await s.wait(1000)
        assert len(shelf.taken) == 1


@IN_2X
@virtual_time
async def test_an_upload_that_never_outlasts_its_station(version: str, tmp_path: Path) -> None:
    """Each start counts as an attempt, so that it ends, and the CSMS hears of it."""
    store, shelf = Store(tmp_path / "store.db"), Shelf(bytes_per_second=1)
    async with scene(version, files=shelf.folder(tmp_path / "files"), store=store) as s:
        await s.csms.call(get_log(request_id=7, retries=2))
        await s.wait(5)
    for _ in range(2):
        async with scene(version, files=shelf.folder(tmp_path / "files"), store=store) as s:
            await s.wait(60)
            assert ("UploadFailure", 7) not in told(s)
    assert len(shelf.attempts) == 3
    async with scene(version, files=shelf.folder(tmp_path / "files"), store=store) as s:
        await s.wait(60)
        assert told(s) == [("UploadFailure", 7)]
        assert len(shelf.attempts) == 3


@IN_2X
@virtual_time
async def test_another_before_the_station_is_accepted_again(version: str, tmp_path: Path) -> None:
    """It is uploaded once, though an earlier one was to be taken up (B02.FR.02)."""
    store, shelf = Store(tmp_path / "store.db"), Shelf(bytes_per_second=10)
    folder = tmp_path / "files"
    async with scene(version, files=shelf.folder(folder), store=store) as s:
        await s.csms.call(get_log(request_id=7))
        await s.wait(5)
    csms = Opponent()
    csms.answer(
        v21.BootNotificationRequest,
        lambda _: v21.BootNotificationResponse(
            status=v21.RegistrationStatusEnumType.PENDING, current_time=now(), interval=60
        ),
    )
    async with scene(
        version, files=shelf.folder(folder), store=store, csms=csms, booted=False
    ) as s:
        await s.wait(10)
        answer = await s.csms.call(get_log(request_id=8))
        assert answer.status is Status.ACCEPTED_CANCELED
        del csms.scripts[v21.BootNotificationRequest]
        await s.wait(30000)
        assert told(s) == [("AcceptedCanceled", 7), ("Uploading", 8), ("Uploaded", 8)]
        assert len(shelf.attempts) == 2


@IN_2X
@virtual_time
async def test_a_reset(version: str, tmp_path: Path) -> None:
    shelf = Shelf(bytes_per_second=200)
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        await s.csms.call(get_log())
        await s.wait(2)
        await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
        await s.wait(600)
        assert told(s)[-1] == ("Uploaded", 1)


# What the CSMS asks for (F06).


def trigger() -> v21.TriggerMessageRequest:
    return v21.TriggerMessageRequest(
        requested_message=v21.MessageTriggerEnumType.LOG_STATUS_NOTIFICATION
    )


@IN_2X
@virtual_time
async def test_how_it_goes(version: str, tmp_path: Path) -> None:
    """F06.FR.14, F06.FR.15, N01.FR.13."""
    shelf = Shelf(bytes_per_second=100)
    async with scene(version, files=shelf.folder(tmp_path)) as s:
        await s.csms.call(trigger())
        await s.wait(1)
        assert told(s) == [("Idle", None)]
        await s.csms.call(get_log(request_id=3))
        await s.wait(5)
        await s.csms.call(trigger())
        await s.wait(1)
        assert told(s)[1:] == [("Uploading", 3), ("Uploading", 3)]
        shelf.bytes_per_second = 0
        await s.wait(600)
        await s.csms.call(trigger())
        await s.wait(1)
        assert told(s)[-2:] == [("Uploaded", 3), ("Idle", None)]


# 1.6.


@virtual_time
async def test_diagnostics_of_16(tmp_path: Path) -> None:
    """1.6 5.9, 6.25: the location is a folder, with or without a slash."""
    shelf = Shelf()
    async with scene("1.6", files=shelf.folder(tmp_path)) as s:
        for url in ("ftp://files.example/logs", "ftp://files.example/logs/"):
            shelf.taken.clear()
            answer = await s.csms.call(get_diagnostics(url))
            await s.wait(5)
            assert answer.file_name is not None
            assert answer.file_name.startswith("diagnostics_CS-0042_20260301T1200")
            (place,) = shelf.taken
            assert place == f"ftp://files.example/logs/{answer.file_name}"
        assert told16(s) == ["Uploading", "Uploaded"] * 2


@virtual_time
async def test_diagnostics_of_16_that_there_are_not(tmp_path: Path) -> None:
    """1.6 5.9: without a file there is no name."""
    async with scene("1.6", files=Shelf().folder(tmp_path)) as s:
        stop = EPOCH - timedelta(days=1)
        answer = await s.csms.call(get_diagnostics(stop=stop))
        assert answer.file_name is None
        answer = await s.csms.call(get_diagnostics("file:///tmp"))
        assert answer.file_name is None
        await s.wait(60)
        assert not told16(s)


@virtual_time
async def test_diagnostics_of_16_that_fail(tmp_path: Path) -> None:
    """1.6 4.4, errata 3.50: `retries` counts what follows the first attempt."""
    shelf = Shelf(troubles=[TransferError(Trouble.DENIED, "no")] * 3)
    async with scene("1.6", files=shelf.folder(tmp_path)) as s:
        await s.csms.call(get_diagnostics(retries=2, interval=5))
        await s.wait(60)
        assert told16(s) == ["Uploading", "UploadFailed"]
        assert len(shelf.attempts) == 3


@virtual_time
async def test_a_log_of_the_white_paper(tmp_path: Path) -> None:
    """White paper N01; it can't say that an upload was canceled."""
    shelf = Shelf(bytes_per_second=100)
    async with scene("1.6", files=shelf.folder(tmp_path)) as s:
        await s.csms.call(get_log16(1))
        await s.wait(5)
        shelf.bytes_per_second = 0
        answer = await s.csms.call(get_log16(2, v16.LogEnumType.SECURITY_LOG))
        assert answer.status is v16.LogStatusEnumType.ACCEPTED_CANCELED
        await s.wait(10)
        heard = s.csms.requests(v16.LogStatusNotificationRequest)
        assert [(str(each.status), each.request_id) for each in heard] == [
            ("Uploading", 1),
            ("UploadFailure", 1),
            ("Uploading", 2),
            ("Uploaded", 2),
        ]
        assert not told16(s)


@virtual_time
async def test_what_is_under_way_in_16(tmp_path: Path) -> None:
    """Each operation tells of its own uploads (1.6 4.4, white paper 5.13)."""
    shelf = Shelf(bytes_per_second=100)
    plain = v16.TriggerMessageRequest(
        requested_message=v16.MessageTrigger.DIAGNOSTICS_STATUS_NOTIFICATION
    )
    extended = v16.ExtendedTriggerMessageRequest(
        requested_message=v16.MessageTriggerEnumType.LOG_STATUS_NOTIFICATION
    )

    async def asked(s: Scene) -> tuple[str, str, int | None]:
        assert (await s.csms.call(plain)).status == "Accepted"
        assert (await s.csms.call(extended)).status == "Accepted"
        await s.wait(2)
        log = s.csms.requests(v16.LogStatusNotificationRequest)[-1]
        return told16(s)[-1], str(log.status), log.request_id

    async with scene("1.6", files=shelf.folder(tmp_path)) as s:
        assert await asked(s) == ("Idle", "Idle", None)
        await s.csms.call(get_diagnostics())
        await s.wait(5)
        assert await asked(s) == ("Uploading", "Idle", None)
        await s.csms.call(get_log16(9))
        await s.wait(5)
        assert await asked(s) == ("Uploading", "Uploading", 9)


@virtual_time
async def test_diagnostics_that_another_version_hears_of(tmp_path: Path) -> None:
    """What 1.6 has asked for has no id, which 2.x must have (N01.FR.13)."""
    store, shelf = Store(tmp_path / "store.db"), Shelf(bytes_per_second=100)
    async with scene("1.6", files=shelf.folder(tmp_path / "files"), store=store) as s:
        await s.csms.call(get_diagnostics())
        await s.wait(5)
    shelf.bytes_per_second = 0
    async with scene("2.1", files=shelf.folder(tmp_path / "files"), store=store) as s:
        await s.wait(60)
        assert len(shelf.taken) == 1
        assert not told(s)


# The application.


class Journal:
    """A source of logs."""

    def __init__(self, logs: Callable[[LogSpan], Mapping[str, bytes]]) -> None:
        self._logs = logs

    async def logs(self, span: LogSpan) -> Mapping[str, bytes]:
        return self._logs(span)


def failing(_: LogSpan) -> Mapping[str, bytes]:
    raise RuntimeError("no journal")


@virtual_time
async def test_logs_of_the_application(tmp_path: Path) -> None:
    """N01.FR.04; one that fails costs its own logs alone."""
    shelf, spans = Shelf(), list[LogSpan]()

    def journal(span: LogSpan) -> Mapping[str, bytes]:
        spans.append(span)
        return {"../../etc/journal.txt": b"from the journal"}

    def prepare(station: ChargingStation[SimulatedStation]) -> None:
        station.log_source(Journal(failing))
        station.log_source(Journal(journal))

    async with scene("2.1", files=shelf.folder(tmp_path), prepare=prepare) as s:
        await s.csms.call(get_log(latest=now()))
        await s.wait(5)
        (content,) = shelf.taken.values()
        files = unpacked(content)
        assert files["application/2_.._.._etc_journal.txt"] == b"from the journal"
        assert files["application/1_failed.txt"] == b"no journal\n"
        assert spans[0].latest is not None


@virtual_time
async def test_the_application_sees_how_it_goes(tmp_path: Path) -> None:
    shelf, heard = Shelf(troubles=[None, CUT]), list[StationEvent]()

    def prepare(station: ChargingStation[SimulatedStation]) -> None:
        station.listen(heard.append)

    async with scene("2.1", files=shelf.folder(tmp_path), prepare=prepare) as s:
        answer = await s.csms.call(get_log())
        await s.wait(5)
        await s.csms.call(get_log(retries=0))
        await s.wait(5)
        going = [each for each in heard if isinstance(each, LogUploading)]
        assert going[-1].sent == going[-1].size > 0
        assert going[-1].file_name == answer.filename
        ended = [each for each in heard if isinstance(each, LogUploadEnded)]
        assert [(str(each.status), each.why) for each in ended] == [
            ("Uploaded", None),
            ("UploadFailure", "the connection was lost"),
        ]
