"""The other end: what the simulator's own CSMS knows of the station, and has it do."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from nicegui import ui
from pydantic import JsonValue

from pilotwire.connection import OcppVersion
from pilotwire.csms.raw import ACTIONS
from pilotwire.simulator.errors import ActError
from pilotwire.simulator.page import bits, words
from pilotwire.simulator.page.explaining import problems_of
from pilotwire.simulator.page.form import Form
from pilotwire.simulator.page.hand import Hand
from pilotwire.simulator.views import CsmsStationView, CsmsView

__all__ = ["CsmsPanel", "commands_of"]

SESSIONS: Final = 20
EVENTS: Final = 10
_FIRST: Final[Mapping[OcppVersion, str]] = {OcppVersion.V1_6: "RemoteStartTransaction"}


class CsmsPanel:
    """The CSMS.

    Args:
        hand: Whose station it is about.
    """

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._version: OcppVersion | None = None
        self._action = ""
        self._form: Form | None = None
        self._known: CsmsStationView | None = None
        with ui.element("div").classes("pw-cards pw-cards-2"):
            with bits.Card("Send a command") as card:
                with card.head:
                    self._chip = bits.Chip("Not connected", "cloud_off", "warn")
                self._select = bits.select("Command", (), changed=self._choose, with_input=True)
                self._about = bits.Text("p", classes="pw-soft pw-small")
                self._place = ui.element("div")
                with ui.element("div").classes("pw-row"):
                    self._send = bits.button("Send", self._do_send, icon="send", kind="pw-main")
                    self._send.disable()
                self._answer = ui.element("div").props("role=status aria-live=polite")
            with bits.Card("What the CSMS knows"):
                self._facts = bits.Facts()
                self._records = ui.element("div").classes("pw-column")

    def show(self, view: CsmsView) -> None:
        """Show how it is now."""
        identity = self._hand.identity
        known = next((each for each in view.stations if each.identity == identity), None)
        connected = known is not None and known.connected and known.version is not None
        if known is not None and known.version is not None and known.version != self._version:
            self._speak(known.version)
        if connected:
            self._chip.show(f"OCPP {self._version}", "cloud_done", "good")
        else:
            self._chip.show("Not connected", "cloud_off", "warn")
        if self._send.enabled is not connected:
            self._send.set_enabled(connected)
        if known == self._known:
            return
        self._known = known
        self._facts.show({"Listens on": view.url, **_facts(known)})
        self._records.clear()
        if known is not None:
            with self._records:
                _records(known)

    # Commands.

    def _speak(self, version: OcppVersion) -> None:
        self._version = version
        names = commands_of(version)
        first = _FIRST.get(version, "RequestStartTransaction")
        # NiceGUI does not say of what the list is.
        self._select.set_options(  # pyright: ignore[reportUnknownMemberType]  # as above
            names, value=self._action if self._action in names else first
        )
        self._choose(self._select.value)

    def _choose(self, action: str | None) -> None:
        if self._version is None or action is None:
            return
        found = ACTIONS[self._version].get(action)
        if found is None:
            return
        self._action = action
        model = found.request
        self._about.say(" ".join((model.__doc__ or "").split()))
        self._place.clear()
        self._answer.clear()
        with self._place:
            self._form = Form(model, lambda document: problems_of(model, document), self._hand.now)

    async def _do_send(self) -> None:
        if self._form is None:
            return
        document = self._form.read()
        if document is None:
            return
        self._answer.clear()
        with self._answer:
            bits.Chip("Waiting for the answer", "hourglass_empty", "busy")
        try:
            answer = await self._hand.simulator.call(self._hand.identity, self._action, document)
        except ActError as error:
            self._show_answer("error", "bad", str(error), None)
        else:
            status = answer.get("status")
            tone: bits.Tone = "warn" if status in _UNWILLING else "good"
            said = f"{self._action}: {status}" if isinstance(status, str) else "Answered"
            self._show_answer("warning" if tone == "warn" else "check_circle", tone, said, answer)

    def _show_answer(
        self, icon: str, tone: bits.Tone, said: str, answer: Mapping[str, JsonValue] | None
    ) -> None:
        self._answer.clear()
        with self._answer:
            if answer is None:
                bits.Text("p", f"No answer: {said}", "pw-wrong pw-break")
                return
            bits.Chip(said, icon, tone)
            text = bits.Text("pre", bits.as_json(answer))
            text.classes("pw-json pw-mono").props("tabindex=0").style("margin-top: 8px")
            text.props["aria-label"] = "The answer as JSON"


_UNWILLING: Final = frozenset(
    {"Rejected", "NotSupported", "NotImplemented", "Failed", "UnknownVendorId", "UnlockFailed"}
)


def commands_of(version: OcppVersion) -> list[str]:
    """The requests that a CSMS of a version sends, by name."""
    table = ACTIONS[version]
    return sorted(
        name for name in table if table[name].from_csms and table[name].response is not None
    )


def _facts(known: CsmsStationView | None) -> dict[str, str | None]:
    if known is None:
        return {"Station": "was never there"}
    return {
        "Station": "connected" if known.connected else "not connected",
        "Registration": known.registration or "none yet",
        "Statuses": ", ".join(f"{where} {what}" for where, what in known.statuses.items()) or None,
    }


def _records(known: CsmsStationView) -> None:
    bits.Text("h3", "Sessions")
    if not known.sessions:
        bits.Text("p", "There were none yet.", "pw-empty")
    else:
        heads = ("Transaction", "EVSE", "Token", "Began", "Ended", "Energy")
        rows = [
            (
                str(each.transaction_id),
                str(each.evse_id or each.connector_id or bits.NOTHING),
                each.token or bits.NOTHING,
                words.clock_time(each.started),
                _ended(each.stopped, each.reason),
                words.energy(each.energy_wh),
            )
            for each in known.sessions[: -SESSIONS - 1 : -1]
        ]
        bits.table("Sessions, the newest first", heads, rows)
    if known.security_events:
        bits.Text("h3", "Security events")
        with ui.element("ul").classes("pw-small").style("padding-left: 18px"):
            for event in known.security_events[: -EVENTS - 1 : -1]:
                bits.Text("li", event)


def _ended(at: datetime | None, reason: str | None) -> str:
    if at is None:
        return "runs"
    return f"{words.clock_time(at)} {reason or ''}".strip()
