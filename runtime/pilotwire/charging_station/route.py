"""Which CSMS is tried next: slot after slot of NetworkConfigurationPriority (B10)."""

from pilotwire.logs import logger
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SecurityCtrlr
from pilotwire.station.provisioning.network_profiles import Hop, NetworkProfiles
from pilotwire.store import StoreUnwritableError

__all__ = ["Route"]

log = logger(__name__)


class Route:
    """The attempts of one run of the station, which begins at the first slot (B10.FR.04)."""

    __slots__ = ("_device_model", "_failures", "_hops", "_profiles")

    def __init__(self, profiles: NetworkProfiles, device_model: DeviceModel) -> None:
        self._profiles = profiles
        self._device_model = device_model
        self._hops = self._round()
        self._failures = 0

    @property
    def hop(self) -> Hop:
        """Where to go now."""
        return self._hops[0]

    def failed(self) -> None:
        """No connection could be made there: after so many attempts the next slot has its turn
        (B10.FR.03), after the last one what worked last, and then all of them again (B10.FR.07 to
        FR.09).
        """
        self._failures += 1
        if self._failures >= self._device_model[OCPPCommCtrlr.NetworkProfileConnectionAttempts]:
            self._failures = 0
            self._hops = self._hops[1:] or self._round()

    def arrived(self) -> None:
        """A connection was made there: where it is lost, it is looked for there again."""
        self._failures = 0
        if self._profiles.arrived(self.hop):
            self._raised()
        _, here = self.hop
        self._hops = [self.hop, *(hop for hop in self._round() if hop[1] != here)]

    def _raised(self) -> None:
        """What is of a lower security profile is not tried any more (A05.FR.06)."""
        model, there = self._device_model, self._profiles.slots
        model.state(SecurityCtrlr.SecurityProfile, self._profiles.security_profile)
        priority = model[OCPPCommCtrlr.NetworkConfigurationPriority]
        left = tuple(slot for slot in priority if slot in there)
        try:
            model[OCPPCommCtrlr.NetworkConfigurationPriority] = left or (self._profiles.active,)
        except StoreUnwritableError as error:
            log.error("the order of network profiles is not kept: %s", error)  # noqa: TRY400 -- the error says where and why

    def _round(self) -> list[Hop]:
        there = self._profiles.slots
        priority = self._device_model[OCPPCommCtrlr.NetworkConfigurationPriority]
        hops: list[Hop] = [(slot, there[slot]) for slot in priority if slot in there]
        worked = self._profiles.worked
        if worked not in [profile for _, profile in hops]:
            slots = [slot for slot, profile in there.items() if profile == worked]
            hops.append((slots[0] if slots else self._profiles.active, worked))
        return hops
