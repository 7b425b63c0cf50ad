"""Who may charge in OCPP 1.6, and who may stop (4.1, 4.10; TC_068, TC_069)."""

import asyncio

from pilotwire.hal.interfaces import TokenKind
from pilotwire.ocpp import v16
from pilotwire.station.device_model.standard import TxCtrlr
from tests.support.scene import TOKEN, Opponent, Settings, scene
from tests.support.virtual_time import virtual_time


def of_parent(parent: str | None) -> v16.IdTagInfo:
    return v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED, parent_id_tag=parent)


@virtual_time
async def test_another_tag_is_not_asked_about_where_it_could_stop_nothing() -> None:
    """TC_068_CS; in 2.x it is asked about all the same (TC_C_04_CS)."""
    async with scene("1.6") as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        before = len(s.csms.requests(v16.AuthorizeRequest))
        await s.evse.swipe("FFFFFFFF")
        await s.wait(5)
        assert len(s.csms.requests(v16.AuthorizeRequest)) == before
        assert not s.csms.requests(v16.StopTransactionRequest)
        await s.evse.swipe(TOKEN)
        stop = await s.hears(v16.StopTransactionRequest)
        assert stop.id_tag == TOKEN


@virtual_time
async def test_a_parent_that_start_transaction_tells_counts() -> None:
    """TC_069_CS, 4.8: idTagInfo of StartTransaction.conf is the later word on the tag."""
    csms = Opponent()
    csms.answer(
        v16.StartTransactionRequest,
        lambda _: v16.StartTransactionResponse(transaction_id=7, id_tag_info=of_parent("FLEET")),
    )
    async with scene("1.6", csms=csms) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        csms.answer(
            v16.AuthorizeRequest, lambda _: v16.AuthorizeResponse(id_tag_info=of_parent("FLEET"))
        )
        await s.evse.swipe("FFFFFFFF")
        stop = await s.hears(v16.StopTransactionRequest)
        assert stop.id_tag == "FFFFFFFF"


@virtual_time
async def test_a_tag_of_a_remote_start_is_a_card_of_any_kind() -> None:
    """5.11: an idTag tells no kind, so whoever shows it may stop."""
    async with scene("1.6") as s:
        await s.csms.call(v16.RemoteStartTransactionRequest(id_tag=TOKEN, connector_id=1))
        await s.plug_in_and_swipe()
        await s.hears(v16.StartTransactionRequest)
        await s.wait(30)
        await s.evse.swipe(TOKEN, kind=TokenKind.ISO15693)
        await s.hears(v16.StopTransactionRequest)


@virtual_time
async def test_a_late_word_on_a_tag_does_not_touch_the_next_driver() -> None:
    """4.8: what StartTransaction.conf says is of that transaction, and its driver is gone."""
    csms = Opponent()
    told = asyncio.Event()

    async def late(request: v16.StartTransactionRequest) -> v16.StartTransactionResponse:
        first = request.id_tag == TOKEN
        if first:
            await told.wait()
        status = v16.AuthorizationStatus.INVALID if first else v16.AuthorizationStatus.ACCEPTED
        return v16.StartTransactionResponse(
            transaction_id=1 if first else 2, id_tag_info=v16.IdTagInfo(status=status)
        )

    csms.answer(v16.StartTransactionRequest, late)
    async with scene("1.6", csms=csms) as s:
        await s.plug_in_and_swipe()
        await s.wait(10)
        await s.evse.swipe(TOKEN)
        await s.wait(1)
        await s.evse.swipe("FFFFFFFF")
        await s.wait(2)
        told.set()
        await s.wait(10)
        token = s.station.evses[0].token
        assert token is not None
        assert token.value == "FFFFFFFF"
        assert s.evse.contactor.closed
        (stop,) = s.csms.requests(v16.StopTransactionRequest)
        assert (stop.transaction_id, stop.reason) == (1, v16.Reason.LOCAL)
        assert len(s.csms.requests(v16.StartTransactionRequest)) == 2


@virtual_time
async def test_an_invalid_answer_to_start_transaction_stops_the_driver_who_is_there() -> None:
    """The same word in time."""
    csms = Opponent()
    invalid = v16.IdTagInfo(status=v16.AuthorizationStatus.INVALID)
    csms.answer(
        v16.StartTransactionRequest,
        lambda _: v16.StartTransactionResponse(transaction_id=1, id_tag_info=invalid),
    )
    async with scene("1.6", csms=csms) as s:
        await s.plug_in_and_swipe()
        await s.wait(10)
        assert not s.evse.contactor.closed
        (stop,) = s.csms.requests(v16.StopTransactionRequest)
        assert stop.reason is v16.Reason.DE_AUTHORIZED


@virtual_time
async def test_an_invalid_token_ends_the_transaction_whatever_ends_others() -> None:
    """3.5.4: StopTransactionOnInvalidId says it all, as 1.6 knows no TxStopPoint."""
    csms = Opponent()
    invalid = v16.IdTagInfo(status=v16.AuthorizationStatus.INVALID)
    csms.answer(
        v16.StartTransactionRequest,
        lambda _: v16.StartTransactionResponse(transaction_id=1, id_tag_info=invalid),
    )
    settings: Settings = {TxCtrlr.TxStopPoint: ("EVConnected",)}
    async with scene("1.6", csms=csms, settings=settings) as s:
        await s.plug_in_and_swipe()
        await s.wait(10)
        (stop,) = s.csms.requests(v16.StopTransactionRequest)
        assert stop.reason is v16.Reason.DE_AUTHORIZED
        assert s.station.evses[0].transaction_id is None
        assert s.evse.lock.locked  # until its owner shows the card
