"""What the station does by variables of authorization, the local list and reservations."""

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v21
from pilotwire.station.authorization.cache import STORAGE, AuthorizationCache
from pilotwire.station.device_model.standard import (
    AuthCacheCtrlr,
    AuthCtrlr,
    LocalAuthListCtrlr,
    ReservationCtrlr,
)
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo, PersonalMessage
from pilotwire.station.vocabulary import AuthorizationStatus, IdTokenKind
from tests.conformance.effects.effect import Effects, outline, plug_and_swipe
from tests.support.local_list import FAILED, listed, send
from tests.support.reservation import reserve
from tests.support.scene import TOKEN, Scene
from tests.support.tokens import asked, block, knows

__all__ = ["EFFECTS"]

EFFECTS = Effects()

LOCALLY = {AuthCtrlr.LocalPreAuthorize: True}


@EFFECTS.of(AuthCtrlr.AuthorizeRemoteStart, {"true": 1, "false": 0})
async def asks_before_remote_start(s: Scene) -> object:
    await s.evse.plug_in(ElectricVehicle())
    token = v21.IdTokenType(id_token=TOKEN, type=IdTokenKind.ISO14443)
    await s.csms.call(
        v21.RequestStartTransactionRequest(evse_id=1, remote_start_id=1, id_token=token)
    )
    await s.wait(10)
    assert outline(s).startswith("Started")
    return len(s.csms.requests(v21.AuthorizeRequest))


@EFFECTS.of(AuthCtrlr.OfflineTxForUnknownIdEnabled, {"true": True, "false": False})
async def charges_unknown_tokens_offline(s: Scene) -> object:
    s.go_offline()
    await plug_and_swipe(s)
    return s.evse.contactor.closed


@EFFECTS.of(AuthCtrlr.Enabled, {"true": False, "false": True})
async def charges_without_a_token(s: Scene) -> object:
    await s.evse.plug_in(ElectricVehicle())
    await s.wait(5)
    return s.evse.contactor.closed


KNOWN = "CCCCCCCC"
"""A token that is in the cache."""


@EFFECTS.of(AuthCacheCtrlr.Enabled, {"true": 0, "false": 1}, others=LOCALLY)
@EFFECTS.of(AuthCtrlr.LocalPreAuthorize, {"true": 0, "false": 1})
async def questions_about_a_known_token(s: Scene) -> object:
    knows(s, KNOWN)
    await s.evse.swipe(KNOWN)
    await s.wait(2)
    return len(asked(s))


@EFFECTS.of(AuthCacheCtrlr.DisablePostAuthorize, {"true": 0, "false": 1})
async def questions_about_a_refused_token(s: Scene) -> object:
    knows(s, KNOWN, AuthorizationStatus.BLOCKED)
    await s.evse.swipe(KNOWN)
    await s.wait(2)
    return len(asked(s))


@EFFECTS.of(AuthCtrlr.DisableRemoteAuthorization, {"true": 0, "false": 1})
async def questions_about_any_token(s: Scene) -> object:
    await s.evse.swipe(TOKEN)
    await s.wait(2)
    return len(asked(s))


@EFFECTS.of(LocalAuthListCtrlr.Enabled, {"true": 0, "false": 1}, others=LOCALLY)
async def questions_about_a_listed_token(s: Scene) -> object:
    assert await send(s, 1, listed(TOKEN)) in {"Accepted", FAILED}
    return await questions_about_any_token(s)


@EFFECTS.of(LocalAuthListCtrlr.DisablePostAuthorize, {"true": 0, "false": 1})
async def questions_about_one_listed_as_refused(s: Scene) -> object:
    await send(s, 1, listed(TOKEN, status=AuthorizationStatus.INVALID))
    return await questions_about_any_token(s)


@EFFECTS.of(ReservationCtrlr.Enabled, {"true": "Accepted", "false": "Rejected"})
async def takes_a_reservation(s: Scene) -> object:
    return await reserve(s, 1, TOKEN, 1)


@EFFECTS.of(AuthCtrlr.LocalAuthorizeOffline, {"true": True, "false": False})
async def charges_known_tokens_offline(s: Scene) -> object:
    knows(s, KNOWN)
    s.go_offline()
    await s.evse.plug_in(ElectricVehicle())
    await s.evse.swipe(KNOWN)
    await s.wait(5)
    return s.evse.contactor.closed


@EFFECTS.of(AuthCtrlr.MasterPassGroupId, {"police": True, "FIRE": False}, others=LOCALLY)
async def ends_the_session_of_another(s: Scene) -> object:
    await plug_and_swipe(s)
    knows(s, KNOWN, group="POLICE")
    await s.evse.swipe(KNOWN)
    await s.wait(5)
    return outline(s).endswith("Ended")


@EFFECTS.of(AuthCacheCtrlr.LifeTime, {"500": 1, "700": 0}, others=LOCALLY)
async def questions_ten_minutes_later(s: Scene) -> object:
    knows(s, KNOWN)
    await s.wait(600)
    await s.evse.swipe(KNOWN)
    await s.wait(2)
    return len(asked(s))


@EFFECTS.of(AuthCacheCtrlr.Policy, {"LRU": "B", "LFU": "C", "FIFO": "A"})
async def gives_way_in_the_cache(s: Scene) -> object:
    cache = block(s, AuthorizationCache)
    long = PersonalMessage("x" * (STORAGE // 4 + 1), "UTF8")
    for token in "ABBCAAD":
        cache.learn(IdToken(token), IdTokenInfo(AuthorizationStatus.ACCEPTED, message=long))
    return "".join(token for token in "ABCD" if cache.known(IdToken(token)) is None)
