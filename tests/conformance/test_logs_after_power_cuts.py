"""Whatever commit the power goes after: each upload that was accepted comes to an end that is told
(N01.FR.07 to N01.FR.10, N01.FR.20).
"""

import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pilotwire.ocpp import v21
from pilotwire.station.diagnostics.kept import KEPT
from pilotwire.station.transfer import TransferError, Trouble
from pilotwire.store import Store
from pilotwire.store.values import State
from tests.support.scene import Scene, scene
from tests.support.transfer import Shelf
from tests.support.virtual_time import run

CUT = TransferError(Trouble.CUT, "the connection was lost")
Told = list[tuple[str, int | None]]


def get_log(request_id: int) -> v21.GetLogRequest:
    log = v21.LogParametersType(remote_location="http://files.example/logs/")
    return v21.GetLogRequest(
        log=log,
        log_type=v21.LogEnumType.SECURITY_LOG,
        request_id=request_id,
        retries=3,
        retry_interval=10,
    )


async def one(s: Scene, shelf: Shelf) -> None:
    """An upload of which two attempts fail."""
    shelf.troubles = [CUT, CUT]
    await s.csms.call(get_log(1))
    await s.wait(60)


async def two(s: Scene, shelf: Shelf) -> None:
    """One that is canceled by another, which fails for good."""
    shelf.troubles = [CUT, *[CUT] * 4]
    await s.csms.call(get_log(1))
    await s.wait(5)
    await s.csms.call(get_log(2))
    await s.wait(60)


def told(s: Scene) -> Told:
    heard = s.csms.requests(v21.LogStatusNotificationRequest)
    return [(str(each.status), each.request_id) for each in heard]


@dataclass
class Cuts:
    """What is on the disk after each commit, and what the CSMS had heard by then."""

    folder: Path
    scene: Scene | None = None
    heard: list[Told] = field(default_factory=list[Told])
    accepted: list[frozenset[int]] = field(default_factory=list[frozenset[int]])
    """The requests that were on the disk by then."""

    def take(self, store: Store) -> None:
        """The power could go now."""
        if self.scene is None:
            return
        job = KEPT.read(State(store, "CS-0042").get("log_upload")).job
        now = set() if job is None or job.request_id is None else {job.request_id}
        self.accepted.append(frozenset(now).union(*self.accepted[-1:]))
        number = len(self.heard)
        for suffix in ("", "-wal"):
            path = self.folder / f"station.db{suffix}"
            if path.exists():
                shutil.copy(path, self.folder / f"cut{number}.db{suffix}")
        self.heard.append(told(self.scene))


def ends(heard: Told, request_id: int) -> list[str]:
    return [status for status, of in heard if of == request_id and status != "Uploading"]


@pytest.mark.parametrize("play", [one, two])
@pytest.mark.parametrize("version", ["2.0.1", "2.1"])
def test_each_comes_to_an_end(
    version: str,
    play: Callable[[Scene, Shelf], Awaitable[None]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cuts = Cuts(tmp_path)
    real = Store._commit

    def commit(store: Store) -> None:
        real(store)
        cuts.take(store)

    async def until_a_power_cut() -> Told:
        shelf = Shelf()
        with Store(tmp_path / "station.db") as store:
            async with scene(version, files=shelf.folder(tmp_path / "files"), store=store) as s:
                cuts.scene = s
                await play(s, shelf)
                cuts.scene = None
                return told(s)

    async def afterwards(number: int) -> Told:
        shelf = Shelf()
        with Store(tmp_path / f"cut{number}.db") as store:
            async with scene(version, files=shelf.folder(tmp_path / "files"), store=store) as s:
                await s.wait(300)
                return told(s)

    with monkeypatch.context() as patched:
        patched.setattr(Store, "_commit", commit)
        whole = run(until_a_power_cut())
    requests = sorted({of for _, of in whole if of is not None})
    assert all(len(ends(whole, of)) == 1 for of in requests)
    assert cuts.accepted[-1] == set(requests)
    for number, before in enumerate(cuts.heard):
        after = run(afterwards(number))
        for of in cuts.accepted[number]:
            all_ends = [*ends(before, of), *ends(after, of)]
            assert all_ends, f"cut {number}: request {of} has no end: {before}, {after}"
            # What had no answer when the power went is sent again, and only that.
            assert len(set(all_ends)) == 1, (number, before, after)
            assert len(ends(after, of)) <= 1, (number, before, after)
