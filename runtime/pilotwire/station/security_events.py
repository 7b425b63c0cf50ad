"""Security events: what the CSMS must hear of the station's security (A04).

All of them are written into the security log (A04.FR.04). The standard's events are told if they
are critical (appendix 1); a maker's own always are. These wait in a lane of the outbox that is in
nothing's way, until the CSMS has them.

    StartupOfTheDevice, FirmwareUpdated      here, when the station starts; `firmware/`
    InvalidFirmwareSignature, InvalidFirmwareSigningCertificate         `firmware/`
    SettingSystemTime                        here, as the clock says so
    ResetOrReboot                            `provisioning/reset.py`
    MemoryExhaustion                         `station.py`, when the disk is full
    InvalidMessages                          here, as the connection says so
    ReconfigurationOfSecurityParameters      the password, certificates, the security profile
    FailedToAuthenticateAtCsms, InvalidCsmsCertificate,
    InvalidTLSVersion, InvalidTLSCipherSuite                `charging_station/handshake.py`
    InvalidChargingStationCertificate, DiscardedRenewedClientCertificate      `security/`

What else the standard lists only the application can see (tampering, maintenance), or OpenSSL ends
it before anybody does (replayed records).
"""

import logging
from datetime import timedelta
from typing import Final

from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import setting
from pilotwire.station.device_model.standard import ClockCtrlr
from pilotwire.station.facts.security import SecurityEventHappened
from pilotwire.station.vocabulary import CRITICAL_SECURITY_EVENTS, SecurityEvent
from pilotwire.store import SecurityLogEntry, StoreUnwritableError

__all__ = ["DEFINITIONS", "INFO_LENGTH", "SecurityEvents"]

log = logger(__name__)

DEFINITIONS = (setting(ClockCtrlr.TimeAdjustmentReportingThreshold, 20),)

EVENT_LENGTH: Final = 50
INFO_LENGTH: Final = 255

UNWRITTEN: Final = 100
"""How many events are remembered that can't be written; the oldest give way."""

_FIRMWARE: Final = "firmware_version"

_ROUTINE = frozenset({SecurityEvent.STARTUP_OF_THE_DEVICE, SecurityEvent.RESET_OR_REBOOT})
"""What is told, and alarms nobody."""

_ONLY_LOGGED = frozenset(SecurityEvent) - CRITICAL_SECURITY_EVENTS


class SecurityEvents:
    """Takes down what happens."""

    __slots__ = ("_core", "_unwritten")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._unwritten: list[SecurityEventHappened] = []
        core.clock.on_set = self._time_set

    def happened(self, event: str, info: str | None = None) -> None:
        """Something concerns security: a `SecurityEvent`, or a word of the maker's own.

        Raises:
            ValueError: the word has no or more than 50 characters, or `info` more than 255.
        """
        if not 0 < len(event) <= EVENT_LENGTH:
            raise ValueError(f"a security event has 1 to 50 characters, not {len(event)}")
        if info is not None and len(info) > INFO_LENGTH:
            raise ValueError(f"what is told of an event has 255 characters at most: {len(info)}")
        level = logging.INFO if event in _ROUTINE else logging.WARNING
        log.log(level, "security event %s: %s", printable(event), printable(info or "-"))
        clock = self._core.clock
        self._unwritten.append(
            SecurityEventHappened(
                event=event,
                info=info or None,
                timestamp=clock.now(),
                provisional=clock.provisional or None,
            )
        )
        del self._unwritten[:-UNWRITTEN]
        self.write()

    def started(self) -> None:
        """The station has booted, with other firmware than before if that is so."""
        self.happened(SecurityEvent.STARTUP_OF_THE_DEVICE)
        self.firmware_is(self._core.identity.firmware_version)

    def firmware_is(self, version: str | None, *, anew: bool = False) -> None:
        """This firmware runs; that it is another one than before, or was installed `anew`, is told
        (L01.FR.31).
        """
        records = self._core.records
        before = records.state.get(_FIRMWARE)
        if version is None or (version == before and not anew):
            return
        if before is not None:
            self.happened(SecurityEvent.FIRMWARE_UPDATED, f"{before} to {version}")
        try:
            with records.lazily():  # at worst it is told again
                records.state.set(_FIRMWARE, version)
        except StoreUnwritableError as error:
            log.error("which firmware ran is not kept: %s", error)  # noqa: TRY400 -- no traceback for a known failure

    def invalid_message(self, why: str) -> None:
        """The CSMS has sent what is no message."""
        self.happened(SecurityEvent.INVALID_MESSAGES, why[:INFO_LENGTH])

    def write(self) -> None:
        """Put on the disk what is not there yet. Of the room that is kept for transactions nothing
        is taken but to tell that it has come to that.
        """
        while self._unwritten:
            fact = self._unwritten[0]
            if self._core.records.low and fact.event != SecurityEvent.MEMORY_EXHAUSTION:
                return
            try:
                with self._core.records.atomic():
                    if fact.provisional:
                        self._core.transactions.undated()
                    self._core.records.security_log.add(
                        SecurityLogEntry(fact.timestamp, fact.event, fact.info),
                        provisional=bool(fact.provisional),
                    )
                    if fact.event not in _ONLY_LOGGED:
                        self._core.delivery.post(fact)
            except StoreUnwritableError as error:
                log.error("security event %s is not on the disk: %s", printable(fact.event), error)  # noqa: TRY400 -- no traceback for a known failure
                return
            del self._unwritten[0]

    def _time_set(self, difference: timedelta) -> None:
        """A little is corrected with each answer of the CSMS (appendix 1)."""
        self._date_unwritten(difference)
        seconds = difference.total_seconds()
        if abs(seconds) > self._core.device_model[ClockCtrlr.TimeAdjustmentReportingThreshold]:
            self.happened(SecurityEvent.SETTING_SYSTEM_TIME, f"by {seconds:+.0f} s")

    def _date_unwritten(self, difference: timedelta) -> None:
        """What happened before the time was known is dated anew, as what is on the disk is."""
        self._unwritten = [
            fact.shifted(difference) if fact.provisional else fact for fact in self._unwritten
        ]
