"""The bounds of the authorization cache, and what of it a power cut must not undo."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import pytest

from pilotwire.station.authorization.cache import STORAGE, AuthorizationCache
from pilotwire.station.authorization.known import Known
from pilotwire.station.device_model.standard import AuthCacheCtrlr
from pilotwire.station.facts.authorization import (
    UNTOLD_KIND,
    IdToken,
    IdTokenInfo,
    PersonalMessage,
)
from pilotwire.station.outcome import Outcome
from pilotwire.station.vocabulary import AuthorizationStatus as Status
from pilotwire.station.vocabulary import ClearCacheStatus, IdTokenKind
from pilotwire.store import Store, StoreUnwritableError
from tests.support.scene import Settings, scene
from tests.support.tokens import block
from tests.support.virtual_time import virtual_time

ACCEPTED = IdTokenInfo(Status.ACCEPTED)
BLOCKED = IdTokenInfo(Status.BLOCKED)


def long(status: Status = Status.ACCEPTED, share: int = 4) -> IdTokenInfo:
    """What takes more than a share of the room."""
    return IdTokenInfo(status, message=PersonalMessage("x" * (STORAGE // share + 1), "UTF8"))


@virtual_time
async def test_it_never_takes_more_than_its_room() -> None:
    """C10.FR.07: however much the CSMS says; and the newest is always there."""
    random = Random(7)
    async with scene("2.0.1") as s:
        cache = block(s, AuthorizationCache)
        for number in range(300):
            share = random.choice([2, 5, 50, 500])
            token = IdToken(f"{number:08X}")
            cache.learn(token, long(random.choice([Status.ACCEPTED, Status.BLOCKED]), share))
            assert cache.size <= STORAGE
            assert cache.known(token) is not None
        assert cache.size > STORAGE // 2


@virtual_time
async def test_a_thousand_tokens_have_room() -> None:
    async with scene("2.0.1") as s:
        cache = block(s, AuthorizationCache)
        fleet = IdToken("A-FLEET-OF-MANY", IdTokenKind.CENTRAL)
        for number in range(1000):
            cache.learn(IdToken(f"{number:014X}"), IdTokenInfo(Status.ACCEPTED, fleet))
        assert cache.known(IdToken(f"{0:014X}")) is not None


@pytest.mark.parametrize("policy", ["LRU", "LFU", "FIFO"])
@virtual_time
async def test_who_is_not_accepted_gives_way_first(policy: str) -> None:
    """C10.FR.07, 1.6 3.5.1: and then those that have expired by now."""
    settings: Settings = {AuthCacheCtrlr.Policy: policy, AuthCacheCtrlr.LifeTime: 100}
    async with scene("2.0.1", settings=settings) as s:
        cache = block(s, AuthorizationCache)
        cache.learn(IdToken("old"), long())
        await s.wait(200)
        cache.learn(IdToken("valid"), long())
        cache.learn(IdToken("blocked"), long(Status.BLOCKED))
        for _ in range(5):  # the latest and the most often heard of
            cache.learn(IdToken("blocked"), long(Status.BLOCKED))
        cache.learn(IdToken("next"), long())
        gone = [name for name in ("old", "valid", "blocked") if not cache.known(IdToken(name))]
        assert len(gone) == 1
        assert gone != ["valid"]
        cache.learn(IdToken("another"), long())
        gone = [name for name in ("old", "valid", "blocked") if not cache.known(IdToken(name))]
        assert gone == ["old", "blocked"]


@virtual_time
async def test_a_kind_that_was_not_told_is_any() -> None:
    """What 1.6 says of an idTag counts for a card of any kind, and what 2.x says of one for it."""
    async with scene("2.0.1") as s:
        cache = block(s, AuthorizationCache)
        card, code = IdToken("04AB"), IdToken("04ab", IdTokenKind.KEY_CODE)
        tag = IdToken("04aB", UNTOLD_KIND)
        cache.learn(card, ACCEPTED)
        assert cache.known(code) is None
        assert cache.known(tag) == Known(ACCEPTED, asks_again=True)
        cache.learn(tag, BLOCKED)
        assert cache.known(card) == cache.known(code) == Known(BLOCKED, asks_again=True)
        cache.learn(code, ACCEPTED)
        assert cache.known(tag) == Known(ACCEPTED, asks_again=True)
        assert cache.known(card) is None


@virtual_time
async def test_a_right_that_was_taken_away_is_on_the_disk_at_once(tmp_path: Path) -> None:
    """And no token is; what gives a right may wait for the next commit."""
    path = tmp_path / "station.db"

    def on_disk() -> list[int]:
        copy = tmp_path / "copy.db"
        for end in ("", "-wal"):
            content = path.with_name(path.name + end).read_bytes()
            copy.with_name(copy.name + end).write_bytes(content)
        with closing(sqlite3.connect(copy)) as file:
            assert "BADBADBA" not in str(file.execute("SELECT * FROM cached_tokens").fetchall())
            return [row[0] for row in file.execute("SELECT accepted FROM cached_tokens")]

    with Store(path) as store:
        async with scene("2.0.1", store=store) as s:
            cache = block(s, AuthorizationCache)
            cache.learn(IdToken("BADBADBA"), ACCEPTED)
            assert on_disk() == []
            cache.learn(IdToken("BADBADBA"), BLOCKED)
            assert on_disk() == [0]
            before = store.commits
            cache.learn(IdToken("BADBADBA"), BLOCKED)
            assert store.commits == before
            cache.clear()
            assert on_disk() == []


@virtual_time
async def test_what_can_not_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """C11.FR.05: the CSMS is told that the cache could not be cleared, and the station goes on."""
    store = Store(":memory:")
    async with scene("2.0.1", store=store) as s:
        cache = block(s, AuthorizationCache)
        cache.learn(IdToken("04AB"), ACCEPTED)

        @contextmanager
        def full() -> Generator[None]:
            raise StoreUnwritableError("the disk is full")
            yield

        monkeypatch.setattr(store, "atomic", full)
        cleared: Outcome[ClearCacheStatus] = cache.clear()
        assert (cleared.status, cleared.reason) == (ClearCacheStatus.REJECTED, "InternalError")
        cache.learn(IdToken("04AB"), BLOCKED)
        monkeypatch.undo()


@virtual_time
async def test_a_damaged_entry_is_as_good_as_none() -> None:
    store = Store(":memory:")
    async with scene("2.0.1", store=store) as s:
        cache = block(s, AuthorizationCache)
        for column, damage in (("body", "{"), ("body", '{"status": 7}'), ("at", "yesterday")):
            cache.learn(IdToken("04AB"), ACCEPTED)
            with store.atomic():
                store.execute(f"UPDATE cached_tokens SET {column} = ?", damage)  # noqa: S608 -- names of ours
            known = cache.known(IdToken("04AB"))
            assert known is None or known.info.status is Status.EXPIRED
            cache.learn(IdToken("05"), long(share=2))
            cache.learn(IdToken("06"), long(share=2))
            assert cache.known(IdToken("04AB")) is None
            assert cache.known(IdToken("06")) is not None
