"""What carries files for each scheme of a URL, and which of them there are here.

A carrier knows its protocol alone. Limits, pace, files and progress are for those who ask it
(`downloading`, `uploading`). Its module, and the library that it needs, are imported for the first
transfer that needs them.
"""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol, TypeAlias, cast

from pilotwire.station.transfer.limits import TransferLimits
from pilotwire.station.transfer.location import Location
from pilotwire.station.transfer.trust import Trust

__all__ = [
    "EXTRA",
    "PIECE",
    "SCHEMES",
    "Carrier",
    "Carriers",
    "Downloaded",
    "Incoming",
    "Outgoing",
    "Progress",
    "Since",
    "installed",
]

PIECE: Final = 256 * 1024
"""Bytes that are read from a file, or written to it, at a time."""

EXTRA: Final = "the extra 'transfer' is missing: pip install 'pilotwire[transfer]'"

Progress: TypeAlias = Callable[[int, int | None], None]
"""Told how many bytes of the file are there, and how many it has; None where nobody knows."""


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A file that has come.

    Attributes:
        path: Where it is.
        size: Its bytes.
        resumed: How many of them were there before this attempt.
    """

    path: Path
    size: int
    resumed: int


@dataclass(frozen=True, slots=True)
class Since:
    """What is there of a file: so many bytes of the one that `validator` means."""

    length: int
    validator: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that comes.

    Attributes:
        start: The place in it of the first byte of `chunks`: 0, or what was asked for.
        size: The bytes of the whole file; None where the server does not say.
        validator: Changes when the file does; empty where nothing tells, so that nothing can go on
            later.
        chunks: What comes, as it comes.
    """

    start: int
    size: int | None
    validator: str
    chunks: AsyncIterator[bytes]


class Source(Protocol):
    """A file that goes, to those who send it."""

    name: str
    size: int

    @property
    def begun(self) -> bool:
        """Whether an earlier attempt has sent some of it."""
        ...

    def chunks(self, start: int = 0) -> AsyncIterator[bytes]:
        """Its bytes from there on; they are told as progress when the next are asked for."""
        ...


@dataclass(slots=True)
class Outgoing:
    """A file on its way to a server: it knows over several attempts whether something has arrived.

    Attributes:
        path: The file; it may not change any more.
        name: What it is called to the server.
        begun: Whether an attempt has sent some of it, so that another may go on where the server
            says that it ends.
    """

    path: Path
    name: str
    begun: bool = field(default=False)


class Carrier(Protocol):
    """Transfers files from and to the servers of a scheme."""

    def fetch(
        self, location: Location, since: Since | None
    ) -> AbstractAsyncContextManager[Incoming]:
        """Have a file come, from its beginning or from where it was cut.

        Raises:
            TransferError: at the beginning, or while it comes.
        """
        ...

    async def store(self, location: Location, source: Source) -> None:
        """Have a file go.

        Raises:
            TransferError: it did not get there.
        """
        ...


SCHEMES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "ftp": ("aioftp", "FtpCarrier"),
        "ftps": ("aioftp", "FtpCarrier"),
        "http": ("httpx", "HttpCarrier"),
        "https": ("httpx", "HttpCarrier"),
        "sftp": ("asyncssh", "SftpCarrier"),
    }
)
"""By scheme: the library that it needs, and the class of its carrier here."""

_MODULES: Final = {"aioftp": "ftp", "httpx": "http", "asyncssh": "sftp"}


class Carriers(Mapping[str, Carrier]):
    """The carriers by scheme, each made when it is first asked for, which may take long."""

    def __init__(self, trust: Trust, limits: TransferLimits) -> None:
        self._trust = trust
        self._limits = limits
        self._made: dict[str, Carrier] = {}
        self._schemes = tuple(
            scheme for scheme in installed() if scheme != "sftp" or trust.knows_hosts
        )

    def __getitem__(self, scheme: str) -> Carrier:
        if scheme not in self._schemes:
            raise KeyError(scheme)
        library, name = SCHEMES[scheme]
        if library not in self._made:
            module = import_module(f"pilotwire.station.transfer.{_MODULES[library]}")
            make = cast("Callable[[Trust, TransferLimits], Carrier]", getattr(module, name))
            self._made[library] = make(self._trust, self._limits)
        return self._made[library]

    def __contains__(self, scheme: object) -> bool:
        return scheme in self._schemes  # without making it

    def __iter__(self) -> Iterator[str]:
        return iter(self._schemes)

    def __len__(self) -> int:
        return len(self._schemes)


def installed() -> tuple[str, ...]:
    """The schemes whose libraries are installed."""
    return tuple(
        scheme for scheme, (library, _) in SCHEMES.items() if find_spec(library) is not None
    )
