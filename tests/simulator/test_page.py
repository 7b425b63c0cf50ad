"""The page in a real browser: what a tester does there by clicks, at each size, light and dark."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from pilotwire.simulator.acts import DataTransfer, PlugIn, Swipe, Vehicle
from tests.simulator.browsing import DESKTOP, PHONE, Browsing, Look, Tab, browsing, simulating

pytestmark = pytest.mark.slow

BRIGHT = Look(DESKTOP, dark=False)
BOTH = (BRIGHT, Look(PHONE, dark=True))
CARD = "04A1B2C3D4E5F6"
_DARK = re.compile("body--dark")


@pytest.fixture(scope="module")
def world() -> Iterator[Browsing]:
    with browsing() as world:
        yield world


def plug_in_and_charge(tab: Tab) -> None:
    tab.press("Plug in at EVSE 1")
    tab.press("Plug in")
    tab.sees("Occupied", "EVSE 1")
    tab.press("Swipe card at EVSE 1")
    tab.sees("Charging", "EVSE 1")


@pytest.mark.parametrize("look", BOTH, ids=str)
def test_a_whole_session_by_clicks(world: Browsing, look: Look) -> None:
    with world.tab(look, identity=f"SESSION-{look}") as tab:
        plug_in_and_charge(tab)
        transaction = tab.simulator.station(tab.station).evses[0].transaction
        assert transaction is not None
        assert transaction.token == CARD
        tab.sees("kW", "EVSE 1")

        tab.press("Stop button of EVSE 1")
        expect(tab.page.get_by_role("button", name="Start button of EVSE 1")).to_be_visible()
        tab.press("Unplug at EVSE 1")
        tab.sees("Available", "EVSE 1")

        tab.view("Messages")
        tab.page.get_by_label("Search messages").fill("ended transactionevent")
        ended = tab.page.locator(".pw-line").filter(has_text="TransactionEvent call")
        expect(ended).to_have_count(1)
        ended.get_by_role("button").click()
        tab.sees("Valid TransactionEventRequest")
        tab.sees("transactionInfo.stoppedReason")
        messages = tab.simulator.messages(tab.station)
        assert [each.number for each in messages if each.wrong] == []


@pytest.mark.parametrize("look", BOTH, ids=str)
def test_nothing_bars_anybody_from_a_view(world: Browsing, look: Look) -> None:
    with world.tab(look, identity=f"LOOK-{look}") as tab:
        tab.press("Plug in at EVSE 1")
        tab.page.get_by_role("dialog").wait_for()
        assert tab.barriers(".q-dialog") == []
        tab.press("Plug in")
        tab.press("Swipe card at EVSE 1")
        tab.sees("Charging", "EVSE 1")
        for view in ("EVSEs", "Messages", "Station", "Variables", "Records", "CSMS"):
            tab.view(view)
            if view == "Messages":
                tab.page.locator(".pw-line > button").first.click()
                tab.sees("Valid")
            tab.page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
            assert tab.barriers() == [], view
            tab.page.emulate_media(color_scheme="light" if look.dark else "dark")
            assert tab.barriers(colours_alone=True) == [], view
            tab.page.emulate_media(color_scheme="dark" if look.dark else "light")
            wide = tab.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= look.size["width"], f"{view} is wider than the screen"


def test_a_fault_and_its_recovery(world: Browsing) -> None:
    with world.tab(BRIGHT) as tab:
        plug_in_and_charge(tab)
        evse = tab.page.get_by_role("region", name="EVSE 1")
        evse.get_by_text("Faults and broken parts").click()
        evse.get_by_role("button", name="Raise fault").click()
        tab.sees("Faulted", "EVSE 1")
        tab.sees("GroundFault", "EVSE 1")
        assert [each.code for each in tab.simulator.station(tab.station).evses[0].faults] == [
            "GroundFault"
        ]
        tab.press("Clear fault GroundFault")
        tab.no_longer_sees("Faulted", "EVSE 1")
        tab.press("Unplug at EVSE 1")
        tab.sees("Available", "EVSE 1")


def test_what_breaks_is_found_and_mended(world: Browsing) -> None:
    with world.tab(BRIGHT) as tab:
        evse = tab.page.get_by_role("region", name="EVSE 2")
        evse.get_by_text("Faults and broken parts").click()
        evse.get_by_role("button", name="Break it").click()
        tab.sees("Faulted", "EVSE 2")
        tab.press("Mend RCD trip")
        tab.sees("Available", "EVSE 2")


def test_offline_and_back(world: Browsing) -> None:
    with world.tab(BRIGHT) as tab:
        plug_in_and_charge(tab)
        tab.view("Station")
        tab.press("Go offline")
        tab.sees("Offline", "Network")
        tab.view("EVSEs")
        tab.press("Stop button of EVSE 1")
        tab.view("Station")
        tab.sees("messages about transactions", "Network")
        tab.press("Go online")
        tab.sees("accepted", "Network")
        tab.no_longer_sees("messages about transactions", "Network")


def test_a_power_cut_is_one(world: Browsing) -> None:
    with world.tab(BRIGHT) as tab:
        plug_in_and_charge(tab)
        tab.view("Station")
        tab.page.get_by_role("region", name="Power").get_by_label("For").fill("")
        tab.press("Cut power")
        tab.sees("No power", "Power")
        assert not tab.simulator.station(tab.station).running
        tab.press("Give power")
        tab.sees("accepted", "Network")
        assert tab.simulator.station(tab.station).starts == 2


@pytest.mark.parametrize("look", BOTH, ids=str)
def test_a_command_by_form(world: Browsing, look: Look) -> None:
    with world.tab(look, identity=f"COMMAND-{look}") as tab:
        tab.view("CSMS")
        card = tab.page.get_by_role("region", name="Send a command")
        tab.press("Send")
        tab.sees("required, but missing", "Send a command")
        assert tab.simulator.csms().stations[-1].connected

        card.get_by_label("idToken *").last.fill(CARD)
        card.get_by_label("type *").fill("Central")
        card.get_by_label("remoteStartId *").fill("7")
        card.get_by_text("Optional (4)").click()
        card.get_by_label("evseId").fill("0")
        tab.press("Send")
        tab.sees("less than 1", "Send a command")
        card.get_by_label("evseId").fill("2")
        tab.press("JSON")
        written = card.get_by_label("JSON", exact=True)
        expect(written).to_have_value(re.compile('"remoteStartId": 7'))
        tab.press("Form")
        tab.press("Send")
        tab.sees("RequestStartTransaction: Accepted", "Send a command")
        tab.simulator.do(tab.station, PlugIn(evse=2, vehicle=Vehicle(soc=30.0)))
        tab.sees("runs", "What the CSMS knows")


def test_a_command_of_every_sort_has_a_form(world: Browsing) -> None:
    with world.tab(BRIGHT) as tab:
        tab.view("CSMS")
        box = tab.page.get_by_role("combobox", name="Command")
        for command in ("Reset", "SetVariables", "SetChargingProfile", "SendLocalList"):
            box.fill(command)
            tab.page.get_by_role("option", name=command, exact=True).click()
            tab.sees(f"Request of {command}", "Send a command")


def test_a_variable_is_read_and_set(world: Browsing) -> None:
    with world.tab(BRIGHT) as tab:
        tab.view("Variables")
        tab.page.get_by_label("Search variables and keys").fill("TxCtrlr.EVConnectionTimeOut")
        tab.press("Set TxCtrlr.EVConnectionTimeOut")
        new = tab.page.get_by_label("New value of TxCtrlr.EVConnectionTimeOut")
        new.fill("soon")
        new.press("Enter")
        tab.page.get_by_role("alert").filter(has_text="set").first.wait_for()
        new.fill("77")
        new.press("Enter")
        tab.sees("77", "Variables and keys")
        found = {each.name: each.value for each in tab.simulator.variables(tab.station)}
        assert found["TxCtrlr.EVConnectionTimeOut"] == "77"


def test_time_passes_faster(world: Browsing) -> None:
    with world.tab(BRIGHT) as tab:
        tab.view("Station")
        tab.press("60 times as fast")
        tab.sees("60 times as fast", "Time")
        assert tab.simulator.simulator().speed == 60
        tab.press("1 times as fast")
        tab.sees("as on the wall", "Time")


def test_what_strangers_say_is_shown_as_text(world: Browsing) -> None:
    evil = '<img src=x onerror="console.error(1)">{{ 1 + 1 }}'
    with world.tab(BRIGHT) as tab:
        tab.simulator.do(tab.station, DataTransfer(vendor_id="x", data=evil))
        tab.simulator.do(tab.station, Swipe(token="<b>bold</b>"))
        tab.page.get_by_label("Search messages").fill("onerror")
        line = tab.page.locator(".pw-line > button")
        expect(line).to_have_count(1)
        line.click()
        tab.sees("{{ 1 + 1 }}")
        assert tab.page.locator("img[src=x]").count() == 0
        assert tab.page.locator("b", has_text="bold").count() == 0


def test_the_log_is_bounded_and_can_be_held(world: Browsing) -> None:
    with world.tab(BRIGHT) as tab:
        tab.press("Hold")
        before = tab.page.locator(".pw-line").count()
        tab.simulator.do(tab.station, PlugIn(vehicle=Vehicle()))
        tab.sees("more have come", "Messages")
        assert tab.page.locator(".pw-line").count() == before
        tab.press("Go on")
        tab.page.evaluate(_FLOOD)
        tab.sees("150 of 500 messages shown", "Messages")


_FLOOD = """() => {
  const row = (number) => ({ number, at: "", sent: true, kind: "call", action: "A", text: "{}" });
  const log = getElement(Number(document.querySelector(".pw-lines").parentElement.id.slice(1)));
  for (let batch = 0; batch < 20; batch++)
  {
    const rows = [...Array(100).keys()].map((n) => row(1e6 + 100 * batch + n));
    log.add(rows, 0);
  }
}"""


def test_the_theme_follows_the_system_and_can_be_switched(world: Browsing) -> None:
    with world.tab(BRIGHT) as tab:
        body = tab.page.locator("body")
        expect(body).not_to_have_class(_DARK)
        tab.page.emulate_media(color_scheme="dark")
        expect(body).to_have_class(_DARK)
        switch = tab.page.get_by_role("button", name="Theme")
        switch.click()  # dark
        switch.click()  # light
        expect(body).not_to_have_class(_DARK)
        tab.page.reload()
        expect(tab.page.get_by_role("button", name="Theme: light")).to_be_visible()
        expect(body).not_to_have_class(_DARK)


def test_it_can_be_used_without_a_mouse_and_without_eyes(world: Browsing) -> None:
    with world.tab(BRIGHT) as tab:
        plug = tab.page.get_by_role("button", name="Plug in at EVSE 1")
        plug.focus()
        tab.page.keyboard.press("Enter")
        dialog = tab.page.get_by_role("dialog", name="Plug a vehicle into EVSE 1")
        dialog.wait_for()
        tab.page.keyboard.press("Escape")
        dialog.wait_for(state="hidden")
        expect(plug).to_be_focused()
        plug_in_and_charge(tab)
        told = tab.page.get_by_role("status").filter(has_text="EVSE 1: Charging")
        expect(told.first).to_be_attached()
        tab.page.get_by_role("tab", name="EVSEs").focus()
        tab.page.keyboard.press("ArrowRight")
        tab.page.keyboard.press(
            "ArrowRight"
        )  # messages are on the right, and their tab is not there
        tab.page.keyboard.press("Enter")
        expect(tab.page.get_by_role("tab", name="Station")).to_be_focused()
        tab.sees("Power is on", "Power")


def test_no_other_site_may_use_it(world: Browsing) -> None:
    assert httpx.get(world.url, headers={"Host": "evil.example"}).status_code == 421
    socket = world.url.replace("http", "ws") + "/_nicegui_ws/socket.io/?EIO=4&transport=websocket"
    with pytest.raises(InvalidStatus), connect(socket, origin=Origin("http://evil.example")):
        pass


def test_with_a_token_it_opens_once_that_is_told(world: Browsing, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.touch(mode=0o600)
    file.write_text("open-sesame")
    with simulating("--token-file", str(file)) as url, world.browser.new_page() as page:
        assert httpx.get(url).status_code == 401
        page.goto(f"{url}/?token=open-sesame")
        assert "token" not in page.url
        page.get_by_text("accepted").first.wait_for()
        page.get_by_role("tab", name="Station").click()
        page.get_by_text("Power is on").wait_for()


def test_stations_come_and_go(world: Browsing) -> None:
    with world.tab(BRIGHT) as tab:
        tab.press("Add a station")
        form = tab.page.get_by_role("dialog", name="Add a station")
        form.get_by_label("identity *").fill("no/such name")
        tab.press("Add the station")
        form.get_by_text("identity", exact=False).first.wait_for()
        expect(form.locator(".q-field--error")).to_have_count(1)
        form.get_by_label("identity *").fill("NEW-1")
        tab.press("Add the station")
        tab.page.wait_for_url("**/?station=NEW-1")
        tab.sees("accepted")
        tab.view("Station")
        tab.page.get_by_text("Take this station away").click()
        tab.press("Remove NEW-1")
        tab.page.wait_for_url(f"{world.url}/")
        assert "NEW-1" not in {each.identity for each in tab.simulator.stations()}


def test_a_scenario_is_recorded_by_clicks(world: Browsing) -> None:
    with world.tab(BRIGHT) as tab:
        tab.view("Station")
        tab.press("Record")
        tab.sees("Records, 0 so far", "Scenario")
        tab.press("Go offline")
        tab.press("Go online")
        tab.sees("Records, 2 so far", "Scenario")
        tab.press("Stop recording")
        with tab.page.expect_download() as downloading:
            tab.press("Download scenario")
        scenario = tomllib.loads(downloading.value.path().read_text("utf-8"))
        assert "offline" in str(scenario)
