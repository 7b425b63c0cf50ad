"""Who may charge in OCPP 1.6, and who may stop (4.1, 4.10; TC_068, TC_069)."""

from pilotwire.hal.interfaces import TokenKind
from pilotwire.ocpp import v16
from tests.support.scene import TOKEN, Opponent, scene
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
