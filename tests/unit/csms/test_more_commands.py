"""What the CSMS tells stations besides starting and stopping; what it keeps of their security."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from pilotwire.csms import SecurityEvent, Token
from pilotwire.csms.tokens import TokenStatus
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Message
from pilotwire.ocpp.v21 import MessageTriggerEnumType as MessageTrigger
from pilotwire.rpc import Handlers
from tests.support.editions import IN_2X, IN_ALL
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import (
    WORDS,
    after,
    booted,
    moment,
    new_csms,
    request_of,
)


class Obedient:
    """A station of any version that does what it is told to."""

    def __init__(self) -> None:
        self.told: list[Message] = []
        self.handlers = Handlers()
        for words in (v16, v201, v21):
            self._does(words, "UnlockConnector", {"status": "Unlocked"})
            self._does(words, "SendLocalList", {"status": "Accepted"})
            self._does(words, "ReserveNow", {"status": "Occupied"})
            self._does(words, "CancelReservation", {"status": "Rejected"})
            number = "listVersion" if words is v16 else "versionNumber"
            self._does(words, "GetLocalListVersion", {number: 7})
            self._does(words, "TriggerMessage", {"status": "Accepted"})
            self._does(words, "DataTransfer", {"status": "Accepted", "data": "hm"})
        self._does(v16, "ExtendedTriggerMessage", {"status": "NotImplemented"})

    def _does(self, words: Any, action: str, answer: dict[str, Any]) -> None:
        response = getattr(words, f"{action}Response").from_wire(answer)

        async def do(request: Message) -> Any:
            self.told.append(request)
            return response

        self.handlers.on(getattr(words, f"{action}Request"), do)


@virtual_time
async def test_commands_in_words_of_16() -> None:
    csms, station = new_csms(), Obedient()
    async with booted(csms, "1.6", handlers=station.handlers):
        unlocked = await csms.unlock("CS-1", 2)
        beaten = await csms.trigger("CS-1", MessageTrigger.HEARTBEAT)
        told = await csms.trigger("CS-1", MessageTrigger.STATUS_NOTIFICATION, 2)
        signed = await csms.trigger("CS-1", MessageTrigger.SIGN_CHARGING_STATION_CERTIFICATE)
        answer = await csms.data_transfer("CS-1", "com.example", "show", {"text": "hm"})
        with pytest.raises(ValueError, match=r"1\.6 has no TransactionEvent"):
            await csms.trigger("CS-1", MessageTrigger.TRANSACTION_EVENT)
    assert (unlocked, beaten, told) == ("Unlocked", "Accepted", "Accepted")
    assert signed == "NotImplemented"
    assert (answer.status, answer.data) == ("Accepted", "hm")
    assert [request.to_wire() for request in station.told] == [
        {"connectorId": 2},
        {"requestedMessage": "Heartbeat"},
        {"requestedMessage": "StatusNotification", "connectorId": 2},
        {"requestedMessage": "SignChargePointCertificate"},
        {"vendorId": "com.example", "messageId": "show", "data": '{"text": "hm"}'},
    ]


@IN_2X
@virtual_time
async def test_commands_in_words_of_2x(version: str) -> None:
    csms, station = new_csms(), Obedient()
    async with booted(csms, version, handlers=station.handlers):
        unlocked = await csms.unlock("CS-1", 2)
        told = await csms.trigger("CS-1", MessageTrigger.STATUS_NOTIFICATION, 2, 1)
        answer = await csms.data_transfer("CS-1", "com.example", data={"text": "hm"})
    assert (unlocked, told) == ("Unlocked", "Accepted")
    assert (answer.status, answer.data) == ("Accepted", "hm")
    assert isinstance(station.told[0], WORDS[version].UnlockConnectorRequest)
    assert [request.to_wire() for request in station.told] == [
        {"evseId": 2, "connectorId": 1},
        {"requestedMessage": "StatusNotification", "evse": {"id": 2, "connectorId": 1}},
        {"vendorId": "com.example", "data": {"text": "hm"}},
    ]


@IN_ALL
@virtual_time
async def test_local_lists_are_sent(version: str) -> None:
    """D01, D02; 1.6 5.10, 5.15."""
    csms, station = new_csms(), Obedient()
    fleet = Token("AA", group="FLEET")
    no_credit = Token("BB", TokenStatus.NO_CREDIT)
    async with booted(csms, version, handlers=station.handlers):
        assert await csms.local_lists.send("CS-1", 1, [fleet, no_credit]) == "Accepted"
        assert await csms.local_lists.change("CS-1", 2, removed=["AA"]) == "Accepted"
        assert await csms.local_lists.send("CS-1", 3) == "Accepted"
        assert await csms.local_lists.version("CS-1") == 7
    first, second, third, _ = (request.to_wire() for request in station.told)
    if version == "1.6":
        listed = [
            {"idTag": "AA", "idTagInfo": {"status": "Accepted", "parentIdTag": "FLEET"}},
            {"idTag": "BB", "idTagInfo": {"status": "Blocked"}},
        ]
        gone: Mapping[str, object] = {"idTag": "AA"}
        number = "listVersion"
    else:
        names = [{"idToken": each, "type": "ISO14443"} for each in ("AA", "BB")]
        group = {"idToken": "FLEET", "type": "Central"}
        listed = [
            {"idToken": names[0], "idTokenInfo": {"status": "Accepted", "groupIdToken": group}},
            {"idToken": names[1], "idTokenInfo": {"status": "NoCredit"}},
        ]
        gone, number = {"idToken": names[0]}, "versionNumber"
    assert first == {number: 1, "updateType": "Full", "localAuthorizationList": listed}
    assert second == {number: 2, "updateType": "Differential", "localAuthorizationList": [gone]}
    assert third == {number: 3, "updateType": "Full"}


@IN_ALL
@virtual_time
async def test_reservations_are_made_and_cancelled(version: str) -> None:
    """H01, H02; 1.6 5.1, 5.13."""
    csms, station = new_csms(), Obedient()
    until = datetime(2026, 3, 1, 13, tzinfo=UTC)
    async with booted(csms, version, handlers=station.handlers):
        assert await csms.reservations.make("CS-1", 7, "AA", until, 2, group="FLEET") == "Occupied"
        assert await csms.reservations.make("CS-1", 8, "BB", until) == "Occupied"
        assert await csms.reservations.cancel("CS-1", 7) == "Rejected"
        if version == "1.6":
            with pytest.raises(ValueError, match="type of connector"):
                await csms.reservations.make("CS-1", 8, "BB", until, connector_type="cCCS2")
        else:
            await csms.reservations.make("CS-1", 8, "BB", until, connector_type="cCCS2")
    first, second, third, *more = (request.to_wire() for request in station.told)
    time = "2026-03-01T13:00:00.000Z"
    if version == "1.6":
        common: Mapping[str, object] = {"expiryDate": time}
        assert first == {
            **common,
            "connectorId": 2,
            "idTag": "AA",
            "parentIdTag": "FLEET",
            "reservationId": 7,
        }
        assert second == {**common, "connectorId": 0, "idTag": "BB", "reservationId": 8}
    else:
        common = {"expiryDateTime": time}
        assert first == {
            **common,
            "id": 7,
            "evseId": 2,
            "idToken": {"idToken": "AA", "type": "ISO14443"},
            "groupIdToken": {"idToken": "FLEET", "type": "Central"},
        }
        any_evse = {**common, "id": 8, "idToken": {"idToken": "BB", "type": "ISO14443"}}
        assert second == any_evse
        assert more == [{**any_evse, "connectorType": "cCCS2"}]
    assert third == {"reservationId": 7}


@IN_ALL
@virtual_time
async def test_security_events_are_kept(version: str) -> None:
    """A04.FR.03; one that is repeated after a lost answer once."""
    csms = new_csms()
    async with booted(csms, version) as station:
        for kind, at in (("StartupOfTheDevice", 1), ("StartupOfTheDevice", 1), ("Other", 2)):
            event = request_of(
                version, "SecurityEventNotification", type=kind, timestamp=moment(at), techInfo="x"
            )
            await station.call(event)
    assert list(csms.stations["CS-1"].security_events) == [
        SecurityEvent(after(1), "StartupOfTheDevice", "x"),
        SecurityEvent(after(2), "Other", "x"),
    ]
