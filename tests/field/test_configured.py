"""What CSMSs of the field set in stations of ours, on real sockets."""

import asyncio
from typing import Any

import pytest

from pilotwire.ocpp.specs import Variable
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from tests.field.ends import FieldCsms, Payload, play, says, station, time

pytestmark = [pytest.mark.slow, pytest.mark.bad_frames]

QUICK: dict[Variable[Any], object] = {
    OCPPCommCtrlr.RetryBackOffWaitMinimum: 5,
    OCPPCommCtrlr.RetryBackOffRandomRange: 0,
}
SAMPLED = "MeterValuesSampledData"


async def change(csms: FieldCsms, key: str, value: str) -> str:
    answer = await csms.ask("ChangeConfiguration", {"key": key, "value": value})
    return str(answer[2]["status"])


async def heartbeats(csms: FieldCsms, seconds: float) -> int:
    """How many come within this time."""
    before = len(csms.asked("Heartbeat"))
    await asyncio.sleep(seconds)
    return len(csms.asked("Heartbeat")) - before


async def reconnected(csms: FieldCsms) -> None:
    """End the connection, and wait for the next."""
    count = len(csms.connections)
    await csms.connections[-1].close(1001)
    await csms.until(lambda: len(csms.connections) > count)


def test_an_interval_of_heartbeats_counts_at_once_and_once() -> None:
    """1.6 4.6, 9.1.9: whatever it was before, and however often the connection was lost."""

    async def scene() -> None:
        boot = {"status": "Accepted", "currentTime": time(), "interval": 0}
        csms = FieldCsms({"BootNotification": says(boot)})
        async with station(csms, QUICK) as one:
            await one.wait_accepted()
            assert await change(csms, "HeartbeatInterval", "30") == "Accepted"
            assert 7 <= await heartbeats(csms, 300) <= 11
            for _ in range(3):
                await reconnected(csms)
            await asyncio.sleep(60)
            assert 7 <= await heartbeats(csms, 300) <= 11
            await change(csms, "HeartbeatInterval", "0")
            assert await heartbeats(csms, 600) <= 60

    play(scene)


def test_measurands_that_a_station_lacks_change_nothing() -> None:
    """1.6 9.1.18: Rejected, all of the list."""

    async def scene() -> None:
        csms = FieldCsms()

        async def shown() -> str:
            answer = await csms.ask("GetConfiguration", {"key": [SAMPLED]})
            return str(answer[2]["configurationKey"][0]["value"])

        async with station(csms) as one:
            await one.wait_accepted()
            before = await shown()
            for wrong in (
                "Energy.Active.Import.Register,RPM",
                "Power.Offered",
                "Energy.Active.Import.Register,Current.Import.L1.L2",
                "Energy.Active.Import.Register;Voltage",
                "Volts",
            ):
                assert await change(csms, SAMPLED, wrong) == "Rejected"
                assert await shown() == before
            right = "Voltage,Energy.Active.Import.Register"
            assert await change(csms, SAMPLED, right) == "Accepted"
            assert await shown() == right
            assert await change(csms, "METERVALUESAMPLEINTERVAL", "45") == "Accepted"
            assert await change(csms, "MeterValueInterval", "45") == "NotSupported"
            for no_number in ("-5", "soon", "4.5", ""):
                assert await change(csms, "MeterValueSampleInterval", no_number) == "Rejected"

    play(scene)


@pytest.mark.parametrize(("limit", "answered"), [(13.333333333333334, 4), (13.3, 3)])
def test_a_limit_has_one_decimal_place(limit: float, answered: int) -> None:
    """1.6 7.14; some CSMSs divide a power by a voltage and send what comes of it."""

    async def scene() -> None:
        csms = FieldCsms()
        schedule = {
            "chargingRateUnit": "A",
            "chargingSchedulePeriod": [{"startPeriod": 0, "limit": limit}],
        }
        profile: Payload = {
            "chargingProfileId": 3,
            "stackLevel": 0,
            "chargingProfilePurpose": "TxProfile",
            "chargingProfileKind": "Relative",
            "chargingSchedule": schedule,
        }
        start = {"connectorId": 1, "idTag": "CARD", "chargingProfile": profile}
        async with station(csms) as one:
            await one.wait_accepted()
            answer = await csms.ask("RemoteStartTransaction", start)
            assert answer[0] == answered
            if answered == 4:
                assert answer[2] in ("TypeConstraintViolation", "PropertyConstraintViolation")
                assert "chargingSchedulePeriod[0].limit" in answer[3]

    play(scene)
