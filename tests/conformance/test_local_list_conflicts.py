"""The CSMS says otherwise of a token than the local authorization list: it is told so in 1.6, by a
StatusNotification of connector 0 (3.5.2).
"""

from datetime import timedelta

import pytest

from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import AuthCtrlr
from pilotwire.station.vocabulary import AuthorizationStatus as Status
from tests.support.editions import IN_2X
from tests.support.local_list import send
from tests.support.scene import EPOCH, TOKEN, Opponent, Scene, scene
from tests.support.tokens import Book, Entry
from tests.support.virtual_time import virtual_time

LOCAL = {AuthCtrlr.LocalPreAuthorize: True}
PAST = EPOCH - timedelta(days=1)


def conflicts(s: Scene) -> list[v16.StatusNotificationRequest]:
    """The conflicts that the CSMS was told of."""
    return [
        status
        for status in s.csms.requests(v16.StatusNotificationRequest)
        if status.error_code is v16.ChargePointErrorCode.LOCAL_LIST_CONFLICT
    ]


@virtual_time
async def test_the_answer_to_a_start_contradicts_the_list() -> None:
    csms = Opponent()
    Book(csms).says(TOKEN, Status.BLOCKED)
    async with scene("1.6", csms=csms, settings=LOCAL) as s:
        await send(s, 1, {TOKEN: Entry()})
        await s.plug_in_and_swipe()
        await s.wait(5)
        (conflict,) = conflicts(s)
        assert conflict.connector_id == 0
        assert conflict.status is v16.ChargePointStatus.AVAILABLE
        assert conflict.timestamp is not None
        (start,) = s.csms.requests(v16.StartTransactionRequest)
        assert conflict.timestamp >= start.timestamp


@pytest.mark.parametrize(
    ("entry", "says", "told"),
    [
        (Entry(Status.INVALID), Status.ACCEPTED, 1),
        (Entry(Status.BLOCKED), Status.ACCEPTED, 1),
        (Entry(expires=PAST), Status.ACCEPTED, 1),
        (Entry(), Status.EXPIRED, 1),
        (Entry(), Status.CONCURRENT_TX, 0),  # which is valid, and in use elsewhere
        (Entry(Status.INVALID), Status.EXPIRED, 0),
        (Entry(expires=PAST), Status.EXPIRED, 0),
        (Entry(), Status.ACCEPTED, 0),
    ],
)
def test_the_answer_to_a_question_may_contradict_the_list(
    entry: Entry, says: Status, told: int
) -> None:
    """What counts is whether the token is valid, not why it is not."""

    @virtual_time
    async def play() -> None:
        csms = Opponent()
        Book(csms).says(TOKEN, says)
        async with scene("1.6", csms=csms) as s:
            await send(s, 1, {TOKEN: entry})
            await s.evse.swipe(TOKEN)
            await s.wait(5)
            assert len(conflicts(s)) == told

    play()


@virtual_time
async def test_the_answer_to_a_stop_contradicts_the_list() -> None:
    csms = Opponent()
    csms.answer(
        v16.StopTransactionRequest,
        lambda _: v16.StopTransactionResponse(
            id_tag_info=v16.IdTagInfo(status=v16.AuthorizationStatus.BLOCKED)
        ),
    )
    async with scene("1.6", csms=csms, settings=LOCAL) as s:
        await send(s, 1, {TOKEN: Entry()})
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert not conflicts(s)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert len(conflicts(s)) == 1


@virtual_time
async def test_a_token_that_is_not_listed_contradicts_nothing() -> None:
    csms = Opponent()
    Book(csms).says(TOKEN, Status.BLOCKED)
    async with scene("1.6", csms=csms, settings=LOCAL) as s:
        await send(s, 1, {"AA": Entry()})
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert not conflicts(s)


@virtual_time
async def test_a_conflict_tells_how_the_station_is_and_changes_nothing_of_it() -> None:
    """The next status of connector 0 is told if it is another, whatever was told in between."""
    csms = Opponent()
    Book(csms).says(TOKEN, Status.BLOCKED)
    async with scene("1.6", csms=csms) as s:
        await send(s, 1, {TOKEN: Entry()})
        await s.csms.call(
            v16.ChangeAvailabilityRequest(connector_id=0, type=v16.AvailabilityType.INOPERATIVE)
        )
        await s.wait(5)
        await s.csms.call(
            v16.ChangeAvailabilityRequest(connector_id=0, type=v16.AvailabilityType.OPERATIVE)
        )
        await s.wait(5)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        of_station = [
            (status.status.value, status.error_code.value)
            for status in s.csms.requests(v16.StatusNotificationRequest)
            if status.connector_id == 0
        ]
        assert of_station == [
            ("Available", "NoError"),
            ("Unavailable", "NoError"),
            ("Available", "NoError"),
            ("Available", "LocalListConflict"),
        ]


@IN_2X
@virtual_time
async def test_2x_has_no_words_for_it(version: str) -> None:
    csms = Opponent()
    Book(csms).says(TOKEN, Status.BLOCKED)
    async with scene(version, csms=csms, settings=LOCAL) as s:
        await send(s, 1, {TOKEN: Entry()})
        csms.heard.clear()
        await s.plug_in_and_swipe()
        await s.wait(10)
        told = {type(heard.request) for heard in csms.heard}
        assert told == {v21.StatusNotificationRequest, v21.TransactionEventRequest}
        assert s.station.outbox_size == 0
