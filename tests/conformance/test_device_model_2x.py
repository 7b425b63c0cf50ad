"""Any request for variables, and variables of the application (2.x B05 to B08)."""

import pytest

from pilotwire.charging_station import ChargingStation
from pilotwire.errors import CallFailed
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.ocpp.specs import INTEGER, PASSWORD, Mutability, Variable
from pilotwire.station.device_model.standard import DeviceDataCtrlr
from tests.support.device_model import (
    OFFLINE_THRESHOLD,
    Attribute,
    Base,
    GetStatus,
    SetStatus,
    address,
    base,
    get,
    get_report,
    set_,
    status_of,
    title,
    titles,
    told,
    value_of,
)
from tests.support.editions import IN_2X
from tests.support.scene import Opponent, Scene, now, scene
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

BAY_DOOR = Variable(
    component="AccessBarrier",
    name="Secret",
    datatype=PASSWORD,
    mutability=Mutability.WRITE_ONLY,
    minimum=4,
    maximum=20,
)

FAN_SPEED = Variable(
    component="FanCtrlr", name="Speed", datatype=INTEGER, units=("rpm",), minimum=0, maximum=6000
)


# Too much at once.


@pytest.mark.parametrize("kind", ["GetVariables", "SetVariables", "GetReport"])
@pytest.mark.parametrize(
    ("limit", "code"),
    [("Items", "OccurrenceConstraintViolation"), ("Bytes", "FormatViolation")],
)
def test_more_than_a_message_may_have(version: str, kind: str, limit: str, code: str) -> None:
    """B06.FR.16, B06.FR.17, B08.FR.17, B08.FR.18, B05.FR.11."""
    small = getattr(DeviceDataCtrlr, f"{limit}PerMessage_{kind}")

    async def ask(s: Scene, count: int) -> None:
        many = [OFFLINE_THRESHOLD] * count
        match kind:
            case "GetVariables":
                await get(s, *many)
            case "SetVariables":
                await set_(s, *((one, "60") for one in many))
            case _:
                await s.csms.call(get_report(wanted=many))

    @virtual_time
    async def play() -> None:
        async with scene(version, settings={small: 2 if limit == "Items" else 350}) as s:
            await ask(s, 2)
            with pytest.raises(CallFailed) as refused:
                await ask(s, 5)
            assert refused.value.code == code

    play()


# Before the station is accepted.


def pending() -> Opponent:
    csms = Opponent()
    csms.answer(
        v21.BootNotificationRequest,
        lambda _: v21.BootNotificationResponse(
            status=v21.RegistrationStatusEnumType.PENDING, current_time=now(), interval=1000
        ),
    )
    return csms


@virtual_time
async def test_a_pending_station_can_be_configured(version: str) -> None:
    """B02.FR.01, B02.FR.02."""
    async with scene(version, csms=pending(), booted=False) as s:
        await s.wait(1)
        assert await status_of(s, OFFLINE_THRESHOLD, "300") == "Accepted"
        assert await value_of(s, OFFLINE_THRESHOLD) == "300"
        assert "OCPPCommCtrlr.OfflineThreshold" in titles(await told(s, base(Base.FULL_INVENTORY)))
        assert set(s.csms.actions()) == {"BootNotification", "NotifyReport"}


# Variables of the application.


@virtual_time
async def test_attributes_of_a_variable(version: str) -> None:
    """The example of B05: a fan with a speed, one that is wanted, and bounds for that.

    B05.FR.03, B05.FR.08, B05.FR.09, B06.FR.03, B06.FR.13, B07.FR.11.
    """
    fan = address("FanCtrlr.Speed")
    wanted: list[int] = []

    def declare(station: ChargingStation[SimulatedStation]) -> None:
        station.device_model.declare(
            FAN_SPEED, read=lambda: 1200, attributes=list(Attribute), on_target=wanted.append
        )

    async with scene(version, prepare=declare) as s:
        (target,) = await get(s, fan, attribute=Attribute.TARGET)
        assert (target.attribute_status, target.attribute_value) == (GetStatus.ACCEPTED, "")
        outcome = [
            (await set_(s, (fan, value), attribute=attribute))[0]
            for attribute, value in [
                (Attribute.ACTUAL, "1000"),
                (Attribute.MIN_SET, "1000"),
                (Attribute.MAX_SET, "999"),
                (Attribute.MAX_SET, "5000"),
                (Attribute.TARGET, "999"),
                (Attribute.TARGET, "5001"),
                (Attribute.TARGET, "3000"),
            ]
        ]
        assert [
            one.attribute_status_info and one.attribute_status_info.reason_code for one in outcome
        ] == ["ReadOnly", None, "ValueTooLow", None, "ValueTooLow", "ValueTooHigh", None]
        assert outcome[-1].attribute_type is Attribute.TARGET
        assert wanted == [3000]
        (reported,) = await told(s, get_report(wanted=[fan]))
        assert [
            (one.type.value, one.value, one.mutability.value) for one in reported.variable_attribute
        ] == [
            ("Actual", "1200", "ReadOnly"),
            ("Target", "3000", "ReadWrite"),
            ("MinSet", "1000", "ReadWrite"),
            ("MaxSet", "5000", "ReadWrite"),
        ]
        (settable,) = [
            one
            for one in await told(s, base(Base.CONFIGURATION_INVENTORY))
            if one.component.name == "FanCtrlr"
        ]
        assert [one.type.value for one in settable.variable_attribute] == [
            "Target",
            "MinSet",
            "MaxSet",
        ]


@virtual_time
async def test_what_is_write_only_is_never_told(
    version: str, caplog: pytest.LogCaptureFixture
) -> None:
    """B06.FR.09, B07.FR.03, B08.FR.03."""
    caplog.set_level("DEBUG")
    heard: list[str] = []

    def declare(station: ChargingStation[SimulatedStation]) -> None:
        station.device_model.declare(BAY_DOOR, on_change=heard.append)

    async with scene(version, prepare=declare) as s:
        door = address("AccessBarrier.Secret")
        assert await status_of(s, door, "open sesame") == "Accepted"
        assert heard == ["open sesame"]
        (result,) = await get(s, door)
        assert result.attribute_status is GetStatus.REJECTED
        assert result.attribute_value is None
        reported = {title(one): one for one in await told(s, base(Base.FULL_INVENTORY))}
        (attribute,) = reported["AccessBarrier.Secret"].variable_attribute
        assert attribute.value is None
        assert attribute.mutability is v21.MutabilityEnumType.WRITE_ONLY
        (refused,) = await set_(s, (door, "far too long for a secret"))
        assert refused.attribute_status is SetStatus.REJECTED
        assert refused.attribute_status_info is not None
        assert "secret" not in (refused.attribute_status_info.additional_info or "")
    assert "sesame" not in caplog.text
