"""Whatever a station may send is answered, and answered validly."""

import asyncio

import pytest

from pilotwire.csms import BootAnswer, Csms, Token
from pilotwire.csms.tokens import TokenStatus
from pilotwire.errors import CallFailed
from pilotwire.ocpp import v16, v201
from pilotwire.ocpp.base import Request
from pilotwire.rpc import ErrorCode, Peer
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import (
    ACTIONS,
    NOON,
    after,
    boot,
    booted,
    connected,
    least_request,
    new_csms,
    start_transaction,
    transaction_event,
)

EVERYTHING = [
    (version, action.name)
    for version, actions in ACTIONS.items()
    for action in actions.values()
    if action.from_station
]
BOTH = pytest.mark.parametrize("version", ["1.6", "2.0.1"])
STARTED = v201.TransactionEventEnumType.STARTED
PENDING = v201.RegistrationStatusEnumType.PENDING
REJECTED = v201.RegistrationStatusEnumType.REJECTED


@pytest.mark.parametrize(("version", "action"), EVERYTHING)
@virtual_time
async def test_every_action_of_a_station_is_answered(version: str, action: str) -> None:
    request = ACTIONS[version][action].request.from_wire(least_request(version, action))
    assert isinstance(request, Request)
    async with booted(new_csms(), version) as station:
        answer = await station.call(request)
    assert type(answer) is ACTIONS[version][action].response


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
@virtual_time
async def test_a_request_that_only_a_csms_sends_is_not_supported(version: str) -> None:
    reset = (
        v16.ResetRequest(type=v16.ResetType.HARD)
        if version == "1.6"
        else v201.ResetRequest(type=v201.ResetEnumType.IMMEDIATE)
    )
    async with booted(new_csms(), version) as station:
        with pytest.raises(CallFailed) as caught:
            await station.call(reset)
    assert caught.value.code == ErrorCode.NOT_SUPPORTED


class TestBoot:
    @BOTH
    @virtual_time
    async def test_tells_the_time_and_the_heartbeat_interval(self, version: str) -> None:
        async with connected(new_csms(heartbeat_interval=60), version) as station:
            await boot(station, version)
            await asyncio.sleep(90)
            answer = await boot(station, version)
        assert (answer.status, answer.interval) == ("Accepted", 60)
        assert answer.current_time == after(90)

    @BOTH
    @virtual_time
    async def test_is_answered_as_scripted(self, version: str) -> None:
        csms = new_csms()
        csms.answer_boots("CS-1", BootAnswer(PENDING, 10), BootAnswer(REJECTED, 20), BootAnswer())
        async with connected(csms, version) as station:
            answers = [await boot(station, version) for _ in range(4)]
        assert [(each.status, each.interval) for each in answers] == [
            ("Pending", 10),
            ("Rejected", 20),
            ("Accepted", 300),
            ("Accepted", 300),
        ]
        assert [each.status for each in csms.stations["CS-1"].boots] == [
            each.status for each in answers
        ]

    @BOTH
    @pytest.mark.parametrize("answer", [None, PENDING, REJECTED])
    @virtual_time
    async def test_comes_before_everything_else(
        self, version: str, answer: v201.RegistrationStatusEnumType | None
    ) -> None:
        csms = new_csms()
        async with connected(csms, version) as station:
            if answer is not None:
                csms.answer_boots("CS-1", BootAnswer(answer))
                await boot(station, version)
            with pytest.raises(CallFailed) as caught:
                await heartbeat(station, version)
            assert caught.value.code == ErrorCode.SECURITY_ERROR
            csms.answer_boots("CS-1")
            await boot(station, version)
            await heartbeat(station, version)

    @BOTH
    @virtual_time
    async def test_need_not_be_repeated_on_the_next_connection(self, version: str) -> None:
        csms = new_csms()
        async with booted(csms, version):
            pass
        async with connected(csms, version) as station:
            await heartbeat(station, version)

    @BOTH
    @virtual_time
    async def test_is_not_needed_where_stations_are_known(self, version: str) -> None:
        async with connected(new_csms(knows_its_stations=True), version) as station:
            await heartbeat(station, version)


class TestToken:
    TOKENS = (
        "CARD",
        Token("LOST", TokenStatus.BLOCKED),
        Token("POOR", TokenStatus.NO_CREDIT),
        Token("EARLY", TokenStatus.NOT_AT_THIS_TIME),
        Token("MEMBER", group="CLUB"),
    )

    @pytest.mark.parametrize(
        ("token", "in_16", "in_201"),
        [
            ("card", "Accepted", "Accepted"),
            ("LOST", "Blocked", "Blocked"),
            ("POOR", "Blocked", "NoCredit"),
            ("EARLY", "Invalid", "NotAtThisTime"),
            ("NOBODY", "Invalid", "Unknown"),
        ],
    )
    @virtual_time
    async def test_has_the_status_of_the_list(self, token: str, in_16: str, in_201: str) -> None:
        csms = new_csms(tokens=self.TOKENS)
        async with booted(csms, "1.6", "A") as old, booted(csms, "2.0.1", "B") as new:
            assert await status_16(old, token) == in_16
            assert await status_201(new, token) == in_201

    @virtual_time
    async def test_has_its_group(self) -> None:
        csms = new_csms(tokens=self.TOKENS)
        async with booted(csms, "1.6", "A") as old, booted(csms, "2.0.1", "B") as new:
            answer = await old.call(v16.AuthorizeRequest(id_tag="MEMBER"))
            assert answer.id_tag_info.parent_id_tag == "CLUB"
            event = await new.call(transaction_event(0, STARTED, 0, id_token=card("MEMBER")))
            assert event.id_token_info is not None
            assert event.id_token_info.group_id_token is not None
            assert event.id_token_info.group_id_token.id_token == "CLUB"

    @pytest.mark.parametrize(("tokens", "status"), [(None, "Accepted"), ((), "Invalid")])
    @virtual_time
    async def test_is_accepted_without_a_list_and_not_by_an_empty_one(
        self, tokens: tuple[str, ...] | None, status: str
    ) -> None:
        async with booted(new_csms(tokens=tokens), "1.6") as station:
            assert await status_16(station, "ANY") == status
            answer = await station.call(start_transaction(id_tag="ANY"))
            assert answer.id_tag_info.status == status

    @virtual_time
    async def test_of_a_start_button_is_accepted(self) -> None:
        # C02.FR.02
        button = v201.IdTokenType(id_token="", type=v201.IdTokenEnumType.NO_AUTHORIZATION)
        async with booted(new_csms(tokens=()), "2.0.1") as station:
            answer = await station.call(transaction_event(0, STARTED, 0, id_token=button))
        assert answer.id_token_info is not None
        assert answer.id_token_info.status == "Accepted"

    @virtual_time
    async def test_with_a_certificate_that_nobody_can_verify_is_invalid(self) -> None:
        # C07.FR.17
        async with booted(new_csms(), "2.0.1") as station:
            answer = await station.call(
                v201.AuthorizeRequest(id_token=card("EMAID"), certificate="PEM")
            )
        assert answer.id_token_info.status == "Invalid"
        assert answer.certificate_status == "CertChainError"


class TestStatus:
    @virtual_time
    async def test_is_kept_by_connector(self) -> None:
        csms = new_csms()
        async with booted(csms, "1.6", "A") as old, booted(csms, "2.0.1", "B") as new:
            await old.call(
                v16.StatusNotificationRequest(
                    connector_id=2,
                    error_code=v16.ChargePointErrorCode.GROUND_FAILURE,
                    status=v16.ChargePointStatus.FAULTED,
                )
            )
            await new.call(
                v201.StatusNotificationRequest(
                    timestamp=NOON,
                    connector_status=v201.ConnectorStatusEnumType.OCCUPIED,
                    evse_id=1,
                    connector_id=2,
                )
            )
        faulted = csms.stations["A"].connectors[2, 1]
        assert (faulted.status, faulted.at, faulted.error) == ("Faulted", NOON, "GroundFailure")
        assert csms.stations["B"].connectors[1, 2].status == "Occupied"

    @virtual_time
    async def test_may_be_told_by_an_event(self) -> None:
        # G01.FR.03
        csms = new_csms()
        event = v201.EventDataType(
            event_id=1,
            timestamp=NOON,
            trigger=v201.EventTriggerEnumType.DELTA,
            actual_value="Reserved",
            event_notification_type=v201.EventNotificationEnumType.HARD_WIRED_NOTIFICATION,
            component=v201.ComponentType(
                name="Connector", evse=v201.EVSEType(id=1, connector_id=1)
            ),
            variable=v201.VariableType(name="AvailabilityState"),
        )
        async with booted(csms, "2.0.1") as station:
            await station.call(
                v201.NotifyEventRequest(generated_at=NOON, seq_no=0, event_data=[event])
            )
        assert csms.stations["CS-1"].connectors[1, 1].status == "Reserved"


def card(token: str) -> v201.IdTokenType:
    return v201.IdTokenType(id_token=token, type=v201.IdTokenEnumType.ISO14443)


async def heartbeat(station: Peer, version: str) -> None:
    await station.call(v16.HeartbeatRequest() if version == "1.6" else v201.HeartbeatRequest())


async def status_16(station: Peer, token: str) -> str:
    return (await station.call(v16.AuthorizeRequest(id_tag=token))).id_tag_info.status


async def status_201(station: Peer, token: str) -> str:
    answer = await station.call(v201.AuthorizeRequest(id_token=card(token)))
    return answer.id_token_info.status


def test_a_csms_does_not_show_its_passwords() -> None:
    assert "secret" not in repr(vars(Csms(passwords={"CS-1": "secret"})).keys())
    assert "secret" not in repr(Csms(passwords={"CS-1": "secret"}))
