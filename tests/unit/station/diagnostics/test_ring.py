"""The ring of lines on disk: bounds, times, and what a power cut leaves."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pilotwire.station.diagnostics.ring import BATCH, LEAST, PARTS, Ring, as_line

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def line(second: float, text: str = "something", *, provisional: bool = False) -> bytes:
    return as_line(NOON + timedelta(seconds=second), text, provisional=provisional)


def read(ring: Ring, oldest: datetime | None = None, latest: datetime | None = None) -> list[bytes]:
    lines: list[bytes] = []
    ring.copy(lines.append, oldest, latest)
    return lines


def parts(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_lines_come_back_in_their_order_and_over_restarts(tmp_path: Path) -> None:
    written = [line(second) for second in range(6)]
    ring = Ring(tmp_path / "log")
    ring.append(written[0])
    ring.append(b"".join(written[1:3]))
    ring.close()
    ring = Ring(tmp_path / "log")
    ring.append(b"".join(written[3:]))
    assert read(ring) == written
    assert ring.oldest() == NOON
    assert ring.size == sum(map(len, written))


def test_the_files_are_for_nobody_else(tmp_path: Path) -> None:
    ring = Ring(tmp_path / "log")
    ring.append(line(0))
    assert (tmp_path / "log").stat().st_mode & 0o777 == 0o700
    assert parts(tmp_path / "log")[0].stat().st_mode & 0o777 == 0o600


def test_the_oldest_go_and_the_bound_holds(tmp_path: Path) -> None:
    ring = Ring(tmp_path, LEAST)
    newest: list[bytes] = []
    for second in range(3 * LEAST // BATCH):
        batch = [line(second + n / 100, "x" * 1000) for n in range(BATCH // 1100)]
        ring.append(b"".join(batch))
        newest += batch
        assert ring.size == sum(path.stat().st_size for path in parts(tmp_path)) <= LEAST
    assert len(parts(tmp_path)) == PARTS
    kept = read(ring)
    assert kept == newest[-len(kept) :]
    assert ring.size >= LEAST * (PARTS - 1) // PARTS * 0.9
    oldest = ring.oldest()
    assert oldest is not None
    assert oldest > NOON


def test_it_must_have_room_for_its_parts(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="room for 524288 bytes at least"):
        Ring(tmp_path, LEAST - 1)


def test_what_was_between_two_times(tmp_path: Path) -> None:
    ring = Ring(tmp_path)
    ring.append(b"".join(line(second, f"at {second}") for second in range(5)))
    second = timedelta(seconds=1)
    assert read(ring, NOON + second, NOON + 3 * second) == [
        line(1, "at 1"),
        line(2, "at 2"),
        line(3, "at 3"),
    ]
    assert read(ring, oldest=NOON + 4 * second) == [line(4, "at 4")]
    assert read(ring, latest=NOON - second) == []


def test_what_belongs_to_a_line_stays_with_it(tmp_path: Path) -> None:
    ring = Ring(tmp_path)
    ring.append(
        line(0) + line(1, "failed\nTraceback\n  2026-03-01T09:00:00.000Z is no time") + line(2)
    )
    one = NOON + timedelta(seconds=1)
    assert b"".join(read(ring, one, one)) == (
        b"2026-03-01T12:00:01.000Z failed\n"
        b"  | Traceback\n"
        b"  |   2026-03-01T09:00:00.000Z is no time\n"
    )


def test_a_time_that_nobody_knew_is_never_left_out(tmp_path: Path) -> None:
    ring = Ring(tmp_path)
    early = as_line(datetime(2000, 1, 1, tzinfo=UTC), "no clock", provisional=True)
    ring.append(early + line(0) + line(5))
    assert early.startswith(b"2000-01-01T00:00:00.000Z~ ")
    assert read(ring, oldest=NOON + timedelta(seconds=1)) == [early, line(5)]
    assert ring.oldest() is None


@pytest.mark.parametrize("left", range(0, 60, 7))
def test_a_power_cut_in_a_batch(tmp_path: Path, left: int) -> None:
    """The lines before it are whole, and so is what comes after it."""
    ring = Ring(tmp_path)
    ring.append(line(0))
    ring.append(line(1) + line(2))
    ring.close()
    (path,) = parts(tmp_path)
    first = len(line(0))
    os.truncate(path, first + left)
    ring = Ring(tmp_path)
    ring.append(line(3))
    lines = read(ring)
    assert lines[0] == line(0)
    assert lines[-1] == line(3)
    assert b"".join(lines[1:-1]) == (line(1) + line(2))[:left].rstrip(b"\n") + b"\n" * bool(left)


def test_what_a_power_cut_leaves_of_a_block(tmp_path: Path) -> None:
    """A file system may leave zeros where bytes had been promised."""
    ring = Ring(tmp_path)
    ring.append(line(0))
    ring.close()
    (path,) = parts(tmp_path)
    with path.open("ab") as file:
        file.write(b"\0" * 4096)
    ring = Ring(tmp_path)
    ring.append(line(1))
    assert [each for each in read(ring) if each.strip()] == [line(0), line(1)]


def test_a_part_that_has_gone_costs_its_lines_alone(tmp_path: Path) -> None:
    ring = Ring(tmp_path, LEAST)
    for second in range(4):
        ring.append(line(second, "x" * (BATCH - 100)))
    parts(tmp_path)[1].unlink()
    assert [each[:24] for each in read(ring)] == [line(second)[:24] for second in (0, 2, 3)]
    parts(tmp_path)[-1].unlink()
    ring.close()
    ring.append(line(9))
    assert read(ring)[-1] == line(9)


def test_links_are_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"secret\n")
    folder = tmp_path / "log"
    Ring(folder).append(line(0))
    (folder / "0000000002.log").symlink_to(target)
    ring = Ring(folder)
    ring.append(line(1))
    assert read(ring) == [line(0), line(1)]
    assert target.read_bytes() == b"secret\n"


def test_a_full_disk_costs_lines_and_leaves_the_ring_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = Ring(tmp_path)
    ring.append(line(0))
    real, calls = os.write, 0

    def write(file: int, content: bytes) -> int:
        nonlocal calls
        calls += 1
        if calls == 1:
            return real(file, content[:10])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "write", write)
        with pytest.raises(OSError, match="No space left"):
            ring.append(line(1))
    ring.append(line(2))
    assert read(ring) == [line(0), line(1)[:10] + b"\n", line(2)]
