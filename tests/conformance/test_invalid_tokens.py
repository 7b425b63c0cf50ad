"""A token that is not accepted any more once its transaction runs (2.x C15, E05; 1.6 3.5.4, 4.8):
whether the transaction ends, and how much energy it may still have.
"""

from datetime import timedelta

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21
from pilotwire.station.authorization.block import INVALID_TOKEN
from pilotwire.station.device_model.standard import (
    AuthCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    TxCtrlr,
)
from pilotwire.station.vocabulary import AuthorizationStatus as Status
from tests.support.editions import IN_2X, IN_ALL
from tests.support.evse import control, count_reads
from tests.support.scene import TOKEN, Opponent, Scene, Settings, scene
from tests.support.tokens import Book, knows
from tests.support.transactions_2x import events, outline
from tests.support.virtual_time import virtual_time

QUICK: Settings = {
    OCPPCommCtrlr.RetryBackOffWaitMinimum: 1,
    OCPPCommCtrlr.RetryBackOffRandomRange: 0,
    SampledDataCtrlr.TxUpdatedInterval: 0,
}


def allows(energy_wh: int) -> Settings:
    return {
        **QUICK,
        TxCtrlr.StopTxOnInvalidId: False,
        TxCtrlr.MaxEnergyOnInvalidId: energy_wh,
        AuthCtrlr.OfflineTxForUnknownIdEnabled: True,
        AuthCtrlr.LocalPreAuthorize: True,
    }


def thirsty() -> ElectricVehicle:
    return ElectricVehicle(battery_kwh=75, soc=10)


async def begins(s: Scene) -> None:
    """A driver begins of whom the CSMS thought better once."""
    knows(s, TOKEN)
    await s.plug_in_and_swipe(thirsty())


async def charges_offline(s: Scene, seconds: float) -> float:
    """A driver of whom the CSMS will not hear well charges without a connection, and then with one:
    what has been delivered until then, in Wh.
    """
    register = s.evse.meter.register_wh
    s.go_offline()
    await s.wait(2)
    await s.plug_in_and_swipe(thirsty())
    await s.wait(seconds)
    assert s.evse.contactor.closed
    s.go_online()
    await s.wait(10)
    return s.evse.meter.register_wh - register


def suspended(s: Scene) -> bool:
    return INVALID_TOKEN.name in s.station.evses[0].holds


@IN_ALL
@virtual_time
async def test_so_much_energy_and_no_more(version: str) -> None:
    """TC_C_15_CS, TC_037_2_CS; C15.FR.07, C15.FR.06: counted from the start of the transaction."""
    csms = Opponent()
    Book(csms).says(TOKEN, Status.INVALID)
    async with scene(version, csms=csms, settings=allows(10_000)) as s:
        before = s.evse.meter.register_wh
        delivered = await charges_offline(s, 600)
        assert 1000 < delivered < 5000
        assert s.evse.contactor.closed
        assert not suspended(s)
        await s.wait(3600)
        assert suspended(s)
        assert not s.evse.contactor.closed
        assert 10_000 <= s.evse.meter.register_wh - before < 10_010
        assert s.station.evses[0].transaction_id is not None
        if version != "1.6":
            assert outline(s)[-1] == ("Updated", "ChargingStateChanged", "SuspendedEVSE")


@IN_ALL
@virtual_time
async def test_what_has_been_exceeded_already(version: str) -> None:
    """C15.FR.06: then the energy ends at once."""
    csms = Opponent()
    Book(csms).says(TOKEN, Status.INVALID)
    async with scene(version, csms=csms, settings=allows(100)) as s:
        assert await charges_offline(s, 600) > 1000
        assert not s.evse.contactor.closed
        assert suspended(s)


@IN_ALL
@virtual_time
async def test_no_energy_at_all(version: str) -> None:
    """TC_C_17_CS, TC_C_26_CS; C15.FR.06: and whoever began it may end it."""
    csms = Opponent()
    Book(csms).says(TOKEN, Status.INVALID)
    async with scene(version, csms=csms, settings=allows(0)) as s:
        await charges_offline(s, 60)
        assert not s.evse.contactor.closed
        assert s.station.evses[0].transaction_id is not None
        if version != "1.6":
            assert outline(s)[-1] == ("Updated", "ChargingStateChanged", "SuspendedEVSE")
            assert not events(s)[-1].offline
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert s.station.evses[0].transaction_id is None


@IN_ALL
@virtual_time
async def test_the_transaction_ends_whatever_energy_is_left(version: str) -> None:
    """TC_C_16_CS, TC_C_18_CS, TC_037_3_CS; C15.FR.04: StopTxOnInvalidId comes first."""
    csms = Opponent()
    Book(csms).says(TOKEN, Status.INVALID)
    settings = {**allows(100_000), TxCtrlr.StopTxOnInvalidId: True}
    async with scene(version, csms=csms, settings=settings) as s:
        await charges_offline(s, 60)
        assert not s.evse.contactor.closed
        if version == "1.6":
            (stop,) = s.csms.requests(v16.StopTransactionRequest)
            assert stop.reason is v16.Reason.DE_AUTHORIZED
        else:
            ended = events(s)[-1]
            assert (ended.event_type, ended.trigger_reason) == ("Ended", "Deauthorized")
            assert not ended.offline


@IN_ALL
@virtual_time
async def test_a_valid_token_charges_on(version: str) -> None:
    """TC_037_1_CS."""
    async with scene(version, settings=allows(0)) as s:
        await charges_offline(s, 60)
        await s.wait(600)
        assert s.evse.contactor.closed


@IN_ALL
@virtual_time
async def test_pauses_cost_nothing(version: str) -> None:
    """While nothing flows the meter is left alone, however little is left; what flows counts."""
    csms = Opponent()
    Book(csms).says(TOKEN, Status.INVALID)
    async with scene(version, csms=csms, settings=allows(3000)) as s:
        before = s.evse.meter.register_wh
        readings = count_reads(s)
        await begins(s)
        await s.wait(460)
        vehicle = s.evse.vehicle
        assert vehicle is not None
        vehicle.pause()
        await s.wait(1)
        paused = readings()
        await s.wait(24 * 3600)
        assert readings() == paused < 30
        assert not suspended(s)
        vehicle.resume()
        await s.wait(1200)
        assert suspended(s)
        assert 3000 <= s.evse.meter.register_wh - before < 3010


@IN_ALL
@virtual_time
async def test_the_next_driver_has_nothing_to_do_with_it(version: str) -> None:
    csms = Opponent()
    Book(csms).says(TOKEN, Status.INVALID)
    async with scene(version, csms=csms, settings=allows(3000)) as s:
        await begins(s)
        await s.wait(60)
        assert control(s).state.allowance
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.unplug()
        await s.evse.plug_in(thirsty())
        await s.evse.swipe("FFFFFFFF")
        await s.wait(3600)
        assert s.evse.contactor.closed
        assert not control(s).state.allowance


@IN_2X
@virtual_time
async def test_a_better_word_lets_energy_flow_again(version: str) -> None:
    """It is the latest word that counts (E05.FR.01)."""
    csms = Opponent()
    book = Book(csms)
    book.says(TOKEN, Status.CONCURRENT_TX)
    settings = {**allows(0), SampledDataCtrlr.TxUpdatedInterval: 60}
    async with scene(version, csms=csms, settings=settings) as s:
        await begins(s)
        await s.wait(10)
        assert suspended(s)
        book.says(TOKEN)
        accepted = v21.IdTokenInfoType(status=Status.ACCEPTED)
        csms.answer(
            v21.TransactionEventRequest,
            lambda _: v21.TransactionEventResponse(id_token_info=accepted),
        )
        await s.wait(120)
        assert not suspended(s)
        assert s.evse.contactor.closed


@IN_2X
@virtual_time
async def test_a_token_that_is_for_other_evses(version: str) -> None:
    """C01.FR.21: also where that comes with the answer to a transaction."""
    csms = Opponent()
    book = Book(csms)
    async with scene(version, csms=csms, evses=2) as s:
        s.csms.answer(
            v21.AuthorizeRequest,
            lambda _: v21.AuthorizeResponse(
                id_token_info=v21.IdTokenInfoType(status=Status.ACCEPTED)
            ),
        )
        book.says(TOKEN, evse_ids=(2,))
        await s.plug_in_and_swipe(thirsty())
        await s.wait(10)
        assert outline(s)[-1][:2] == ("Ended", "Deauthorized")


@IN_ALL
@virtual_time
async def test_a_meter_that_fails_ends_it_as_ever(version: str) -> None:
    csms = Opponent()
    Book(csms).says(TOKEN, Status.INVALID)
    async with scene(version, csms=csms, settings=allows(3000)) as s:
        await begins(s)
        await s.wait(60)
        assert s.evse.contactor.closed
        s.evse.meter.break_down()
        await s.wait(timedelta(hours=1).total_seconds())
        assert not s.evse.contactor.closed
