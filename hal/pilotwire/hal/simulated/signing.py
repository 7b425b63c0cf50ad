"""What signs the readings of a simulated meter: OCMF texts, by ECDSA on the curve secp256r1.

The key follows from the meter's serial number, so that the same meter has the same key tomorrow,
and the same reading the same signature. It is no secret.
"""

import asyncio
import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from pilotwire.hal.interfaces import ReadingContext, SignedReading

__all__ = ["Signer"]

METHOD: Final = "ECDSA-secp256r1-SHA256"

_BEGINNING: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""What the clock of the meter shows when the event loop's shows 0."""

_READINGS: Final = {ReadingContext.TRANSACTION_BEGIN: "B", ReadingContext.TRANSACTION_END: "E"}
"""What OCMF calls a reading for; of all others it says that it is in between."""


class Signer:
    """Signs what the meter with a serial number shows."""

    def __init__(self, serial: str) -> None:
        self._serial = serial
        seed = hashlib.sha256(f"simulated meter {serial}".encode()).digest()
        self._key = ec.derive_private_key(int.from_bytes(seed) >> 1, ec.SECP256R1())
        self._number = 0

    @property
    def public_key(self) -> str:
        """The public key, in the form of 2.1 J02.FR.23."""
        public = self._key.public_key()
        printed = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return f"oca:base16:asn1:{printed.hex()}"

    def sign(self, register_wh: float, context: ReadingContext) -> SignedReading:
        """A signed reading of the import register, now."""
        self._number += 1
        now = _BEGINNING + timedelta(seconds=asyncio.get_running_loop().time())
        milliseconds = now.microsecond // 1000
        document = json.dumps(
            {
                "FV": "1.0",
                "GI": "Pilotwire simulated",
                "GS": self._serial,
                "PG": f"T{self._number}",
                "MS": self._serial,
                "IS": False,
                "RD": [
                    {
                        # The time is relative: no more is known of it here.
                        "TM": f"{now:%Y-%m-%dT%H:%M:%S},{milliseconds:03}+0000 R",
                        "TX": _READINGS.get(context, "C"),
                        "RV": round(register_wh, 3),
                        "RI": "1-b:1.8.0",
                        "RU": "Wh",
                        "ST": "G",
                    }
                ],
            },
            separators=(",", ":"),
        )
        algorithm = ec.ECDSA(SHA256(), deterministic_signing=True)
        signature = self._key.sign(document.encode(), algorithm)
        proof = json.dumps({"SA": METHOD, "SD": signature.hex()}, separators=(",", ":"))
        return SignedReading(f"OCMF|{document}|{proof}", "OCMF", METHOD)
