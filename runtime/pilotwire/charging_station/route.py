"""Which CSMS is tried next: slot after slot of NetworkConfigurationPriority (B10)."""

from pilotwire.logs import logger
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.station.provisioning.network_profiles import Hop
from pilotwire.station.provisioning.networks import Networks

__all__ = ["Route"]

log = logger(__name__)


class Route:
    """The attempts of one run of the station, which begins at the first slot (B10.FR.04)."""

    __slots__ = ("_device_model", "_failures", "_hops", "_networks", "_there")

    def __init__(self, networks: Networks, device_model: DeviceModel) -> None:
        self._networks = networks
        self._device_model = device_model
        self._hops = self._round()
        self._failures = 0
        self._there = False
        """Whether the first hop is where the latest connection was made, whatever has become of
        its password since.
        """

    @property
    def hop(self) -> Hop:
        """Where to go now."""
        profiles = self._networks.profiles
        trial = profiles.trial
        if trial is not None:
            return trial
        return (profiles.active, profiles.worked) if self._there else self._hops[0]

    def failed(self) -> None:
        """No connection could be made there: after so many attempts the next slot has its turn
        (B10.FR.03), after the last one what worked last, and then all of them again (B10.FR.07 to
        FR.09). More security that can't be had is not tried again (1.6 white paper A05.FR.08).
        """
        self._failures += 1
        if self._failures < self._device_model[OCPPCommCtrlr.NetworkProfileConnectionAttempts]:
            return
        self._failures = 0
        if self._networks.profiles.trial is not None:
            log.error("the CSMS is not reached with the new security profile: back to the old one")
            self._networks.profiles.give_up_trial()
            return
        self._there = False
        self._hops = self._hops[1:] or self._round()

    def arrived(self) -> None:
        """A connection was made there: where it is lost, it is looked for there again."""
        self._failures = 0
        hop = self.hop
        self._networks.arrived(hop)
        profiles = self._networks.profiles
        _, here = hop
        self._hops = [hop, *(one for one in self._round() if one[1] not in (here, profiles.worked))]
        self._there = here in (profiles.worked, profiles.here)

    def _round(self) -> list[Hop]:
        profiles = self._networks.profiles
        there, lowest = profiles.slots, self._networks.lowest
        priority = self._device_model[OCPPCommCtrlr.NetworkConfigurationPriority]
        hops: list[Hop] = [
            (slot, profile)
            for slot in priority
            if slot in there
            for profile in [there[slot]]
            if profile is None or profile.security_profile >= lowest  # A00.FR.005
        ]
        worked = profiles.worked
        if worked not in [profile for _, profile in hops]:
            slots = [slot for slot, profile in there.items() if profile == worked]
            hops.append((slots[0] if slots else profiles.active, worked))
        return hops
