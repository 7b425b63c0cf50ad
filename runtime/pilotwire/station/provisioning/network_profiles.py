"""Where CSMSs are to be found: the slots that the CSMS fills (B09), and which of them are tried in
which order (B10).

Slot 1 is the application's until the CSMS fills it. What worked last is remembered beside the
slots, whatever becomes of them: there is always a way back to a CSMS that was once reached.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Final, TypeAlias

from pydantic import JsonValue, TypeAdapter, ValidationError

from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import LONGEST, LiveStation, setting, shown
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.station.hooks import Hooks
from pilotwire.station.outcome import Outcome
from pilotwire.station.security.certificates import Certificates
from pilotwire.station.vocabulary import ReasonCode, SetNetworkProfileStatus
from pilotwire.store import StationRecords, StoreUnwritableError

__all__ = [
    "BUILT_IN",
    "DEFINITIONS",
    "SLOTS",
    "Hop",
    "NetworkProfile",
    "NetworkProfiles",
    "Networks",
]

log = logger(__name__)

SLOTS: Final = ("1", "2", "3")
BUILT_IN: Final = "1"
"""The slot of what the application says."""

_KEPT: Final = "network"
_CERTIFIED: Final = 3
"""The highest security profile, in which the station shows a certificate."""


@dataclass(frozen=True, slots=True)
class NetworkProfile:
    """How a CSMS is reached. Nothing that prints it prints a secret.

    Attributes:
        url: Its URL, without the station's identity.
        security_profile: 0 to 3.
        message_timeout: Seconds to wait for an answer.
        interface: The network interface, in OCPP's words: "Wired0", "Any".
        identity: Who the station is there, if not who it is elsewhere (2.1).
        password: The password of Basic authentication there, if not the station's (2.1).
        apn: How the mobile network is joined, as the CSMS has said it.
        vpn: The same of a virtual private network.
    """

    url: str
    security_profile: int
    message_timeout: int
    interface: str
    identity: str | None = None
    password: str | None = field(default=None, repr=False)
    apn: dict[str, JsonValue] | None = field(default=None, repr=False)
    vpn: dict[str, JsonValue] | None = field(default=None, repr=False)


Hop: TypeAlias = tuple[str, NetworkProfile | None]
"""A slot, and what is in it; None where that is for the application to say."""


@dataclass(slots=True)
class _Book:
    """What is kept of all this."""

    profiles: dict[str, NetworkProfile] = field(default_factory=dict[str, NetworkProfile])
    built_in: bool = True
    """Whether slot 1 is the application's, or else empty or filled."""
    worked: NetworkProfile | None = None
    """What worked last; None is what the application says."""
    security_profile: int | None = None
    """The highest that has worked."""


class NetworkProfiles:
    """The slots of one station, for all its runs.

    Args:
        records: Where they are kept.
        security_profile: That of what the application says.
        check: Raises ValueError for a profile that no connection can be made of.
    """

    def __init__(
        self,
        records: StationRecords,
        security_profile: int,
        check: Callable[[NetworkProfile], object],
    ) -> None:
        self._records = records
        self._own_security = security_profile
        self.check = check
        self._book = _read(records.state.get(_KEPT))
        self.active = BUILT_IN
        """The slot of the latest connection."""

    @property
    def security_profile(self) -> int:
        """The security profile below which the station does not go any more."""
        kept = self._book.security_profile
        return self._own_security if kept is None else kept

    @property
    def slots(self) -> Mapping[str, NetworkProfile | None]:
        """Those that hold something."""
        built_in: dict[str, NetworkProfile | None] = {BUILT_IN: None} if self._book.built_in else {}
        return {**built_in, **self._book.profiles}

    @property
    def worked(self) -> NetworkProfile | None:
        """What worked last; None is what the application says."""
        return self._book.worked

    def fill(self, slot: str, profile: NetworkProfile) -> None:
        """Put a profile into a slot.

        Raises:
            StoreUnwritableError: it can't be kept.
        """
        profiles = {**self._book.profiles, slot: profile}
        built_in = self._book.built_in and slot != BUILT_IN
        self._keep(replace(self._book, profiles=profiles, built_in=built_in))

    def forget_passwords(self) -> None:
        """The station has one password again, everywhere (B09.FR.27)."""
        profiles = {
            slot: replace(each, password=None) for slot, each in self._book.profiles.items()
        }
        if profiles != self._book.profiles:
            try:
                self._keep(replace(self._book, profiles=profiles))
            except StoreUnwritableError as error:
                log.error("passwords of network profiles are not forgotten: %s", error)  # noqa: TRY400 -- the error says where and why

    def arrived(self, hop: Hop) -> bool:
        """A connection was made there. Whether that raised the security profile: what is of a lower
        one is gone now (A05.FR.06).
        """
        slot, profile = hop
        self.active = slot
        security = self._own_security if profile is None else profile.security_profile
        raised = security > self.security_profile
        if not raised and profile == self._book.worked:
            return False
        book = replace(self._book, worked=profile)
        if raised:
            book.profiles = {
                slot: each
                for slot, each in book.profiles.items()
                if each.security_profile >= security
            }
            book.built_in = book.built_in and self._own_security >= security
            book.security_profile = security
        try:
            self._keep(book)
        except StoreUnwritableError as error:
            log.error("which network profile works is not kept: %s", error)  # noqa: TRY400 -- the error says where and why
            return False
        return raised

    def _keep(self, book: _Book) -> None:
        with self._records.atomic():
            self._records.state.set(_KEPT, json.dumps(asdict(book)))
        self._book = book


def _read(text: str | None) -> _Book:
    if text is None:
        return _Book()
    try:
        return TypeAdapter(_Book).validate_json(text)
    except ValidationError:
        log.error("the network profiles that were kept are damaged: only the application's is left")  # noqa: TRY400 -- its text would quote passwords
        return _Book()


def _active(station: LiveStation) -> int:
    return int(station.block(Networks).profiles.active)


DEFINITIONS = (
    setting(
        OCPPCommCtrlr.NetworkConfigurationPriority,
        (BUILT_IN,),
        values=SLOTS,
        never_empty=True,
        reboot_required=True,
    ),
    setting(OCPPCommCtrlr.NetworkProfileConnectionAttempts, 3, minimum=1, maximum=1000),
    shown(OCPPCommCtrlr.ActiveNetworkProfile, live=_active),
)


class Networks:
    """Lets the CSMS fill the slots and order them."""

    __slots__ = ("_core", "profiles")

    def __init__(self, core: Core) -> None:
        self._core = core
        self.profiles = core.application.find(NetworkProfiles) or NetworkProfiles(
            core.records, 0, _nothing
        )
        core.device_model.guard(OCPPCommCtrlr.NetworkConfigurationPriority, self._check_priority)

    def set(self, slot: int, profile: NetworkProfile) -> Outcome[SetNetworkProfileStatus]:
        """Fill a slot (B09)."""
        if str(slot) not in SLOTS:  # B09.FR.05
            return _rejected(ReasonCode.INVALID_NETWORK_CONF, f"the slots are {', '.join(SLOTS)}")
        lowest = self.profiles.security_profile
        if profile.security_profile < lowest:  # B09.FR.04
            return _rejected(
                ReasonCode.NO_SECURITY_DOWNGRADE, f"the security profile is {lowest} already"
            )
        wrong = self._wrong(profile)
        if wrong is not None:  # B09.FR.02
            return wrong
        try:
            self.profiles.fill(str(slot), profile)
        except StoreUnwritableError as error:  # B09.FR.03
            log.error("network profile %d is not kept: %s", slot, error)  # noqa: TRY400 -- the error says where and why
            return Outcome(SetNetworkProfileStatus.FAILED, ReasonCode.INTERNAL_ERROR)
        log.info("network profile %d leads to %s now", slot, printable(profile.url))
        return Outcome(SetNetworkProfileStatus.ACCEPTED)

    def _wrong(self, profile: NetworkProfile) -> Outcome[SetNetworkProfileStatus] | None:
        if profile.security_profile == _CERTIFIED and self._store is None:
            return _rejected(ReasonCode.INVALID_NETWORK_CONF, "no certificates are kept here")
        encrypted = profile.url.lower().startswith("wss:")
        if profile.security_profile > _CERTIFIED:
            return _rejected(ReasonCode.INVALID_NETWORK_CONF, "there is no such security profile")
        if encrypted is not (profile.security_profile > 1):
            return _rejected(
                ReasonCode.INVALID_URL,
                f"security profile {profile.security_profile} is"
                f" {'wss' if profile.security_profile > 1 else 'ws'}://",
            )
        if not 1 <= profile.message_timeout <= LONGEST:
            return _rejected(ReasonCode.INVALID_NETWORK_CONF, "messageTimeout is 1 s at least")
        hooks = self._core.application.find(Hooks)
        if (profile.apn or profile.vpn) and (hooks is None or hooks.network is None):
            return _rejected(ReasonCode.UNSUPPORTED_PARAM, "nothing here joins an APN or a VPN")
        try:
            self.profiles.check(profile)
        except ValueError as error:
            return _rejected(ReasonCode.INVALID_NETWORK_CONF, str(error))
        return None

    def _check_priority(self, slots: tuple[str, ...]) -> None:
        """B10.FR.02, A05.FR.10."""
        there = self.profiles.slots
        lowest = self.profiles.security_profile
        for slot in slots:
            if slot not in there:
                raise ValueError(f"nothing is in slot {slot}")
            profile = there[slot]
            if profile is None:
                continue
            if profile.security_profile < lowest:
                raise ValueError(f"slot {slot} is of a lower security profile than {lowest}")
            store = self._store  # without one the system's authorities are trusted
            if profile.security_profile > 1 and store and not store.csms_roots:  # A05.FR.02
                raise ValueError(f"slot {slot} wants a CSMS root, and none is installed")
            if profile.security_profile == _CERTIFIED and not (store and store.own):  # A05.FR.03
                raise ValueError(f"slot {slot} wants a certificate of the station")

    @property
    def _store(self) -> Certificates | None:
        certificates = self._core.blocks.find(Certificates)
        return None if certificates is None or certificates.store is None else certificates


def _nothing(_: NetworkProfile) -> None:
    """Any will do."""


def _rejected(reason: ReasonCode, text: str) -> Outcome[SetNetworkProfileStatus]:
    return Outcome(SetNetworkProfileStatus.REJECTED, reason, text)
