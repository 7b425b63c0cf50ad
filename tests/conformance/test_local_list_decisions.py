"""What the local authorization list decides (2.x C13, C14; 1.6 3.5.2, 3.5.3): what is in it counts
before all else that is known, in every version.
"""

from datetime import timedelta

from pilotwire.dialects.v2x.authorization import info_of
from pilotwire.hal.interfaces import TokenKind
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v21
from pilotwire.station.authorization.block import AuthorizationBlock
from pilotwire.station.authorization.cache import AuthorizationCache
from pilotwire.station.authorization.decision import DecidedBy
from pilotwire.station.authorization.local_list import LocalAuthorizationList
from pilotwire.station.device_model.standard import AuthCacheCtrlr, AuthCtrlr, LocalAuthListCtrlr
from pilotwire.station.facts.authorization import UNTOLD_KIND, IdToken
from pilotwire.station.vocabulary import AuthorizationStatus as Status
from pilotwire.station.vocabulary import IdTokenKind
from pilotwire.store import Store
from tests.support.editions import IN_2X, IN_ALL
from tests.support.local_list import listed, send
from tests.support.scene import TOKEN, Opponent, Scene, Settings, now, scene
from tests.support.tokens import Book, Entry, asked, block, charges, knows
from tests.support.virtual_time import virtual_time

OTHER = "FFFFFFFF"
LOCAL: Settings = {AuthCtrlr.LocalPreAuthorize: True}
REFUSED = (Status.INVALID, Status.BLOCKED, Status.EXPIRED)


def energy_flows(s: Scene) -> bool:
    return s.evse.contactor.closed


# What it decides.


@IN_ALL
@virtual_time
async def test_a_token_that_is_listed_charges_without_a_question(version: str) -> None:
    """TC_C_27_CS, TC_008_CS; C14.FR.02: with LocalPreAuthorize, and whatever its case."""
    async with scene(version, settings=LOCAL) as s:
        assert await send(s, 1, listed(TOKEN.lower())) == "Accepted"
        assert await charges(s)
        assert asked(s) == []


@IN_ALL
@virtual_time
async def test_without_local_pre_authorize_the_csms_is_asked(version: str) -> None:
    csms = Opponent()
    Book(csms).says(TOKEN, Status.BLOCKED)
    async with scene(version, csms=csms) as s:
        await send(s, 1, listed(TOKEN))
        assert not await charges(s)
        assert asked(s) == [TOKEN]


@IN_ALL
@virtual_time
async def test_of_one_that_is_listed_as_refused_the_csms_is_asked(version: str) -> None:
    """TC_C_28_CS to TC_C_31_CS; C14.FR.03."""
    for status in REFUSED:
        csms = Opponent()
        book = Book(csms)
        book.says(TOKEN, status)
        async with scene(version, csms=csms, settings=LOCAL) as s:
            await send(s, 1, listed(TOKEN, status=status))
            assert not await charges(s)
            book.says(TOKEN)
            assert await charges(s)
            assert asked(s)[:2] == [TOKEN, TOKEN]


@IN_ALL
@virtual_time
async def test_or_is_not_where_there_is_no_use(version: str) -> None:
    """TC_C_58_CS: LocalAuthListCtrlr.DisablePostAuthorize, which is not the cache's."""
    settings = {**LOCAL, LocalAuthListCtrlr.DisablePostAuthorize: True}
    async with scene(version, settings=settings) as s:
        knows(s, OTHER, Status.INVALID)
        await send(s, 1, listed(TOKEN, status=Status.INVALID))
        assert not await charges(s)
        assert asked(s) == []
        assert await charges(s, OTHER)
        assert asked(s) == [OTHER]
    settings = {**LOCAL, AuthCacheCtrlr.DisablePostAuthorize: True}
    async with scene(version, settings=settings) as s:
        await send(s, 1, listed(TOKEN, status=Status.INVALID))
        assert await charges(s)
        assert asked(s) == [TOKEN]


@IN_ALL
@virtual_time
async def test_offline_the_list_decides(version: str) -> None:
    """TC_C_21_CS to TC_C_24_CS; C13.FR.02, C13.FR.04: an unknown token may charge where
    OfflineTxForUnknownIdEnabled says so, one that is listed as refused may not.
    """
    for unknown_too in (False, True):
        settings = {AuthCtrlr.OfflineTxForUnknownIdEnabled: unknown_too}
        async with scene(version, settings=settings) as s:
            refused = {f"0{n}": Entry(status) for n, status in enumerate(REFUSED)}
            await send(s, 1, {TOKEN: Entry(), **refused})
            s.go_offline()
            await s.wait(5)
            assert await charges(s)
            for token in refused:
                assert not await charges(s, token)
            assert await charges(s, OTHER) is unknown_too


@IN_ALL
@virtual_time
async def test_offline_the_list_can_be_barred(version: str) -> None:
    """LocalAuthorizeOffline."""
    async with scene(version, settings={AuthCtrlr.LocalAuthorizeOffline: False}) as s:
        await send(s, 1, listed(TOKEN))
        s.go_offline()
        await s.wait(5)
        assert not await charges(s)


@IN_ALL
@virtual_time
async def test_the_list_counts_before_the_cache(version: str) -> None:
    """TC_C_25_CS; C13.FR.01, C14.FR.01; 1.6 3.5.3."""
    csms = Opponent()
    book = Book(csms)
    async with scene(version, csms=csms, settings=LOCAL) as s:
        knows(s, TOKEN)
        knows(s, OTHER, Status.BLOCKED)
        await send(s, 1, {TOKEN: Entry(Status.INVALID), OTHER: Entry()})
        book.says(TOKEN, Status.INVALID)
        assert not await charges(s)
        assert asked(s) == [TOKEN]
        assert await charges(s, OTHER)
        s.go_offline()
        await s.wait(5)
        assert not await charges(s)
        assert await charges(s, OTHER)
        decision = await block(s, AuthorizationBlock).decide(IdToken(OTHER))
        assert decision.by is DecidedBy.LOCAL


@IN_ALL
@virtual_time
async def test_an_entry_counts_until_its_time(version: str) -> None:
    """C13.FR.05, C13.FR.06, C14.FR.04, C14.FR.05: then the CSMS is asked in any case, and without
    it the token is refused, since it is not unknown.
    """
    settings = {
        **LOCAL,
        LocalAuthListCtrlr.DisablePostAuthorize: True,
        AuthCtrlr.OfflineTxForUnknownIdEnabled: True,
    }
    csms = Opponent()
    async with scene(version, csms=csms, settings=settings) as s:
        await send(s, 1, {TOKEN: Entry(expires=now() + timedelta(seconds=60)), OTHER: Entry()})
        assert await charges(s)
        assert asked(s) == []
        await s.wait(60)
        s.go_offline()
        await s.wait(5)
        assert not await charges(s)
        assert await charges(s, OTHER)
        s.go_online()
        await s.wait(300)
        assert asked(s) == []
        assert await charges(s)
        assert asked(s) == [TOKEN]


@IN_ALL
@virtual_time
async def test_one_of_the_group_that_is_listed_ends_without_a_question(version: str) -> None:
    """TC_C_40_CS, TC_C_43_CS; C09.FR.07: and one that is listed as refused does not."""
    csms = Opponent()
    book = Book(csms)
    for token, status in ((OTHER, Status.ACCEPTED), ("EE", Status.INVALID)):
        book.says(token, status, group="FLEET")
        book.says(TOKEN, group="FLEET")
        async with scene(version, csms=csms, settings=LOCAL) as s:
            csms.heard.clear()
            await send(s, 1, {TOKEN: Entry(group="FLEET"), token: Entry(status, group="fleet")})
            await s.plug_in_and_swipe()
            await s.wait(10)
            assert energy_flows(s)
            await s.evse.swipe(token)
            await s.wait(5)
            accepted = status is Status.ACCEPTED
            assert energy_flows(s) is not accepted
            assert asked(s) == ([] if accepted else [token])


@IN_ALL
@virtual_time
async def test_a_master_pass_may_be_listed(version: str) -> None:
    """C16.FR.05."""
    settings = {**LOCAL, AuthCtrlr.MasterPassGroupId: "POLICE"}
    async with scene(version, settings=settings) as s:
        await send(s, 1, {TOKEN: Entry(), OTHER: Entry(group="Police")})
        await s.plug_in_and_swipe()
        await s.wait(10)
        assert s.evse.contactor.closed
        await s.evse.swipe(OTHER)
        await s.wait(5)
        assert not s.evse.contactor.closed
        assert asked(s) == []


@IN_ALL
@virtual_time
async def test_what_the_csms_says_of_tokens_does_not_change_the_list(version: str) -> None:
    """D01.FR.09; 1.6 3.5.3: in 1.6 it does not enter the cache either, and what that knew goes."""
    csms = Opponent()
    Book(csms).says(TOKEN, Status.BLOCKED)
    async with scene(version, csms=csms, settings=LOCAL) as s:
        knows(s, TOKEN)
        await send(s, 1, listed(TOKEN))
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert not s.evse.contactor.closed
        known = block(s, LocalAuthorizationList).known(IdToken(TOKEN))
        assert known is not None
        assert known.info.accepted
        cached = block(s, AuthorizationCache).known(IdToken(TOKEN))
        if version == "1.6":
            assert cached is None
        else:
            assert cached is not None
            assert cached.info.status is Status.BLOCKED


@IN_2X
@virtual_time
async def test_an_entry_has_all_that_2x_says_of_a_token(version: str) -> None:
    """Its kind, where it may charge, its priority, its driver's languages and message; what is said
    besides of an identifier is not compared (C01.FR.21, C01.FR.25).
    """
    info = v21.IdTokenInfoType(
        status=Status.ACCEPTED,
        evse_id=[2],
        charging_priority=3,
        language1="nl",
        language2="en",
        group_id_token=v21.IdTokenType(id_token="FLEET", type=IdTokenKind.CENTRAL),
        personal_message=v21.MessageContentType(
            format=v21.MessageFormatEnumType.UTF8, content="Hallo", language="nl"
        ),
    )
    data = v21.AuthorizationData(
        id_token=v21.IdTokenType(
            id_token="1234",
            type=IdTokenKind.KEY_CODE,
            additional_info=[v21.AdditionalInfoType(additional_id_token="x", type="y")],
        ),
        id_token_info=info,
    )
    async with scene(version, evses=2, settings=LOCAL) as s:
        answer = await s.csms.call(
            v21.SendLocalListRequest(
                version_number=1,
                update_type=v21.UpdateEnumType.FULL,
                local_authorization_list=[data],
            )
        )
        assert answer.status == "Accepted"
        the_list = block(s, LocalAuthorizationList)
        assert the_list.known(IdToken("1234", IdTokenKind.ISO14443)) is None
        known = the_list.known(IdToken("1234", IdTokenKind.KEY_CODE))
        assert known is not None
        assert known.info == info_of(info)
        for evse_id, charges_here in ((1, False), (2, True)):
            evse = s.hardware.evse(evse_id)
            await evse.plug_in(ElectricVehicle())
            await evse.swipe("1234", kind=TokenKind.KEY_CODE)
            await s.wait(5)
            assert evse.contactor.closed is charges_here
        assert asked(s) == []


@virtual_time
async def test_of_an_identifier_of_several_kinds_16_takes_what_allows_least() -> None:
    """1.6 does not tell kinds."""
    store = Store(":memory:")
    async with scene("2.1", store=store) as s:
        kinds = ((IdTokenKind.ISO14443, Status.ACCEPTED), (IdTokenKind.KEY_CODE, Status.BLOCKED))
        data = [
            v21.AuthorizationData(
                id_token=v21.IdTokenType(id_token=TOKEN, type=kind),
                id_token_info=v21.IdTokenInfoType(status=status),
            )
            for kind, status in kinds
        ]
        await s.csms.call(
            v21.SendLocalListRequest(
                version_number=1,
                update_type=v21.UpdateEnumType.FULL,
                local_authorization_list=data,
            )
        )
    async with scene("1.6", store=store) as s:
        the_list = block(s, LocalAuthorizationList)
        for kind, status in (*kinds, (UNTOLD_KIND, Status.BLOCKED)):
            known = the_list.known(IdToken(TOKEN, kind))
            assert known is not None
            assert known.info.status is status
        assert await send(s, 2, {TOKEN: None}, full=False) == "Accepted"
        assert the_list.entries == 0


@virtual_time
async def test_an_entry_that_is_damaged_lets_nobody_charge() -> None:
    store = Store(":memory:")
    settings = {AuthCtrlr.OfflineTxForUnknownIdEnabled: True}
    async with scene("2.0.1", store=store, settings=settings) as s:
        await send(s, 1, listed(TOKEN))
        with store.atomic():
            store.execute("UPDATE listed_tokens SET body = '{'")
        s.go_offline()
        await s.wait(5)
        assert not await charges(s)
        assert await charges(s, OTHER)
