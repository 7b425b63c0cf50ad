"""The meter that signs does so at the right time, and whoever has its key can tell."""

import asyncio
import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pymodbus.constants import ExcCodes

from pilotwire.hal.interfaces import HardwareError, ReadingContext, SignedReading
from pilotwire.hal.modbus import Bus, Wm3m4c, load_map
from pilotwire.hal.modbus.plan import Table
from tests.support.modbus import Device, image_of, served, words
from tests.unit.hal.modbus.test_meter import run

NOW = datetime(2026, 3, 1, 13, 0, tzinfo=timezone(timedelta(hours=1)))
BEGIN, END = ReadingContext.TRANSACTION_BEGIN, ReadingContext.TRANSACTION_END


class Meter:
    """The meter's own side: what the manual's chapter 6.5 says that it does."""

    def __init__(self, *, hexadecimal: bool = False) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        map_ = load_map("iskra-wm3m4c")
        shown = {"Energy.Active.Import.Register": 4711, "Energy.Active.Import.Register^": 1}
        self.device = Device(33, image_of(map_, shown), answer=self._answer)
        self.commands: list[str] = []
        self.refuses_with: int | None = None
        self._hexadecimal = hexadecimal
        self._pages = 0
        self._readings: list[dict[str, Any]] = []
        point = self.key.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        self.public = point[1:]
        self.holding.update(dict.fromkeys(range(7000, 8400), 0))
        self.holding.update(enumerate(words(self.public), start=8124))
        self._seen = 0

    @property
    def holding(self) -> dict[int, int]:
        return self.device.image[Table.HOLDING]

    async def _answer(self, function: int, address: int, count: int) -> ExcCodes | None:
        if count > 120:
            return ExcCodes.ILLEGAL_VALUE
        if function == 3 and address in {7000, 7052}:
            self._work()
        return None

    def _work(self) -> None:
        """Carry out the command that was written, one step a look."""
        if self.holding[7052] == 2:
            self._sign()
        elif self.holding[7051]:
            command = chr(self.holding[7051] >> 8)
            self.holding[7051] = 0
            self.commands.append(command)
            idle = self.holding[7000] == 0
            if self.refuses_with is not None or idle is not (command == "B"):
                self.holding[7052] = self.refuses_with or 131
                return
            self.holding[7052] = 2
            self.holding[7000] = 0 if command == "r" else 1
            if command == "B":
                self._readings = []
            self._readings.append({"TX": command, "RV": 47.11, "RU": "kWh"})

    def _sign(self) -> None:
        length = self.holding[7056]
        registers = (self.holding[7100 + at] for at in range((length + 1) // 2))
        text = b"".join(each.to_bytes(2, "big") for each in registers)[:length]
        self._pages += 1
        dataset = {**json.loads(text), "PG": f"T{self._pages}", "MV": "Iskra", "MM": "WM3M4C"}
        dataset["TM"] = self.holding[7054] << 16 | self.holding[7055]
        dataset["RD"] = self._readings if len(self._readings) > 1 else self._readings[-1:]
        output = json.dumps(dataset).encode()
        signature = self.key.sign(output, ec.ECDSA(hashes.SHA256()))
        if self._hexadecimal:
            signature = signature.hex().encode()
        self.holding.update(enumerate(words(output), start=7612))
        self.holding.update(enumerate(words(signature), start=8188))
        self.holding.update({7057: len(output), 7058: len(signature), 7052: 15})

    def verified(self, signed: SignedReading | None) -> dict[str, Any]:
        """What was signed, if it was by this meter."""
        assert signed is not None
        assert signed.encoding == "OCMF"
        mark, data, signature = str(signed.data).split("|")
        assert mark == "OCMF"
        raw = bytes.fromhex(json.loads(signature)["SD"])
        self.key.public_key().verify(raw, data.encode(), ec.ECDSA(hashes.SHA256()))
        dataset: dict[str, Any] = json.loads(data)
        return dataset

    def driver(self, port: int, **settings: Any) -> Wm3m4c:
        bus = Bus.tcp("127.0.0.1", port)
        return Wm3m4c(bus, self.public.hex(), lambda: NOW, **settings)


@pytest.mark.parametrize("hexadecimal", [False, True])
def test_a_transaction_is_signed_at_its_begin_and_end(*, hexadecimal: bool) -> None:
    async def scenario() -> None:
        meter = Meter(hexadecimal=hexadecimal)
        async with served(meter.device) as port:
            driver = meter.driver(port, dataset={"CT": "EVSEID", "CI": "DE*PWR*E1"})
            begin = await driver.read_signed_meter(BEGIN)
            assert begin.energy_wh == 47_110
            dataset = meter.verified(begin.signed)
            assert dataset["CI"] == "DE*PWR*E1"
            assert dataset["TM"] == NOW.timestamp()
            assert meter.holding[7053] == 60  # minutes east of UTC
            assert meter.holding[7071] == 2
            between = await driver.read_signed_meter(ReadingContext.SAMPLE_PERIODIC)
            assert [each["TX"] for each in meter.verified(between.signed)["RD"]][-1] == "C"
            end = await driver.read_signed_meter(END)
            readings = meter.verified(end.signed)["RD"]
            assert [each["TX"] for each in (readings[0], readings[-1])] == ["B", "r"]
            driver.bus.close()
        assert meter.commands == ["B", "C", "r"]

    run(scenario())


def test_outside_of_a_transaction_nothing_is_signed() -> None:
    async def scenario() -> None:
        meter = Meter()
        async with served(meter.device) as port:
            driver = meter.driver(port)
            reading = await driver.read_signed_meter(ReadingContext.TRIGGER)
            assert (reading.energy_wh, reading.signed) == (47_110, None)
            assert (await driver.read_meter()).signed is None
            driver.bus.close()
        assert meter.commands == []

    run(scenario())


def test_a_transaction_that_was_left_open_is_ended_first() -> None:
    async def scenario() -> None:
        meter = Meter()
        async with served(meter.device) as port:
            driver = meter.driver(port)
            await driver.read_signed_meter(BEGIN)
            meter.verified((await driver.read_signed_meter(BEGIN)).signed)
            driver.bus.close()
        assert meter.commands == ["B", "r", "B"]

    run(scenario())


def test_after_a_power_loss_it_is_told_time_and_dataset_anew() -> None:
    async def scenario() -> None:
        meter = Meter()
        async with served(meter.device) as port:
            driver = meter.driver(port)
            await driver.read_signed_meter(BEGIN)
            meter.holding.update({7000: 2, 7054: 0, 7055: 0, 7056: 0})
            dataset = meter.verified((await driver.read_signed_meter(END)).signed)
            assert dataset["TM"] == NOW.timestamp()
            driver.bus.close()

    run(scenario())


def test_a_meter_that_refuses_to_sign() -> None:
    async def scenario() -> None:
        meter = Meter()
        meter.refuses_with = 248
        async with served(meter.device) as port:
            driver = meter.driver(port)
            with pytest.raises(HardwareError, match="Iskra WM3M4C does not sign: status 248"):
                await driver.read_signed_meter(BEGIN)
            driver.bus.close()

    run(scenario())


def test_its_key() -> None:
    async def scenario() -> None:
        meter = Meter()
        async with served(meter.device) as port:
            driver = meter.driver(port)
            assert await Wm3m4c.read_public_key(driver.bus) == meter.public.hex().upper()
            der = meter.key.public_key().public_bytes(
                serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
            )
            assert driver.public_key == f"oca:base16:asn1:{der.hex().upper()}"
            whole = Wm3m4c(driver.bus, der.hex(), lambda: NOW)
            assert whole.public_key == driver.public_key
            driver.bus.close()

    run(scenario())


def test_what_it_cannot_be_made_with() -> None:
    bus = Bus.tcp("127.0.0.1")
    key = hashlib.sha512(b"a key").hexdigest()

    def now() -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC)

    with pytest.raises(ValueError, match="a public key is 128 hexadecimal digits"):
        Wm3m4c(bus, "no key", now)
    with pytest.raises(ValueError, match="ID: a dataset takes GI, GS, GV, CT, CI"):
        Wm3m4c(bus, key, now, dataset={"ID": "04A1B2C3"})
    with pytest.raises(ValueError, match="bytes of 1024"):
        Wm3m4c(bus, key, now, dataset={"CI": "x" * 1000})


def test_it_waits_no_longer_than_a_signature_takes() -> None:
    async def scenario() -> None:
        meter = Meter()
        meter.device.answer = None  # it does nothing at all
        async with served(meter.device) as port:
            driver = meter.driver(port)
            async with asyncio.timeout(5):
                with pytest.raises(HardwareError, match="has not signed in 3 s"):
                    await driver.read_signed_meter(BEGIN)
            driver.bus.close()

    run(scenario())
