"""A folder of certificates is one station's at a time, and what is under way is left alone."""

from pathlib import Path

import pytest

from pilotwire.charging_station import CertificateFolder
from pilotwire.station.security.files import FolderInUseError, SecretFolder
from tests.support.scene import scene
from tests.support.virtual_time import virtual_time


def test_only_one_has_a_folder(tmp_path: Path) -> None:
    one, other = CertificateFolder(tmp_path), CertificateFolder(tmp_path)
    with one.claimed():
        with pytest.raises(FolderInUseError, match="in use by a station"), other.claimed():
            pytest.fail("it has two")
        one.open()  # whoever has it may look into it
    with other.claimed():
        pass


def test_what_is_being_written_is_left_alone(tmp_path: Path) -> None:
    folder = SecretFolder(tmp_path)
    (tmp_path / "own.pem.unfinished").touch()
    with folder.claimed():
        SecretFolder(tmp_path)
        assert (tmp_path / "own.pem.unfinished").exists()
    SecretFolder(tmp_path)
    assert not (tmp_path / "own.pem.unfinished").exists()


@virtual_time
async def test_a_station_has_its_folder_as_long_as_it_runs(tmp_path: Path) -> None:
    folder = CertificateFolder(tmp_path / "certificates")
    async with scene("2.1", certificates=folder):
        with pytest.raises(FolderInUseError), CertificateFolder(folder.path).claimed():
            pytest.fail("the station does not have it")
    with CertificateFolder(folder.path).claimed():
        pass


@virtual_time
async def test_a_station_is_refused_anothers_folder(tmp_path: Path) -> None:
    folder = CertificateFolder(tmp_path / "certificates")
    with folder.claimed(), pytest.raises(ExceptionGroup) as refused:
        async with scene("2.1", certificates=CertificateFolder(folder.path)):
            pytest.fail("it runs")
    (error,) = refused.value.exceptions
    assert isinstance(error, FolderInUseError)
