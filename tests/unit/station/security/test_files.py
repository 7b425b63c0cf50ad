"""Files that are whole or not there, whenever the power is cut."""

import os
import stat
from pathlib import Path

import pytest

from pilotwire.station.security.files import LONGEST_FILE, SecretFolder
from tests.unit.station.security.cuts import PowerCut, failing_at


@pytest.fixture
def folder(tmp_path: Path) -> SecretFolder:
    return SecretFolder(tmp_path / "certificates")


def test_what_was_written_is_there(folder: SecretFolder) -> None:
    folder.write("a", b"1")
    folder.write("b", b"2")
    folder.write("a", b"3")
    folder.move("b", "c")
    assert folder.names() == ["a", "c"]
    assert (folder.read("a"), folder.read("c")) == (b"3", b"2")
    folder.remove("a")
    folder.remove("a")
    assert SecretFolder(folder.path).names() == ["c"]


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o777)
    folder = SecretFolder(tmp_path / "open")
    old = os.umask(0)
    try:
        folder.write("key", b"secret")
    finally:
        os.umask(old)
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder.path / "key").stat().st_mode) == 0o600


def test_no_link_is_followed(folder: SecretFolder, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"precious")
    for name in ("a", "a.unfinished"):
        (folder.path / name).symlink_to(other)
    with pytest.raises(OSError, match="a"):
        folder.read("a")
    folder.write("a", b"new")
    assert folder.read("a") == b"new"
    assert other.read_bytes() == b"precious"
    link = tmp_path / "link"
    link.symlink_to(folder.path)
    with pytest.raises(OSError, match="link"):
        SecretFolder(link)


def test_what_is_no_file_of_ours_is_not_read(folder: SecretFolder) -> None:
    (folder.path / "folder").mkdir()
    os.mkfifo(folder.path / "pipe")
    (folder.path / "long").write_bytes(bytes(LONGEST_FILE + 1))
    for name in ("folder", "pipe", "long", "nothing"):
        with pytest.raises(OSError, match=name):
            folder.read(name)


@pytest.mark.parametrize("failure", [OSError(28, "no space left"), PowerCut()])
@pytest.mark.parametrize("step", range(12))
def test_a_write_that_is_cut_short(folder: SecretFolder, step: int, failure: BaseException) -> None:
    """At any step: the old content or the new, never a part of it, and nothing left over."""
    folder.write("a", b"old")
    done = False
    with failing_at(step, failure):
        try:
            folder.write("a", b"new")
        except (OSError, PowerCut):
            pass
        else:
            done = True
    after = SecretFolder(folder.path)
    assert after.names() == ["a"]
    assert after.read("a") in ({b"new"} if done else {b"old", b"new"})
    assert os.listdir(folder.path) == ["a"]  # noqa: PTH208 -- what is there, hidden or not
