"""Files that come from real servers and go to them, whole and cut short: nginx, vsftpd, OpenSSH."""

import asyncio
import logging
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from pilotwire.station.transfer import Outgoing, TransferError, Trouble
from pilotwire.station.transfer.carrier import PIECE
from pilotwire.station.transfer.limits import Pace
from tests.support.file_servers import PROTOCOLS, Served, serving
from tests.support.moving import Mover
from tests.support.tls import authority

pytestmark = pytest.mark.slow

SIZE = 24 * 1024 * 1024
"""More than the buffers on the way hold."""

LEAST = 3 * 1024 * 1024
"""More than SFTP sends once more."""

CONTENT = Random(1).randbytes(SIZE)
OTHER = Random(2).randbytes(SIZE)


@pytest.fixture(params=PROTOCOLS)
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Generator[Served]:
    open_to_others(tmp_path)
    with serving(request.param, tmp_path) as made:
        yield made


@pytest.fixture
def mover(served: Served, tmp_path: Path) -> Mover:
    return moving(served, tmp_path)


def moving(served: Served, folder: Path) -> Mover:
    roots = () if served.root is None else (served.root,)
    return Mover(folder / "files", roots=roots, ssh_key=served.ssh_key)


def open_to_others(folder: Path) -> None:
    """Let servers into the folders of a test, whoever they become."""
    for each in (folder, *folder.parents[:3]):
        if each.owner() == folder.owner():
            each.chmod(each.stat().st_mode | 0o011)


def trouble_of(done: object) -> Trouble:
    assert isinstance(done, TransferError), done
    return done.trouble


def test_a_file_comes(served: Served, mover: Mover) -> None:
    (served.folder / "firmware.bin").write_bytes(CONTENT)
    told: list[tuple[int, int | None]] = []

    done = asyncio.run(mover.fetch(served.url + "firmware.bin", lambda *all: told.append(all)))

    assert (done.path, done.size, done.resumed) == (mover.target, SIZE, 0)
    assert mover.target.read_bytes() == CONTENT
    assert told == sorted(told)
    assert told[-1] == (SIZE, SIZE)


def test_a_server_dies_and_the_next_attempt_goes_on(served: Served, mover: Mover) -> None:
    (served.folder / "firmware.bin").write_bytes(CONTENT)

    async def attempt(until: int) -> object:
        def dies(done: int, size: int | None) -> None:
            if done >= until:
                served.stop()

        try:
            return await mover.fetch(served.url + "firmware.bin", dies)
        except TransferError as error:
            return error

    assert trouble_of(asyncio.run(attempt(3_000_000))) is Trouble.CUT
    served.start()

    done = asyncio.run(mover.fetch(served.url + "firmware.bin"))

    assert 3_000_000 <= done.resumed < SIZE
    assert mover.target.read_bytes() == CONTENT


def test_a_file_that_has_changed_comes_from_its_beginning(served: Served, mover: Mover) -> None:
    there = served.folder / "firmware.bin"
    there.write_bytes(CONTENT)
    asyncio.run(mover.fetch_in_part(served.url + "firmware.bin", 2_000_000))
    there.write_bytes(OTHER[:-1])

    done = asyncio.run(mover.fetch(served.url + "firmware.bin"))

    assert done.resumed == 0
    assert mover.target.read_bytes() == OTHER[:-1]


def test_all_of_it_was_there_already(served: Served, mover: Mover) -> None:
    (served.folder / "firmware.bin").write_bytes(CONTENT)
    asyncio.run(mover.fetch_in_part(served.url + "firmware.bin", SIZE))

    done = asyncio.run(mover.fetch(served.url + "firmware.bin"))

    assert done.resumed == SIZE
    assert mover.target.read_bytes() == CONTENT


def test_no_such_file(served: Served, mover: Mover) -> None:
    with pytest.raises(TransferError) as error:
        asyncio.run(mover.fetch(served.url + "firmware.bin"))

    assert error.value.trouble is Trouble.NOT_FOUND
    assert list(mover.folder.glob("firmware*")) == []


def test_nobody_listens(served: Served, mover: Mover) -> None:
    served.stop()

    with pytest.raises(TransferError) as error:
        asyncio.run(mover.fetch(served.url + "firmware.bin"))

    assert error.value.trouble is Trouble.UNREACHABLE


@pytest.mark.parametrize("size", [0, 1, 5_000_000])
def test_a_file_goes(served: Served, mover: Mover, size: int) -> None:
    (mover.folder / "log").write_bytes(CONTENT[:size])

    asyncio.run(mover.send(mover.folder / "log", served.url))

    assert (served.folder / "log.gz").read_bytes() == CONTENT[:size]


def test_a_longer_file_that_was_there_gives_way(served: Served, mover: Mover) -> None:
    (served.folder / "log.gz").write_bytes(OTHER[:9000])
    (served.folder / "log.gz").chmod(0o666)
    (mover.folder / "log").write_bytes(CONTENT[:5000])

    asyncio.run(mover.send(mover.folder / "log", served.url))

    assert (served.folder / "log.gz").read_bytes() == CONTENT[:5000]


def test_a_server_dies_and_the_next_attempt_sends_the_rest(served: Served, mover: Mover) -> None:
    (mover.folder / "log").write_bytes(CONTENT)
    mover.pace = Pace(30_000_000)  # or all of it is in buffers before the server has looked
    there = served.folder / "log.gz"
    told: list[int] = []

    async def attempt() -> object:
        def dies(done: int, size: int | None) -> None:
            if done >= 4_000_000 and (http or (there.exists() and there.stat().st_size > LEAST)):
                served.stop()

        try:
            await mover.send(outgoing, served.url, dies)
        except TransferError as error:
            return error
        return None

    outgoing = Outgoing(mover.folder / "log", "log.gz")
    http = served.url.startswith("http")
    if http:
        outgoing = Outgoing(mover.folder / "short", "log.gz")
        outgoing.path.write_bytes(CONTENT[: 7 * 1024 * 1024])  # what nginx takes
    assert trouble_of(asyncio.run(attempt())) is Trouble.CUT
    served.start()

    asyncio.run(mover.send(outgoing, served.url, lambda done, size: told.append(done)))

    assert there.read_bytes() == outgoing.path.read_bytes()
    assert (told[0] > PIECE) is not http  # N01.FR.23: HTTP has no way to


def test_no_such_folder_to_send_to(served: Served, mover: Mover) -> None:
    (mover.folder / "log").write_bytes(b"x" * 1000)
    wanted = {Trouble.NOT_FOUND, Trouble.DENIED, Trouble.REFUSED}

    with pytest.raises(TransferError) as error:
        asyncio.run(mover.send(mover.folder / "log", served.url + "none/log.gz/"))

    assert error.value.trouble in wanted


# Who may vouch.


@pytest.mark.parametrize("protocol", ["https", "ftps after AUTH", "ftps at once"])
@pytest.mark.parametrize("case", ["expired", "for another name", "of somebody unknown"])
def test_a_certificate_that_is_not_to_be_trusted(tmp_path: Path, protocol: str, case: str) -> None:
    open_to_others(tmp_path)
    root = authority()
    yesterday = datetime.now(UTC) - timedelta(days=1)
    tls: dict[str, dict[str, Any]] = {
        "expired": {"ends": yesterday},
        "for another name": {"name": "other.example"},
        "of somebody unknown": {},
    }
    with serving(protocol, tmp_path, root=root, **tls[case]) as served:
        (served.folder / "firmware.bin").write_bytes(b"x")
        trusted = authority("Other") if case == "of somebody unknown" else root
        mover = Mover(tmp_path / "files", roots=[trusted])

        with pytest.raises(TransferError, match="certificate") as error:
            asyncio.run(mover.fetch(served.url + "firmware.bin"))

    assert error.value.trouble is Trouble.UNTRUSTED


def test_a_host_that_nobody_knows(tmp_path: Path) -> None:
    with serving("sftp", tmp_path) as served:
        (served.folder / "firmware.bin").write_bytes(b"x")
        mover = Mover(tmp_path / "files", first_use=False, ssh_key=served.ssh_key)
        assert "sftp" not in mover.carriers
        (mover.folder / "known_hosts").touch()
        mover = Mover(tmp_path / "files", first_use=False, ssh_key=served.ssh_key)

        with pytest.raises(TransferError) as error:
            asyncio.run(mover.fetch(served.url + "firmware.bin"))

    assert error.value.trouble is Trouble.UNTRUSTED


def test_the_first_key_of_a_host_is_the_only_one(tmp_path: Path) -> None:
    with serving("sftp", tmp_path) as served:
        (served.folder / "firmware.bin").write_bytes(b"x")
        mover = Mover(tmp_path / "files", ssh_key=served.ssh_key)
        asyncio.run(mover.fetch(served.url + "firmware.bin"))
        strict = Mover(tmp_path / "files", first_use=False, ssh_key=served.ssh_key)
        asyncio.run(strict.fetch(served.url + "firmware.bin"))
        known = mover.folder / "known_hosts"
        text = known.read_text()
        name, kind, _ = text.split()
        another = (tmp_path / "client.pub").read_text().split()[1]
        known.write_text(f"{name} {kind} {another}\n")

        with pytest.raises(TransferError) as error:
            asyncio.run(mover.fetch(served.url + "firmware.bin"))

    assert error.value.trouble is Trouble.UNTRUSTED
    assert len(text.splitlines()) == 1
    assert known.stat().st_mode & 0o077 == 0


def test_a_key_that_the_host_does_not_take(tmp_path: Path) -> None:
    with serving("sftp", tmp_path) as served:
        (served.folder / "firmware.bin").write_bytes(b"x")
        mover = Mover(tmp_path / "files", ssh_key=tmp_path / "host")

        with pytest.raises(TransferError) as error:
            asyncio.run(mover.fetch(served.url + "firmware.bin"))

    assert error.value.trouble is Trouble.DENIED


# Who may come.


def with_user(url: str, user: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{user}@{rest}"


def test_a_user_and_a_password_that_no_log_sees(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    open_to_others(tmp_path)
    caplog.set_level(logging.DEBUG)
    with serving("http", tmp_path) as served:
        (served.folder / "private").mkdir()
        (served.folder / "private" / "firmware.bin").write_bytes(CONTENT[:9])
        mover = moving(served, tmp_path)
        url = with_user(served.url, "somebody:s3cret%40word") + "private/firmware.bin?key=hush"
        asyncio.run(mover.fetch(url))
        assert mover.target.read_bytes() == CONTENT[:9]

        with pytest.raises(TransferError) as error:
            asyncio.run(mover.fetch(with_user(served.url, "somebody:wr0ng") + "private/x"))

    assert error.value.trouble is Trouble.DENIED
    for text in (caplog.text, str(error.value), repr(error.value)):
        assert not any(secret in text for secret in ("s3cret", "wr0ng", "hush"))


def test_an_upload_follows_no_redirection(tmp_path: Path) -> None:
    """N01.FR.30."""
    open_to_others(tmp_path)
    with serving("http", tmp_path) as served:
        mover = moving(served, tmp_path)
        (mover.folder / "log").write_bytes(b"x" * 1000)

        with pytest.raises(TransferError) as error:
            asyncio.run(mover.send(mover.folder / "log", served.url + "elsewhere/"))

    assert error.value.trouble is Trouble.REDIRECTED
    assert list(served.folder.iterdir()) == []


def test_more_than_the_server_takes(tmp_path: Path) -> None:
    open_to_others(tmp_path)
    with serving("http", tmp_path) as served:
        mover = moving(served, tmp_path)
        (mover.folder / "log").write_bytes(CONTENT)

        with pytest.raises(TransferError) as error:
            asyncio.run(mover.send(mover.folder / "log", served.url))

    assert error.value.trouble in {Trouble.TOO_LARGE, Trouble.CUT}
    assert list(served.folder.iterdir()) == []
