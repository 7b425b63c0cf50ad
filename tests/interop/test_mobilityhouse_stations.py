"""Stations that nobody here wrote, at our CSMS."""

# mypy: disable-error-code="import-untyped"
# pyright: reportArgumentType=false

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import ocpp.v16.call as call16
import ocpp.v201.call as call201
import pytest
from ocpp.v16 import ChargePoint as ChargePoint16
from ocpp.v201 import ChargePoint as ChargePoint201
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from pilotwire.csms import Csms, Session, Token
from pilotwire.ocpp.v21 import AuthorizationStatusEnumType as AuthorizationStatus
from tests.interop.accelerated import accelerated

TOKENS = ("04A1B2C3", Token("STOLEN", AuthorizationStatus.BLOCKED))


@asynccontextmanager
async def station(port: int, version: str) -> AsyncGenerator[Any]:
    """The library's charge point, connected."""
    subprotocol = Subprotocol(f"ocpp{version}")
    kind = ChargePoint16 if version == "1.6" else ChargePoint201
    url = f"ws://127.0.0.1:{port}/ocpp/MH-1"
    async with connect(
        url, subprotocols=[subprotocol], ping_interval=None, close_timeout=None
    ) as connection:
        assert connection.subprotocol == subprotocol
        point = kind("MH-1", connection, response_timeout=3600)
        listening = asyncio.create_task(point.start())
        try:
            yield point
        finally:
            listening.cancel()
            await asyncio.wait({listening})


async def charge_16(point: Any, *, blocked: str = "Blocked") -> int:
    """A session of 1.6 as a careful station tells it; the transaction's number."""
    boot = await point.call(
        call16.BootNotification(charge_point_model="M", charge_point_vendor="Mobility"),
        suppress=False,
    )
    assert boot.status == "Accepted"
    assert boot.interval > 0
    for status in ("Available", "Preparing"):
        message = call16.StatusNotification(1, "NoError", status)
        await point.call(message, suppress=False)
    answer = await point.call(call16.Authorize("04A1B2C3"), suppress=False)
    assert answer.id_tag_info["status"] == "Accepted"
    for token, status in (("STOLEN", blocked), ("NOBODY", "Invalid")):
        answer = await point.call(call16.Authorize(token), suppress=False)
        assert answer.id_tag_info["status"] == status
    start = call16.StartTransaction(1, "04A1B2C3", 1200, "2026-03-01T08:00:00Z")
    started = await point.call(start, suppress=False)
    assert started.id_tag_info["status"] == "Accepted"
    again = await point.call(start, suppress=False)
    assert again.transaction_id == started.transaction_id
    number: int = started.transaction_id
    for minute, register in ((1, 1300), (2, 1400)):
        sample = {
            "timestamp": f"2026-03-01T08:0{minute}:00Z",
            "sampledValue": [{"value": str(register)}],
        }
        await point.call(call16.MeterValues(1, [sample], number), suppress=False)
    stop = call16.StopTransaction(1450, "2026-03-01T08:02:30Z", number, "Local", "04A1B2C3")
    assert (await point.call(stop, suppress=False)).id_tag_info["status"] == "Accepted"
    await point.call(call16.StatusNotification(1, "NoError", "Finishing"), suppress=False)
    await point.call(call16.Heartbeat(), suppress=False)
    return number


async def charge_201(point: Any, *, blocked: str = "Blocked") -> str:
    """A session of 2.0.1 as a careful station tells it; the transaction's id."""
    token = {"id_token": "04A1B2C3", "type": "ISO14443"}
    boot = await point.call(
        call201.BootNotification({"vendor_name": "Mobility", "model": "M"}, "PowerUp"),
        suppress=False,
    )
    assert boot.status == "Accepted"
    for status in ("Available", "Occupied"):
        message = call201.StatusNotification("2026-03-01T07:59:00Z", status, 1, 1)
        await point.call(message, suppress=False)
    answer = await point.call(call201.Authorize(token), suppress=False)
    assert answer.id_token_info["status"] == "Accepted"
    for value, status in (("STOLEN", blocked), ("NOBODY", "Unknown")):
        message = call201.Authorize({"id_token": value, "type": "ISO14443"})
        assert (await point.call(message, suppress=False)).id_token_info["status"] == status

    def event(seq_no: int, kind: str, trigger: str, register: int, **more: Any) -> Any:
        timestamp = f"2026-03-01T08:0{seq_no}:00Z"
        context = {"Started": "Transaction.Begin", "Ended": "Transaction.End"}
        sample = {
            "timestamp": timestamp,
            "sampled_value": [{"value": register, "context": context.get(kind, "Sample.Periodic")}],
        }
        info = {"transaction_id": "MH-TX-1", "charging_state": "Charging"}
        if kind == "Ended":
            info["stopped_reason"] = "Local"
        return call201.TransactionEvent(
            kind, timestamp, trigger, seq_no, info, [sample], evse={"id": 1}, **more
        )

    started = await point.call(
        event(0, "Started", "Authorized", 1200, id_token=token), suppress=False
    )
    assert started.id_token_info["status"] == "Accepted"
    await point.call(event(1, "Updated", "MeterValuePeriodic", 1300), suppress=False)
    await point.call(event(2, "Updated", "MeterValuePeriodic", 1400), suppress=False)
    await point.call(event(2, "Updated", "MeterValuePeriodic", 1400), suppress=False)
    await point.call(event(3, "Ended", "StopAuthorized", 1450, id_token=token), suppress=False)
    await point.call(call201.Heartbeat(), suppress=False)
    return "MH-TX-1"


def only_session(csms: Csms) -> Session:
    (session,) = csms.stations["MH-1"].sessions
    return session


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
def test_a_session_from_boot_to_end(version: str) -> None:
    @accelerated
    async def scenario() -> None:
        csms = Csms(tokens=TOKENS)
        async with csms.serve() as serving, station(serving.port, version) as point:
            charge = charge_16 if version == "1.6" else charge_201
            transaction_id = await charge(point)
            session = only_session(csms)
            record = csms.stations["MH-1"]
            assert record.version == version
            assert record.connected
            assert (record.boots[0].vendor, record.boots[0].model) == ("Mobility", "M")
            assert record.connectors[1, 1].status == (
                "Finishing" if version == "1.6" else "Occupied"
            )
        assert session.transaction_id == transaction_id
        assert (session.evse_id, session.token, session.ongoing) == (1, "04A1B2C3", False)
        assert (session.meter_start_wh, session.meter_stop_wh) == (1200, 1450)
        assert session.energy_wh == 250
        assert session.reason in {None, "Local"}
        registers = [each.register_wh for each in session.readings]
        expected = [1300, 1400] if version == "1.6" else [1200, 1300, 1400, 1450]
        assert registers == expected

    scenario()


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
def test_two_connections_one_after_the_other(version: str) -> None:
    """A station that connects again is the same station."""

    @accelerated
    async def scenario() -> None:
        csms = Csms(tokens=TOKENS)
        async with csms.serve() as serving:
            for _ in range(2):
                async with station(serving.port, version) as point:
                    message = (
                        call16.BootNotification("M", "V")
                        if version == "1.6"
                        else call201.BootNotification(
                            {"vendor_name": "V", "model": "M"}, "RemoteReset"
                        )
                    )
                    assert (await point.call(message, suppress=False)).status == "Accepted"
        assert len(csms.stations["MH-1"].boots) == 2
        assert not csms.stations["MH-1"].connected

    scenario()
