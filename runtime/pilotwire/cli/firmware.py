"""Commands of the console for firmware."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from pilotwire.cli.command import Answer, BadCommandError, Command
from pilotwire.csms import Csms
from pilotwire.csms.authority import Authority
from pilotwire.csms.firmware import Signed
from pilotwire.csms.signing import sign_firmware

__all__ = ["FirmwareCommands"]

_LONGEST = 10_000
"""Of a file with a certificate or a signature, in bytes."""


class FirmwareCommands:
    """What can be said of firmware, to stations of this CSMS."""

    def __init__(self, csms: Csms, authority: Authority | None) -> None:
        self._csms = csms
        self._authority = authority
        self.commands: Mapping[str, Command] = {
            "trust-firmware": Command(
                "ID", "have a station trust our root as its manufacturer's", self._trust
            ),
            "update": Command("ID URL", "update firmware that nobody has signed", self._unsigned),
            "update-signed": Command(
                "ID URL FILE", "update firmware, signed by us; FILE is the same here", self._signed
            ),
            "update-with": Command(
                "ID URL CERTIFICATE SIGNATURE",
                "update firmware, signed by others: files in PEM and Base64",
                self._by_others,
            ),
        }

    async def _trust(self, words: Sequence[str]) -> Answer:
        return (f"{await self._csms.certificates.install_as_manufacturer(words[0])}",)

    async def _unsigned(self, words: Sequence[str]) -> Answer:
        identity, url = words
        return (f"{await self._csms.firmware.update(identity, url)}",)

    async def _signed(self, words: Sequence[str]) -> Answer:
        identity, url, file = words
        if self._authority is None:
            raise BadCommandError("the CSMS has no authority; see --tls")
        signed = await asyncio.to_thread(_sign, Path(file), self._authority)
        return (f"{await self._csms.firmware.update(identity, url, signed)}",)

    async def _by_others(self, words: Sequence[str]) -> Answer:
        identity, url, *files = words
        certificate, signature = [await asyncio.to_thread(_text_in, Path(each)) for each in files]
        signed = Signed(certificate, "".join(signature.split()))
        return (f"{await self._csms.firmware.update(identity, url, signed)}",)


def _sign(file: Path, authority: Authority) -> Signed:
    _check(file)
    return sign_firmware(file, authority)


def _check(file: Path) -> None:
    if not file.is_file():
        raise BadCommandError(f"there is no file {str(file)!r}")


def _text_in(file: Path) -> str:
    _check(file)
    with file.open("rb") as opened:
        content = opened.read(_LONGEST + 1)
    if len(content) > _LONGEST:
        raise BadCommandError(f"{file} is too long to be that")
    try:
        return content.decode("ascii")
    except UnicodeDecodeError:
        raise BadCommandError(f"{file} is no text") from None
