"""Register maps: what a meter shows, and in which registers, as a TOML file.

    title = "Example EM1"
    document = "Example Ltd: EM1 Modbus manual, rev. 3"
    phases = 1

    [[value]]
    shows = "Energy.Active.Import.Register"
    address = 0x0048
    type = "float32"
    unit = "kWh"

docs/meters.md has all keys. A map is checked as a whole when it is loaded: what is wrong is a
`MapError` that names the file, the key and what may stand there.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Annotated, Final, Self, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from pilotwire.hal.interfaces import Measurand, Phase, Unit
from pilotwire.hal.modbus.codec import Kind, Order
from pilotwire.hal.modbus.plan import MOST_REGISTERS, Span, Table

__all__ = [
    "MapError",
    "MeterMap",
    "Missing",
    "ScaleRegister",
    "SerialSettings",
    "Value",
    "load_map",
    "map_names",
]

_FOLDER: Final = "data"

_FACTORS: Final[Mapping[Unit, tuple[float, Unit]]] = {
    Unit.KWH: (1000.0, Unit.WH),
    Unit.KW: (1000.0, Unit.W),
    Unit.KVAR: (1000.0, Unit.VAR),
    Unit.KVARH: (1000.0, Unit.VARH),
    Unit.KVA: (1000.0, Unit.VA),
    Unit.KVAH: (1000.0, Unit.V_AH),
    Unit.MHZ: (0.001, Unit.HZ),
}
"""What a unit is so many times of, and of which; the others stand for themselves."""

_UNITS: Final[Sequence[tuple[str, Unit | None]]] = (
    ("Energy.Active", Unit.WH),
    ("Energy.Reactive", Unit.VARH),
    ("Energy.Apparent", Unit.V_AH),
    ("Power.Factor", None),
    ("Power.Reactive", Unit.VAR),
    ("Power", Unit.W),
    ("Current", Unit.A),
    ("Voltage", Unit.V),
    ("Frequency", Unit.HZ),
    ("SoC", Unit.PERCENT),
    ("Temperature", Unit.CELSIUS),
    ("RPM", Unit.RPM),
)
"""The unit that OCPP has for a measurand, by how the measurand begins."""

_REGISTER: Final = Measurand.ENERGY_ACTIVE_IMPORT_REGISTER


class MapError(ValueError):
    """A register map can't be used; the text says which, what is wrong in it, and what can be."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


_Address = Annotated[int, Field(ge=0, le=0xFFFF, strict=True)]
_Number = Annotated[float, Field(allow_inf_nan=False)]


class SerialSettings(_Strict):
    """How a meter speaks on a serial line as it leaves the factory."""

    baud_rate: Annotated[int, Field(ge=300, le=4_000_000)] = 9600
    parity: Annotated[str, Field(pattern="^(none|even|odd)$")] = "none"
    stop_bits: Annotated[int, Field(ge=1, le=2)] = 1


class ScaleRegister(_Strict):
    """A register that says to which power of ten a value is to be raised."""

    address: _Address
    type: Kind = Kind.INT16
    table: Table | None = None


class Missing(_Strict):
    """What stands in registers where a meter has no value, by type, as the bits that are there.

    A float that is no finite number is none in any case.
    """

    int16: _Address | None = None
    uint16: _Address | None = None
    int32: Annotated[int, Field(ge=0, lt=1 << 32)] | None = None
    uint32: Annotated[int, Field(ge=0, lt=1 << 32)] | None = None
    int64: Annotated[int, Field(ge=0, lt=1 << 64)] | None = None
    uint64: Annotated[int, Field(ge=0, lt=1 << 64)] | None = None

    def is_meant(self, raw: int, kind: Kind) -> bool:
        """Whether these bits stand for no value."""
        marker: int | None = getattr(self, kind, None)  # other kinds have none
        return raw == marker


def _measurand(word: object) -> object:
    if isinstance(word, str) and word not in set(Measurand):
        raise ValueError(f"{word!r} is no measurand of OCPP, such as {_REGISTER.value!r}")
    return word


class Value(_Strict):
    """One value that a meter shows.

    It is what the registers say, times `scale`, in `unit`; `least` and `most`, in that unit, bound
    what can be true. `negative` is what it shows where it is below 0, as its amount: a power with
    a sign is an import or an export.
    """

    shows: Annotated[Measurand, BeforeValidator(_measurand)]
    address: _Address
    type: Kind
    phase: Phase | None = None
    negative: Annotated[Measurand, BeforeValidator(_measurand)] | None = None
    table: Table | None = None
    scale: _Number = 1.0
    exponent: ScaleRegister | None = None
    unit: Unit | None = None
    least: _Number = -1e12
    most: _Number = 1e12

    @field_validator("scale")
    @classmethod
    def _no_zero(cls, scale: float) -> float:
        if scale == 0:
            raise ValueError("a scale of 0 leaves nothing of the value")
        return scale

    @field_validator("unit")
    @classmethod
    def _fits(cls, unit: Unit | None, info: ValidationInfo) -> Unit | None:
        shows: Measurand | None = info.data.get("shows")
        if unit is None or shows is None:
            return unit
        expected = standard_unit(shows)
        _, base = _FACTORS.get(unit, (1.0, unit))
        if base is not expected:
            wanted = "no unit" if expected is None else expected.value
            larger = [each.value for each, (_, of) in _FACTORS.items() if of is expected]
            raise ValueError(f"{shows.value} is in {' or '.join([wanted, *larger])}")
        return unit

    @property
    def factor(self) -> float:
        """What a number in the registers is multiplied by, to be in OCPP's own unit."""
        return self.scale * (1.0 if self.unit is None else _FACTORS.get(self.unit, (1.0,))[0])

    @property
    def label(self) -> str:
        """What it is, in words for people."""
        return self.shows.value + (f" {self.phase.value}" if self.phase is not None else "")


class MeterMap(_Strict):
    """All of a meter. `value` is a list of tables, `[[value]]`."""

    title: Annotated[str, Field(min_length=1)]
    """Maker and type."""
    document: Annotated[str, Field(min_length=1)]
    """The maker's document that the map is made from."""
    phases: int
    """How many phases it measures: 1 or 3."""
    value: tuple[Value, ...]
    table: Table = Table.INPUT
    word_order: Order = Order.BIG
    byte_order: Order = Order.BIG
    most_registers: Annotated[int, Field(ge=4, le=MOST_REGISTERS)] = MOST_REGISTERS
    """How many registers may be asked for at a time."""
    gap: Annotated[int, Field(ge=0, le=MOST_REGISTERS)] = 0
    """How many registers that have nothing in them may be read along between two that have."""
    sunspec: tuple[int, ...] = ()
    """The SunSpec models, of which the first one that the device has is it; addresses count from
    its first register, that with its number. Without any, they count from 0."""
    missing: Missing = Missing()
    serial: SerialSettings = SerialSettings()

    @field_validator("phases")
    @classmethod
    def _one_or_three(cls, phases: int) -> int:
        if phases not in {1, 3}:
            raise ValueError("a meter has 1 or 3 phases")
        return phases

    @model_validator(mode="after")
    def _whole(self) -> Self:
        shown = [key for value in self.value for key in _keys(value)]
        if (_REGISTER, None) not in shown:
            raise ValueError(f"there is no value that shows {_REGISTER.value!r} of all phases")
        for key in shown:
            if shown.count(key) > 1:
                measurand, phase = key
                of = "" if phase is None else f" {phase.value}"
                raise ValueError(f"there are several values that show {measurand.value}{of}")
        return self

    def span(self, value: Value | ScaleRegister) -> Span:
        """Where something stands, counted as the map does."""
        return Span(value.table or self.table, value.address, value.type.width)

    def spans(self) -> Iterator[Span]:
        """All that has to be read."""
        for value in self.value:
            yield self.span(value)
            if value.exponent is not None:
                yield self.span(value.exponent)

    def reversed(self) -> "MeterMap":
        """The map of a meter that is wired the other way round: what it takes for import is export,
        and the reverse.

        Raises:
            MapError: the meter does not measure export, which would be the import register.
        """
        try:
            return MeterMap.model_validate(
                self.model_copy(
                    update={"value": tuple(_reversed(value) for value in self.value)}
                ).model_dump()
            )
        except ValidationError:
            raise MapError(f"{self.title} has no export register: it can't be reversed") from None


def standard_unit(measurand: Measurand) -> Unit | None:
    """The unit that OCPP has for a measurand."""
    return next((unit for begins, unit in _UNITS if measurand.startswith(begins)), None)


def _keys(value: Value) -> Iterator[tuple[Measurand, Phase | None]]:
    yield value.shows, value.phase
    if value.negative is not None:
        yield value.negative, value.phase


_WORDS: Final = frozenset(Measurand)


def _other_way(measurand: Measurand) -> Measurand:
    words = {"Import": "Export", "Export": "Import"}
    other = ".".join(words.get(word, word) for word in measurand.split("."))
    return Measurand(other) if other in _WORDS else measurand


def _reversed(value: Value) -> Value:
    negative = None if value.negative is None else _other_way(value.negative)
    return value.model_copy(update={"shows": _other_way(value.shows), "negative": negative})


# Files.


def map_names() -> Sequence[str]:
    """The names of the maps that come with Pilotwire."""
    folder = resources.files("pilotwire.hal.modbus") / _FOLDER
    return sorted(
        each.name.removesuffix(".toml") for each in folder.iterdir() if each.name.endswith(".toml")
    )


def load_map(source: str | Path) -> MeterMap:
    """A map: one that comes with Pilotwire, by its name, or that of a file.

    A text without a slash and without ".toml" is a name.

    Raises:
        MapError: there is no such map, or what is in it can't be used.
    """
    if isinstance(source, str) and "/" not in source and not source.endswith(".toml"):
        if source not in map_names():
            known = ", ".join(map_names())
            raise MapError(f"there is no map {source!r}; there are {known}, or a file NAME.toml")
        file = resources.files("pilotwire.hal.modbus") / _FOLDER / f"{source}.toml"
        return _parsed(file.read_bytes(), file.name)
    path = Path(source)
    try:
        return _parsed(path.read_bytes(), str(path))
    except OSError as error:
        raise MapError(f"{path} cannot be read: {error.strerror or error}") from None


def _parsed(data: bytes, name: str) -> MeterMap:
    try:
        content = tomllib.loads(data.decode())
    except UnicodeDecodeError:
        raise MapError(f"{name} is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise MapError(f"{name} is no TOML: {error}") from None
    try:
        return MeterMap.model_validate(content)
    except ValidationError as error:
        raise MapError(f"{name}: {_told(error, content)}") from None


def _told(error: ValidationError, content: Mapping[str, object]) -> str:
    """The first thing that is wrong: where, what, and what may stand there."""
    first = error.errors(include_url=False)[0]
    match first["type"]:
        case "missing":
            what = "is missing"
        case "extra_forbidden":
            what = f"there is no such key; there are {', '.join(_keys_at(first['loc']))}"
        case _:
            what = first["msg"].removeprefix("Value error, ")
            if what.startswith("Input "):
                what = "i" + what[1:]
    more = error.error_count() - 1
    return _key(first["loc"], content) + what + (f" (and {more} more)" if more else "")


def _keys_at(location: tuple[int | str, ...]) -> Sequence[str]:
    """The keys that the table has in which something stands."""
    match location:
        case ("value", int(), "exponent", _):
            model: type[BaseModel] = ScaleRegister
        case ("value", int(), _):
            model = Value
        case ("missing", _):
            model = Missing
        case ("serial", _):
            model = SerialSettings
        case _:
            model = MeterMap
    return list(model.model_fields)


def _key(location: tuple[int | str, ...], content: Mapping[str, object]) -> str:
    """Where in the file something is: `value 3 (Voltage), address: `."""
    match location:
        case ():
            return ""
        case ("value", int() as index, *rest):
            values = cast("Sequence[object]", content["value"])
            value = values[index]
            named = cast("dict[str, object]", value) if isinstance(value, dict) else {}
            name = f" ({named['shows']})" if isinstance(named.get("shows"), str) else ""
            return ", ".join([f"value {index + 1}{name}", *map(str, rest)]) + ": "
        case _:
            return ", ".join(map(str, location)) + ": "
