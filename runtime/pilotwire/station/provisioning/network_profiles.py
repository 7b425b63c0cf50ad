"""Where CSMSs are to be found: what is in the slots (B09), and what has worked of it.

Slot 1 is the application's until the CSMS fills it. What worked last is remembered beside the
slots, whatever becomes of them: there is always a way back to a CSMS that was once reached.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from pydantic import JsonValue, TypeAdapter, ValidationError

from pilotwire.logs import logger
from pilotwire.store import StationRecords, StoreUnwritableError

__all__ = [
    "ANY_INTERFACE",
    "BUILT_IN",
    "CERTIFIED",
    "ENCRYPTED",
    "SLOTS",
    "Contents",
    "Hop",
    "NetworkProfile",
    "NetworkProfiles",
    "secured_url",
]

log = logger(__name__)

SLOTS: Final = ("1", "2", "3")
BUILT_IN: Final = "1"
"""The slot of what the application says."""

ENCRYPTED: Final = 2
"""The lowest security profile with TLS."""
CERTIFIED: Final = 3
"""The highest security profile, in which the station shows a certificate."""

ANY_INTERFACE: Final = "Any"

_KEPT: Final = "network"

Fields: TypeAlias = dict[str, JsonValue]
"""What is said of an APN or a VPN, in the words of the wire."""


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
        version: The version of OCPP, as the CSMS has said it; which one is spoken is negotiated.
    """

    url: str
    security_profile: int
    message_timeout: int
    interface: str
    identity: str | None = None
    password: str | None = field(default=None, repr=False)
    apn: Fields | None = field(default=None, repr=False)
    vpn: Fields | None = field(default=None, repr=False)
    version: str | None = None


Hop: TypeAlias = tuple[str, NetworkProfile | None]
"""A slot, and what is in it; None where that is for the application to say."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a slot holds.

    Attributes:
        profile: The profile; its URL is empty as long as the CSMS has not set it.
        idle: What is set of an APN ("apn") or a VPN ("vpn") that is not enabled.
    """

    profile: NetworkProfile
    idle: Mapping[str, Fields] = field(default_factory=dict[str, Fields], repr=False)


@dataclass(slots=True)
class _Book:
    """What is kept of all this."""

    profiles: dict[str, NetworkProfile] = field(default_factory=dict[str, NetworkProfile])
    built_in: bool = True
    """Whether slot 1 is the application's, or else empty or filled."""
    worked: NetworkProfile | None = None
    """What worked last; None is what the application says."""
    security_profile: int | None = None
    """The one in use, where it is not the application's."""
    own_raised: int = 0
    """The security profile to which the CSMS has raised what the application says."""
    trial: int | None = None
    """A higher one that is to be tried where the station was connected last."""
    idle: dict[str, dict[str, Fields]] = field(default_factory=dict[str, dict[str, Fields]])
    """By slot, what `Contents` holds beside the profile."""


class NetworkProfiles:
    """The slots of one station, for all its runs.

    Args:
        records: Where they are kept.
        own: What the application says.
        check: Raises ValueError for a profile that no connection can be made of.
    """

    def __init__(
        self,
        records: StationRecords,
        own: NetworkProfile,
        check: Callable[[NetworkProfile], object],
    ) -> None:
        self._records = records
        self._own = own
        self.check = check
        self._book = _read(records.state.get(_KEPT))
        self.active = BUILT_IN
        """The slot of the latest connection."""
        self.renew: Callable[[], None] = _nobody
        """Called when the connection is to be made anew."""

    @property
    def security_profile(self) -> int:
        """The security profile in use."""
        kept = self._book.security_profile
        own = max(self._own.security_profile, self._book.own_raised)
        return own if kept is None else kept

    @property
    def slots(self) -> Mapping[str, NetworkProfile | None]:
        """Those that hold something."""
        built_in: dict[str, NetworkProfile | None] = {BUILT_IN: None} if self._book.built_in else {}
        return {**built_in, **self._book.profiles}

    @property
    def worked(self) -> NetworkProfile | None:
        """What worked last; None is what the application says."""
        return self._book.worked

    @property
    def here(self) -> NetworkProfile:
        """What worked last, whoever says it."""
        return self.own if self._book.worked is None else self._book.worked

    # What the application says.

    @property
    def own(self) -> NetworkProfile:
        """What the application says, with the security that the CSMS has raised it to."""
        security = self._own_security
        if security == self._own.security_profile:
            return self._own
        return replace(
            self._own, url=secured_url(self._own.url, security), security_profile=security
        )

    @property
    def own_raised(self) -> bool:
        """Whether the CSMS has raised the security of what the application says."""
        return self._own_security > self._own.security_profile

    @property
    def _own_security(self) -> int:
        book = self._book
        trial = book.trial if book.trial is not None and book.worked is None else 0
        return max(self._own.security_profile, book.own_raised, trial)

    def own_moved(self, url: str) -> None:
        """The application says another URL, or the same."""
        self._own = replace(self._own, url=url)

    # What the CSMS says.

    def contents(self, slot: str) -> Contents | None:
        """What the CSMS has put into a slot."""
        profile = self._book.profiles.get(slot)
        return None if profile is None else Contents(profile, self._book.idle.get(slot, {}))

    def fill(self, slot: str, profile: NetworkProfile) -> None:
        """Put a profile into a slot.

        Raises:
            StoreUnwritableError: it can't be kept.
        """
        self._filled({slot: Contents(profile)})()

    def write(self, contents: Mapping[str, Contents]) -> Callable[[], None]:
        """Put into slots, within the commit that is open; what is to be done once it is made.

        Raises:
            StoreUnwritableError: it can't be kept.
        """
        return self._filled(contents)

    def _filled(self, contents: Mapping[str, Contents]) -> Callable[[], None]:
        book = replace(
            self._book,
            profiles=self._book.profiles | {slot: each.profile for slot, each in contents.items()},
            idle=self._book.idle | {slot: dict(each.idle) for slot, each in contents.items()},
            built_in=self._book.built_in and BUILT_IN not in contents,
        )
        self._write(book)

        def kept() -> None:
            self._book = book

        return kept

    def forget_password(self) -> None:
        """The station's password counts on the connection that stands, and not one of its profile
        (B09.FR.27 as of the errata). Within a commit that is open it is a part of that.

        Raises:
            StoreUnwritableError: it can't be kept.
        """
        worked, profiles = self._book.worked, dict(self._book.profiles)
        if worked is not None:
            worked = replace(worked, password=None)
        if self.active in profiles:
            profiles[self.active] = replace(profiles[self.active], password=None)
        self._keep(replace(self._book, worked=worked, profiles=profiles))

    # What comes of it.

    @property
    def trial(self) -> Hop | None:
        """What is to be tried before all others: where the station is, with more security."""
        wanted = self._book.trial
        if wanted is None or wanted <= self.security_profile:
            return None
        worked = self._book.worked
        if worked is None:
            return self.active, None  # `own` has it
        url = secured_url(worked.url, wanted)
        return self.active, replace(worked, url=url, security_profile=wanted)

    def try_out(self, security_profile: int) -> None:
        """Let a higher security profile be tried.

        Raises:
            StoreUnwritableError: it can't be kept.
        """
        self._keep(replace(self._book, trial=security_profile))

    def give_up_trial(self) -> None:
        """It did not work."""
        book = replace(self._book, trial=None)
        try:
            self._keep(book)
        except StoreUnwritableError as error:
            log.error("that a trial has failed is not kept: %s", error)  # noqa: TRY400 -- the error says where and why
            self._book = book

    def arrived(self, hop: Hop) -> bool:
        """A connection was made there. Whether that changed the security profile: where it was
        raised, what is of a lower one is gone now (A05.FR.06).
        """
        slot, profile = hop
        tried = hop == self.trial
        self.active = slot
        before = self.security_profile
        security = self._own_security if profile is None else profile.security_profile
        book = self._book
        if tried and profile is None:
            book = replace(book, own_raised=security, trial=None)
        elif tried and profile is not None:
            profiles = {**book.profiles, slot: profile}
            book = replace(book, worked=profile, profiles=profiles, trial=None)
        elif profile != book.worked:
            book = replace(book, worked=profile)
        if security != before:
            book = replace(book, security_profile=security)
        if security > before:
            own = max(self._own.security_profile, book.own_raised)
            left = {s: one for s, one in book.profiles.items() if one.security_profile >= security}
            book = replace(book, profiles=left, built_in=book.built_in and own >= security)
        if book is self._book:
            return False
        try:
            self._keep(book)
        except StoreUnwritableError as error:
            log.error("which network profile works is not kept: %s", error)  # noqa: TRY400 -- the error says where and why
            return False
        return security != before

    def _keep(self, book: _Book) -> None:
        self._write(book)
        self._book = book

    def _write(self, book: _Book) -> None:
        with self._records.atomic():
            self._records.state.set(_KEPT, json.dumps(asdict(book)))


def secured_url(url: str, security_profile: int) -> str:
    """The URL of a CSMS under a security profile: with TLS from 2 on.

    The host stays, and so does a port that is named, since one port is for both in most places; but
    for port 80, behind which there is no TLS: the one of wss takes its place.
    """
    parts = urlsplit(url)
    if security_profile < ENCRYPTED or parts.scheme != "ws":
        return url
    return parts._replace(scheme="wss", netloc=parts.netloc.removesuffix(":80")).geturl()


def _nobody() -> None:
    """Nobody is connected."""


def _read(text: str | None) -> _Book:
    if text is None:
        return _Book()
    try:
        return TypeAdapter(_Book).validate_json(text)
    except ValidationError:
        log.error("the network profiles that were kept are damaged: only the application's is left")  # noqa: TRY400 -- its text would quote passwords
        return _Book()
