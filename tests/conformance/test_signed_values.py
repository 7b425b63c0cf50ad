"""Signed meter values (2.x J 2.4, J01.FR.21, J02.FR.21 to J02.FR.24; 1.6 4.7, 7.49)."""

import asyncio
import json
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from pilotwire.hal.interfaces import MeterReading, ReadingContext, SignedReading
from pilotwire.hal.simulated import ElectricVehicle, SigningEvse, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import (
    AlignedDataCtrlr,
    AuthCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    TxCtrlr,
)
from pilotwire.station.transactions.metering.sizes import LONGEST
from pilotwire.store import Store
from tests.support.editions import IN_2X, IN_ALL
from tests.support.scene import TOKEN, Scene, Settings, scene
from tests.support.transactions_2x import events, outline
from tests.support.virtual_time import virtual_time

METHOD = "ECDSA-secp256r1-SHA256"
SIGNED: Settings = {
    SampledDataCtrlr.SignReadings: True,
    SampledDataCtrlr.TxUpdatedInterval: 60,
    OCPPCommCtrlr.PublicKeyWithSignedMeterValue: "EveryMeterValue",
}


@dataclass(frozen=True)
class Signed:
    """A signed value as the CSMS has it, and the value beside it."""

    value: float
    context: str
    data: str
    encoding: str
    method: str | None
    public_key: str | None

    @property
    def text(self) -> str:
        """What the meter has written."""
        return b64decode(self.data, validate=True).decode()

    @property
    def payload(self) -> Any:
        """What it has signed."""
        return json.loads(self.text.split("|")[1])

    def verify(self) -> None:
        """Hold the signature against the key that came with it."""
        assert self.public_key
        marker, encoding, kind, key = b64decode(self.public_key).decode().split(":")
        assert (marker, encoding, kind) == ("oca", "base16", "asn1")  # J02.FR.23
        name, payload, proof = self.text.split("|")
        assert name == self.encoding == "OCMF"
        fields = json.loads(proof)
        assert fields["SA"] == METHOD
        public = load_der_public_key(bytes.fromhex(key))
        assert isinstance(public, ec.EllipticCurvePublicKey)
        public.verify(bytes.fromhex(fields["SD"]), payload.encode(), ec.ECDSA(SHA256()))
        assert self.payload["RD"][0]["RV"] == pytest.approx(self.value)


def of_2x(values: Iterable[v21.MeterValueType]) -> list[Signed]:
    return [
        Signed(
            each.value,
            each.context.value,
            signed.signed_meter_data,
            signed.encoding_method,
            signed.signing_method,
            signed.public_key or None,
        )
        for value in values
        for each in value.sampled_value
        if (signed := each.signed_meter_value) is not None
    ]


def of_16(values: Iterable[v16.MeterValue]) -> list[Signed]:
    found: list[Signed] = []
    for value in values:
        plain: v16.SampledValue | None = None
        for each in value.sampled_value:
            if each.format is not v16.ValueFormat.SIGNED_DATA:
                plain = each
                continue
            assert plain is not None
            assert (plain.measurand, plain.context) == (each.measurand, each.context)
            fields = json.loads(each.value)
            found.append(
                Signed(
                    float(plain.value),
                    str(each.context and each.context.value),
                    fields["signedMeterData"],
                    fields["encodingMethod"],
                    fields.get("signingMethod"),
                    fields.get("publicKey"),
                )
            )
    return found


def signed(s: Scene) -> list[Signed]:
    """All that the CSMS has heard of signed values, in their order."""
    found: list[Signed] = []
    for heard in s.csms.heard:
        match heard.request:
            case v16.MeterValuesRequest(meter_value=values_16):
                found += of_16(values_16)
            case v16.StopTransactionRequest(transaction_data=data):
                found += of_16(data or ())
            case v21.MeterValuesRequest(meter_value=values):
                found += of_2x(values)
            case v21.TransactionEventRequest(meter_value=values):
                found += of_2x(values or ())
            case _:
                pass
    return found


async def charge(s: Scene, seconds: float = 200) -> None:
    await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=100_000, soc=1))
    await s.wait(seconds)
    await s.evse.swipe(TOKEN)
    await s.wait(5)


@IN_ALL
@virtual_time
async def test_signatures_are_good_at_the_csms(version: str) -> None:
    """J02.FR.21: all of a transaction's, and each with the value that it is of."""
    hardware = SimulatedStation(evses=1, signing=True)
    async with scene(version, hardware=hardware, settings=SIGNED) as s:
        await charge(s)
        found = signed(s)
        contexts = {each.context for each in found}
        assert contexts == {"Transaction.Begin", "Sample.Periodic", "Transaction.End"}
        for each in found:
            each.verify()
            assert each.method == METHOD  # J02.FR.24
        kinds = {each.context: each.payload["RD"][0]["TX"] for each in found}
        assert kinds == {"Transaction.Begin": "B", "Sample.Periodic": "C", "Transaction.End": "E"}
        forged = replace(found[0], data=found[-1].data[:-8] + found[0].data[-8:])
        with pytest.raises((InvalidSignature, ValueError, AssertionError)):
            forged.verify()


@IN_ALL
@virtual_time
async def test_clock_aligned_values_are_signed(version: str) -> None:
    """J01.FR.21, TC_J_04: idle, in a transaction, and at its end."""
    settings: Settings = {
        **SIGNED,
        SampledDataCtrlr.SignReadings: False,
        AlignedDataCtrlr.SignReadings: True,
        AlignedDataCtrlr.Interval: 300,
        AlignedDataCtrlr.TxEndedInterval: 300,
        AlignedDataCtrlr.TxEndedMeasurands: ("Energy.Active.Import.Register",),
    }
    hardware = SimulatedStation(evses=1, signing=True)
    async with scene(version, hardware=hardware, settings=settings) as s:
        await s.wait(400)
        await charge(s, 400)
        found = signed(s)
        assert [each.context for each in found] == ["Sample.Clock"] * 3
        for each in found:
            each.verify()


@IN_ALL
@pytest.mark.parametrize("signing", [False, True])
@virtual_time
async def test_nothing_is_signed_unasked(version: str, signing: bool) -> None:
    """Nor where no meter can: then there is not even a variable."""
    hardware = SimulatedStation(evses=1, signing=signing)
    async with scene(version, hardware=hardware) as s:
        await charge(s)
        assert signed(s) == []
        assert s.station.device_model.has(SampledDataCtrlr.SignReadings) is signing


@IN_ALL
@virtual_time
async def test_the_key_is_told_once_in_each_transaction(version: str) -> None:
    """PublicKeyWithSignedMeterValue: OncePerTransaction."""
    settings = {**SIGNED, OCPPCommCtrlr.PublicKeyWithSignedMeterValue: "OncePerTransaction"}
    hardware = SimulatedStation(evses=1, signing=True)
    async with scene(version, hardware=hardware, settings=settings) as s:
        for _ in range(2):
            await charge(s)
            await s.evse.unplug()
            await s.wait(5)
        told = [each.public_key is not None for each in signed(s)]
        assert told.count(True) == 2
        assert told[0]


@virtual_time
async def test_how_2_0_1_leaves_the_key_out() -> None:
    """2.0.1 2.7.17: as an empty text."""
    settings = {**SIGNED, OCPPCommCtrlr.PublicKeyWithSignedMeterValue: "Never"}
    hardware = SimulatedStation(evses=1, signing=True)
    async with scene("2.0.1", hardware=hardware, settings=settings) as s:
        await charge(s)
        frames = [json.loads(text)[-1] for _, text in s.network.links[-1].sent if "OCMF" in text]
        keys = [
            sample["signedMeterValue"]["publicKey"]
            for frame in frames
            for value in frame.get("meterValue", ())
            for sample in value["sampledValue"]
            if "signedMeterValue" in sample
        ]
        assert keys
        assert set(keys) == {""}


@virtual_time
async def test_keys_of_1_6() -> None:
    """Those of the paper on signed meter values in 1.6."""
    hardware = SimulatedStation(evses=2, signing=True)
    async with scene("1.6", hardware=hardware) as s:
        wanted = [
            "AlignedDataSignReadings",
            "AlignedDataSignUpdatedReadings",
            "SampledDataSignReadings",
            "SampledDataSignUpdatedReadings",
            "PublicKeyWithSignedMeterValue",
            "MeterPublicKey1",
            "MeterPublicKey2",
        ]
        told = await s.csms.call(v16.GetConfigurationRequest(key=wanted))
        values = {each.key: each.value for each in told.configuration_key or ()}
        assert list(values) == wanted
        evse = s.evse
        assert isinstance(evse, SigningEvse)
        assert values["MeterPublicKey1"] == evse.public_key != values["MeterPublicKey2"]
        answer = await s.csms.call(
            v16.ChangeConfigurationRequest(key="SampledDataSignReadings", value="true")
        )
        assert answer.status is v16.ConfigurationStatus.ACCEPTED
        await charge(s)
        assert signed(s)


@IN_ALL
@virtual_time
async def test_a_signed_value_outlasts_a_restart(version: str) -> None:
    """What was signed before it is told after it, to the letter."""
    store = Store(":memory:")
    hardware = SimulatedStation(evses=1, signing=True)
    settings = {**SIGNED, OCPPCommCtrlr.PublicKeyWithSignedMeterValue: "EveryMeterValue"}
    async with scene(version, hardware=hardware, settings=settings, store=store) as s:
        s.station.device_model[AuthCtrlr.OfflineTxForUnknownIdEnabled] = True
        s.go_offline()
        await charge(s, 150)
        assert signed(s) == []
    async with scene(version, hardware=hardware, settings=settings, store=store) as s:
        await s.wait(60)
        found = signed(s)
        assert len(found) >= 3
        for each in found:
            each.verify()


def signing(evse: SigningEvse, answer: object) -> None:
    """Let the meter give that for a signature."""

    async def read_signed_meter(context: ReadingContext) -> MeterReading:
        return replace(await evse.read_meter(), signed=answer)  # type: ignore[arg-type]  # wrong on purpose

    vars(evse)["read_signed_meter"] = read_signed_meter


@IN_ALL
@pytest.mark.parametrize(
    "answer",
    [
        None,
        "OCMF|{}|{}",
        SignedReading(""),
        SignedReading("x" * 24_577),
        SignedReading("x", encoding=""),
        SignedReading("x", encoding="x" * 51),
        SignedReading("x", signing_method="x" * 51),
        SignedReading("\ud800"),
        SignedReading(7),  # type: ignore[arg-type]  # wrong on purpose
    ],
    ids=range(9),
)
@virtual_time
async def test_a_signature_that_is_none_is_left_out(version: str, answer: object) -> None:
    hardware = SimulatedStation(evses=1, signing=True)
    async with scene(version, hardware=hardware, settings=SIGNED) as s:
        assert isinstance(s.evse, SigningEvse)
        signing(s.evse, answer)
        await charge(s)
        assert signed(s) == []
        assert not s.station.evses[0].faults
        assert s.station.outbox_size == 0
        assert s.station.given_up == []


@IN_ALL
@pytest.mark.parametrize("data", ["OCMF|" + "x" * 24_000, b"\x00\xff" * 500])
@virtual_time
async def test_long_and_binary_data_are_carried_through(version: str, data: str | bytes) -> None:
    """2.1: 32768 characters; 2.0.1: 2500, and longer ones are left out. No message is too long."""
    hardware = SimulatedStation(evses=1, signing=True)
    settings: Settings = {**SIGNED, SampledDataCtrlr.TxEndedInterval: 10}
    async with scene(version, hardware=hardware, settings=settings) as s:
        assert isinstance(s.evse, SigningEvse)
        signing(s.evse, SignedReading(data, "EDL"))
        await charge(s)
        raw = data.encode() if isinstance(data, str) else data
        found = signed(s)
        assert {b64decode(each.data) for each in found} <= {raw}
        assert {each.encoding for each in found} <= {"EDL"}
        assert bool(found) is (version != "2.0.1" or len(raw) < 1876)
        assert s.station.given_up == []
        longest = max(len(text) for _, text in s.network.links[-1].sent)
        assert longest < 2 * 33_500 + 1000 if len(raw) > 20_000 else longest < LONGEST + 5000


@IN_2X
@virtual_time
async def test_a_key_is_never_lost_with_an_update(version: str) -> None:
    """E04.FR.07: what tells the key is no intermediate update, which a full memory may drop."""
    settings = {
        **SIGNED,
        SampledDataCtrlr.SignStartedReadings: False,
        OCPPCommCtrlr.PublicKeyWithSignedMeterValue: "OncePerTransaction",
    }
    hardware = SimulatedStation(evses=1, signing=True)
    async with scene(version, hardware=hardware, settings=settings, outbox_capacity=4) as s:
        s.station.device_model[AuthCtrlr.OfflineTxForUnknownIdEnabled] = True
        s.go_offline()
        await charge(s, 3000)
        s.go_online()
        await s.wait(800)
        assert 0 < len(events(s)) < 40
        told = [each.public_key for each in signed(s)]
        assert sum(key is not None for key in told) == 1


@IN_2X
@virtual_time
async def test_keys_in_all_values_do_not_fill_the_memory(version: str) -> None:
    """E04.FR.07: updates may be dropped all the same."""
    settings = {**SIGNED, OCPPCommCtrlr.PublicKeyWithSignedMeterValue: "EveryMeterValue"}
    hardware = SimulatedStation(evses=1, signing=True)
    async with scene(version, hardware=hardware, settings=settings, outbox_capacity=4) as s:
        s.station.device_model[AuthCtrlr.OfflineTxForUnknownIdEnabled] = True
        s.go_offline()
        await charge(s, 3000)
        assert s.station.outbox_size < 10


@IN_ALL
@virtual_time
async def test_a_signing_meter_that_hangs(version: str) -> None:
    """It is a meter that fails, and the energy ends."""
    hardware = SimulatedStation(evses=1, signing=True)
    async with scene(version, hardware=hardware, settings=SIGNED) as s:
        await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=100_000, soc=1))
        await s.wait(30)
        s.evse.meter.hang()
        await s.wait(60)
        assert not s.evse.contactor.closed
        assert [fault.code for fault in s.station.evses[0].faults] == ["FiscalMetering"]
        s.evse.meter.repair()
        await s.wait(30)
        assert not s.station.evses[0].faults


DATA_SIGNED: Settings = {
    TxCtrlr.TxStartPoint: ("DataSigned",),
    SampledDataCtrlr.SignReadings: True,
}


@IN_2X
@pytest.mark.parametrize("measurands", [("Energy.Active.Import.Register",), ("Voltage",)])
@virtual_time
async def test_a_transaction_starts_with_the_first_signed_value(
    version: str, measurands: tuple[str, ...]
) -> None:
    """E01.FR.04: no energy flows before it, and whether it is told is another matter."""
    settings: Settings = {
        **DATA_SIGNED,
        SampledDataCtrlr.TxStartedMeasurands: measurands,
        SampledDataCtrlr.TxEndedMeasurands: (),
    }
    hardware = SimulatedStation(evses=1, signing=True)
    async with scene(version, hardware=hardware, settings=settings) as s:
        assert isinstance(s.evse, SigningEvse)
        evse, signed_at = s.evse, list[float]()

        async def slowly(context: ReadingContext) -> MeterReading:
            assert context is ReadingContext.TRANSACTION_BEGIN
            await asyncio.sleep(3)
            signed_at.append(asyncio.get_running_loop().time())
            return await SigningEvse.read_signed_meter(evse, context)

        vars(evse)["read_signed_meter"] = slowly
        await s.plug_in_and_swipe()
        await s.wait(2)
        assert not signed_at
        assert not events(s)
        assert not evse.contactor.closed
        await s.wait(5)
        assert len(signed_at) == 1
        assert outline(s) == [
            ("Started", "SignedDataReceived", "EVConnected"),
            ("Updated", "ChargingStateChanged", "Charging"),
        ]
        assert events(s)[0].id_token is not None
        assert bool(signed(s)) is (measurands != ("Voltage",))


@IN_2X
@virtual_time
async def test_without_a_signature_no_transaction_starts(version: str) -> None:
    """E01.FR.04: the meter has failed, and may charge once it signs again."""
    hardware = SimulatedStation(evses=1, signing=True)
    async with scene(version, hardware=hardware, settings=DATA_SIGNED) as s:
        assert isinstance(s.evse, SigningEvse)
        signing(s.evse, None)
        await s.plug_in_and_swipe()
        await s.wait(5)
        assert [fault.code for fault in s.station.evses[0].faults] == ["FiscalMetering"]
        del vars(s.evse)["read_signed_meter"]
        await s.wait(15)
        assert not events(s)
        assert not s.evse.contactor.closed
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert outline(s)[0] == ("Started", "SignedDataReceived", "EVConnected")
        assert s.evse.contactor.closed


@IN_2X
@virtual_time
async def test_where_nothing_is_to_be_signed_no_data_is(version: str) -> None:
    """E01.FR.04: only with SampledDataSignReadings."""
    settings: Settings = {**DATA_SIGNED, SampledDataCtrlr.SignReadings: False}
    hardware = SimulatedStation(evses=1, signing=True)
    async with scene(version, hardware=hardware, settings=settings) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert not events(s)
        assert not s.evse.contactor.closed
