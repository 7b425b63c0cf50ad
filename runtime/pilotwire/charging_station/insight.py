"""What the CSMS has had a station keep, and its settings in the words of OCPP 1.6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pilotwire.charging_station.errors import NotConnectedError
from pilotwire.dialects.application import Application
from pilotwire.station.reservation.block import Reservations
from pilotwire.station.reservation.reservation import Reservation
from pilotwire.station.smart_charging.profiles import ChargingProfiles, Installed
from pilotwire.station.station import Station
from pilotwire.station.vocabulary import SetVariableStatus

if TYPE_CHECKING:
    from pilotwire.dialects import Dialect
    from pilotwire.ocpp import v16

__all__ = ["Insight"]


class Insight:
    """The part of `ChargingStation` that shows what others have set."""

    _station: Station | None

    @property
    def reservations(self) -> tuple[Reservation, ...]:
        """The reservations that stand (H); none while the station does not run."""
        return () if self._station is None else tuple(self._station.block(Reservations).standing)

    @property
    def charging_profiles(self) -> tuple[Installed, ...]:
        """The charging profiles that are installed, whoever has set them (K01), by their ids; none
        while the station does not run.
        """
        return () if self._station is None else tuple(self._station.block(ChargingProfiles))

    def configuration_keys(self) -> list[v16.KeyValue]:
        """The configuration keys of 1.6 (1.6 9), whatever version is spoken now.

        Raises:
            NotConnectedError: the station does not run.
        """
        from pilotwire.dialects.v16.configuration import shown_keys

        return shown_keys(self._in_words_of_16())

    def change_configuration(self, key: str, value: str) -> SetVariableStatus:
        """Change a configuration key of 1.6, as somebody at the station's own display would: with
        what the CSMS could be answered (1.6 5.3).

        Raises:
            NotConnectedError: the station does not run.
        """
        from pilotwire.dialects.v16.configuration import change_key

        dialect = self._in_words_of_16()
        outcome = change_key(dialect, key, value)
        outcome.once_sent()
        return outcome.status

    def _in_words_of_16(self) -> Dialect:
        from pilotwire.dialects.v16.dialect import Dialect16

        if self._station is None:
            raise NotConnectedError("the station does not run")
        return Dialect16(self._station, Application())
