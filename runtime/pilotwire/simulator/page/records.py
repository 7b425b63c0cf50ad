"""What the station keeps: charging profiles, reservations, certificates, firmware."""

from collections.abc import Sequence

from nicegui import ui

from pilotwire.simulator.page import bits, words
from pilotwire.simulator.page.hand import Hand
from pilotwire.simulator.views import (
    CertificateView,
    ProfileView,
    ReservationView,
    StationView,
)

__all__ = ["RecordsPanel"]


class RecordsPanel:
    """The records of a station.

    Args:
        hand: Where it is.
    """

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._shown: tuple[Sequence[ProfileView], Sequence[ReservationView]] | None = None
        self._certificates: Sequence[CertificateView] | None = None
        with ui.element("div").classes("pw-cards pw-cards-2"):
            with ui.element("div").classes("pw-stack"):
                with bits.Card("Charging profiles"):
                    self._profiles = ui.element("div").classes("pw-column")
                with bits.Card("Firmware"):
                    self._firmware = bits.Facts()
            with ui.element("div").classes("pw-stack"):
                with bits.Card("Reservations"):
                    self._reservations = ui.element("div").classes("pw-column")
                with bits.Card("Certificates"):
                    self._trusted = ui.element("div").classes("pw-column")

    def show(self, station: StationView, told: str | None) -> None:
        """Show how they are now; `told` is the latest that the CSMS was told of firmware."""
        self._firmware.show(
            {
                "Version": station.firmware_version or "not known",
                "Last told": told or "nothing lately",
                "Starts": str(station.starts),
            }
        )
        shown = (station.profiles, station.reservations)
        if shown == self._shown:
            return
        self._shown = shown
        self._profiles.clear()
        with self._profiles:
            _profiles(station.profiles)
        self._reservations.clear()
        with self._reservations:
            _reservations(station.reservations)

    async def show_certificates(self) -> None:
        """Show the certificates as they are now."""
        found = await self._hand.simulator.certificates(self._hand.identity)
        if found == self._certificates:
            return
        self._certificates = found
        self._trusted.clear()
        with self._trusted:
            if not found:
                bits.Text("p", "There are none.", "pw-empty")
            for each in found:
                with ui.element("div").classes("pw-note"):
                    bits.Text("h3", each.use)
                    facts = bits.Facts()
                    facts.show(
                        {
                            "Subject": each.subject,
                            "Issuer": each.issuer,
                            "Serial number": each.serial_number,
                            "Valid": f"{each.not_before:%Y-%m-%d} to {each.not_after:%Y-%m-%d}",
                        }
                    )


def _profiles(profiles: Sequence[ProfileView]) -> None:
    if not profiles:
        bits.Text("p", "There are none.", "pw-empty")
    for each in profiles:
        place = f"EVSE {each.evse_id}" if each.evse_id else "whole station"
        with ui.element("div").classes("pw-note"):
            bits.Text("h3", f"{each.purpose}, {place}")
            facts = bits.Facts()
            facts.show(
                {"Id": str(each.id), "Stack level": str(each.stack_level), "Set by": each.source}
            )
            with bits.Fold("As JSON"):
                text = bits.Text("pre", bits.as_json(each.profile))
                text.classes("pw-json pw-mono").props("tabindex=0")
                text.props["aria-label"] = f"Profile {each.id} as JSON"


def _reservations(reservations: Sequence[ReservationView]) -> None:
    if not reservations:
        bits.Text("p", "There are none.", "pw-empty")
        return
    rows = [
        (
            str(each.id),
            "any" if each.evse_id is None else str(each.evse_id),
            each.token,
            words.day_and_time(each.expires),
            each.connector_type or "any",
        )
        for each in reservations
    ]
    bits.table("Reservations", ("Id", "EVSE", "Token", "Expires", "Connector"), rows)
