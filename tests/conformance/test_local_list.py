"""What the CSMS sends of the local authorization list (2.x D; 1.6 5.10, 5.15) counts as a whole, in
every version.
"""

from datetime import timedelta

import pytest

from pilotwire.hal.interfaces import TokenKind
from pilotwire.station.authorization import local_list
from pilotwire.station.authorization.local_list import LocalAuthorizationList
from pilotwire.station.device_model.standard import AuthCtrlr, LocalAuthListCtrlr
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.vocabulary import AuthorizationStatus as Status
from pilotwire.store import Store
from tests.support.editions import IN_ALL
from tests.support.local_list import FAILED, listed, send, version_of
from tests.support.scene import EPOCH, TOKEN, Opponent, Scene, Settings, scene
from tests.support.tokens import Entry, asked, block, charges
from tests.support.virtual_time import virtual_time

OTHER = "FFFFFFFF"
LOCAL: Settings = {AuthCtrlr.LocalPreAuthorize: True}


def in_list(s: Scene, *tokens: str) -> list[str]:
    """Which of these the list knows."""
    the_list = block(s, LocalAuthorizationList)
    return [token for token in tokens if the_list.known(IdToken(token)) is not None]


@IN_ALL
@virtual_time
async def test_a_list_that_is_disabled_is_kept_and_not_seen(version: str) -> None:
    """D01.FR.13, D02.FR.03; TC_D_10_CS, TC_042_1_CS, TC_043_1_CS."""
    store = Store(":memory:")
    async with scene(version, store=store, settings=LOCAL) as s:
        assert await send(s, 7, listed(TOKEN)) == "Accepted"
    settings = {**LOCAL, LocalAuthListCtrlr.Enabled: False}
    async with scene(version, store=store, settings=settings) as s:
        none, refused = (-1, "NotSupported") if version == "1.6" else (0, FAILED)
        assert await version_of(s) == none
        assert await send(s, 8, listed(OTHER)) == refused
        assert await send(s, 8, listed(OTHER), full=False) == refused
        assert await charges(s)
        assert asked(s) == [TOKEN]
    async with scene(version, store=store, settings=LOCAL) as s:
        assert await version_of(s) == 7
        assert in_list(s, TOKEN, OTHER) == [TOKEN]


# How it changes.


@IN_ALL
@virtual_time
async def test_a_full_list_takes_the_place_of_what_there_was(version: str) -> None:
    """D01.FR.15; TC_D_01_CS: with any version."""
    async with scene(version) as s:
        assert await version_of(s) == 0  # D02.FR.02
        assert await send(s, 5, listed("A1", "A2")) == "Accepted"
        assert await version_of(s) == 5
        assert await send(s, 3, listed("A2", "A3")) == "Accepted"
        assert await version_of(s) == 3
        assert in_list(s, "A1", "A2", "A3") == ["A2", "A3"]


@IN_ALL
@virtual_time
async def test_changes_are_made_to_the_list(version: str) -> None:
    """D01.FR.16, D01.FR.17; TC_D_02_CS, TC_D_03_CS: what is not named stays; the case of an
    identifier is nothing.
    """
    csms = Opponent()
    async with scene(version, csms=csms, settings=LOCAL) as s:
        await send(s, 1, listed("AA", "BB", "CC"))
        changes = {"aa": None, "bb": Entry(Status.BLOCKED), "DD": Entry(), "EE": None}
        assert await send(s, 2, changes, full=False) == "Accepted"
        assert await version_of(s) == 2
        assert in_list(s, "AA", "BB", "CC", "DD", "EE") == ["BB", "CC", "DD"]
        known = block(s, LocalAuthorizationList).known(IdToken("BB"))
        assert known is not None
        assert known.info.status is Status.BLOCKED
        assert block(s, LocalAuthorizationList).entries == 3


@IN_ALL
@virtual_time
async def test_changes_make_the_first_list(version: str) -> None:
    async with scene(version) as s:
        assert await send(s, 1, {"AA": Entry(), "BB": None}, full=False) == "Accepted"
        assert await version_of(s) == 1
        assert in_list(s, "AA", "BB") == ["AA"]


@IN_ALL
@virtual_time
async def test_changes_that_are_none_change_but_the_version(version: str) -> None:
    """D01.FR.05; TC_D_05_CS."""
    async with scene(version) as s:
        await send(s, 1, listed("AA"))
        assert await send(s, 2, full=False) == "Accepted"
        assert await version_of(s) == 2
        assert in_list(s, "AA") == ["AA"]


@IN_ALL
@virtual_time
async def test_a_full_list_of_nothing_takes_all_away(version: str) -> None:
    """D01.FR.04; TC_D_04_CS, TC_042_2_CS: in 1.6 an empty list has the version 0, and what follows
    is measured by that.
    """
    async with scene(version) as s:
        await send(s, 4, listed("AA"))
        assert await send(s, 5) == "Accepted"
        assert await version_of(s) == (0 if version == "1.6" else 5)
        assert in_list(s, "AA") == []
        next_one = "Accepted" if version == "1.6" else "VersionMismatch"
        assert await send(s, 3, listed("BB"), full=False) == next_one


@IN_ALL
@virtual_time
async def test_changes_must_be_newer_than_the_list(version: str) -> None:
    """D01.FR.19; TC_D_06_CS, TC_043_2_CS."""
    async with scene(version) as s:
        await send(s, 5, listed("AA"))
        for number in (5, 4, 0, -3):
            assert await send(s, number, listed("BB"), full=False) == "VersionMismatch"
        assert await version_of(s) == 5
        assert in_list(s, "AA", "BB") == ["AA"]


@IN_ALL
@virtual_time
async def test_what_can_not_be_is_refused_whole(version: str) -> None:
    """D01.FR.06, D01.FR.11, D01.FR.18; 1.6 errata 3.52; TC_043_3_CS: the old list stays."""
    async with scene(version, settings={LocalAuthListCtrlr.ItemsPerMessage: 3}) as s:
        await send(s, 5, listed("AA", "BB"))
        for full in (True, False):
            assert await send(s, 6, listed("CC", "cc"), full=full) == FAILED
            assert await send(s, 6, listed("C1", "C2", "C3", "C4"), full=full) == FAILED
            assert await send(s, 2**63, listed("CC"), full=full) == FAILED
        for number in (0, -1):
            assert await send(s, number, listed("CC")) == FAILED
        assert await send(s, 6, {"CC": Entry(), "AA": None}) == FAILED
        assert await version_of(s) == 5
        assert in_list(s, "AA", "BB", "CC", "C1") == ["AA", "BB"]


@IN_ALL
@virtual_time
async def test_what_there_is_no_room_for_is_refused_whole(
    version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """D01.FR.12: neither more entries than the list may have, nor more bytes."""
    async with scene(version) as s:
        await send(s, 1, listed("AA", "BB"))
        monkeypatch.setattr(local_list, "MAX_ENTRIES", 4)
        assert await send(s, 2, listed("C1", "C2", "C3"), full=False) == FAILED
        assert await send(s, 2, listed("C1", "C2", "C3", "C4", "C5")) == FAILED
        assert await send(s, 2, {**listed("C1", "C2", "C3"), "BB": None}, full=False) == "Accepted"
        monkeypatch.setattr(local_list, "STORAGE", block(s, LocalAuthorizationList).size + 20)
        assert await send(s, 3, {"C1": Entry(group="G" * 20)}, full=False) == FAILED
        assert await send(s, 3, {f"D{n}": Entry(group="G" * 20) for n in range(4)}) == FAILED
        assert await send(s, 3, {"C1": Entry(group="G"), "C2": None}, full=False) == "Accepted"
        assert await version_of(s) == 3
        assert in_list(s, "AA", "BB", "C1", "C2", "C3", "D1") == ["AA", "C1", "C3"]


@IN_ALL
@virtual_time
async def test_a_list_that_can_not_be_written_is_refused(version: str) -> None:
    """Nothing of it is written, and the station goes on."""
    store = Store(":memory:")
    many = listed(*(f"{n:08}" for n in range(500)))
    async with scene(version, store=store) as s:
        await send(s, 1, listed("AA"))
        ((pages,),) = store.rows("PRAGMA page_count")
        ((limit,),) = store.rows("PRAGMA max_page_count")
        store.rows(f"PRAGMA max_page_count={pages}")
        for full in (True, False):
            store.low = False
            assert await send(s, 2, many, full=full) == FAILED
            assert store.low
            assert await send(s, 2, listed("BB"), full=full) == FAILED, (
                "it is not worth the reserve"
            )
        store.rows(f"PRAGMA max_page_count={limit}")
        store.low = False
        assert await version_of(s) == 1
        assert in_list(s, "AA", "BB", *many) == ["AA"]
        assert await send(s, 2, many) == "Accepted"


@IN_ALL
@virtual_time
async def test_the_list_outlasts_a_restart(version: str) -> None:
    """D01.FR.10; TC_D_07_CS."""
    store = Store(":memory:")
    async with scene(version, store=store) as s:
        await send(s, 9, {TOKEN: Entry(expires=EPOCH + timedelta(days=1), group="FLEET")})
    async with scene(version, store=store, settings=LOCAL) as s:
        assert await version_of(s) == 9
        assert await charges(s)
        assert asked(s) == []
        known = block(s, LocalAuthorizationList).known(IdToken(TOKEN))
        assert known is not None
        assert known.info.group is not None
        assert known.info.group.value == "FLEET"
        assert known.info.expires == EPOCH + timedelta(days=1)


@virtual_time
async def test_a_list_of_one_version_counts_in_another() -> None:
    """What 1.6 lists is of any kind."""
    store = Store(":memory:")
    async with scene("1.6", store=store, settings=LOCAL) as s:
        await send(s, 3, listed(TOKEN))
    async with scene("2.0.1", store=store, settings=LOCAL) as s:
        assert await version_of(s) == 3
        assert await charges(s)
        assert asked(s) == []
        assert await send(s, 4, {TOKEN: Entry(Status.BLOCKED)}, full=False) == "Accepted"
        the_list = block(s, LocalAuthorizationList)
        assert the_list.entries == 1
        assert the_list.known(IdToken(TOKEN, TokenKind.KEY_CODE)) is None
    async with scene("1.6", store=store, settings=LOCAL) as s:
        assert await version_of(s) == 4
        assert not await offline_charges(s)


async def offline_charges(s: Scene) -> bool:
    s.go_offline()
    await s.wait(5)
    return await charges(s)
