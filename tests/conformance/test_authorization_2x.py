"""Who may charge, and for how long (2.x C01, C09, E05)."""

import asyncio

from pilotwire.hal.interfaces import OwnWord, TokenKind
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import TxCtrlr
from pilotwire.station.evse.state import Authorization
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.vocabulary import IdTokenKind
from tests.support.editions import IN_2X
from tests.support.evse import control
from tests.support.scene import TOKEN, Opponent, scene
from tests.support.transactions_2x import (
    Status,
    events,
    numbered,
    outline,
    withdraw_consent,
)
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X


def answer_token(csms: Opponent, status: Status, group: str | None = None) -> None:
    """Let the CSMS say this of every token it is asked about."""
    info = v21.IdTokenInfoType(
        status=status,
        group_id_token=None
        if group is None
        else v21.IdTokenType(id_token=group, type=IdTokenKind.CENTRAL),
    )
    csms.answer(v21.AuthorizeRequest, lambda _: v21.AuthorizeResponse(id_token_info=info))


@virtual_time
async def test_a_token_that_is_not_accepted_does_not_charge(version: str) -> None:
    """TC_C_02_CS, TC_C_06_CS, TC_C_07_CS; C01.FR.01."""
    for status in (Status.INVALID, Status.BLOCKED, Status.EXPIRED, Status.UNKNOWN):
        csms = Opponent()
        answer_token(csms, status)
        async with scene(version, csms=csms) as s:
            await s.plug_in_and_swipe()
            await s.wait(30)
            assert "Authorize" in s.csms.actions()
            assert not events(s)
            assert not s.evse.contactor.closed


@virtual_time
async def test_another_token_does_not_stop_the_session(version: str) -> None:
    """TC_C_04_CS: no common group, no stop."""
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.evse.swipe("FFFFFFFF")
        await s.wait(5)
        assert s.csms.actions()[-1] == "Authorize"
        assert s.evse.contactor.closed


@virtual_time
async def test_a_token_of_the_same_group_stops_the_session(version: str) -> None:
    """C09, C01.FR.03b, E07.FR.02: the stopping token is reported."""
    csms = Opponent()
    answer_token(csms, Status.ACCEPTED, group="FLEET")
    async with scene(version, csms=csms) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.evse.swipe("FFFFFFFF")
        await s.wait(5)
        ended = events(s)[-1]
        assert ended.event_type is v21.TransactionEventEnumType.ENDED
        assert ended.id_token is not None
        assert ended.id_token.id_token == "FFFFFFFF"


@virtual_time
async def test_a_token_for_other_evses_does_not_charge(version: str) -> None:
    """C01.FR.21."""
    csms = Opponent()
    info = v21.IdTokenInfoType(status=Status.ACCEPTED, evse_id=[2])
    csms.answer(v21.AuthorizeRequest, lambda _: v21.AuthorizeResponse(id_token_info=info))
    async with scene(version, csms=csms, evses=2) as s:
        await s.plug_in_and_swipe()
        await s.wait(10)
        assert not events(s)


@virtual_time
async def test_csms_withdraws_its_consent(version: str) -> None:
    """E05.FR.10, E05.FR.11: the transaction ends, and the plug waits for its owner."""
    csms = Opponent()
    withdraw_consent(csms)
    async with scene(version, csms=csms) as s:
        await s.plug_in_and_swipe()
        await s.wait(10)
        ended = events(s)[-1]
        assert (ended.event_type.value, ended.trigger_reason.value) == ("Ended", "Deauthorized")
        assert ended.transaction_info.stopped_reason is v21.ReasonEnumType.DE_AUTHORIZED
        assert not s.evse.contactor.closed
        assert s.evse.lock.locked
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert not s.evse.lock.locked
        numbered(s)


@virtual_time
async def test_csms_withdraws_its_consent_and_the_transaction_goes_on(version: str) -> None:
    """E05.FR.09: with TxStopPoint EVConnected the energy stops and the transaction does not.

    2.1 does not want to hear SuspendedEVSE any more, which 2.0.1 takes as well as EVConnected.
    """
    csms = Opponent()
    withdraw_consent(csms)
    async with scene(version, csms=csms, settings={TxCtrlr.TxStopPoint: ("EVConnected",)}) as s:
        await s.plug_in_and_swipe()
        await s.wait(10)
        assert outline(s)[-1] == ("Updated", "Deauthorized", "EVConnected")
        assert not s.evse.contactor.closed
        await s.evse.tear_out()
        await s.wait(5)
        assert outline(s)[-1] == ("Ended", "EVCommunicationLost", "Idle")
        numbered(s)


@virtual_time
async def test_stop_tx_on_invalid_id_false_suspends(version: str) -> None:
    """E05.FR.02: no energy, and the transaction goes on as SuspendedEVSE."""
    csms = Opponent()
    withdraw_consent(csms)
    async with scene(version, csms=csms, settings={TxCtrlr.StopTxOnInvalidId: False}) as s:
        await s.plug_in_and_swipe()
        await s.wait(10)
        assert outline(s)[-1] == ("Updated", "ChargingStateChanged", "SuspendedEVSE")
        assert not s.evse.contactor.closed


@virtual_time
async def test_the_same_token_again_in_the_same_transaction(version: str) -> None:
    """E02.FR.01, C01.FR.23: whoever ended the authorization may give it again, nobody else."""
    async with scene(version, settings={TxCtrlr.TxStopPoint: ("EVConnected",)}) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert outline(s)[-2:] == [
            ("Updated", "StopAuthorized", None),
            ("Updated", "ChargingStateChanged", "EVConnected"),
        ]
        await s.evse.swipe("FFFFFFFF")
        await s.wait(5)
        assert not s.evse.contactor.closed
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert outline(s)[-2:] == [
            ("Updated", "Authorized", "EVConnected"),
            ("Updated", "ChargingStateChanged", "Charging"),
        ]
        assert events(s)[-2].id_token is not None
        numbered(s)


@virtual_time
async def test_a_late_word_on_a_token_does_not_touch_the_next_driver(version: str) -> None:
    """E05.FR.02, E05.FR.10: it is the session of that token in that transaction that is meant."""
    csms = Opponent()
    told = asyncio.Event()

    async def late(event: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
        if event.id_token is None or event.id_token.id_token != TOKEN:
            return v21.TransactionEventResponse()
        await told.wait()
        info = v21.IdTokenInfoType(status=Status.INVALID)
        return v21.TransactionEventResponse(id_token_info=info)

    csms.answer(v21.TransactionEventRequest, late)
    async with scene(version, csms=csms) as s:
        await s.plug_in_and_swipe()
        await s.wait(10)
        s.evse.meter.hang()  # so one thing after the other waits for its turn at the EVSE:
        await s.evse.swipe(TOKEN)  # the end,
        await s.wait(0.1)
        following = Authorization(IdToken("FFFFFFFF"))
        begun = asyncio.create_task(control(s).authorized(following))  # the next driver,
        await s.wait(0.1)
        told.set()  # and the late word on the first
        await s.wait(0.5)
        s.evse.meter.repair()
        assert await begun
        await s.wait(10)
        token = s.station.evses[0].token
        assert token is not None
        assert token.value == "FFFFFFFF"
        assert s.evse.contactor.closed


@virtual_time
async def test_a_late_word_on_who_stopped_does_not_touch_who_goes_on(version: str) -> None:
    """E05.FR.02: a card of the group stopped, and the driver began again in the transaction."""
    csms = Opponent()
    answer_token(csms, Status.ACCEPTED, group="FLEET")
    told = asyncio.Event()

    async def late(event: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
        if event.id_token is None or event.id_token.id_token == TOKEN:
            return v21.TransactionEventResponse()
        await told.wait()
        info = v21.IdTokenInfoType(status=Status.INVALID)
        return v21.TransactionEventResponse(id_token_info=info)

    csms.answer(v21.TransactionEventRequest, late)
    async with scene(version, csms=csms, settings={TxCtrlr.TxStopPoint: ("EVConnected",)}) as s:
        await s.plug_in_and_swipe()
        await s.wait(20)
        await s.evse.swipe("FFFFFFFF")
        await s.wait(2)
        assert not s.evse.contactor.closed
        assert await control(s).authorized(Authorization(IdToken(TOKEN)))
        await s.wait(5)
        assert s.evse.contactor.closed
        told.set()
        await s.wait(10)
        assert s.evse.contactor.closed


@virtual_time
async def test_a_token_is_its_value_and_its_kind(version: str) -> None:
    """C01.FR.25: the same number of another kind is another token."""
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.evse.swipe(TOKEN, kind=TokenKind.KEY_CODE)
        await s.wait(5)
        assert s.csms.actions()[-1] == "Authorize"
        assert s.evse.contactor.closed


@virtual_time
async def test_a_kind_of_token_that_the_standard_does_not_list(version: str) -> None:
    """2.1, IdTokenEnumType: its values are examples; 2.0.1 has these and no others."""
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe(TOKEN, kind=OwnWord("com.example.Smile"))
        await s.wait(30)
        kind = "com.example.Smile" if version == "2.1" else IdTokenKind.LOCAL
        asked = s.csms.requests(v21.AuthorizeRequest)
        assert [one.id_token.type for one in asked] == [kind]
        told = [one.id_token for one in events(s) if one.id_token is not None]
        assert told == [v21.IdTokenType(id_token=TOKEN, type=kind)]
        assert s.evse.contactor.closed


@virtual_time
async def test_a_button_is_not_asked_about(version: str) -> None:
    """C02.FR.01: started by a button, told as NoAuthorization with an empty identifier."""
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe("", kind=TokenKind.NO_AUTHORIZATION)
        await s.wait(5)
        assert "Authorize" not in s.csms.actions()
        token = events(s)[0].id_token
        assert token == v21.IdTokenType(id_token="", type=IdTokenKind.NO_AUTHORIZATION)
        await s.evse.swipe("", kind=TokenKind.NO_AUTHORIZATION)
        await s.wait(5)
        assert outline(s)[-1][:2] == ("Ended", "StopAuthorized")


@virtual_time
async def test_a_group_that_a_transaction_event_tells_counts(version: str) -> None:
    """C09.FR.03, C09.FR.12: it comes with the answer to a TransactionEvent, too."""
    csms = Opponent()
    fleet = v21.IdTokenType(id_token="FLEET", type=IdTokenKind.CENTRAL)
    info = v21.IdTokenInfoType(status=Status.ACCEPTED, group_id_token=fleet)
    csms.answer(
        v21.TransactionEventRequest,
        lambda e: v21.TransactionEventResponse(id_token_info=info if e.id_token else None),
    )
    async with scene(version, csms=csms) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        answer_token(csms, Status.ACCEPTED, group="FLEET")
        await s.evse.swipe("FFFFFFFF")
        await s.wait(5)
        assert outline(s)[-1][:2] == ("Ended", "StopAuthorized")
