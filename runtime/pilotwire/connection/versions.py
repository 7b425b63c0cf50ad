"""The OCPP versions and their WebSocket subprotocols (OCPP-J 3.1.2)."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TypeAlias

from pilotwire.rpc import Edition

__all__ = ["OcppVersion", "Versions"]


class OcppVersion(StrEnum):
    """A version of OCPP; the value is the specification's number."""

    V1_6 = "1.6"
    V2_0_1 = "2.0.1"
    V2_1 = "2.1"

    @property
    def subprotocol(self) -> str:
        """The WebSocket subprotocol, for example "ocpp2.0.1"."""
        return f"ocpp{self.value}"

    @property
    def edition(self) -> Edition:
        """The edition of OCPP-J that a connection of this version follows."""
        return Edition(self.value)

    @classmethod
    def parse(cls, text: str) -> "OcppVersion":
        """The version that a number ("2.0.1") or a subprotocol ("ocpp2.0.1") names.

        Raises:
            ValueError: It names none of the known versions; the text lists them.
        """
        try:
            return cls(text.removeprefix("ocpp"))
        except ValueError:
            known = ", ".join(version.value for version in cls)
            raise ValueError(f"unknown OCPP version {text!r}; known are {known}") from None

    @classmethod
    def parse_all(cls, texts: Iterable[str]) -> "tuple[OcppVersion, ...]":
        """Versions in order of preference, each once.

        Raises:
            ValueError: One is unknown, or there is none; or `texts` is a text itself.
        """
        if isinstance(texts, str):
            raise ValueError(f"versions are a list or a tuple: [{texts!r}]")  # noqa: TRY004 -- as any other value that is none
        versions = tuple(dict.fromkeys(cls.parse(text) for text in texts))
        if not versions:
            raise ValueError("no OCPP version is given")
        return versions


Versions: TypeAlias = tuple[str, ...] | list[str] | Sequence[OcppVersion]
"""Versions by their numbers; no type of a bare "1.6", which would be its characters."""
