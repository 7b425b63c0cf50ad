"""The password of Basic authentication, which the CSMS may change (A01).

What it was is kept, before the new one is, until the CSMS has taken the new one: the answer to the
change may be lost, and the CSMS not know of it. Answers to several changes may be lost before any
is put to use, and the CSMS may know any of them: at each place they are tried in turns.
"""

import asyncio
import json
from collections import Counter
from collections.abc import Callable
from typing import Final

from pydantic import TypeAdapter, ValidationError

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

MOST_BEFORE: Final = 5
"""How many are kept besides the latest: what has worked, and the newest of those that have not."""

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
        """The newest first; the last has worked."""
        self._refusals: Counter[str] = Counter()
        """How often what was tried was refused, by place."""
        self._place = ""
        self._tried: str | None = None
        self._works: str | None = None
        self.renew: Callable[[], None] = _nobody
        """Called when the connection is to be made anew with another password."""

    @staticmethod
    def latest(device_model: DeviceModel) -> str | bytes:
        """The one that counts."""
        return password_of(_latest(device_model))

    def next(
        self, device_model: DeviceModel, place: str, own: str | bytes | None
    ) -> str | bytes | None:
        """The one to try next at a place: the latest, or after it was refused there, those before,
        in turns; `own` is the application's, if it has any.
        """
        known = [_latest(device_model), *self._before]
        possible = known if own is not None else [each for each in known if each] or [""]
        self._place = place
        self._tried = possible[self._refusals[place] % len(possible)]
        return password_of(self._tried) or own

    def remember(self, device_model: DeviceModel, here: str | None) -> None:
        """Another is about to be the latest, and to count where the CSMS is now, whatever counted
        `here` alone before.

        Raises:
            StoreUnwritableError: it can't be kept.
        """
        known = [_latest(device_model), *self._before]
        works = here or (self._works if self._works in known else known[-1])
        before = [each for each in known if each != works][: MOST_BEFORE - 1]
        before.append(works)
        with self._records.atomic():
            self._records.state.set(_BEFORE, json.dumps(before))
        self._before = before

    def refused(self) -> None:
        """The CSMS did not take the one that was tried."""
        self._refusals[self._place] += 1

    def taken(self, device_model: DeviceModel) -> None:
        """The CSMS took the one that was tried: if that is the latest, there is no way back."""
        self._works = self._tried
        if self._tried != _latest(device_model) or not self._before:
            return
        try:
            with self._records.lazily():
                self._records.state.remove(_BEFORE)
        except StoreUnwritableError as error:
            log.error("the password of before is not forgotten yet: %s", error)  # noqa: TRY400 -- the error says where and why
            return
        self._before = []
        self._refusals.clear()

    def changed(self) -> None:
        """There is another one: it is tried first."""
        self._refusals.clear()
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
        try:
            with self._core.records.atomic():
                here = None if self._networks is None else self._networks.here.password
                self._passwords.remember(self._core.device_model, here)
                if self._networks is not None:
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


def _latest(device_model: DeviceModel) -> str:
    return device_model.read(SecurityCtrlr.BasicAuthPassword) or ""


def _read(text: str | None) -> list[str]:
    if text is None:
        return []
    try:
        return TypeAdapter(list[str]).validate_json(text)
    except ValidationError:
        log.error("the passwords of before are damaged, and forgotten")  # noqa: TRY400 -- its text would quote them
        return []
