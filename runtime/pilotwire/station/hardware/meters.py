"""What meters say, of themselves and in readings, checked where it comes in."""

import base64
import math
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from typing import Final, TypeVar, cast

from pilotwire.foreign import printable
from pilotwire.hal.interfaces import (
    AnyEvse,
    Location,
    MainMeter,
    Measurand,
    Measured,
    MeterReading,
    OwnWord,
    Phase,
    Quantity,
    ReadingContext,
    SignedReading,
    Unit,
)
from pilotwire.logs import logger
from pilotwire.station.hardware.calls import asked, plain_text, words
from pilotwire.station.hardware.checks import is_number, said, shortly

__all__ = [
    "LINES",
    "TO_NEUTRAL",
    "checked_reading",
    "in_base64",
    "public_key_of",
    "quantities",
    "read_meter",
    "signer_of",
]

log = logger(__name__)

W = TypeVar("W", bound=str)

LINES: Final = (Phase.L1, Phase.L2, Phase.L3)
TO_NEUTRAL: Final = (Phase.L1_N, Phase.L2_N, Phase.L3_N)

_BASIC: Final = (
    Measurand.POWER_ACTIVE_IMPORT,
    Measurand.CURRENT_IMPORT,
    Measurand.VOLTAGE,
    Measurand.FREQUENCY,
)
"""What a meter that does not say is taken to show beside its register."""

_MOST_PHASES: Final = 3
_MOST_OTHERS: Final = 500
_LONGEST_WORD: Final = 50
_LONGEST_UNIT: Final = 20
_LONGEST_DATA: Final = 32_768
"""Characters of Base64 (2.1 SignedMeterValueType), as of a key below."""
_LONGEST_KEY: Final = 2500
_MOST_EXPONENT: Final = 24


# What a meter measures.


def quantities(meter: object, phases: int, *, direct: bool, main: bool = False) -> set[Quantity]:
    """All that a meter measures, on so many phases; `direct` where there is direct current.

    Raises:
        ValueError: what it says it measures can't be; the text says what, and why.
    """
    said_so: object = asked(lambda: getattr(meter, "measures", None))
    if said_so is None:
        basic = (*_BASIC, Measurand.SOC) if direct else _BASIC
        return set(_expanded([Quantity(each) for each in basic], phases, main=main))
    if isinstance(said_so, str) or not isinstance(said_so, Collection):
        raise ValueError(f"measures must be a collection, not {shortly(said_so)}")  # noqa: TRY004 -- data
    each = cast("Collection[object]", said_so)
    return set(_expanded((_quantity(one) for one in each), phases, main=main))


def _quantity(one: object) -> Quantity:
    if isinstance(one, Quantity):
        measurand, phase, location = said(one.measurand), said(one.phase), said(one.location)
    else:
        measurand, phase, location = one, None, Location.OUTLET
    try:
        return Quantity(
            _word(Measurand, measurand),
            None if phase is None else _word(Phase, phase),
            _word(Location, location),
        )
    except ValueError:
        raise ValueError(f"measures has {shortly(one)}, which is no quantity") from None


def _expanded(quantities: Iterable[Quantity], phases: int, *, main: bool) -> Iterable[Quantity]:
    """With the phases of what has a field in a reading, and the register, which all have."""
    here = Location.INLET if main else Location.OUTLET
    yield Quantity(Measurand.ENERGY_ACTIVE_IMPORT_REGISTER, None, here)
    of_phases = {Measurand.CURRENT_IMPORT: LINES, Measurand.VOLTAGE: TO_NEUTRAL}
    for one in quantities:
        whole = one.phase is None and one.location is Location.OUTLET
        if whole and one.measurand in of_phases:
            for phase in of_phases[one.measurand][:phases]:
                yield Quantity(one.measurand, phase, here)
        else:
            yield one


# How it signs.

_Signer = Callable[[ReadingContext], Awaitable[object]]


def signer_of(meter: object) -> _Signer | None:
    """What a meter signs readings with; None where it does not."""
    signer: object = getattr(meter, "read_signed_meter", None)
    return cast("_Signer", signer) if callable(signer) else None


def public_key_of(meter: object) -> str | None:
    """The public key of a meter that signs; None of another.

    Raises:
        ValueError: it is none that can be told.
    """
    if signer_of(meter) is None:
        return None
    key: object = asked(lambda: getattr(meter, "public_key", None))
    if not isinstance(key, str) or not key or plain_text(key, _LONGEST_KEY) != key:
        raise ValueError(f"public_key must be a text, not {shortly(key)}")
    if len(in_base64(key)) > _LONGEST_KEY:
        raise ValueError(f"public_key has {len(key)} characters, which is too long")
    return key


async def read_meter(meter: MainMeter | AnyEvse, sign_for: ReadingContext | None) -> MeterReading:
    """A checked reading, with a signature if that is for something and the meter signs.

    Raises:
        ValueError: it is no reading, or has no register that can be billed by.
        Exception: whatever the driver raises.
    """
    signer = None if sign_for is None else signer_of(meter)
    if signer is None or sign_for is None:
        return checked_reading(await meter.read_meter())
    return checked_reading(await signer(sign_for))


def in_base64(data: str | bytes) -> str:
    """What a meter has given, as messages carry it."""
    raw = data.encode() if isinstance(data, str) else data
    return base64.b64encode(raw).decode("ascii")


# What it shows.


def checked_reading(reading: object) -> MeterReading:
    """A reading, without those of its values that are none.

    Raises:
        ValueError: it is no reading, or has no register that can be billed by.
    """
    if not isinstance(reading, MeterReading):
        raise ValueError(f"it gave a {type(reading).__name__} for a reading")  # noqa: TRY004 -- a driver's value is judged, not a type of ours
    register: object = reading.energy_wh
    if not is_number(register) or register < 0:
        raise ValueError(f"the register shows {shortly(register)}")
    soc = _number(reading.soc)
    return MeterReading(
        energy_wh=float(register),
        power_w=_number(reading.power_w),
        current_a=_numbers(reading.current_a),
        voltage_v=_numbers(reading.voltage_v),
        frequency_hz=_number(reading.frequency_hz),
        soc=soc if soc is not None and 0 <= soc <= 100 else None,
        others=tuple(_others(reading.others)),
        signed=_signed(reading.signed),
    )


def _number(value: object) -> float | None:
    return float(value) if is_number(value) else None


def _numbers(values: object) -> tuple[float, ...]:
    if not isinstance(values, (tuple, list)):
        return ()
    each = cast("Sequence[object]", values)
    return tuple(float(value) if is_number(value) else math.nan for value in each[:_MOST_PHASES])


def _others(values: object) -> Iterable[Measured]:
    if not isinstance(values, (tuple, list)):
        return
    for value in cast("Sequence[object]", values)[:_MOST_OTHERS]:
        try:
            if isinstance(value, Measured):
                yield _measured(value)
        except ValueError:
            continue


def _measured(one: Measured) -> Measured:
    """Raises ValueError for what is none."""
    measurand, phase = _word(Measurand, one.measurand), said(one.phase)
    value, multiplier = said(one.value), said(one.multiplier)
    directed = ".Import" in measurand or ".Export" in measurand
    if not is_number(value) or (directed and value < 0):
        raise ValueError
    if isinstance(multiplier, bool) or not isinstance(multiplier, int):
        raise ValueError  # noqa: TRY004 -- data
    if abs(multiplier) > _MOST_EXPONENT:
        raise ValueError
    return Measured(
        measurand,
        float(value),
        None if phase is None else _word(Phase, phase),
        _word(Location, one.location),
        _unit(one.unit),
        multiplier,
    )


def _unit(unit: object) -> Unit | OwnWord | None:
    if unit is None:
        return None
    if isinstance(unit, OwnWord):
        if not 0 < len(unit) <= _LONGEST_UNIT or plain_text(unit) != unit:
            raise ValueError
        return unit
    return _word(Unit, unit)


def _word(kind: Callable[[str], W], word: object) -> W:
    """Its text will do. Raises ValueError for what is no word of that kind."""
    if not isinstance(word, str):
        raise ValueError  # noqa: TRY004 -- data
    return kind(word)


def _signed(signed: object) -> SignedReading | None:
    """One that can't be told is left out: the value beside it counts all the same."""
    if signed is None:
        return None
    try:
        return _checked_signature(signed)
    except Exception as error:  # whatever a driver takes for a signature
        log.error("a signed reading is left out: %s", printable(words(error)))  # noqa: TRY400 -- the error says why
        return None


def _checked_signature(signed: object) -> SignedReading:
    if not isinstance(signed, SignedReading):
        raise ValueError(f"it is a {type(signed).__name__}")  # noqa: TRY004 -- a driver's value is judged, not a type of ours
    data, method = said(signed.data), said(signed.signing_method)
    if not isinstance(data, (str, bytes)) or not data:
        raise ValueError(f"its data are {shortly(data)}")
    if len(in_base64(data)) > _LONGEST_DATA:
        raise ValueError(f"its data are {len(data)} long")
    for name, word in (("encoding", said(signed.encoding)), ("signing_method", method)):
        if word is None and name == "signing_method":
            continue
        if not isinstance(word, str) or not word or plain_text(word, _LONGEST_WORD) != word:
            raise ValueError(f"its {name} is {shortly(word)}")
    return signed
