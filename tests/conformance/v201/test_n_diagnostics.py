"""Cases of block N, diagnostics (Part 6, 2.14): those about logs."""

from pathlib import Path

import pytest

from pilotwire.ocpp import v21
from pilotwire.station.transfer import TransferError, Trouble
from tests.conformance.v201.play import Play, case
from tests.support.editions import IN_2X
from tests.support.transfer import Shelf
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

PLACE = "http://files.example/logs/"
RETRY_INTERVAL = 30

BOTH = pytest.mark.parametrize("log_type", ["DiagnosticsLog", "SecurityLog"])


def get_log(
    log_type: str, request_id: int = 1, *, retries: int | None = None, interval: int | None = None
) -> v21.GetLogRequest:
    return v21.GetLogRequest(
        log_type=v21.LogEnumType(log_type),
        request_id=request_id,
        log=v21.LogParametersType(remote_location=PLACE),
        retries=retries,
        retry_interval=interval,
    )


async def told(play: Play, status: str, request_id: int = 1) -> None:
    """The next status of an upload."""
    await play.expect(v21.LogStatusNotificationRequest, status=status, request_id=request_id)


@virtual_time
async def test_TC_N_25_CS(version: str, tmp_path: Path) -> None:
    shelf = Shelf()
    async with case(version, files=shelf.folder(tmp_path)) as play:
        answer = await play.call(get_log("DiagnosticsLog"), status="Accepted")
        assert answer.filename
        await told(play, "Uploading")
        await told(play, "Uploaded")
        assert list(shelf.taken) == [PLACE + answer.filename]


@pytest.mark.parametrize("trouble", [Trouble.NOT_FOUND, Trouble.DENIED, Trouble.PROTOCOL])
@virtual_time
async def test_TC_N_26_CS(version: str, trouble: Trouble, tmp_path: Path) -> None:
    """With the erratum of 2024-12: each status is sent once, or four times."""
    shelf = Shelf(troubles=[TransferError(trouble, "no such folder")] * 4)
    async with case(version, files=shelf.folder(tmp_path)) as play:
        request = get_log("DiagnosticsLog", retries=3, interval=RETRY_INTERVAL)
        await play.call(request, status="Accepted")
        await told(play, "Uploading")
        failed = await play.expect(
            v21.LogStatusNotificationRequest,
            status={"UploadFailure", "BadMessage", "PermissionDenied"},
            request_id=1,
            limit=4 * RETRY_INTERVAL,
        )
        assert failed.status != "UploadFailure" or trouble is Trouble.NOT_FOUND
        assert len(shelf.attempts) == 4
        await play.silence(v21.LogStatusNotificationRequest, seconds=4 * RETRY_INTERVAL)
        assert len(shelf.attempts) == 4


@BOTH
@virtual_time
async def test_TC_N_34_CS(version: str, log_type: str) -> None:
    """A station without a folder for files has no logs."""
    async with case(version) as play:
        await play.call(get_log(log_type), status="Rejected")


@virtual_time
async def test_TC_N_35_CS(version: str, tmp_path: Path) -> None:
    shelf = Shelf()
    async with case(version, files=shelf.folder(tmp_path)) as play:
        await play.call(get_log("SecurityLog"), status="Accepted")
        await told(play, "Uploading")
        await told(play, "Uploaded")
        assert len(shelf.taken) == 1


@BOTH
@virtual_time
async def test_TC_N_36_CS(version: str, log_type: str, tmp_path: Path) -> None:
    shelf = Shelf(bytes_per_second=1)
    async with case(version, files=shelf.folder(tmp_path)) as play:
        await play.call(get_log(log_type), status="Accepted")
        await told(play, "Uploading")
        shelf.bytes_per_second = 0
        await play.call(get_log(log_type, 2), status="AcceptedCanceled")
        await told(play, "AcceptedCanceled")
        await told(play, "Uploading", 2)
        await told(play, "Uploaded", 2)
        assert len(shelf.taken) == 1
