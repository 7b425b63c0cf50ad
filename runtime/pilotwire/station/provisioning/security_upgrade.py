"""A higher security profile without another network profile: 1.6 has it (white paper A05).

The station goes where it is connected, with more security. It comes back to the security that it
had where that can't be reached as often as NetworkProfileConnectionAttempts says.
"""

from dataclasses import replace

from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.outcome import Outcome
from pilotwire.station.provisioning.network_profiles import CERTIFIED, secured_url
from pilotwire.station.provisioning.networks import Networks
from pilotwire.station.vocabulary import ReasonCode, SetVariableStatus
from pilotwire.store import StoreUnwritableError

__all__ = ["SecurityUpgrades"]

log = logger(__name__)


class SecurityUpgrades:
    """Raises the security profile for the CSMS; never lowers it, whatever a variable says."""

    __slots__ = ("_networks",)

    def __init__(self, core: Core) -> None:
        self._networks = core.blocks[Networks]

    def upgrade(self, wanted: int) -> Outcome[SetVariableStatus]:
        """Let another security profile be used from the next connection on, which is made once the
        answer has left.
        """
        networks, profiles = self._networks, self._networks.profiles
        if wanted <= profiles.security_profile:  # A05.FR.01
            return _rejected(
                ReasonCode.NO_SECURITY_DOWNGRADE,
                f"the security profile is {profiles.security_profile} already",
            )
        if wanted > CERTIFIED:
            return _rejected(ReasonCode.INVALID_VALUE, "there is no such security profile")
        here = profiles.here
        url = secured_url(here.url, wanted)
        profile = replace(here, url=url, security_profile=wanted)
        wrong, lacking = networks.wrong(profile), networks.lacks(profile)
        if wrong is not None:  # A05.FR.02
            return _rejected(ReasonCode.INVALID_NETWORK_CONF, wrong)
        if lacking is not None:  # A05.FR.03, A05.FR.04
            return _rejected(ReasonCode.INVALID_NETWORK_CONF, f"it wants {lacking}")
        try:
            profiles.try_out(wanted)
        except StoreUnwritableError as error:
            log.error("a security profile is not kept: %s", error)  # noqa: TRY400 -- the error says where and why
            return _rejected(ReasonCode.INTERNAL_ERROR, "it can't be kept")
        return Outcome(SetVariableStatus.ACCEPTED, once_sent=profiles.renew)  # A05.FR.05, A05.FR.06


def _rejected(reason: ReasonCode, text: str) -> Outcome[SetVariableStatus]:
    log.warning("the security profile is not raised: %s", text)
    return Outcome(SetVariableStatus.REJECTED, reason, text)
