"""Whose word on a token counts: the application's, that of what is known here, the CSMS's, and the
rules' for what nobody knows; groups and master passes (2.x C01, C09, C13, C15, C16; 1.6 3.5.4).
"""

import logging
from itertools import pairwise

import pytest

from pilotwire.hal.interfaces import TokenKind
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21
from pilotwire.station.authorization.block import AuthorizationBlock
from pilotwire.station.authorization.cache import AuthorizationCache
from pilotwire.station.authorization.decision import DecidedBy
from pilotwire.station.device_model.standard import AuthCtrlr, TxCtrlr
from pilotwire.station.evse.state import EvseSnapshot
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo
from pilotwire.station.vocabulary import AuthorizationStatus as Status
from pilotwire.station.vocabulary import IdTokenKind
from tests.support.editions import IN_2X, IN_ALL
from tests.support.memory_link import Fate, Side
from tests.support.scene import TOKEN, Opponent, Scene, Settings, scene
from tests.support.tokens import Book, asked, block, knows
from tests.support.transactions_2x import events, outline
from tests.support.virtual_time import virtual_time

OTHER = "FFFFFFFF"
UNKNOWN_TOO: Settings = {AuthCtrlr.OfflineTxForUnknownIdEnabled: True}


async def comes(s: Scene, token: str = TOKEN) -> bool:
    """A driver plugs in and shows a token: whether energy flows."""
    await s.evse.plug_in(ElectricVehicle())
    await s.evse.swipe(token)
    await s.wait(10)
    return s.evse.contactor.closed


# Groups.


@IN_ALL
@virtual_time
async def test_one_of_the_group_that_is_known_ends_without_a_question(version: str) -> None:
    """TC_C_41_CS; C01.FR.03b, C09.FR.07, E07.FR.02."""
    csms = Opponent()
    book = Book(csms)
    book.says(TOKEN, group="FLEET")
    async with scene(version, csms=csms) as s:
        knows(s, OTHER, group="fleet")
        assert await comes(s)
        await s.evse.swipe(OTHER)
        await s.wait(5)
        assert asked(s) == [TOKEN]
        if version == "1.6":
            (stop,) = s.csms.requests(v16.StopTransactionRequest)
            assert (stop.id_tag, stop.reason) == (OTHER, v16.Reason.LOCAL)
        else:
            assert outline(s)[-1][:2] == ("Ended", "StopAuthorized")
            token = events(s)[-1].id_token
            assert token is not None
            assert token.id_token == OTHER


@IN_ALL
@virtual_time
async def test_one_of_the_group_that_is_not_accepted_ends_nothing(version: str) -> None:
    """TC_C_42_CS, TC_C_44_CS; C09.FR.11: the CSMS is asked, and says no."""
    csms = Opponent()
    book = Book(csms)
    book.says(TOKEN, group="FLEET")
    book.says(OTHER, Status.INVALID, group="FLEET")
    for known in (False, True):
        async with scene(version, csms=csms, settings={AuthCtrlr.LocalPreAuthorize: True}) as s:
            csms.heard.clear()
            if known:
                knows(s, OTHER, Status.INVALID, group="FLEET")
            assert await comes(s)
            await s.evse.swipe(OTHER)
            await s.wait(5)
            assert asked(s) == [TOKEN, OTHER]
            assert s.evse.contactor.closed


@IN_2X
@virtual_time
async def test_who_comes_while_a_session_is_asked_about_ends_no_other(version: str) -> None:
    """C09.FR.03: it is the session at which the token was shown that it may end."""
    csms = Opponent()
    book = Book(csms)
    book.says(TOKEN, group="FLEET")
    book.says(OTHER, group="FLEET")
    async with scene(version, csms=csms) as s:
        assert await comes(s)
        s.network.links[-1].latency = 10
        await s.evse.swipe(OTHER)
        await s.evse.swipe(TOKEN)
        await s.wait(25)
        assert not s.evse.contactor.closed, "it began another one"


# Master passes.

PASS = "00000000"
MASTER: Settings = {AuthCtrlr.MasterPassGroupId: "POLICE"}


@IN_ALL
@virtual_time
async def test_a_master_pass_ends_everything(version: str) -> None:
    """TC_C_49_CS; C16.FR.02, C16.FR.08: and the plugs are free."""
    csms = Opponent()
    Book(csms).says(PASS, group="Police")
    async with scene(version, csms=csms, evses=2, settings=MASTER) as s:
        for number, token in ((1, TOKEN), (2, OTHER)):
            await s.hardware.evse(number).plug_in(ElectricVehicle())
            await s.hardware.evse(number).swipe(token)
        await s.wait(10)
        await s.hardware.evse(2).swipe(PASS)
        await s.wait(10)
        assert asked(s) == [TOKEN, OTHER, PASS]
        for evse in s.hardware.evses:
            assert not evse.contactor.closed
            assert not evse.lock.locked
        if version == "1.6":
            stops = s.csms.requests(v16.StopTransactionRequest)
            assert [(stop.id_tag, stop.reason) for stop in stops] == [(PASS, "Local")] * 2
        else:
            ends = [e for e in events(s) if e.event_type == "Ended"]
            assert [e.trigger_reason for e in ends] == ["StopAuthorized"] * 2
            assert [e.transaction_info.stopped_reason for e in ends] == ["MasterPass"] * 2
            assert [e.id_token and e.id_token.id_token for e in ends] == [PASS] * 2


@IN_2X
@virtual_time
async def test_a_master_pass_that_is_known(version: str) -> None:
    """TC_C_14_CS; C16.FR.04: the reason stays with an end that comes later."""
    settings = {
        **MASTER,
        AuthCtrlr.LocalPreAuthorize: True,
        TxCtrlr.TxStopPoint: ("EVConnected",),
    }
    async with scene(version, settings=settings) as s:
        knows(s, PASS, group="POLICE")
        assert await comes(s)
        await s.evse.swipe(PASS)
        await s.wait(5)
        assert asked(s) == [TOKEN]
        assert outline(s)[-2][:2] == ("Updated", "StopAuthorized")
        assert not s.evse.contactor.closed
        await s.evse.unplug()
        await s.wait(5)
        assert events(s)[-1].transaction_info.stopped_reason == "MasterPass"


@IN_ALL
@virtual_time
async def test_a_master_pass_begins_nothing(version: str) -> None:
    """TC_C_45_CS; C16.FR.03, C12.FR.09: neither at the station nor from afar."""
    csms = Opponent()
    Book(csms).says(PASS, group="POLICE")
    settings = {**MASTER, AuthCtrlr.LocalPreAuthorize: True, TxCtrlr.TxStartPoint: ("Authorized",)}
    async with scene(version, csms=csms, settings=settings) as s:
        assert not await comes(s, PASS)
        assert asked(s) == [PASS]
        await s.evse.swipe(PASS)
        await s.wait(5)
        assert not s.evse.contactor.closed
        if version == "1.6":
            await s.csms.call(v16.RemoteStartTransactionRequest(id_tag=PASS))
        else:
            token = v21.IdTokenType(id_token=PASS, type=IdTokenKind.ISO14443)
            await s.csms.call(
                v21.RequestStartTransactionRequest(evse_id=1, remote_start_id=1, id_token=token)
            )
        await s.wait(10)
        assert not s.evse.contactor.closed


@IN_ALL
@virtual_time
async def test_a_master_pass_frees_a_plug_that_is_kept(version: str) -> None:
    """C16, objective: that of somebody whom the CSMS does not want any more."""
    csms = Opponent()
    book = Book(csms)
    book.says(PASS, group="POLICE")
    async with scene(version, csms=csms, settings=MASTER) as s:
        knows(s, TOKEN)
        book.says(TOKEN, Status.BLOCKED)
        s.station.device_model[AuthCtrlr.LocalPreAuthorize] = True
        assert not await comes(s)
        assert s.evse.lock.locked
        await s.evse.swipe(PASS)
        await s.wait(5)
        assert not s.evse.lock.locked


@IN_2X
@virtual_time
async def test_the_owner_of_a_master_pass_selects(version: str) -> None:
    """TC_C_47_CS, TC_C_48_CS; C16.FR.01, C16.FR.07: where the application has a display."""
    csms = Opponent()
    Book(csms).says(PASS, group="POLICE")
    shown: list[list[int]] = []
    async with scene(version, csms=csms, evses=2, settings=MASTER) as s:

        async def display(evses: tuple[EvseSnapshot, ...]) -> set[int]:
            shown.append([evse.evse_id for evse in evses])
            if len(shown) == 1:
                await s.wait(1000)  # nobody selects anything
            return {1}

        s.station.master_pass_display(display)
        for evse in s.hardware.evses:
            await evse.plug_in(ElectricVehicle())
            await evse.swipe(TOKEN)
        await s.wait(10)
        await s.evse.swipe(PASS)
        await s.wait(100)
        assert all(evse.contactor.closed for evse in s.hardware.evses)
        await s.evse.swipe(PASS)
        await s.wait(10)
        assert shown == [[1, 2], [1, 2]]
        assert [evse.contactor.closed for evse in s.hardware.evses] == [False, True]


# Without a CSMS, or without its word.


@IN_ALL
@virtual_time
async def test_who_is_known_charges_offline(version: str) -> None:
    """LocalAuthorizeOffline; C12, postcondition; 1.6 3.5."""
    for allowed in (True, False):
        settings = {AuthCtrlr.LocalAuthorizeOffline: allowed}
        async with scene(version, settings=settings) as s:
            knows(s, TOKEN)
            s.go_offline()
            await s.wait(5)
            assert await comes(s) is allowed


@IN_ALL
@virtual_time
async def test_who_is_known_to_be_refused_is_no_unknown_token(version: str) -> None:
    """C13.FR.06, note; 1.6 3.5.4."""
    for status in (Status.INVALID, Status.BLOCKED, Status.EXPIRED):
        async with scene(version, settings=UNKNOWN_TOO) as s:
            knows(s, TOKEN, status)
            s.go_offline()
            await s.wait(5)
            assert not await comes(s)
            await s.evse.unplug()
            assert await comes(s, OTHER)


@IN_ALL
@virtual_time
async def test_an_unknown_token_is_not_kept_before_the_csms_says_so(version: str) -> None:
    """C15.FR.01, C15.FR.08."""
    async with scene(version, settings=UNKNOWN_TOO) as s:
        s.go_offline()
        await s.wait(5)
        assert await comes(s)
        assert block(s, AuthorizationCache).size == 0
        s.go_online()
        await s.wait(400)
        known = block(s, AuthorizationCache).known(IdToken(TOKEN))
        assert known is not None
        assert known.info.accepted


@IN_ALL
@virtual_time
async def test_a_csms_that_does_not_answer_is_as_good_as_none(version: str) -> None:
    async with scene(version, settings=UNKNOWN_TOO) as s:
        knows(s, OTHER, Status.BLOCKED)
        s.network.links[-1].faults = lambda side, text: (
            Fate.DROP if side is Side.STATION and '"Authorize"' in text else Fate.DELIVER
        )
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe(OTHER)
        await s.wait(60)
        assert not s.evse.contactor.closed
        await s.evse.swipe(TOKEN)
        await s.wait(60)
        assert s.evse.contactor.closed


@IN_ALL
@virtual_time
async def test_the_csms_need_not_be_asked_at_all(version: str) -> None:
    """DisableRemoteAuthorization: what is known here counts, and nothing else."""
    settings = {**UNKNOWN_TOO, AuthCtrlr.DisableRemoteAuthorization: True}
    async with scene(version, settings=settings) as s:
        knows(s, TOKEN)
        assert await comes(s)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.unplug()
        knows(s, TOKEN, Status.BLOCKED)
        for token in (TOKEN, OTHER):
            assert not await comes(s, token)
            await s.evse.unplug()
        assert not asked(s)


# Where nobody is asked.


@IN_2X
@virtual_time
async def test_nobody_needs_to_be_authorized(version: str) -> None:
    """AuthCtrlr.Enabled; C02, remarks: a vehicle charges once it comes, without a token."""
    settings: Settings = {AuthCtrlr.Enabled: False}
    async with scene(version, settings=settings) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(10)
        assert s.evse.contactor.closed
        tokens = [event.id_token for event in events(s) if event.id_token]
        assert tokens == [v21.IdTokenType(id_token="", type=IdTokenKind.NO_AUTHORIZATION)]
        tx = events(s)[0].transaction_info.transaction_id
        await s.csms.call(v21.RequestStopTransactionRequest(transaction_id=tx))
        await s.wait(60)
        assert not s.evse.contactor.closed, "whoever stopped it wants it to stay so"
        await s.evse.unplug()
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(10)
        assert s.evse.contactor.closed
        assert not asked(s)
        assert [e.id_token.id_token for e in events(s) if e.id_token] == ["", TOKEN]


@IN_2X
@virtual_time
async def test_a_vehicle_that_was_there_first_waits_for_the_csms(version: str) -> None:
    """B02: nothing begins before the station is accepted."""
    settings: Settings = {AuthCtrlr.Enabled: False}
    csms = Opponent()
    async with scene(version, csms=csms, settings=settings, booted=False, latency=5.0) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(3)
        assert not s.evse.contactor.closed
        await s.station.wait_accepted()
        await s.wait(5)
        assert s.evse.contactor.closed


@IN_ALL
@virtual_time
async def test_the_application_has_the_first_word(version: str) -> None:
    """A maker's own tokens; of which it knows nothing, others are asked."""
    words = {
        TOKEN: IdTokenInfo(Status.ACCEPTED),
        OTHER: IdTokenInfo(Status.BLOCKED),
    }

    async def authorizer(token: IdToken) -> IdTokenInfo | None:
        if token.value == "AAAAAAAA":
            raise RuntimeError("no such table")
        return words.get(token.value)

    async with scene(version) as s:
        tokens = block(s, AuthorizationBlock)
        s.station.authorizer(authorizer)
        assert await comes(s)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.unplug()
        assert not await comes(s, OTHER)
        assert not asked(s)
        decision = await tokens.decide(IdToken(OTHER))
        assert decision.by is DecidedBy.APPLICATION
        for token in ("AAAAAAAA", "BBBBBBBB"):
            decision = await tokens.decide(IdToken(token))
            assert (decision.by, decision.info.accepted) == (DecidedBy.CSMS, True)


@IN_2X
@virtual_time
async def test_who_tries_out_key_codes_has_to_wait(
    version: str, caplog: pytest.LogCaptureFixture
) -> None:
    """C04.FR.06, C04.FR.04: longer and longer; and no code is in any log."""
    caplog.set_level(logging.DEBUG)
    csms = Opponent()
    book = Book(csms)
    for code in range(1000, 1200):
        book.says(str(code), Status.INVALID)
    async with scene(version, csms=csms) as s:
        for code in range(1000, 1200):
            await s.evse.swipe(str(code), kind=TokenKind.KEY_CODE)
            await s.wait(1)
        times = [h.at for h in csms.heard if isinstance(h.request, v21.AuthorizeRequest)]
        waits = [round(later - earlier) for earlier, later in pairwise(times)]
        assert waits == [1, 1, 3, 5, 9, 17, 33, 65]
        assert await comes(s), "a card is no code"
        await s.evse.swipe(TOKEN)
        await s.wait(400)
        await s.evse.swipe("9999", kind=TokenKind.KEY_CODE)
        await s.wait(5)
        assert s.evse.contactor.closed
        said = " ".join(record.getMessage() for record in caplog.records)
        assert "9999" not in said
        assert "1003" not in said
