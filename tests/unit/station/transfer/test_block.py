"""What a station moves files with, and what it says of that (FileTransferProtocols)."""

import subprocess
import sys
from pathlib import Path

import pytest

from pilotwire.charging_station import CertificateFolder, FileFolder, FolderInUseError
from pilotwire.ocpp import v16
from pilotwire.station.transfer import (
    Attempts,
    BadLocationError,
    Outgoing,
    TransferError,
    Transfers,
    Trouble,
)
from pilotwire.station.transfer import carrier as carrier_module
from tests.support.device_model import address, value_of
from tests.support.scene import Scene, scene
from tests.support.tls import authority, trust
from tests.support.transfer import Shelf
from tests.support.virtual_time import virtual_time

URL = "https://files.example/firmware.bin"


def block(s: Scene) -> Transfers:
    station = s.station._station
    assert station is not None
    return station.blocks[Transfers]


@virtual_time
async def test_files_come_and_go(tmp_path: Path) -> None:
    shelf = Shelf({URL: b"new"}, troubles=[TransferError(Trouble.CUT, "once")])
    async with scene("2.1", files=shelf.folder(tmp_path / "files")) as s:
        transfers = block(s)
        assert transfers.folder is not None
        target = transfers.folder / "firmware.bin"
        at = transfers.located(URL)

        done = await Attempts(1, 5).make(lambda: transfers.download(at, target))
        log = Outgoing(done.path, "log.gz")
        await transfers.upload(log, transfers.located("ftp://logs.example/log.gz"))

        assert target.read_bytes() == b"new"
        assert shelf.taken == {"ftp://logs.example/log.gz": b"new"}
        await transfers.discard(target)
        assert [each.name for each in transfers.folder.iterdir()] == ["log"]


@pytest.mark.parametrize("version", ["1.6", "2.0.1", "2.1"])
def test_what_there_is_is_told(version: str, tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(version, files=Shelf().folder(tmp_path / "files")) as s:
            if version == "1.6":
                key = "SupportedFileTransferProtocols"
                told = await s.csms.call(v16.GetConfigurationRequest(key=[key]))
                [value] = told.configuration_key or []
                assert value.value == "FTP,FTPS,HTTP,HTTPS"  # 1.6 has no word for another
            else:
                place = address("OCPPCommCtrlr.FileTransferProtocols")
                assert await value_of(s, place) == "FTP,FTPS,HTTP,HTTPS,SFTP"

    play()


@virtual_time
async def test_without_a_folder_there_is_nothing(tmp_path: Path) -> None:
    async with scene("2.1") as s:
        with pytest.raises(BadLocationError, match="no folder"):
            block(s).located(URL)
        assert await value_of(s, address("OCPPCommCtrlr.FileTransferProtocols")) == ""


def test_without_the_extra_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrier_module, "find_spec", lambda name: None)

    @virtual_time
    async def play() -> None:
        async with scene("2.1", files=FileFolder(tmp_path / "files")) as s:
            assert block(s).protocols == ()
            with pytest.raises(BadLocationError, match=r"pilotwire\[transfer\]"):
                block(s).located(URL)

    play()


@virtual_time
async def test_without_known_hosts_there_is_no_sftp(tmp_path: Path) -> None:
    async with scene("2.1", files=FileFolder(tmp_path / "files")) as s:
        assert block(s).protocols == ("FTP", "FTPS", "HTTP", "HTTPS")
        with pytest.raises(BadLocationError, match="there is no sftp here"):
            block(s).located("sftp://files.example/x")
    assert "SFTP" in FileFolder(tmp_path / "files", first_use=True).protocols


@virtual_time
async def test_a_target_of_the_station_may_be_smaller_than_the_limits(tmp_path: Path) -> None:
    shelf = Shelf({URL: bytes(1000)})
    async with scene("2.1", files=shelf.folder(tmp_path / "files")) as s:
        transfers = block(s)
        at, target = transfers.located(URL), tmp_path / "files" / "firmware.bin"

        with pytest.raises(TransferError, match="999"):
            await transfers.download(at, target, largest=999)


@virtual_time
async def test_whatever_a_library_raises_is_a_failure_like_any(tmp_path: Path) -> None:
    shelf = Shelf({URL: b"new"}, troubles=[ZeroDivisionError("s3cret"), KeyError("s3cret")])
    async with scene("2.1", files=shelf.folder(tmp_path / "files")) as s:
        transfers = block(s)
        at, target = transfers.located(URL), tmp_path / "files" / "firmware.bin"

        with pytest.raises(TransferError, match="ZeroDivisionError") as error:
            await transfers.download(at, target)
        assert "s3cret" not in str(error.value)
        target.write_bytes(b"x")
        with pytest.raises(TransferError, match="KeyError"):
            await transfers.upload(Outgoing(target, "log.gz"), at)


def test_the_roots_of_the_csms_may_vouch(tmp_path: Path) -> None:
    """N01.FR.15, N01.FR.16."""
    certificates = CertificateFolder(tmp_path / "certificates")
    root = authority()
    trust(certificates, root)

    @virtual_time
    async def play() -> None:
        files = FileFolder(tmp_path / "files", system_roots=False)
        async with scene("2.1", certificates=certificates, files=files) as s:
            [path] = block(s)._roots()
            assert root.text in path.read_text()

    play()


def test_two_stations_do_not_share_a_folder(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        folder = FileFolder(tmp_path / "files")
        with folder.claimed(), pytest.raises(ExceptionGroup) as error:
            async with scene("2.1", files=folder):
                pass
        assert error.group_contains(FolderInUseError)

    play()


def test_no_library_is_imported_before_a_transfer(tmp_path: Path) -> None:
    program = (
        "import sys; from pilotwire.charging_station import ChargingStation, FileFolder;"
        f"print(FileFolder({str(tmp_path)!r}).protocols);"
        "sys.exit(bool({'httpx', 'aioftp', 'asyncssh'} & set(sys.modules)))"
    )

    done = subprocess.run(  # noqa: S603 -- our own interpreter and program
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )

    assert done.returncode == 0
    assert "HTTPS" in done.stdout
