"""Whatever a station may send is answered, and answered validly."""

import asyncio
import logging
from datetime import timedelta
from functools import cache
from random import Random
from typing import Any

import pytest

from codegen.generate import read_schemas
from codegen.patch import Schemas, apply_errata, load_errata
from pilotwire.csms import BootAnswer, Csms, Token
from pilotwire.csms.records import KEPT_STREAMS, KEPT_VALUES
from pilotwire.csms.tokens import TokenStatus
from pilotwire.errors import CallFailed
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.base import Direction, Request
from pilotwire.rpc import ErrorCode, Peer
from tests.codegen.instances import SEED, sample
from tests.support.editions import IN_2X, IN_ALL
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import (
    ACTIONS,
    NOON,
    ROOT,
    SCHEMA_SETS,
    WORDS,
    after,
    boot,
    booted,
    connected,
    least_request,
    moment,
    new_csms,
    request_of,
    start_transaction,
    transaction_event,
)

EVERYTHING = [
    (version, action.name)
    for version, actions in ACTIONS.items()
    for action in actions.values()
    if action.from_station and action.response is not None
]
STARTED = "Started"
PENDING = v21.RegistrationStatusEnumType.PENDING
REJECTED = v21.RegistrationStatusEnumType.REJECTED


@pytest.mark.parametrize(("version", "action"), EVERYTHING)
@virtual_time
async def test_every_action_of_a_station_is_answered(version: str, action: str) -> None:
    request = ACTIONS[version][action].request.from_wire(least_request(version, action))
    assert isinstance(request, Request)
    async with booted(new_csms(), version) as station:
        answer = await station.call(request)
    assert type(answer) is ACTIONS[version][action].response


@pytest.mark.parametrize(("version", "action"), EVERYTHING)
@virtual_time
async def test_whatever_is_in_it(version: str, action: str) -> None:
    schema, response = schema_of(version, f"{action}Request"), ACTIONS[version][action].response
    assert response is not None
    random = Random(f"{SEED} {version} {action}")
    async with booted(new_csms(), version) as station:
        for number in range(10):
            payload = sample(schema, schema, random, number / 9)
            answer = await station.call_prepared(action, payload, response, message_id=f"{number}")
            assert type(answer) is response, payload
            if action == "BootNotification":
                assert answer.to_wire()["status"] == "Accepted"


@IN_ALL
@virtual_time
async def test_a_request_that_only_a_csms_sends_is_not_supported(version: str) -> None:
    request: Any = ACTIONS[version]["Reset"].request.from_wire(least_request(version, "Reset"))
    async with booted(new_csms(), version) as station:
        station._sends = Direction.FROM_CSMS  # pyright: ignore[reportPrivateUsage]  # a station that breaks the rule
        with pytest.raises(CallFailed) as caught:
            await station.call(request)
    assert caught.value.code == ErrorCode.NOT_SUPPORTED


class TestBoot:
    @IN_ALL
    @virtual_time
    async def test_tells_the_time_and_the_heartbeat_interval(self, version: str) -> None:
        async with connected(new_csms(heartbeat_interval=60), version) as station:
            await boot(station, version)
            await asyncio.sleep(90)
            answer = await boot(station, version)
        assert (answer.status, answer.interval) == ("Accepted", 60)
        assert answer.current_time == after(90)

    @IN_ALL
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

    @IN_ALL
    @pytest.mark.parametrize("answer", [None, PENDING, REJECTED])
    @virtual_time
    async def test_comes_before_everything_else(
        self, version: str, answer: v21.RegistrationStatusEnumType | None
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

    @IN_ALL
    @virtual_time
    async def test_need_not_be_repeated_on_the_next_connection(self, version: str) -> None:
        csms = new_csms()
        async with booted(csms, version):
            pass
        async with connected(csms, version) as station:
            await heartbeat(station, version)

    @IN_ALL
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
        ("token", "in_16", "in_2x"),
        [
            ("card", "Accepted", "Accepted"),
            ("LOST", "Blocked", "Blocked"),
            ("POOR", "Blocked", "NoCredit"),
            ("EARLY", "Invalid", "NotAtThisTime"),
            ("NOBODY", "Invalid", "Unknown"),
        ],
    )
    @virtual_time
    async def test_has_the_status_of_the_list(self, token: str, in_16: str, in_2x: str) -> None:
        csms = new_csms(tokens=self.TOKENS)
        for version, status in (("1.6", in_16), ("2.0.1", in_2x), ("2.1", in_2x)):
            async with booted(csms, version, version) as station:
                assert await status_of(station, version, token) == status

    @virtual_time
    async def test_has_its_group(self) -> None:
        csms = new_csms(tokens=self.TOKENS)
        async with booted(csms, "1.6") as station:
            answer = await station.call(v16.AuthorizeRequest(id_tag="MEMBER"))
            assert answer.id_tag_info.parent_id_tag == "CLUB"

    @IN_2X
    @virtual_time
    async def test_has_its_group_in_answers_to_events(self, version: str) -> None:
        async with booted(new_csms(tokens=self.TOKENS), version) as station:
            event = transaction_event(version, 0, STARTED, 0, idToken=card("MEMBER"))
            answer = await station.call(event)
            group = answer.id_token_info.group_id_token
            assert group.to_wire() == {"idToken": "CLUB", "type": "Central"}

    @virtual_time
    async def test_has_a_group_that_the_station_must_have_words_for(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        csms = new_csms(tokens=[Token("CARD", group="G" * 37)])
        async with booted(csms, "2.1", "A") as new:
            assert await status_of(new, "2.1", "CARD") == "Accepted"
        async with booted(csms, "2.0.1", "B") as old:
            with pytest.raises(CallFailed) as caught:
                await status_of(old, "2.0.1", "CARD")
            assert caught.value.code == ErrorCode.INTERNAL_ERROR
            assert await status_of(old, "2.0.1", "NOBODY") == "Unknown"  # it goes on
        assert "handler of Authorize failed" in caplog.text
        assert "GGG" not in caplog.text

    @pytest.mark.parametrize(("tokens", "status"), [(None, "Accepted"), ((), "Invalid")])
    @virtual_time
    async def test_is_accepted_without_a_list_and_not_by_an_empty_one(
        self, tokens: tuple[str, ...] | None, status: str
    ) -> None:
        async with booted(new_csms(tokens=tokens), "1.6") as station:
            assert await status_of(station, "1.6", "ANY") == status
            answer = await station.call(start_transaction(id_tag="ANY"))
            assert answer.id_tag_info.status == status

    @IN_2X
    @virtual_time
    async def test_of_a_start_button_is_accepted(self, version: str) -> None:
        # C02.FR.02
        button = {"idToken": "", "type": "NoAuthorization"}
        async with booted(new_csms(tokens=()), version) as station:
            event = transaction_event(version, 0, STARTED, 0, idToken=button)
            answer = await station.call(event)
        assert answer.id_token_info.status == "Accepted"

    @IN_2X
    @virtual_time
    async def test_with_a_certificate_that_nobody_can_verify_is_invalid(self, version: str) -> None:
        # C07.FR.17
        async with booted(new_csms(), version) as station:
            answer = await station.call(
                request_of(version, "Authorize", idToken=card("EMAID"), certificate="PEM")
            )
        assert answer.id_token_info.status == "Invalid"
        assert answer.certificate_status == "CertChainError"

    @virtual_time
    async def test_may_be_of_a_kind_that_only_the_station_knows(self) -> None:
        async with booted(new_csms(tokens=["FACE"]), "2.1") as station:
            token = v21.IdTokenType(id_token="FACE", type="com.example.Smile")
            answer = await station.call(v21.AuthorizeRequest(id_token=token))
        assert answer.id_token_info.status == "Accepted"


class TestStatus:
    @virtual_time
    async def test_is_kept_by_connector(self) -> None:
        csms = new_csms()
        async with booted(csms, "1.6") as station:
            await station.call(
                v16.StatusNotificationRequest(
                    connector_id=2,
                    error_code=v16.ChargePointErrorCode.GROUND_FAILURE,
                    status=v16.ChargePointStatus.FAULTED,
                )
            )
        faulted = csms.stations["CS-1"].connectors[2, 1]
        assert (faulted.status, faulted.at, faulted.error) == ("Faulted", NOON, "GroundFailure")

    @IN_2X
    @virtual_time
    async def test_is_kept_by_evse_and_connector(self, version: str) -> None:
        csms = new_csms()
        async with booted(csms, version) as station:
            await station.call(
                request_of(
                    version,
                    "StatusNotification",
                    timestamp=moment(0),
                    connectorStatus="Occupied",
                    evseId=1,
                    connectorId=2,
                )
            )
        occupied = csms.stations["CS-1"].connectors[1, 2]
        assert (occupied.status, occupied.at, occupied.error) == ("Occupied", NOON, None)

    @IN_2X
    @virtual_time
    async def test_may_be_told_by_an_event(self, version: str) -> None:
        # G01.FR.03
        csms = new_csms()
        event = {
            "eventId": 1,
            "timestamp": moment(0),
            "trigger": "Delta",
            "actualValue": "Reserved",
            "eventNotificationType": "HardWiredNotification",
            "component": {"name": "Connector", "evse": {"id": 1, "connectorId": 1}},
            "variable": {"name": "AvailabilityState"},
        }
        async with booted(csms, version) as station:
            await station.call(
                request_of(
                    version, "NotifyEvent", generatedAt=moment(0), seqNo=0, eventData=[event]
                )
            )
        assert csms.stations["CS-1"].connectors[1, 1].status == "Reserved"


class TestStream:
    """N11 to N15."""

    @virtual_time
    async def test_is_kept_while_it_is_open(self) -> None:
        csms = new_csms()
        async with booted(csms, "2.1") as station:
            opened = await station.call(open_stream(7, monitor=3))
            assert opened.status == "Accepted"
            await station.send(values(7, (0, "21.5"), (2.5, "22")))
            await station.send(values(8, (0, "of no stream")))
            await station.call(v21.HeartbeatRequest())  # what is behind a SEND is answered
            [(number, stream)] = csms.stations["CS-1"].streams.items()
            assert (number, stream.monitor_id) == (7, 3)
            assert list(stream.values) == [(NOON, "21.5"), (after(2.5), "22")]
            await station.call(v21.ClosePeriodicEventStreamRequest(id=7))
            await station.call(v21.ClosePeriodicEventStreamRequest(id=8))
        assert not csms.stations["CS-1"].streams

    @virtual_time
    async def test_gives_way_when_there_are_too_many(self) -> None:
        csms = new_csms()
        async with booted(csms, "2.1") as station:
            for number in range(KEPT_STREAMS):
                await station.call(open_stream(number, monitor=number))
            await station.call(open_stream(1, monitor=500))  # again, so the youngest
            assert len(csms.stations["CS-1"].streams) == KEPT_STREAMS
            for number in (KEPT_STREAMS, KEPT_STREAMS + 1):
                await station.call(open_stream(number, monitor=number))
            for number in range(KEPT_VALUES + 1):
                await station.send(values(1, (number, f"{number}")))
                await station.call(v21.HeartbeatRequest())
        streams = csms.stations["CS-1"].streams
        assert list(streams) == [*range(3, KEPT_STREAMS), 1, KEPT_STREAMS, KEPT_STREAMS + 1]
        assert streams[1].monitor_id == 500
        assert len(streams[1].values) == KEPT_VALUES
        assert streams[1].values[0] == (after(1), "1")

    @virtual_time
    async def test_may_hold_whatever_the_schema_allows(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        csms, random = new_csms(), Random(f"{SEED} streams")
        schema = schema_of("2.1", "NotifyPeriodicEventStream")
        async with booted(csms, "2.1") as station:
            await station.call(open_stream(1, monitor=1))
            for number in range(30):
                payload = sample(schema, schema, random, number / 29) | {"id": 1}
                await station.send(v21.NotifyPeriodicEventStream.from_wire(payload))
            await station.send(values(1, (1e300, "never"), (-1e300, "never")))
            await station.call(v21.HeartbeatRequest())
        assert csms.stations["CS-1"].streams[1].values
        assert not [each for each in caplog.records if each.levelno >= logging.WARNING]

    @virtual_time
    async def test_of_a_station_that_is_not_accepted_is_ignored(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        csms = new_csms(knows_its_stations=True)
        async with connected(csms, "2.1") as station:
            await station.call(open_stream(1, monitor=1))
            csms.answer_boots("CS-1", BootAnswer(PENDING))
            await boot(station, "2.1")
            await station.send(values(1, (0, "too early")))
            await boot(station, "2.1")
        assert not csms.stations["CS-1"].streams[1].values
        assert not caplog.records


class TestWhatIsNewIn21:
    @virtual_time
    async def test_a_vat_number_is_not_known(self) -> None:
        # C18.FR.09, C18.FR.10
        async with booted(new_csms(), "2.1") as station:
            answer = await station.call(v21.VatNumberValidationRequest(vat_number="NL1", evse_id=2))
        assert (answer.status, answer.vat_number, answer.evse_id) == ("Rejected", "NL1", 2)

    @virtual_time
    async def test_of_no_certificate_the_status_can_be_told(self) -> None:
        # M07.FR.02, M07.FR.05, M07.FR.08
        asked = [
            v21.CertificateStatusRequestInfoType(
                certificate_hash_data=v21.CertificateHashDataType(
                    hash_algorithm=v21.HashAlgorithmEnumType.SHA256,
                    issuer_name_hash="a",
                    issuer_key_hash="b",
                    serial_number=f"{number}",
                ),
                source=source,
                urls=["https://ca.example"],
            )
            for number, source in enumerate(v21.CertificateStatusSourceEnumType)
        ]
        async with booted(new_csms(), "2.1") as station:
            await asyncio.sleep(5)
            answer = await station.call(
                v21.GetCertificateChainStatusRequest(certificate_status_requests=asked)
            )
        told = answer.certificate_status
        assert [(each.certificate_hash_data, each.source) for each in told] == [
            (each.certificate_hash_data, each.source) for each in asked
        ]
        assert {each.status for each in told} == {v21.CertificateStatusEnumType.FAILED}
        assert {each.next_update for each in told} == {NOON + timedelta(seconds=5)}

    @virtual_time
    async def test_there_is_no_dynamic_profile(self) -> None:
        # K28.FR.12
        async with booted(new_csms(), "2.1") as station:
            answer = await station.call(v21.PullDynamicScheduleUpdateRequest(charging_profile_id=1))
        assert answer.status == "Rejected"
        assert answer.status_info is not None
        assert answer.status_info.reason_code == "InvalidProfile"

    @pytest.mark.parametrize(
        ("mode", "status"),
        [(None, "Rejected"), *((each, "NoChargingProfile") for each in v21.ControlModeEnumType)],
    )
    @virtual_time
    async def test_a_vehicle_of_15118_20_may_charge_without_a_schedule(
        self, mode: v21.ControlModeEnumType | None, status: str
    ) -> None:
        # K15.FR.04, K18.FR.04, K19.FR.04
        needs = v21.ChargingNeedsType(
            requested_energy_transfer=v21.EnergyTransferModeEnumType.DC_BPT, control_mode=mode
        )
        async with booted(new_csms(), "2.1") as station:
            answer = await station.call(
                v21.NotifyEVChargingNeedsRequest(evse_id=1, charging_needs=needs)
            )
        assert answer.status == status


@cache
def schemas() -> dict[str, Schemas]:
    sets = {
        name: read_schemas(ROOT / "schemas" / name)
        for names in SCHEMA_SETS.values()
        for name in names
    }
    return apply_errata(sets, load_errata(ROOT / "schemas/errata"))


def schema_of(version: str, message: str) -> dict[str, Any]:
    """The corrected schema of a message."""
    return next(
        schemas()[name][message] for name in SCHEMA_SETS[version] if message in schemas()[name]
    )


def open_stream(number: int, *, monitor: int) -> v21.OpenPeriodicEventStreamRequest:
    return v21.OpenPeriodicEventStreamRequest(
        constant_stream_data=v21.ConstantStreamDataType(
            id=number,
            params=v21.PeriodicEventStreamParamsType(interval=10),
            variable_monitoring_id=monitor,
        )
    )


def values(number: int, *elements: tuple[float, str]) -> v21.NotifyPeriodicEventStream:
    """Values of a stream, each so many seconds after noon."""
    data = [v21.StreamDataElementType(t=seconds, v=value) for seconds, value in elements]
    return v21.NotifyPeriodicEventStream(data=data, id=number, pending=0, basetime=NOON)


def card(token: str) -> dict[str, str]:
    return {"idToken": token, "type": "ISO14443"}


async def heartbeat(station: Peer, version: str) -> None:
    await station.call(WORDS[version].HeartbeatRequest())


async def status_of(station: Peer, version: str, token: str) -> str:
    """What the CSMS says of a token."""
    if version == "1.6":
        old = await station.call(v16.AuthorizeRequest(id_tag=token))
        return old.id_tag_info.status
    answer = await station.call(request_of(version, "Authorize", idToken=card(token)))
    status: str = answer.id_token_info.status
    return status


def test_a_csms_does_not_show_its_passwords() -> None:
    assert "secret" not in repr(vars(Csms(passwords={"CS-1": "secret"})).keys())
    assert "secret" not in repr(Csms(passwords={"CS-1": "secret"}))
