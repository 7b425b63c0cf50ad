"""What the station does by variables of transactions: how they begin, end and go on."""

from tempfile import TemporaryDirectory

from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import (
    AuthCtrlr,
    OCPPCommCtrlr,
    TxCtrlr,
)
from pilotwire.store import Store
from tests.conformance.effects.effect import Effects, outline, plug_and_swipe
from tests.support.scene import TOKEN, Scene, Settings, now, scene
from tests.support.transactions_2x import events

__all__ = ["EFFECTS"]

EFFECTS = Effects()

GOES_ON: Settings = {TxCtrlr.ResumptionTimeout: 300}
CHARGES_ON: Settings = {**GOES_ON, TxCtrlr.AllowEnergyTransferResumption: True}


@EFFECTS.of(TxCtrlr.TxStartPoint, {"EVConnected": "Started", "PowerPathClosed": ""})
async def starts_with_the_cable(s: Scene) -> object:
    await s.evse.plug_in(ElectricVehicle())
    await s.wait(5)
    return outline(s)


@EFFECTS.of(TxCtrlr.TxStopPoint, {"EVConnected": False, "EVConnected,Authorized": True})
async def ends_with_the_card(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.evse.swipe(TOKEN)
    await s.wait(5)
    return outline(s).endswith("Ended")


@EFFECTS.of(TxCtrlr.EVConnectionTimeOut, {"60": False, "80": True})
async def waits_for_the_vehicle(s: Scene) -> object:
    await s.evse.swipe(TOKEN)
    await s.wait(70)
    return s.station.evses[0].token is not None


@EFFECTS.of(
    TxCtrlr.StopTxOnEVSideDisconnect,
    {"true": True, "false": False},
    others={TxCtrlr.TxStopPoint: ("Authorized",)},
)
async def ends_when_the_vehicle_leaves(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.evse.tear_out()
    await s.wait(5)
    return outline(s).endswith("Ended")


@EFFECTS.of(OCPPCommCtrlr.UnlockOnEVSideDisconnect, {"true": True, "false": False})
async def unlocks_when_the_vehicle_leaves(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.evse.leave_plug()
    await s.wait(5)
    await s.evse.swipe("AAAAAAAA")  # another's, who can begin if nobody's plug is in the way
    await s.wait(5)
    return s.station.evses[0].token is not None


def invalid(event: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
    if event.id_token is None:
        return v21.TransactionEventResponse()
    info = v21.IdTokenInfoType(status=v21.AuthorizationStatusEnumType.INVALID)
    return v21.TransactionEventResponse(id_token_info=info)


@EFFECTS.of(TxCtrlr.StopTxOnInvalidId, {"true": True, "false": False})
async def ends_when_the_token_is_invalid(s: Scene) -> object:
    s.csms.answer(v21.TransactionEventRequest, invalid)
    await plug_and_swipe(s)
    await s.wait(10)
    assert not s.evse.contactor.closed
    return outline(s).endswith("Ended")


@EFFECTS.of(
    TxCtrlr.MaxEnergyOnInvalidId, {"0": 0, "3000": 3000}, others={TxCtrlr.StopTxOnInvalidId: False}
)
async def energy_of_a_refused_token(s: Scene) -> object:
    s.csms.answer(v21.TransactionEventRequest, invalid)
    before = s.evse.meter.register_wh
    await plug_and_swipe(s)
    await s.wait(7200)
    return round((s.evse.meter.register_wh - before) / 100) * 100


def pending(_: object) -> v21.BootNotificationResponse:
    status = v21.RegistrationStatusEnumType.PENDING
    return v21.BootNotificationResponse(status=status, current_time=now(), interval=300)


@EFFECTS.of(
    TxCtrlr.TxBeforeAcceptedEnabled,
    {"true": True, "false": False},
    scene={"booted": False},
    boot=pending,
)
async def charges_before_it_is_accepted(s: Scene) -> object:
    s.station.device_model[AuthCtrlr.OfflineTxForUnknownIdEnabled] = True
    await plug_and_swipe(s)
    assert events(s) == []
    return s.evse.contactor.closed


async def after_a_power_cut(s: Scene, wait: float, settings: Settings) -> tuple[bool, bool]:
    """Whether a transaction goes on so long after a power cut of 100 s, and if energy flows."""
    await plug_and_swipe(s)
    records = s.station._records
    records.flush()
    with TemporaryDirectory() as folder:
        with Store(f"{folder}/after.db") as store:
            records._store._connection.backup(store._connection)
        hardware = SimulatedStation(evses=1)
        await hardware.evse(1).plug_in(ElectricVehicle(battery_kwh=75, soc=20))
        await s.wait(100)
        with Store(f"{folder}/after.db") as store:
            version = s.csms.version.value
            async with scene(version, hardware=hardware, store=store, settings=settings) as later:
                await later.wait(wait)
                goes_on = later.station.evses[0].transaction_id is not None
                return goes_on, hardware.evse(1).contactor.closed


@EFFECTS.of(TxCtrlr.ResumptionTimeout, {"0": False, "150": True})
async def goes_on_after_a_power_cut(s: Scene) -> object:
    return (await after_a_power_cut(s, 30, {}))[0]


@EFFECTS.of(TxCtrlr.AllowEnergyTransferResumption, {"true": True, "false": False}, others=GOES_ON)
async def charges_after_a_power_cut(s: Scene) -> object:
    return (await after_a_power_cut(s, 30, GOES_ON))[1]


@EFFECTS.of(
    TxCtrlr.EnergyTransferResumptionRandomRange, {"0": True, "100000": False}, others=CHARGES_ON
)
async def charges_soon_after_a_power_cut(s: Scene) -> object:
    return (await after_a_power_cut(s, 5, CHARGES_ON))[1]
