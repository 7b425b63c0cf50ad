"""Iskra WM3M4C, a meter that signs what it measures.

Iskra: Three-phase electrical energy meters for charging stations WM3M4 & WM3M4C, User's manual,
chapter 6.5. The meter takes a billing dataset (in JSON, as OCMF has it) and a command, completes
the dataset with its time and its register, and signs it. It does so on a command alone, and knows
of a transaction: it takes a beginning while idle, and all else while one is under way.
"""

import asyncio
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from pilotwire.hal.interfaces import (
    HardwareError,
    Location,
    MeterReading,
    ReadingContext,
    SignedReading,
)
from pilotwire.hal.modbus.bus import Bus
from pilotwire.hal.modbus.maps import load_map
from pilotwire.hal.modbus.meter import MAX_AGE, ModbusMeter
from pilotwire.hal.modbus.plan import Span, Table

__all__ = ["Wm3m4c"]


class _At(IntEnum):
    """Holding registers; the manual's numbers less 40000."""

    MEASUREMENT_STATUS = 7000
    COMMAND = 7051
    SIGNATURE_STATUS = 7052
    TIME_ZONE = 7053
    TIME_HIGH = 7054
    TIME_LOW = 7055
    DATASET_LENGTH = 7056
    OUTPUT_LENGTH = 7057
    SIGNATURE_LENGTH = 7058
    SIGNATURE_FORMAT = 7059
    SIGNATURE_ALGORITHM = 7060
    TIME_STATUS = 7071
    DATASET = 7100
    OUTPUT = 7612
    PUBLIC_KEY = 8124
    SIGNATURE = 8188


_MOST: Final = 120
"""Registers of one request (6.5.7, 6.5.10)."""

_LONGEST_DATASET: Final = 1024
_LONGEST_OUTPUT: Final = 2 * (_At.PUBLIC_KEY - _At.OUTPUT)
_LONGEST_SIGNATURE: Final = 256
_KEY_REGISTERS: Final = 32

_BEGIN: Final = "B"
_INTERMEDIATE: Final = "C"
_END: Final = "r"
"""Ends it, and signs the beginning and the end together (6.5.8)."""

_IDLE: Final = 0
_ACTIVE_AFTER_POWER_LOSS: Final = 2
_HEX: Final = 0
_ECDSA: Final = 4
_SYNCHRONIZED: Final = 2
_SIGNED: Final = 15
_UNDER_WAY: Final = frozenset({0, 1, 2})

_PATIENCE: Final = 3.0
"""Seconds for a signature, which takes up to one (6.5.9)."""
_PAUSE: Final = 0.1

_DER_BEFORE_KEY: Final = "3059301306072A8648CE3D020106082A8648CE3D03010703420004"
"""What makes a point of secp256r1 a key (RFC 5480)."""

_COMMANDS: Final[Mapping[ReadingContext, str]] = MappingProxyType(
    {ReadingContext.TRANSACTION_BEGIN: _BEGIN, ReadingContext.TRANSACTION_END: _END}
)


class Wm3m4c(ModbusMeter):
    """A `SigningMeter`. Its factory address is 33; its line has 115200 baud.

    - `public_key`: as it is printed on the meter, in hexadecimal; `read_public_key` reads it.
    - `now`: the time, with its zone; the meter is set to it before each transaction.
    - `dataset`: fields of OCMF for every dataset besides those that the meter fills in: of the
      gateway (GI, GS, GV), and of the charge point (CT, CI). Who charges is not known here: each
      says that nobody was identified, and the CSMS has to know it from the transaction.

    The manual's command for a reading outside of a transaction is left out; such a reading has no
    signature.
    """

    def __init__(
        self,
        bus: Bus,
        public_key: str,
        now: Callable[[], datetime],
        *,
        unit: int = 33,
        dataset: Mapping[str, str] | None = None,
        max_age: float = MAX_AGE,
        location: Location = Location.OUTLET,
    ) -> None:
        super().__init__(bus, load_map("iskra-wm3m4c"), unit, max_age=max_age, location=location)
        if not re.fullmatch(r"[0-9A-Fa-f]{128,}", public_key):
            raise ValueError("a public key is 128 hexadecimal digits, or its DER form, 182 of them")
        self._key = public_key.upper()
        self._now = now
        self._dataset = json.dumps(_dataset(dataset or {}), separators=(",", ":")).encode()
        if len(self._dataset) > _LONGEST_DATASET:
            raise ValueError(f"the dataset has {len(self._dataset)} bytes of {_LONGEST_DATASET}")

    @property
    def public_key(self) -> str:
        """The key that its signatures are verified with."""
        key = self._key if len(self._key) > 2 * 64 else _DER_BEFORE_KEY + self._key
        return f"oca:base16:asn1:{key}"

    @staticmethod
    async def read_public_key(bus: Bus, unit: int = 33) -> str:
        """The key of the meter at this address, in hexadecimal."""
        registers = await bus.read(unit, Span(Table.HOLDING, _At.PUBLIC_KEY, _KEY_REGISTERS))
        return _octets(registers, 2 * _KEY_REGISTERS).hex().upper()

    async def read_signed_meter(self, context: ReadingContext) -> MeterReading:
        """Read all of the meter, and have the register signed.

        Raises:
            HardwareError: the meter does not answer, or refuses to sign; the text says why.
        """
        idle = await self._one(_At.MEASUREMENT_STATUS) == _IDLE
        command = _COMMANDS.get(context, _INTERMEDIATE)
        if command == _BEGIN and not idle:
            await self._sign(_END)  # of another transaction, which ended while nobody was there
        elif command != _BEGIN and idle:
            return await self.read_meter()
        signed = await self._sign(command)
        return replace(await self.read_meter(), signed=signed)

    async def _sign(self, command: str) -> SignedReading:
        status = await self._one(_At.MEASUREMENT_STATUS)
        # What it was told of time and dataset is lost with its power (6.6).
        if command == _BEGIN or status == _ACTIVE_AFTER_POWER_LOSS:
            await self._prepare()
        await self._write(_At.COMMAND, ord(command) << 8)
        await self._signed()
        output = await self._text(_At.OUTPUT_LENGTH, _At.OUTPUT, _LONGEST_OUTPUT)
        signature = await self._text(_At.SIGNATURE_LENGTH, _At.SIGNATURE, _LONGEST_SIGNATURE)
        if signature[:1] == b"\x30":  # in binary; in hexadecimal it would begin with a digit, 3
            signature = signature.hex().encode()
        digits = signature.decode("ascii", "replace").upper()
        try:
            data = output.decode()
        except UnicodeDecodeError:
            raise HardwareError(f"{self.map.title}: the signed dataset is no text") from None
        return SignedReading(f'OCMF|{data}|{{"SD":"{digits}"}}', encoding="OCMF")

    async def _prepare(self) -> None:
        """Tell it the time and the dataset."""
        now = self._now()
        seconds = int(now.timestamp())
        zone = now.utcoffset()
        minutes = 0 if zone is None else int(zone.total_seconds()) // 60
        await self._write(_At.TIME_HIGH, seconds >> 16 & 0xFFFF)
        await self._write(_At.TIME_LOW, seconds & 0xFFFF)
        await self._write(_At.TIME_ZONE, minutes & 0xFFFF)
        await self._write(_At.TIME_STATUS, _SYNCHRONIZED)
        await self._write(_At.SIGNATURE_FORMAT, _HEX)
        await self._write(_At.SIGNATURE_ALGORITHM, _ECDSA)
        padded = self._dataset + b" " * (len(self._dataset) % 2)
        words = [padded[at] << 8 | padded[at + 1] for at in range(0, len(padded), 2)]
        for at in range(0, len(words), _MOST):
            await self.bus.write(self.unit, _At.DATASET + at, words[at : at + _MOST])
        await self._write(_At.DATASET_LENGTH, len(self._dataset))

    async def _signed(self) -> None:
        """Wait until it has signed."""
        try:
            async with asyncio.timeout(_PATIENCE):
                while (status := await self._one(_At.SIGNATURE_STATUS)) != _SIGNED:
                    if status not in _UNDER_WAY:
                        raise HardwareError(f"{self.map.title} does not sign: status {status}")
                    await asyncio.sleep(_PAUSE)
        except TimeoutError:
            raise HardwareError(f"{self.map.title} has not signed in {_PATIENCE:g} s") from None

    async def _text(self, length_at: _At, at: _At, most: int) -> bytes:
        length = await self._one(length_at)
        if not 0 < length <= most:
            raise HardwareError(f"{self.map.title} gives a {at.name.lower()} of {length} bytes")
        count = (length + 1) // 2
        registers: list[int] = []
        for first in range(0, count, _MOST):
            part = Span(Table.HOLDING, at + first, min(_MOST, count - first))
            registers += await self.bus.read(self.unit, part)
        return _octets(registers, length)

    async def _one(self, at: _At) -> int:
        [value] = await self.bus.read(self.unit, Span(Table.HOLDING, at, 1))
        return value

    async def _write(self, at: _At, value: int) -> None:
        await self.bus.write(self.unit, at, [value])


def _octets(registers: Sequence[int], length: int) -> bytes:
    return b"".join(each.to_bytes(2, "big") for each in registers)[:length]


def _dataset(fields: Mapping[str, str]) -> Mapping[str, object]:
    """A dataset of OCMF 1.0 without what the meter fills in."""
    known = ("GI", "GS", "GV", "CT", "CI")
    unknown = set(fields) - set(known)
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))}: a dataset takes {', '.join(known)}")
    # A bar would end the dataset where it is read.
    given = {name: fields.get(name, "").replace("|", " ") for name in known}
    return {
        "FV": "1.0",
        **{name: given[name] for name in ("GI", "GS", "GV")},
        **dict.fromkeys(("PG", "MV", "MM", "MS", "MF"), ""),
        "IS": False,
        "IF": [],
        "IT": "NONE",
        "ID": "",
        **{name: given[name] for name in ("CT", "CI")},
        "RD": [],
    }
