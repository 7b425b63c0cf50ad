"""Where a file is, or is to go: a URL that was read once.

Whoever may write the URL says what the station connects to, and with which password. So a location
prints neither user nor password nor query, which may be a key to the file; and nothing in it can
become a second command of FTP, or a path on this station.
"""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from pilotwire.foreign import printable
from pilotwire.station.transfer.errors import BadLocationError

__all__ = ["DEFAULT_PORTS", "LONGEST", "Location"]

LONGEST: Final = 2000
"""Characters of a location in 2.1; earlier versions have fewer."""

DEFAULT_PORTS: Final = {"ftp": 21, "ftps": 990, "http": 80, "https": 443, "sftp": 22}
"""By scheme: those that there can be."""

SECURED: Final = frozenset({"ftps", "https", "sftp"})

_PLAIN: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+ -]{0,127}", re.ASCII)
_FTP_TYPE: Final = re.compile(r";type=[aid]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Location:
    """A URL of a scheme that can be known. `str` of it is fit for a log.

    Attributes:
        url: All of it, as it was given, but without a fragment, which no server would see.
        scheme: In small letters.
        host: Without the brackets of an IPv6 address.
        port: As given, or the scheme's.
        user: None where there is none.
        password: None where there is none.
    """

    url: str = field(repr=False)
    scheme: str
    host: str
    port: int
    user: str | None = field(repr=False)
    password: str | None = field(repr=False)

    @classmethod
    def parse(cls, url: str) -> "Location":
        """Read a URL.

        Raises:
            BadLocationError: it can't be used.
        """
        if len(url) > LONGEST:
            raise BadLocationError(f"the location is longer than {LONGEST} characters")
        if not url.isprintable() or " " in url:
            raise BadLocationError("the location holds a space or a control character")
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise BadLocationError("the location is no URL") from None
        scheme = parts.scheme
        if scheme not in DEFAULT_PORTS:
            shown = printable(scheme, 20)
            text = f"the location is of {shown}:" if shown else "the location has no scheme"
            raise BadLocationError(f"{text}, not of {', '.join(DEFAULT_PORTS)}")
        if not parts.hostname:
            raise BadLocationError("the location has no host")
        if port == 0:
            raise BadLocationError("the location has port 0")
        user = None if parts.username is None else _decoded(parts.username, "user")
        password = None if parts.password is None else _decoded(parts.password, "password")
        _decoded(parts.path, "path")
        return cls(
            url=parts._replace(fragment="").geturl() if parts.fragment else url.removesuffix("#"),
            scheme=scheme,
            host=parts.hostname,
            port=DEFAULT_PORTS[scheme] if port is None else port,
            user=user,
            password=password,
        )

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == DEFAULT_PORTS[self.scheme] else f":{self.port}"
        parts = self._parts
        return printable(f"{self.scheme}://{host}{port}{parts.path}{'?...' if parts.query else ''}")

    @property
    def request_url(self) -> str:
        """For a request of HTTP: without user and password."""
        parts = self._parts
        return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()

    @property
    def path(self) -> str:
        """Decoded, for what is no HTTP: from the slash on, without FTP's `;type=`."""
        path = self._parts.path
        return unquote(_FTP_TYPE.sub("", path) if self.scheme.startswith("ftp") else path)

    @property
    def port_given(self) -> bool:
        """Whether the port is in the URL."""
        return self._parts.port is not None

    @property
    def secured(self) -> bool:
        """Whether what is transferred is encrypted on its way."""
        return self.scheme in SECURED

    @property
    def origin(self) -> tuple[str, str, int]:
        """Whom user and password are for."""
        return self.scheme, self.host, self.port

    @property
    def fingerprint(self) -> str:
        """Tells locations apart, whoever fetches from them."""
        return sha256(self.request_url.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def file_name(self) -> str | None:
        """The last part of the path, where it can be a file's name here: a plain one, that is no
        hidden file and leads nowhere else.
        """
        name = self.path.rpartition("/")[2]
        return name if _PLAIN.fullmatch(name) else None

    def for_file(self, name: str) -> "Location":
        """Where a file of that name goes: with the name appended, if this ends with a slash
        (N01.FR.21), and else as it is (N01.FR.29).
        """
        return self._with(self.url + name) if self.url.endswith("/") else self

    def in_folder(self, name: str) -> "Location":
        """A file of that name in the folder that this is, as 1.6 has it (6.25)."""
        parts = self._parts
        return self._with(parts._replace(path=f"{parts.path.rstrip('/')}/{name}").geturl())

    def redirected(self, to: str) -> "Location":
        """Where a redirection leads; user and password go along to the same server only.

        Raises:
            BadLocationError: nowhere.
        """
        there = Location.parse(urljoin(self.request_url, to))
        user, password = (self.user, self.password) if there.origin == self.origin else (None, None)
        return Location(
            Location.parse(there.request_url).url,
            *(there.scheme, there.host, there.port),
            *(user, password),
        )

    @property
    def _parts(self) -> SplitResult:
        return urlsplit(self.url)

    def _with(self, url: str) -> "Location":
        return Location(url, self.scheme, self.host, self.port, self.user, self.password)


def _decoded(text: str, what: str) -> str:
    decoded = unquote(text)
    if any(c < " " or c == "\x7f" for c in decoded):
        raise BadLocationError(f"the location's {what} holds a control character")
    return decoded
