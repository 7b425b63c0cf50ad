"""All that can end a transaction, and what the CSMS is told of each (2.x ReasonEnumType and
TriggerReasonEnumType; 1.6 4.10).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from pilotwire.hal.interfaces import FaultCode, OwnWord
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import AuthCtrlr, TxCtrlr
from pilotwire.station.vocabulary import IdTokenKind, Reason
from tests.support.editions import IN_ALL
from tests.support.scene import TOKEN, Opponent, Scene, Settings, scene
from tests.support.virtual_time import virtual_time

GROUP = "FLEET"
MASTER = "POLICE"
COLLEAGUE = "COLLEAGUE"
OFFICER = "OFFICER"


@dataclass(frozen=True)
class Ending:
    """What is done to end it, and what is told: the reason in 1.6, trigger and reason in 2.x."""

    do: Callable[[Scene], Awaitable[object]]
    in_16: str
    trigger: str
    reason: str
    settings: Settings
    by: str | None = None
    """The token that ended it."""


async def same_card(s: Scene) -> None:
    await s.evse.swipe(TOKEN)


async def card_of_the_group(s: Scene) -> None:
    await s.evse.swipe(COLLEAGUE)


async def master_pass(s: Scene) -> None:
    await s.evse.swipe(OFFICER)


async def remote_stop(s: Scene) -> None:
    running = s.station.evses[0].transaction_id
    assert running is not None
    if s.station.version == "1.6":
        await s.csms.call(v16.RemoteStopTransactionRequest(transaction_id=1))
    else:
        await s.csms.call(v21.RequestStopTransactionRequest(transaction_id=running))


async def vehicle_is_done(s: Scene) -> None:
    vehicle = s.evse.vehicle
    assert vehicle is not None
    vehicle.pause()


async def torn_out(s: Scene) -> None:
    await s.evse.tear_out()


def reset(kind16: v16.ResetType, kind: v21.ResetEnumType) -> Callable[[Scene], Awaitable[object]]:
    async def do(s: Scene) -> None:
        if s.station.version == "1.6":
            await s.csms.call(v16.ResetRequest(type=kind16))
        else:
            await s.csms.call(v21.ResetRequest(type=kind))

    return do


def fault(code: FaultCode | OwnWord) -> Callable[[Scene], Awaitable[object]]:
    async def do(s: Scene) -> None:
        s.evse.fail(code)

    return do


async def fault_of_the_station(s: Scene) -> None:
    s.hardware.fail(FaultCode.EMERGENCY_STOP)


async def consent_withdrawn(s: Scene) -> None:
    """The CSMS says so with its answer to what is told next."""
    s.csms.answer(v21.TransactionEventRequest, lambda _: refused(v21.TransactionEventResponse))
    await s.wait(120)


def unlock(s: Scene) -> Awaitable[object]:
    return s.csms.call(v16.UnlockConnectorRequest(connector_id=1))


def application(reason: Reason) -> Callable[[Scene], Awaitable[object]]:
    return lambda s: s.station.evse(1).stop(reason)


def refused(response: type[v21.TransactionEventResponse]) -> v21.TransactionEventResponse:
    blocked = v21.AuthorizationStatusEnumType.BLOCKED
    return response(id_token_info=v21.IdTokenInfoType(status=blocked))


AT_ENERGY: Settings = {TxCtrlr.TxStopPoint: ("EnergyTransfer",)}
SOFT = reset(v16.ResetType.SOFT, v21.ResetEnumType.IMMEDIATE)
HARD = reset(v16.ResetType.HARD, v21.ResetEnumType.IMMEDIATE)

ENDINGS: dict[str, Ending] = {
    "same card": Ending(same_card, "Local", "StopAuthorized", "Local", {}, TOKEN),
    "card of the group": Ending(
        card_of_the_group, "Local", "StopAuthorized", "Local", {}, COLLEAGUE
    ),
    "remote": Ending(remote_stop, "Remote", "RemoteStop", "Remote", {}),
    "torn out": Ending(torn_out, "EVDisconnected", "EVCommunicationLost", "EVDisconnected", {}),
    "soft reset": Ending(SOFT, "SoftReset", "ResetCommand", "ImmediateReset", {}),
    "hard reset": Ending(HARD, "HardReset", "ResetCommand", "ImmediateReset", {}),
    "ground fault": Ending(
        fault(FaultCode.GROUND_FAULT), "Other", "AbnormalCondition", "GroundFault", {}
    ),
    "too much current": Ending(
        fault(FaultCode.OVERCURRENT_FAULT), "Other", "AbnormalCondition", "OvercurrentFault", {}
    ),
    "bad grid": Ending(
        fault(FaultCode.OVER_VOLTAGE), "Other", "AbnormalCondition", "PowerQuality", {}
    ),
    "emergency stop": Ending(
        fault_of_the_station, "EmergencyStop", "AbnormalCondition", "EmergencyStop", {}
    ),
    "a maker's fault": Ending(
        fault(OwnWord("com.example.door")), "Other", "AbnormalCondition", "Other", {}
    ),
    "application": Ending(application(Reason.LOCAL), "Local", "StopAuthorized", "Local", {}),
    "application, out of credit": Ending(
        application(Reason.LOCAL_OUT_OF_CREDIT),
        "Other",
        "AbnormalCondition",
        "LocalOutOfCredit",
        {},
    ),
}

ONLY_2X = {
    "master pass": Ending(
        master_pass,
        "",
        "StopAuthorized",
        "MasterPass",
        {AuthCtrlr.MasterPassGroupId: MASTER},
        OFFICER,
    ),
    "vehicle is done": Ending(
        vehicle_is_done, "", "ChargingStateChanged", "StoppedByEV", AT_ENERGY
    ),
    "consent withdrawn": Ending(consent_withdrawn, "", "Deauthorized", "DeAuthorized", {}),
}

ONLY_16 = {"unlocked": Ending(unlock, "UnlockCommand", "", "", {})}


def group_of(token: str) -> str | None:
    return {TOKEN: GROUP, COLLEAGUE: GROUP, OFFICER: MASTER}.get(token)


def knowing_groups() -> Opponent:
    csms = Opponent()

    def in_16(request: v16.AuthorizeRequest) -> v16.AuthorizeResponse:
        status = v16.AuthorizationStatus.ACCEPTED
        group = group_of(request.id_tag)
        return v16.AuthorizeResponse(id_tag_info=v16.IdTagInfo(status=status, parent_id_tag=group))

    def in_2x(request: v21.AuthorizeRequest) -> v21.AuthorizeResponse:
        group = group_of(request.id_token.id_token)
        token = None
        if group is not None:
            token = v21.IdTokenType(id_token=group, type=IdTokenKind.CENTRAL)
        accepted = v21.AuthorizationStatusEnumType.ACCEPTED
        info = v21.IdTokenInfoType(status=accepted, group_id_token=token)
        return v21.AuthorizeResponse(id_token_info=info)

    csms.answer(v16.AuthorizeRequest, in_16)
    csms.answer(v21.AuthorizeRequest, in_2x)
    return csms


def cases() -> list[Any]:
    return [
        *(
            pytest.param("1.6", each, id=f"1.6 {name}")
            for name, each in (ENDINGS | ONLY_16).items()
        ),
        *(
            pytest.param(version, each, id=f"{version} {name}")
            for version in ("2.0.1", "2.1")
            for name, each in (ENDINGS | ONLY_2X).items()
        ),
    ]


@pytest.mark.parametrize(("version", "ending"), cases())
@virtual_time
async def test_it_is_told_what_ended_a_transaction(version: str, ending: Ending) -> None:
    async with scene(version, settings=ending.settings, csms=knowing_groups()) as s:
        await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
        await s.wait(30)
        assert s.evse.contactor.closed
        await ending.do(s)
        await s.wait(30)
        assert not s.evse.contactor.closed
        if version == "1.6":
            (stop,) = s.csms.requests(v16.StopTransactionRequest)
            assert ((stop.reason or v16.Reason.LOCAL), stop.id_tag) == (ending.in_16, ending.by)
            return
        *_, last = s.csms.requests(v21.TransactionEventRequest)
        info = last.transaction_info
        assert last.event_type == "Ended"
        assert (last.trigger_reason, info.stopped_reason or "Local") == (
            ending.trigger,
            ending.reason,
        )
        assert (last.id_token and last.id_token.id_token) == ending.by


@IN_ALL
@virtual_time
async def test_nobody_plugged_in(version: str) -> None:
    """EVConnectTimeout; there is no transaction in 1.6."""
    settings: Settings = {TxCtrlr.TxStartPoint: ("Authorized",), TxCtrlr.EVConnectionTimeOut: 60}
    async with scene(version, settings=settings) as s:
        await s.evse.swipe(TOKEN)
        await s.wait(120)
        if version == "1.6":
            assert s.csms.requests(v16.StartTransactionRequest) == []
            return
        *_, last = s.csms.requests(v21.TransactionEventRequest)
        assert last.event_type == "Ended"
        assert last.trigger_reason == "EVConnectTimeout"
        assert last.transaction_info.stopped_reason == "Timeout"
