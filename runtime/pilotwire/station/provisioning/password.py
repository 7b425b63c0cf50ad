"""The password of Basic authentication, which the CSMS may change (A01).

What it was is kept, before the new one is, until the CSMS has taken the new one: the answer to the
change may be lost, and the CSMS not know of it.
"""

import asyncio
import json
from collections.abc import Callable
from typing import Final

from pilotwire.logs import logger
from pilotwire.ocpp.specs import Mutability
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import Component, Definition
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.device_model.standard import SecurityCtrlr
from pilotwire.station.provisioning.network_profiles import NetworkProfiles
from pilotwire.station.security_events import SecurityEvents
from pilotwire.station.vocabulary import SecurityEvent
from pilotwire.store import StationRecords, StoreUnwritableError

__all__ = [
    "AFTER_THE_ANSWER",
    "DEFINITIONS",
    "PasswordChanges",
    "Passwords",
    "as_octets",
    "is_password",
    "password_of",
]

log = logger(__name__)

_BEFORE: Final = "password_before"

SHORTEST: Final = 16
LONGEST: Final = 64
"""Characters of a password (A00.FR.205)."""

AFTER_THE_ANSWER: Final = 1.0
"""Seconds from a change to the connection that uses it: its answer must leave first."""


_OCTETS: Final = "\x02"
"""How a password begins that is no text: no text that a CSMS sets has such a character."""


def as_octets(digits: str) -> str:
    """A password that is so many octets, in hexadecimal digits, as the variable holds it."""
    return _OCTETS + digits


def is_password(text: str) -> bool:
    """Whether a text can be one (A00.FR.205)."""
    return SHORTEST <= len(text) <= LONGEST and text.isprintable()


def password_of(value: str) -> str | bytes:
    """The password that the variable holds."""
    return bytes.fromhex(value[1:]) if value.startswith(_OCTETS) else value


def _nobody() -> None:
    """Nobody is connected."""


DEFINITIONS = (
    Definition(
        spec=SecurityCtrlr.BasicAuthPassword,
        component=Component(SecurityCtrlr.BasicAuthPassword.component),
        mutability=Mutability.WRITE_ONLY,
        default=None,
    ),
)


class Passwords:
    """The passwords of one station, for all its runs: an empty text is the application's."""

    def __init__(self, records: StationRecords) -> None:
        self._records = records
        self._before = _read(records.state.get(_BEFORE))
        self._refused = False
        self.renew: Callable[[], None] = _nobody
        """Called when the connection is to be made anew with another password."""

    def next(self, device_model: DeviceModel) -> str | bytes:
        """The one to try next: the latest, or after it was refused the one before, in turns."""
        return password_of(self.now(device_model))

    def now(self, device_model: DeviceModel) -> str:
        """The same as the variable holds it."""
        latest = device_model.read(SecurityCtrlr.BasicAuthPassword) or ""
        return self._before if self._refused and self._before is not None else latest

    def remember(self, before: str) -> None:
        """This one worked, and another is about to take its place.

        Raises:
            StoreUnwritableError: it can't be kept.
        """
        with self._records.atomic():
            self._records.state.set(_BEFORE, json.dumps(before))
        self._before = before

    def refused(self) -> None:
        """The CSMS did not take the one that was tried."""
        self._refused = not self._refused

    def taken(self) -> None:
        """The CSMS took the one that was tried: if that is the latest, there is no way back."""
        if self._refused or self._before is None:
            return
        try:
            with self._records.lazily():
                self._records.state.remove(_BEFORE)
        except StoreUnwritableError as error:
            log.error("the password of before is not forgotten yet: %s", error)  # noqa: TRY400 -- the error says where and why
            return
        self._before = None

    def changed(self) -> None:
        """There is another one: it is tried first."""
        self._refused = False
        self.renew()


class PasswordChanges:
    """Follows changes of BasicAuthPassword."""

    __slots__ = ("_core", "_networks", "_passwords")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._passwords = core.application.find(Passwords) or Passwords(core.records)
        self._networks = core.application.find(NetworkProfiles)
        core.device_model.guard(SecurityCtrlr.BasicAuthPassword, self._about_to_change)
        core.device_model.watch(SecurityCtrlr.BasicAuthPassword, self._changed)

    def _about_to_change(self, new: str) -> None:
        if not new.startswith(_OCTETS) and not is_password(new):
            raise ValueError(f"a password is {SHORTEST} to {LONGEST} characters")
        before = self._passwords.now(self._core.device_model)
        try:
            with self._core.records.atomic():
                if self._networks is None:
                    self._passwords.remember(before)
                else:
                    self._passwords.remember(self._networks.here.password or before)
                    self._networks.forget_password()  # B09.FR.27: it counts there from now on
        except StoreUnwritableError as error:
            raise ValueError("it can't be kept") from error

    def _changed(self, new: str) -> None:
        """A01.FR.11, A01.FR.12."""
        del new
        self._core.blocks[SecurityEvents].happened(
            SecurityEvent.RECONFIGURATION_OF_SECURITY_PARAMETERS, "BasicAuthPassword"
        )

        async def renewed() -> None:
            self._passwords.changed()

        loop = asyncio.get_running_loop()
        loop.call_later(AFTER_THE_ANSWER, lambda: self._core.spawn(renewed()))


def _read(text: str | None) -> str | None:
    try:
        found: object = None if text is None else json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, str) else None
