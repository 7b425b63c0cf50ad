"""Reservations (2.x H; 1.6 5.13): what is kept free for whom, in every version."""

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import AuthCtrlr, ReservationCtrlr
from pilotwire.store import Store
from tests.support.editions import IN_2X, IN_ALL
from tests.support.reservation import (
    cancel,
    reservation_2x,
    reserve,
    shows,
    told_by_transactions,
)
from tests.support.scene import TOKEN, Opponent, Scene, scene
from tests.support.tokens import Book, drives_up
from tests.support.virtual_time import virtual_time

OTHER = "FFFFFFFF"
GROUP = "GROUP"


async def starts(s: Scene, token: str, evse_id: int = 1) -> str:
    """The CSMS starts a transaction; the status of the answer."""
    if s.csms.version == "1.6":
        old = v16.RemoteStartTransactionRequest(id_tag=token, connector_id=evse_id)
        return (await s.csms.call(old)).status.value
    return (
        await s.csms.call(
            v21.RequestStartTransactionRequest(
                evse_id=evse_id,
                remote_start_id=1,
                id_token=v21.IdTokenType(id_token=token, type="ISO14443"),
            )
        )
    ).status.value


# Whose it is.


@IN_ALL
@virtual_time
async def test_nobody_else_charges_at_a_reserved_evse(version: str) -> None:
    """H03.FR.01, G01.FR.09: nor does the status change, or another's card use it up."""
    async with scene(version, evses=2) as s:
        assert await reserve(s, 1, TOKEN, 1) == "Accepted"
        assert not await drives_up(s, OTHER)
        assert shows(s) == ["Reserved", "Available"]
        assert await starts(s, OTHER) == "Rejected"
        assert await drives_up(s, OTHER, 2)
        await s.evse.swipe(TOKEN)
        await s.wait(10)
        assert s.evse.contactor.closed
        assert shows(s) == ["Occupied", "Occupied"]
        assert told_by_transactions(s) == [1]


@IN_ALL
@virtual_time
async def test_it_is_used_from_afar(version: str) -> None:
    """H03.FR.09, errata: the token can be one of RequestStartTransaction."""
    async with scene(version) as s:
        await reserve(s, 1, TOKEN, 1)
        assert await starts(s, TOKEN) == "Accepted"
        await s.wait(5)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(10)
        assert s.evse.contactor.closed
        assert told_by_transactions(s) == [1]
        assert await cancel(s, 1) == "Rejected"


@IN_ALL
@virtual_time
async def test_it_is_used_by_its_group(version: str) -> None:
    """H03.FR.04, H03.FR.08: whose group it is, the CSMS says when it is asked."""
    csms = Opponent()
    book = Book(csms)
    book.says(OTHER, group=GROUP)
    async with scene(version, csms=csms, evses=2) as s:
        await reserve(s, 1, TOKEN, 1, group=GROUP)
        assert not await drives_up(s, "00000000")
        await s.evse.swipe(OTHER)
        await s.wait(10)
        assert s.evse.contactor.closed
        assert told_by_transactions(s) == [1]


@IN_ALL
@virtual_time
async def test_a_token_that_is_refused_has_used_nothing(version: str) -> None:
    csms = Opponent()
    book = Book(csms)
    book.says(TOKEN, v21.AuthorizationStatusEnumType.BLOCKED)
    async with scene(version, csms=csms) as s:
        await reserve(s, 1, TOKEN, 1)
        assert not await drives_up(s, TOKEN)
        assert shows(s) == ["Reserved"]
        book.says(TOKEN)
        await s.evse.swipe(TOKEN)
        await s.wait(10)
        assert told_by_transactions(s) == [1]


@IN_2X
@virtual_time
async def test_a_group_of_a_start_from_afar(version: str) -> None:
    """F01.FR.21, F01.FR.22."""
    async with scene(version, settings={AuthCtrlr.AuthorizeRemoteStart: False}) as s:
        await reserve(s, 1, TOKEN, 1, group=GROUP)

        async def start(group: str | None) -> str:
            named = v21.IdTokenType(id_token=group or "", type="Central")
            request = v21.RequestStartTransactionRequest(
                evse_id=1,
                remote_start_id=1,
                id_token=v21.IdTokenType(id_token=OTHER, type="ISO14443"),
                group_id_token=None if group is None else named,
            )
            return (await s.csms.call(request)).status.value

        assert await start(None) == "Rejected"
        assert await start("ANOTHER") == "Rejected"
        assert await start(GROUP.lower()) == "Accepted"


@IN_ALL
@virtual_time
async def test_one_reader_finds_the_reserved_evse(version: str) -> None:
    async with scene(version, evses=2) as s:
        await reserve(s, 1, TOKEN, 2)
        await s.hardware.evse(2).plug_in(ElectricVehicle())
        await s.hardware.swipe(OTHER)
        await s.wait(5)
        await s.hardware.swipe(TOKEN)
        await s.wait(5)
        tokens = [evse.token.value for evse in s.station.evses if evse.token is not None]
        assert tokens == [OTHER, TOKEN]


@IN_ALL
@virtual_time
async def test_where_nobody_is_authorized_it_is_for_nobody(version: str) -> None:
    """C02: free vending stops at a reserved EVSE."""
    async with scene(version, settings={AuthCtrlr.Enabled: False}, evses=2) as s:
        await reserve(s, 1, TOKEN, 1)
        for evse in s.hardware.evses:
            await evse.plug_in(ElectricVehicle())
        await s.wait(10)
        assert [evse.contactor.closed for evse in s.hardware.evses] == [False, True]


# Any EVSE.


@IN_ALL
@virtual_time
async def test_one_evse_remains_for_who_has_reserved_any(version: str) -> None:
    """H01.FR.07, H01.FR.20, H03.FR.03; 1.6 5.13, connector 0."""
    async with scene(version, evses=2) as s:
        assert await reserve(s, 1, TOKEN) == "Accepted"
        assert shows(s) == ["Available", "Available"]
        assert await drives_up(s, OTHER)
        assert shows(s) == ["Occupied", "Reserved"]
        assert not await drives_up(s, "00000000", 2)
        assert await reserve(s, 2, OTHER) == "Occupied"
        await s.hardware.evse(2).swipe(TOKEN)
        await s.wait(10)
        assert s.hardware.evse(2).contactor.closed
        assert told_by_transactions(s) == [1]


@IN_ALL
@virtual_time
async def test_two_who_come_at_once_leave_one(version: str) -> None:
    """H01.FR.07: at any time, though the status takes its time to be others."""
    async with scene(version, evses=2) as s:
        await reserve(s, 1, TOKEN)
        for evse in s.hardware.evses:
            await evse.plug_in(ElectricVehicle())
        for number, evse in enumerate(s.hardware.evses):
            await evse.swipe(f"0000000{number}")
        await s.wait(10)
        assert [evse.contactor.closed for evse in s.hardware.evses].count(True) == 1


@IN_ALL
@virtual_time
async def test_the_one_that_is_free_again_is_reserved_no_more(version: str) -> None:
    async with scene(version, evses=2) as s:
        await reserve(s, 1, TOKEN)
        await drives_up(s, OTHER)
        assert shows(s) == ["Occupied", "Reserved"]
        await s.evse.swipe(OTHER)
        await s.wait(5)
        await s.evse.unplug()
        await s.wait(5)
        assert shows(s) == ["Available", "Available"]


@IN_ALL
@virtual_time
async def test_who_waits_without_a_vehicle_has_the_evse(version: str) -> None:
    """A session that has begun counts, though its EVSE shows Available in 2.x."""
    async with scene(version, evses=2) as s:
        await reserve(s, 1, TOKEN)
        await s.evse.swipe(OTHER)
        await s.wait(5)
        assert shows(s)[1] == "Reserved"
        await s.wait(100)  # until EVConnectionTimeOut
        assert shows(s) == ["Available", "Available"]


@IN_2X
@virtual_time
async def test_types_of_connectors(version: str) -> None:
    """H01.FR.06, H01.FR.09, H01.FR.24, H03.FR.02."""
    async with scene(version, evses=2) as s:
        kind = s.evse.connectors[0].kind.value

        async def ask(number: int, token: str, kind: str) -> str:
            request = reservation_2x(number, token, kind=kind)
            return (await s.csms.call(request)).status.value

        assert await ask(1, TOKEN, "cCCS2") == "Rejected"
        assert await ask(1, TOKEN, kind) == "Accepted"
        assert await ask(2, OTHER, kind) == "Accepted"
        assert shows(s) == ["Reserved", "Reserved"]
        assert await ask(3, OTHER, kind) == "Occupied"
        assert await drives_up(s, OTHER)
        assert told_by_transactions(s) == [2]
        assert shows(s) == ["Occupied", "Reserved"]


# What can't be.


@IN_ALL
@virtual_time
async def test_it_may_not_have_expired_already(version: str) -> None:
    async with scene(version) as s:
        assert await reserve(s, 1, TOKEN, 1, seconds=-1) == "Rejected"
        assert await reserve(s, 1, TOKEN, 9) == "Rejected"
        assert shows(s) == ["Available"]


@IN_ALL
@virtual_time
async def test_a_full_disk_keeps_none(version: str) -> None:
    store = Store(":memory:")
    async with scene(version, store=store) as s:
        store.low = True
        assert await reserve(s, 1, TOKEN, 1) == "Rejected"
        assert shows(s) == ["Available"]


@IN_2X
@virtual_time
async def test_disabled_ones_still_count(version: str) -> None:
    """H01.FR.01: no others are made."""
    async with scene(version, evses=2) as s:
        await reserve(s, 1, TOKEN, 1)
        s.station.device_model[ReservationCtrlr.Enabled] = False
        assert await reserve(s, 2, OTHER, 2) == "Rejected"
        assert not await drives_up(s, OTHER)
        await s.evse.swipe(TOKEN)
        await s.wait(10)
        assert s.evse.contactor.closed
