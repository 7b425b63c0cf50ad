"""Which CSMSs the station may go to, and in which order: what the CSMS says of it (B09, B10), and
what follows from a connection (A05).
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import (
    LONGEST,
    Definition,
    LiveStation,
    RefusedValueError,
    setting,
    shown,
)
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SecurityCtrlr
from pilotwire.station.hooks import Hooks
from pilotwire.station.outcome import Outcome
from pilotwire.station.provisioning.conversation import Provisioning
from pilotwire.station.provisioning.network_fields import missing, values_of, with_values
from pilotwire.station.provisioning.network_profiles import (
    ANY_INTERFACE,
    BUILT_IN,
    CERTIFIED,
    ENCRYPTED,
    SLOTS,
    Contents,
    Hop,
    NetworkProfile,
    NetworkProfiles,
)
from pilotwire.station.provisioning.password import is_password
from pilotwire.station.security.certificates import Certificates
from pilotwire.station.security_events import SecurityEvents
from pilotwire.station.vocabulary import ReasonCode, SecurityEvent, SetNetworkProfileStatus
from pilotwire.store import StoreUnwritableError

__all__ = ["DEFINITIONS", "Networks"]

log = logger(__name__)

_DOWNGRADE: Final = 3, 2
"""The one step down that there may be, where the variable allows it (A00.FR.005)."""


def _active(station: LiveStation) -> int:
    return int(station.block(Networks).profiles.active)


DEFINITIONS = (
    setting(
        OCPPCommCtrlr.NetworkConfigurationPriority, (BUILT_IN,), values=SLOTS, never_empty=True
    ),
    setting(OCPPCommCtrlr.NetworkProfileConnectionAttempts, 3, minimum=1, maximum=1000),
    shown(OCPPCommCtrlr.ActiveNetworkProfile, live=_active),
    setting(SecurityCtrlr.AllowSecurityProfileDowngrade, False),
    shown(SecurityCtrlr.Identity, ""),
    shown(SecurityCtrlr.SecurityProfile, 0),
)


class Networks:
    """Lets the CSMS fill the slots and order them."""

    __slots__ = ("_core", "_here", "profiles")

    def __init__(self, core: Core) -> None:
        self._core = core
        self.profiles = core.application.find(NetworkProfiles) or NetworkProfiles(
            core.records, NetworkProfile("", 0, LONGEST, ANY_INTERFACE), _nothing
        )
        self._here: NetworkProfile | None = None
        """Where the latest connection of this run was made."""
        model = core.device_model
        priority = model.definition(OCPPCommCtrlr.NetworkConfigurationPriority)
        model.guard_together(priority, self._check_priority)

    # What is so.

    @property
    def lowest(self) -> int:
        """The lowest security profile that the station may go to (A00.FR.005)."""
        now, (high, low) = self.profiles.security_profile, _DOWNGRADE
        allowed = self._core.device_model[SecurityCtrlr.AllowSecurityProfileDowngrade]
        return low if allowed and now == high else now

    @property
    def joins(self) -> bool:
        """Whether anything here joins an APN or a VPN."""
        hooks = self._core.application.find(Hooks)
        return hooks is not None and hooks.network is not None

    def contents(self, slot: str) -> Contents | None:
        """What is in a slot; None where that is nothing."""
        if slot in self.profiles.slots and self.profiles.slots[slot] is None:
            return Contents(replace(self.profiles.own, message_timeout=self._timeout))
        return self.profiles.contents(slot)

    def draft(self, slot: str) -> Contents:
        """What is in a slot, or else what a profile begins as that is set piece by piece."""
        security = self.profiles.security_profile
        return self.contents(slot) or Contents(
            NetworkProfile("", security, self._timeout, ANY_INTERFACE)
        )

    @property
    def _timeout(self) -> int:
        return self._core.device_model[OCPPCommCtrlr.MessageTimeout_Default]

    @property
    def certified(self) -> bool:
        """Whether the station keeps certificates, without which there is no profile 3."""
        return self._store is not None

    @property
    def _store(self) -> Certificates | None:
        certificates = self._core.blocks.find(Certificates)
        return None if certificates is None or certificates.store is None else certificates

    # What the CSMS sets.

    def set(self, slot: int, profile: NetworkProfile) -> Outcome[SetNetworkProfileStatus]:
        """Fill a slot (B09)."""
        if str(slot) not in SLOTS:  # B09.FR.05
            return _rejected(ReasonCode.INVALID_CONF_SLOT, f"the slots are {', '.join(SLOTS)}")
        if profile.security_profile < self.lowest:  # B09.FR.04, B09.FR.31
            return _rejected(
                ReasonCode.NO_SECURITY_DOWNGRADE,
                f"the security profile is {self.profiles.security_profile} already",
            )
        wrong = self.wrong(profile)
        if wrong is not None:  # B09.FR.02
            return _rejected(ReasonCode.INVALID_NETWORK_CONF, wrong)
        try:
            self.profiles.fill(str(slot), profile)
        except StoreUnwritableError as error:  # B09.FR.03
            log.error("network profile %d is not kept: %s", slot, error)  # noqa: TRY400 -- the error says where and why
            return Outcome(SetNetworkProfileStatus.FAILED, ReasonCode.INTERNAL_ERROR)
        log.info("network profile %d leads to %s now", slot, printable(profile.url))
        return Outcome(SetNetworkProfileStatus.ACCEPTED)

    def wrong(self, profile: NetworkProfile) -> str | None:
        """Why no connection can be made of a profile; None where one can."""
        security = profile.security_profile
        if security > CERTIFIED:
            return "there is no such security profile"
        if security == CERTIFIED and not self.certified:
            return "no certificates are kept here"
        if profile.url.lower().startswith("wss:") is not (security >= ENCRYPTED):
            return f"security profile {security} is {'wss' if security >= ENCRYPTED else 'ws'}://"
        if not 1 <= profile.message_timeout <= LONGEST:
            return "messageTimeout is 1 s at least"
        if profile.password is not None and not is_password(profile.password):
            return "basicAuthPassword is no password"  # A00.FR.205
        if (profile.apn is not None or profile.vpn is not None) and not self.joins:
            return "nothing here joins an APN or a VPN"
        lacking = missing(profile)
        if lacking:
            return f"{', '.join(lacking)} not set"
        try:
            self.profiles.check(profile)
        except ValueError as error:
            return str(error)
        return None

    def lacks(self, profile: NetworkProfile) -> str | None:
        """What has to be installed before a profile can be used; None where all is there."""
        store = self._store  # without one the system's authorities are trusted
        security = profile.security_profile
        if security >= ENCRYPTED and store and not store.csms_roots:  # A05.FR.02
            return "a CSMS root, and none is installed"
        if security == CERTIFIED and not (store and store.own):  # A05.FR.03
            return "a certificate of the station"
        return None

    # Their order.

    def _check_priority(
        self, slots: tuple[str, ...], together: Mapping[Definition, object]
    ) -> None:
        """B10.FR.02; what the same request sets in the slots counts already."""
        profiles = self._as_set(slots, together)
        for slot, profile in profiles.items():
            if profile is not None and profile.security_profile < self.lowest:
                raise RefusedValueError(  # A05.FR.09, A05.FR.10
                    ReasonCode.NO_SECURITY_DOWNGRADE,
                    f"slot {slot} is of a lower security profile than {self.lowest}",
                )
        now = self._core.device_model[OCPPCommCtrlr.NetworkConfigurationPriority]
        only_removed = set(slots) < set(now)  # B09.FR.20
        for slot, profile in profiles.items():  # B09.FR.34
            if profile is None:
                raise _invalid(f"nothing is in slot {slot}")
            wrong, lacking = self.wrong(profile), self.lacks(profile)
            if wrong is not None and not only_removed:
                raise _invalid(f"slot {slot}: {wrong}")
            if lacking is not None:  # A05.FR.02, A05.FR.03
                raise _invalid(f"slot {slot} wants {lacking}")

    def _as_set(
        self, slots: tuple[str, ...], together: Mapping[Definition, object]
    ) -> dict[str, NetworkProfile | None]:
        """What is in slots, but for that of the application."""
        found: dict[str, NetworkProfile | None] = {}
        for slot in slots:
            values = values_of(slot, together)
            if values:
                found[slot] = with_values(self.draft(slot), values).profile
            elif self.profiles.slots.get(slot, _EMPTY) is not None:
                contents = self.profiles.contents(slot)
                found[slot] = None if contents is None else contents.profile
        return found

    # What comes of it.

    def arrived(self, hop: Hop) -> None:
        """A connection was made there."""
        self._ask_again(hop)
        model, profiles = self._core.device_model, self.profiles
        changed = profiles.arrived(hop)
        here = profiles.here
        # B09.FR.28. The password is not copied: it counts there anyway, and nobody reads it.
        model.state(SecurityCtrlr.Identity, here.identity or self._core.records.identity)
        if not changed:
            return
        model.state(SecurityCtrlr.SecurityProfile, profiles.security_profile)
        self._core.blocks[SecurityEvents].happened(
            SecurityEvent.RECONFIGURATION_OF_SECURITY_PARAMETERS, "SecurityProfile"
        )
        priority = model[OCPPCommCtrlr.NetworkConfigurationPriority]
        left = tuple(slot for slot in priority if slot in profiles.slots)  # A05.FR.06
        try:
            model[OCPPCommCtrlr.NetworkConfigurationPriority] = left or (profiles.active,)
        except StoreUnwritableError as error:
            log.error("the order of network profiles is not kept: %s", error)  # noqa: TRY400 -- the error says where and why

    def _ask_again(self, hop: Hop) -> None:
        """Another profile may lead to another CSMS, which has accepted nobody yet (B10.FR.10); more
        security leads to the same.
        """
        _, profile = hop
        now = self.profiles.own if profile is None else profile
        before, self._here = self._here, now
        if before is None or hop == self.profiles.trial:
            return
        if (now.url, now.identity) != (before.url, before.identity):
            self._core.blocks[Provisioning].ask_again()


_EMPTY: Final = object()


def _nothing(_: NetworkProfile) -> None:
    """Any will do."""


def _rejected(reason: ReasonCode, text: str) -> Outcome[SetNetworkProfileStatus]:
    return Outcome(SetNetworkProfileStatus.REJECTED, reason, text)


def _invalid(text: str) -> RefusedValueError:
    return RefusedValueError(ReasonCode.INVALID_NETWORK_CONF, text)
