"""What a charging station is given besides its hardware and its store: where the CSMS is, and where
time, chance and connections come from.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random, SystemRandom
from typing import TypeAlias

from pilotwire.connection import Connector, Endpoint, OcppVersion, Versions
from pilotwire.connection.client import WebSocketConnector
from pilotwire.dialects import SPOKEN
from pilotwire.rpc import FrameTap, Validation
from pilotwire.station.clock import Clock, SystemClock
from pilotwire.station.provisioning.network_profiles import NetworkProfile

__all__ = [
    "AnyNetwork",
    "Environment",
    "Network",
    "by_profile",
    "endpoints",
    "security_profile_of",
]


@dataclass(frozen=True, slots=True)
class Network:
    """Where the CSMS is, and how it is spoken to. Nothing that prints it prints the password.

    Attributes:
        url: The URL of the CSMS without the station's identity, ws:// or wss://.
        versions: The OCPP versions to offer, in order of preference.
        password: The password of HTTP Basic authentication, if the CSMS wants one; bytes for an
            AuthorizationKey of 1.6 that is no text.
        unsecured: Whether security profile 0 will do: ws:// and no password. It is for trials, and
            for networks that others secure (2.x A00; 1.6 white paper 2). A loopback address needs
            no such word.
    """

    url: str
    versions: Versions = SPOKEN
    password: str | bytes | None = field(default=None, repr=False)
    unsecured: bool = False

    def endpoint(self, identity: str) -> Endpoint:
        """The CSMS as the station of that identity sees it.

        Raises:
            BadUrl: the URL can't be used.
            Unsecured: the connection would be, which nobody has allowed.
            ValueError: one of the others can't be used, or the identity.
        """
        versions = OcppVersion.parse_all(self.versions)
        return Endpoint(self.url, identity, versions, self.password, unsecured=self.unsecured)


AnyNetwork: TypeAlias = str | Network | Callable[[], Network]
"""A URL alone; or all that there is to say; or who says it at each attempt to connect."""


def endpoints(
    network: AnyNetwork, identity: str, versions: Versions | None = None
) -> Callable[[], Endpoint]:
    """What the endpoint is asked of at each attempt to connect; `versions` go with a URL alone.

    Raises:
        BadUrl, ValueError: as `Network.endpoint`, if it never changes; or there are versions that
            nobody asks for.
    """
    if isinstance(network, str):
        network = Network(network, SPOKEN if versions is None else versions)
    elif versions is not None:
        raise ValueError("the versions are the Network's to say, where there is one")
    if callable(network):
        return lambda: network().endpoint(identity)
    one = network.endpoint(identity)
    return lambda: one


def security_profile_of(endpoint: Endpoint, *, certified: bool) -> int:
    """The security profile of a connection (A00): 1 and 2 have a password, 3 a certificate of the
    station's.
    """
    if endpoint.password is None:
        return 3 if certified and endpoint.encrypted else 0
    return 2 if endpoint.encrypted else 1


def by_profile(own: Endpoint, profile: NetworkProfile) -> Endpoint:
    """Where a network profile leads to, and as whom; what it does not say is as elsewhere.

    Raises:
        BadUrl, ValueError: no connection can be made of it.
    """
    password = own.password if profile.password is None else profile.password
    secured = profile.security_profile in {1, 2}
    if secured and password is None:
        raise ValueError(f"security profile {profile.security_profile} wants a password")
    return replace(
        own,
        url=profile.url,
        identity=profile.identity or own.identity,
        password=password if secured else None,
    )


@dataclass(frozen=True, slots=True)
class Environment:
    """Where time, chance and connections come from, and who watches.

    Attributes:
        clock: The time of day at the start; the CSMS sets it right later.
        random: The source of ids and of the spread of reconnections.
        connector: What opens connections.
        tap: Sees every frame that goes out or comes in.
        validation: How what the CSMS says is judged; see `rpc.Validation`.
    """

    clock: Clock = field(default_factory=SystemClock)
    random: Random = field(default_factory=SystemRandom)
    connector: Connector = field(default_factory=WebSocketConnector)
    tap: FrameTap | None = None
    validation: Validation = "strict"
