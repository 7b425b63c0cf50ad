"""The pictures of the page in the documentation: `nox -s screenshots` takes them anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect
from pydantic import JsonValue

from pilotwire.hal.simulated import Mishap
from pilotwire.simulator.acts import Break, PlugIn, Swipe, Vehicle
from tests.simulator.browsing import PHONE, SCREENSHOTS, Browsing, Look, Tab, browsing

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SCREENSHOTS is None, reason="no pictures are wanted: nox -s screenshots"),
]

WIDE = ViewportSize(width=1240, height=780)
MOST_BYTES = 150_000
FAST = 30.0


@pytest.fixture(scope="module")
def world() -> Iterator[Browsing]:
    with browsing() as world:
        yield world


def charge_for_a_while(tab: Tab) -> None:
    """Some minutes of charging, in which the CSMS takes current away and gives it back."""
    simulator, station = tab.simulator, tab.station
    simulator.do(station, PlugIn(vehicle=Vehicle(soc=34.0, max_current_a=32.0, battery_kwh=52.0)))
    simulator.do(station, Swipe(token="04A1B2C3D4E5F6"))
    tab.sees("Charging", "EVSE 1")
    simulator.set_speed(FAST)
    tab.page.wait_for_timeout(4000)
    simulator.call(station, "SetChargingProfile", LIMIT)
    tab.page.wait_for_timeout(7000)
    simulator.set_speed(1.0)


LIMIT: dict[str, JsonValue] = {
    "evseId": 0,
    "chargingProfile": {
        "id": 7,
        "stackLevel": 0,
        "chargingProfilePurpose": "ChargingStationMaxProfile",
        "chargingProfileKind": "Absolute",
        "chargingSchedule": [
            {
                "id": 1,
                "startSchedule": "2020-01-01T00:00:00Z",
                "chargingRateUnit": "A",
                "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 16.0}],
            }
        ],
    },
}


def test_a_session(world: Browsing) -> None:
    with world.tab(Look(WIDE, dark=False), identity="BERLIN-04") as tab:
        charge_for_a_while(tab)
        tab.page.get_by_label("Search messages").fill("SetChargingProfile")
        lines = tab.page.locator(".pw-line")
        expect(lines).to_have_count(2)
        lines.last.get_by_role("button").click()
        tab.sees("Valid SetChargingProfileRequest")
        tab.picture("page-light")


def test_a_fault_in_the_dark(world: Browsing) -> None:
    with world.tab(Look(WIDE, dark=True), identity="BERLIN-05") as tab:
        charge_for_a_while(tab)
        tab.simulator.do(tab.station, Break(evse=1, what=Mishap.RCD_TRIP))
        tab.sees("Faulted", "EVSE 1")
        tab.page.wait_for_timeout(5000)  # the plot has it, too
        tab.picture("page-dark")


def test_a_phone(world: Browsing) -> None:
    with world.tab(Look(PHONE, dark=False), identity="BERLIN-06") as tab:
        charge_for_a_while(tab)
        tab.picture("page-phone")


def test_a_command(world: Browsing) -> None:
    with world.tab(Look(WIDE, dark=False), identity="BERLIN-07") as tab:
        charge_for_a_while(tab)
        tab.view("CSMS")
        box = tab.page.get_by_role("combobox", name="Command")
        box.fill("ReserveNow")
        tab.page.get_by_role("option", name="ReserveNow", exact=True).click()
        card = tab.page.get_by_role("region", name="Send a command")
        card.get_by_label("id *", exact=True).fill("-2")
        tab.press("Now, in expiryDateTime *")
        card.get_by_label("idToken *").last.fill("04A1B2C3D4E5F6")
        card.get_by_label("type *").fill("ISO14443")
        tab.press("Send")
        tab.sees("less than 0", "Send a command")
        tab.page.evaluate("scrollTo(0, 0)")
        tab.picture("page-command")


def test_none_is_too_large() -> None:
    for picture in Path(SCREENSHOTS or ".").glob("page-*.png"):
        assert picture.stat().st_size < MOST_BYTES, picture.name
