"""Cases of 1.6: diagnostics (2.19), and the security log of the white paper (2.24)."""

from pathlib import Path

from pilotwire.ocpp import v16
from pilotwire.station.transfer import TransferError, Trouble
from tests.conformance.v16.play import case
from tests.support.transfer import Shelf
from tests.support.virtual_time import virtual_time


@virtual_time
async def test_TC_045_1_CS(tmp_path: Path) -> None:
    shelf = Shelf()
    async with case(files=shelf.folder(tmp_path)) as play:
        answer = await play.call(v16.GetDiagnosticsRequest(location="ftp://files.example/logs"))
        await play.expect(v16.DiagnosticsStatusNotificationRequest, status="Uploading")
        await play.expect(v16.DiagnosticsStatusNotificationRequest, status="Uploaded")
        assert list(shelf.taken) == [f"ftp://files.example/logs/{answer.file_name}"]


@virtual_time
async def test_TC_045_2_CS(tmp_path: Path) -> None:
    shelf = Shelf(troubles=[TransferError(Trouble.NOT_FOUND, "no such folder")])
    async with case(files=shelf.folder(tmp_path)) as play:
        location = "ftp://127.0.0.1:21/files/failedLocation"
        await play.call(v16.GetDiagnosticsRequest(location=location, retries=0))
        await play.expect(v16.DiagnosticsStatusNotificationRequest, status="Uploading")
        await play.expect(v16.DiagnosticsStatusNotificationRequest, status="UploadFailed")
        await play.silence(v16.DiagnosticsStatusNotificationRequest, seconds=600)
        assert len(shelf.attempts) == 1
        await play.charging()


@virtual_time
async def test_TC_079_CS(tmp_path: Path) -> None:
    shelf = Shelf()
    async with case(files=shelf.folder(tmp_path)) as play:
        request = v16.GetLogRequest(
            log=v16.LogParametersType(remote_location="http://files.example/logs/"),
            log_type=v16.LogEnumType.SECURITY_LOG,
            request_id=1,
        )
        await play.call(request, status="Accepted")
        await play.expect(v16.LogStatusNotificationRequest, status="Uploading", request_id=1)
        await play.expect(v16.LogStatusNotificationRequest, status="Uploaded", request_id=1)
        assert len(shelf.taken) == 1
