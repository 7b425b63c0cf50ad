"""The authorization cache (2.x C10 to C12; 1.6 3.5.1, 5.4): what the CSMS once said of a token
counts, in every version, as far as the variables let it.
"""

from datetime import timedelta

from pilotwire.hal.interfaces import TokenKind
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21
from pilotwire.station.authorization.cache import AuthorizationCache
from pilotwire.station.device_model.standard import AuthCacheCtrlr, AuthCtrlr, TxCtrlr
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo
from pilotwire.station.vocabulary import AuthorizationStatus as Status
from pilotwire.station.vocabulary import IdTokenKind
from pilotwire.store import Store
from tests.support.device_model import SetStatus, address, set_, status_of, value_of
from tests.support.editions import IN_2X, IN_ALL
from tests.support.scene import TOKEN, Opponent, Scene, Settings, now, scene
from tests.support.tokens import Book, asked, block, charges
from tests.support.transactions_2x import events, outline
from tests.support.virtual_time import virtual_time

LOCAL: Settings = {AuthCtrlr.LocalPreAuthorize: True}


async def session(s: Scene, token: str = TOKEN, seconds: float = 30) -> None:
    """A driver comes, charges for a while, stops with the same card, and leaves."""
    await s.evse.plug_in(ElectricVehicle())
    await s.evse.swipe(token)
    await s.wait(seconds)
    await s.evse.swipe(token)
    await s.wait(5)
    await s.evse.unplug()
    await s.wait(5)


@IN_ALL
@virtual_time
async def test_a_token_that_is_known_charges_without_a_question(version: str) -> None:
    """TC_C_08_CS, TC_C_33_CS; C12.FR.02, C12.FR.04; LocalPreAuthorize."""
    async with scene(version, settings=LOCAL) as s:
        await session(s)
        assert asked(s) == [TOKEN]
        assert await charges(s)
        assert asked(s) == [TOKEN]


@IN_2X
@virtual_time
async def test_a_known_token_before_the_cable(version: str) -> None:
    """TC_C_13_CS: told with the event at which the transaction starts."""
    settings = {**LOCAL, TxCtrlr.TxStartPoint: ("Authorized",)}
    async with scene(version, settings=settings) as s:
        await session(s)
        s.csms.heard.clear()
        await s.evse.swipe(TOKEN)
        await s.wait(2)
        assert not asked(s)
        assert outline(s)[0][:2] == ("Started", "Authorized")
        token = events(s)[0].id_token
        assert token is not None
        assert (token.id_token, token.type) == (TOKEN, IdTokenKind.ISO14443)
        assert not s.evse.contactor.closed
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(5)
        assert s.evse.contactor.closed


@IN_ALL
@virtual_time
async def test_without_local_pre_authorize_the_csms_is_asked(version: str) -> None:
    """TC_C_36_CS: and its word counts."""
    csms = Opponent()
    book = Book(csms)
    async with scene(version, csms=csms) as s:
        await session(s)
        book.says(TOKEN, Status.INVALID)
        assert not await charges(s)
        assert asked(s)[:2] == [TOKEN, TOKEN]


@IN_ALL
@virtual_time
async def test_a_token_that_is_known_to_be_refused_is_asked_about(version: str) -> None:
    """TC_C_09_CS, TC_C_10_CS, TC_C_11_CS, TC_C_12_CS; C10.FR.03, C12.FR.05; 1.6 3.5.1."""
    for status in (Status.INVALID, Status.BLOCKED, Status.EXPIRED):
        csms = Opponent()
        book = Book(csms)
        book.says(TOKEN, status)
        async with scene(version, csms=csms, settings=LOCAL) as s:
            assert not await charges(s)
            csms.heard.clear()
            assert not await charges(s)
            assert asked(s)[0] == TOKEN
            book.says(TOKEN)
            csms.heard.clear()
            assert await charges(s)
            assert asked(s) == [TOKEN]


@IN_ALL
@virtual_time
async def test_one_that_is_refused_here_need_not_be_asked_about(version: str) -> None:
    """TC_C_57_CS: DisablePostAuthorize; of who is not known here, the CSMS is asked."""
    csms = Opponent()
    book = Book(csms)
    book.says(TOKEN, Status.INVALID)
    settings = {**LOCAL, AuthCacheCtrlr.DisablePostAuthorize: True}
    async with scene(version, csms=csms, settings=settings) as s:
        assert not await charges(s)
        csms.heard.clear()
        book.says(TOKEN)
        assert not await charges(s)
        assert not asked(s)
        assert await charges(s, "FFFFFFFF")
        assert asked(s) == ["FFFFFFFF"]


@IN_ALL
@virtual_time
async def test_the_answer_to_a_transaction_counts(version: str) -> None:
    """TC_C_34_CS; C10.FR.05, C12.FR.06; 1.6: StartTransaction.conf."""
    csms = Opponent()
    book = Book(csms)
    async with scene(version, csms=csms, settings=LOCAL) as s:
        await session(s)
        book.says(TOKEN, Status.BLOCKED)
        csms.heard.clear()
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe(TOKEN)
        await s.wait(10)
        assert not asked(s)
        assert not s.evse.contactor.closed
        await s.evse.swipe(TOKEN)  # whose plug it is
        await s.wait(5)
        await s.evse.unplug()
        await s.wait(5)
        assert not await charges(s)
        assert asked(s)[0] == TOKEN


@virtual_time
async def test_the_answer_to_a_stop_counts_in_16() -> None:
    """3.5.1: StopTransaction.conf says something of the idTag, too."""
    async with scene("1.6", settings=LOCAL) as s:
        blocked = v16.IdTagInfo(status=v16.AuthorizationStatus.BLOCKED)
        s.csms.answer(
            v16.StopTransactionRequest, lambda _: v16.StopTransactionResponse(id_tag_info=blocked)
        )
        await session(s)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert asked(s) == [TOKEN, TOKEN]


@IN_ALL
@virtual_time
async def test_the_cache_outlasts_a_restart(version: str) -> None:
    """TC_C_32_CS; C10.FR.02: also what was known without a connection, and of who is refused."""
    store = Store(":memory:")
    csms = Opponent()
    Book(csms).says("FFFFFFFF", Status.BLOCKED)
    settings = {**LOCAL, AuthCtrlr.OfflineTxForUnknownIdEnabled: True}
    async with scene(version, csms=csms, store=store, settings=settings) as s:
        await session(s)
        assert not await charges(s, "FFFFFFFF")
    async with scene(version, store=store, settings=settings) as s:
        assert await charges(s)
        assert not asked(s)
        s.go_offline()
        await s.wait(5)
        assert await charges(s)
        assert not await charges(s, "FFFFFFFF")


@IN_2X
@virtual_time
async def test_the_csms_clears_the_cache_2x(version: str) -> None:
    """TC_C_37_CS, TC_C_38_CS; C11.FR.01 to FR.04."""
    async with scene(version, settings=LOCAL) as s:
        await session(s)
        cleared = await s.csms.call(v21.ClearCacheRequest())
        assert cleared.status is v21.ClearCacheStatusEnumType.ACCEPTED
        assert await charges(s)
        assert asked(s) == [TOKEN, TOKEN]
        await set_(s, (address("AuthCacheCtrlr.Enabled"), "false"))
        refused = await s.csms.call(v21.ClearCacheRequest())
        assert refused.status is v21.ClearCacheStatusEnumType.REJECTED
        assert refused.status_info is not None
        assert refused.status_info.reason_code == "NotEnabled"


@virtual_time
async def test_the_csms_clears_the_cache_in_16() -> None:
    """TC_061_CS; 5.4."""
    async with scene("1.6", settings=LOCAL) as s:
        await session(s)
        cleared = await s.csms.call(v16.ClearCacheRequest())
        assert cleared.status is v16.ClearCacheStatus.ACCEPTED
        assert await charges(s)
        assert asked(s) == [TOKEN, TOKEN]
        request = v16.ChangeConfigurationRequest(key="AuthorizationCacheEnabled", value="false")
        await s.csms.call(request)
        refused = await s.csms.call(v16.ClearCacheRequest())
        assert refused.status is v16.ClearCacheStatus.REJECTED


@virtual_time
async def test_a_remote_start_of_a_known_tag_is_not_asked_about() -> None:
    """TC_007_CS: AuthorizeRemoteTxRequests and LocalPreAuthorize."""
    async with scene("1.6", settings=LOCAL) as s:
        await session(s)
        s.csms.heard.clear()
        await s.evse.plug_in(ElectricVehicle())
        await s.csms.call(v16.RemoteStartTransactionRequest(id_tag=TOKEN))
        await s.hears(v16.StartTransactionRequest)
        assert not asked(s)


@virtual_time
async def test_the_keys_of_16_steer_the_same() -> None:
    """9.1: AuthorizationCacheEnabled, LocalPreAuthorize, LocalAuthorizeOffline."""
    async with scene("1.6") as s:

        async def set_key(key: str, value: str) -> None:
            request = v16.ChangeConfigurationRequest(key=key, value=value)
            answer = await s.csms.call(request)
            assert answer.status is v16.ConfigurationStatus.ACCEPTED

        await session(s)
        await set_key("LocalPreAuthorize", "true")
        assert await charges(s)
        assert asked(s) == [TOKEN]
        await set_key("AuthorizationCacheEnabled", "false")
        assert await charges(s)
        assert asked(s) == [TOKEN, TOKEN]
        await set_key("AuthorizationCacheEnabled", "true")
        s.go_offline()
        await s.wait(5)
        assert await charges(s)
        s.station.device_model[AuthCtrlr.LocalAuthorizeOffline] = False
        assert not await charges(s)


@IN_ALL
@virtual_time
async def test_what_is_disabled_is_kept(version: str) -> None:
    """AuthCacheCtrlr.Enabled: no one is known while it is false, and nobody is forgotten."""
    csms = Opponent()
    async with scene(version, csms=csms, settings=LOCAL) as s:
        await session(s)
        s.station.device_model[AuthCacheCtrlr.Enabled] = False
        await session(s)
        await session(s, "FFFFFFFF")
        assert asked(s) == [TOKEN, TOKEN, "FFFFFFFF"]
        s.station.device_model[AuthCacheCtrlr.Enabled] = True
        await session(s)
        await session(s, "FFFFFFFF")
        assert asked(s) == [TOKEN, TOKEN, "FFFFFFFF", "FFFFFFFF"]


@IN_ALL
@virtual_time
async def test_an_entry_counts_for_its_life_time(version: str) -> None:
    """TC_C_46_CS; C10.FR.08, C10.FR.10: counted from when the CSMS last spoke of it."""
    settings = {**LOCAL, AuthCacheCtrlr.LifeTime: 600}
    async with scene(version, settings=settings) as s:
        await session(s)
        await s.wait(500)
        await session(s)
        assert asked(s) == [TOKEN]
        await s.wait(500)  # since the session before, of which the CSMS spoke
        await session(s)
        assert asked(s) == [TOKEN]
        await s.wait(610)
        await session(s)
        assert asked(s) == [TOKEN, TOKEN]


@IN_ALL
@virtual_time
async def test_an_entry_counts_until_the_csms_says(version: str) -> None:
    """C10.FR.13, 1.6 expiryDate: whatever LifeTime is; from then on it is Expired, offline too."""
    csms = Opponent()
    book = Book(csms)
    settings = {
        **LOCAL,
        AuthCacheCtrlr.LifeTime: 60,
        AuthCtrlr.OfflineTxForUnknownIdEnabled: True,
    }
    async with scene(version, csms=csms, settings=settings) as s:
        book.says(TOKEN, expires=now() + timedelta(seconds=1000))
        await session(s)
        await s.wait(800)
        assert await charges(s)
        assert asked(s) == [TOKEN]
        await s.wait(300)
        s.go_offline()
        await s.wait(5)
        assert not await charges(s)
        assert await charges(s, "FFFFFFFF")


@IN_ALL
@virtual_time
async def test_what_has_expired_already_is_not_kept(version: str) -> None:
    """C10.FR.10, note: a time in the past keeps a token out of the cache, and takes it from it."""
    csms = Opponent()
    book = Book(csms)
    async with scene(version, csms=csms, settings=LOCAL) as s:
        await session(s)
        book.says(TOKEN, expires=now() - timedelta(seconds=1))
        await session(s)
        assert asked(s) == [TOKEN]
        assert block(s, AuthorizationCache).size == 0
        await session(s)
        assert asked(s) == [TOKEN, TOKEN]


@IN_2X
@virtual_time
async def test_what_is_no_token_is_not_kept(version: str) -> None:
    """C02.FR.03, C03.FR.02, C05.FR.02: whoever asks for the start, and whatever is answered."""
    async with scene(version, settings=LOCAL) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe("", kind=TokenKind.NO_AUTHORIZATION)
        await s.wait(5)
        await s.evse.swipe("", kind=TokenKind.NO_AUTHORIZATION)
        await s.wait(5)
        central = v21.IdTokenType(id_token="APP-1", type=IdTokenKind.CENTRAL)
        await s.csms.call(
            v21.RequestStartTransactionRequest(evse_id=1, remote_start_id=1, id_token=central)
        )
        await s.wait(5)
        assert s.evse.contactor.closed
        assert any(event.id_token == central for event in events(s))
        assert block(s, AuthorizationCache).size == 0


@IN_2X
@virtual_time
async def test_of_another_kind_it_is_another_token(version: str) -> None:
    """C01.FR.25."""
    async with scene(version, settings=LOCAL) as s:
        await session(s)
        await s.evse.swipe(TOKEN.lower())
        await s.wait(2)
        assert asked(s) == [TOKEN]
        await s.evse.swipe(TOKEN)
        await s.evse.swipe(TOKEN, kind=TokenKind.ISO15693)
        await s.wait(2)
        assert asked(s) == [TOKEN, TOKEN]


@IN_2X
@virtual_time
async def test_what_is_said_besides_is_told_and_not_kept(version: str) -> None:
    """C10.FR.14: and nothing but that is left out."""
    fields = {
        "status": "Accepted",
        "chargingPriority": 3,
        "language1": "nl",
        "language2": "en",
        "evseId": [1],
        "personalMessage": {"format": "UTF8", "language": "nl", "content": "Hallo"},
        "groupIdToken": {
            "idToken": "FLEET",
            "type": "Central",
            "additionalInfo": [{"additionalIdToken": "x", "type": "y"}],
        },
    }
    info = v21.IdTokenInfoType.model_validate(fields)
    async with scene(version) as s:
        s.csms.answer(v21.AuthorizeRequest, lambda _: v21.AuthorizeResponse(id_token_info=info))
        s.csms.answer(
            v21.TransactionEventRequest,
            lambda e: v21.TransactionEventResponse(id_token_info=info if e.id_token else None),
        )
        await s.evse.swipe(TOKEN, additional=(("EVCCID", "001122"),))
        await s.wait(2)
        (question,) = s.csms.requests(v21.AuthorizeRequest)
        assert question.id_token.additional_info is not None
        (additional,) = question.id_token.additional_info
        assert (additional.type, additional.additional_id_token) == ("EVCCID", "001122")
        known = block(s, AuthorizationCache).known(IdToken(TOKEN))
        assert known is not None
        assert known.info.group == IdToken("FLEET", IdTokenKind.CENTRAL)
        assert (known.info.priority, known.info.languages, known.info.evse_ids) == (
            3,
            ("nl", "en"),
            (1,),
        )
        assert known.info.message is not None
        assert (known.info.message.content, known.info.message.format) == ("Hallo", "UTF8")


@IN_2X
@virtual_time
async def test_what_the_cache_tells_of_itself(version: str) -> None:
    """2.4: Available, Storage with its limit, and the policies that there are."""
    async with scene(version) as s:
        assert await value_of(s, address("AuthCacheCtrlr.Available")) == "true"
        assert await value_of(s, address("AuthCacheCtrlr.Storage")) == "0"
        await session(s)
        taken = block(s, AuthorizationCache).size
        assert await value_of(s, address("AuthCacheCtrlr.Storage")) == str(taken)
        assert taken > 0
        policy = address("AuthCacheCtrlr.Policy")
        for value in ("LRU", "LFU", "FIFO"):
            assert await status_of(s, policy, value) == SetStatus.ACCEPTED
        assert await status_of(s, policy, "CUSTOM") == SetStatus.REJECTED


@IN_ALL
@virtual_time
async def test_who_is_known_costs_no_writing(version: str) -> None:
    """The charging of somebody who is known takes the commits of its transaction and no other."""
    store = Store(":memory:")
    async with scene(version, settings=LOCAL, store=store) as s:
        cache = block(s, AuthorizationCache)
        await session(s)
        before = store.commits
        await session(s)
        known = store.commits - before
        s.station.device_model[AuthCacheCtrlr.Enabled] = False
        before = store.commits
        await session(s)
        assert known <= store.commits - before
        s.station.device_model[AuthCacheCtrlr.Enabled] = True
        before = store.commits
        for _ in range(100):
            assert cache.known(IdToken(TOKEN)) is not None
            cache.learn(IdToken(TOKEN), IdTokenInfo(Status.ACCEPTED))
        assert store.commits == before
