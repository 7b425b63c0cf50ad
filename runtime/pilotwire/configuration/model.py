"""The configuration of a station, as the tables of its file: docs/configuration.md tells of each.

All of it is checked when it is made: a key that does not exist, a value that can't be and parts
that do not fit together are a `pydantic.ValidationError`; `read` makes findings of it, with lines.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal, Self, TypeAlias, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from pilotwire.configuration.consistency import problems
from pilotwire.configuration.paths import Placed, placed
from pilotwire.configuration.updating import AnyUpdater
from pilotwire.configuration.variables import variable
from pilotwire.connection import OcppVersion
from pilotwire.dialects import SPOKEN
from pilotwire.hal.gpio.config import Adc, FaultInput, Input, Output, PulseMeter
from pilotwire.hal.gpio.config import Evse as GpioPins
from pilotwire.hal.interfaces import ConnectorKind, TokenKind
from pilotwire.hal.readers import Form
from pilotwire.ocpp.specs import Setting
from pilotwire.store import CAPACITY

__all__ = [
    "AnyEvse",
    "AnyReader",
    "BoardEvse",
    "Configuration",
    "Csms",
    "Files",
    "GpioEvse",
    "KeyboardReader",
    "LineReader",
    "Logging",
    "Meter",
    "PcscReader",
    "Pins",
    "Pn532Reader",
    "Security",
    "SimulatedEvse",
    "Station",
    "Stored",
    "VariableValue",
]


class Section(BaseModel):
    """What all tables have in common: they do not change, and have no keys but their own."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


Number: TypeAlias = Annotated[StrictInt, Field(ge=1)]
"""Of an EVSE."""


class Station(Section):
    """Who the station is: `[station]`."""

    identity: Annotated[str, Field(min_length=1)]
    """At the CSMS: the last part of the connection's URL."""
    vendor: Annotated[str, Field(min_length=1, max_length=20)]
    model: Annotated[str, Field(min_length=1, max_length=20)]
    serial_number: Annotated[str, Field(min_length=1, max_length=25)] | None = None
    firmware_version: Annotated[str, Field(min_length=1, max_length=50)] | None = None
    max_current_a: Annotated[float, Field(gt=0)] | None = None
    """What all EVSEs together are connected with, in amperes a phase of the grid."""


class Csms(Section):
    """Where the CSMS is, and how it is spoken to: `[csms]`."""

    url: str
    """Without the station's identity, ws:// or wss://."""
    versions: Annotated[tuple[OcppVersion, ...], Field(min_length=1)] = SPOKEN
    """To offer, in order of preference."""
    password_file: Placed | None = None
    """A file with the password of HTTP Basic authentication."""
    unsecured: StrictBool = False
    """Whether neither TLS nor a password will do, beyond this computer."""
    proxy: Annotated[str | None, Field(repr=False)] = None
    """An HTTP proxy on the way, http:// or https://."""
    ca_file: Placed | None = None
    """The authorities (PEM) that may vouch for the CSMS, and no others."""


class Security(Section):
    """Certificates that the CSMS installs: `[security]`."""

    certificates: Placed | None = None
    """The folder in which they are kept; without it the station has none."""
    one_csms_root: StrictBool = False
    """AdditionalRootCertificateCheck: one CSMS root at a time, which must have signed the next."""


class Files(Section):
    """Files that come and go, as firmware and logs do: `[files]`."""

    folder: Placed | None = None
    """The folder in which they are; without it the station moves none."""
    largest_mib: Annotated[StrictInt, Field(ge=1)] = 2048
    """What a file may have that is fetched, in MiB."""
    spare_mib: Annotated[StrictInt, Field(ge=0)] = 32
    """What stays free on the disk, in MiB."""
    bytes_per_second: Annotated[StrictInt, Field(ge=1)] | None = None
    """What all transfers together may take of the line."""
    known_hosts: Placed | None = None
    """The keys of SSH hosts; by default the file of that name in the folder."""
    first_use: StrictBool = False
    """Whether the first key that an SSH host shows is taken for its own."""
    ssh_key: Placed | None = None
    """A private key that the station shows SSH hosts."""
    system_roots: StrictBool = True
    """Whether the system's roots may vouch for servers of files."""
    log_mib: Annotated[StrictInt, Field(ge=0)] = 4
    """What the station's log may have in the folder, in MiB; 0 keeps none."""


class Stored(Section):
    """What must survive a power cut: `[store]`."""

    file: Placed | None = None
    """The database. None: ID.db in the user's state directory, where the command line runs it."""
    outbox_capacity: Annotated[StrictInt, Field(ge=1)] = CAPACITY
    """How many transaction-related messages may wait for the CSMS."""


class Logging(Section):
    """What is logged, where the command line runs the station: `[logging]`."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["text", "json"] = "text"


class Pins(Section):
    """What EVSEs on pins have in common: `[gpio]`, with the keys of `GpioConfig`."""

    adc: Adc = Adc()
    faults: tuple[FaultInput, ...] = ()
    lamps: dict[str, Output] = {}
    buttons: dict[str, Input] = {}
    every_s: Annotated[float, Field(gt=0, le=0.025)] = 0.02
    dead_after_s: Annotated[float, Field(ge=0.5, le=60)] | None = 2.0


class SimulatedEvse(Section):
    """An EVSE that is not there: `[[evse]]` with `backend = "simulated"`."""

    backend: Literal["simulated"]
    kind: ConnectorKind = ConnectorKind.TYPE2_CABLE
    connectors: tuple[ConnectorKind, ...] = ()
    """Instead of `kind`, several connectors, of which one at a time is used."""
    phases: Literal[1, 3] = 3
    max_current_a: Annotated[float, Field(ge=6)] = 32.0
    bay_sensor: StrictBool = False
    phase_pause_s: Annotated[float, Field(ge=0, le=300)] | None = None
    """With it, two of three phases can be left out, after so long without an offer."""
    full_meter: StrictBool = False
    """Whether its meter shows more than most do."""
    signing: StrictBool = False
    """Whether its meter signs."""


class GpioEvse(GpioPins):
    """One on pins: `[[evse]]` with `backend = "gpio"`, and the keys of that of the hardware."""

    backend: Literal["gpio"]

    @field_validator("meter")
    @classmethod
    def _place(cls, meter: PulseMeter | None, info: ValidationInfo) -> PulseMeter | None:
        if meter is None:
            return None
        return meter.model_copy(update={"file": placed(meter.file, info)})


class BoardEvse(Section):
    """An OpenEVSE controller on a serial line: `[[evse]]` with `backend = "board"`."""

    backend: Literal["board"]
    port: Annotated[str, Field(min_length=1)]
    kind: ConnectorKind = ConnectorKind.TYPE1_CABLE
    max_current_a: Annotated[float, Field(ge=6, le=80)] = 32.0
    phases: Literal[1, 3] = 1
    baud_rate: Annotated[StrictInt, Field(ge=300, le=4_000_000)] = 115200

    @field_validator("kind")
    @classmethod
    def _no_direct_current(cls, kind: ConnectorKind) -> ConnectorKind:
        if kind in {ConnectorKind.CCS1_CABLE, ConnectorKind.CCS2_CABLE}:
            raise ValueError(f"{kind} has direct current, which the board can't do")
        return kind


AnyEvse: TypeAlias = Annotated[SimulatedEvse | GpioEvse | BoardEvse, Field(discriminator="backend")]


class Meter(Section):
    """A meter that speaks Modbus: `[[meter]]`."""

    evse: Number | None = None
    """The EVSE whose meter it is; without it, it is that of the whole station."""
    map: Annotated[str, Field(min_length=1)]
    """A register map: a name that `pilotwire meter maps` lists, or a TOML file."""
    port: Annotated[str, Field(min_length=1)]
    """A serial port, as /dev/ttyUSB0; or host and port, as 192.0.2.7:502."""
    unit: Annotated[StrictInt, Field(ge=0, le=255)] = 1
    baud_rate: Annotated[StrictInt, Field(ge=300, le=4_000_000)] | None = None
    """This and the next two: None is as the map has it."""
    parity: Literal["none", "even", "odd"] | None = None
    stop_bits: Literal[1, 2] | None = None
    local_echo: StrictBool = False
    """Whether the adapter of the serial line hears what it says."""
    reversed: StrictBool = False
    """Whether it is wired the other way round: its import is export."""
    public_key: str | None = None
    """Of an Iskra WM3M4C, in hexadecimal: it signs then."""

    @field_validator("map")
    @classmethod
    def _place(cls, name: str, info: ValidationInfo) -> str:
        if "/" not in name and not name.endswith(".toml"):
            return name
        return str(placed(Path(name), info))

    @property
    def serial(self) -> bool:
        """Whether it is on a serial line."""
        return self.port.startswith("/")


class Reader(Section):
    """What all readers have."""

    evse: Number | None = None
    """The EVSE that it serves; without it, it serves them all."""


class _Written(Reader):
    """A reader that writes what it has read as text; see `pilotwire.hal.readers.Text`."""

    form: Form = Form.HEXADECIMAL
    token: TokenKind = TokenKind.ISO14443
    octets: Annotated[StrictInt, Field(ge=1, le=10)] = 4
    reverse: StrictBool = False


class Pn532Reader(Reader):
    """`[[reader]]` with `kind = "pn532"`: an NXP PN532 on a serial port."""

    kind: Literal["pn532"]
    port: Annotated[str, Field(min_length=1)]
    baud_rate: Annotated[StrictInt, Field(ge=300, le=4_000_000)] = 115200


class PcscReader(Reader):
    """`[[reader]]` with `kind = "pcsc"`: the first one whose name has `name` in it."""

    kind: Literal["pcsc"]
    name: str = ""


class LineReader(_Written):
    """`[[reader]]` with `kind = "line"`: it writes a line on a serial port for each card."""

    kind: Literal["line"]
    port: Annotated[str, Field(min_length=1)]
    baud_rate: Annotated[StrictInt, Field(ge=300, le=4_000_000)] = 9600
    parity: Literal["none", "even", "odd"] = "none"
    stop_bits: Literal[1, 2] = 1


class KeyboardReader(_Written):
    """`[[reader]]` with `kind = "keyboard"`: it is a keyboard to the computer."""

    kind: Literal["keyboard"]
    device: Annotated[str, Field(min_length=1)]


AnyReader: TypeAlias = Annotated[
    Pn532Reader | PcscReader | LineReader | KeyboardReader, Field(discriminator="kind")
]

VariableValue: TypeAlias = bool | int | float | str | tuple[str, ...]


_NO_VALUE = "a variable is a number, true, false, a text, or a list of texts"


def _value(value: object) -> object:
    members: Sequence[object] = ()
    if isinstance(value, (list, tuple)):
        members = cast("Sequence[object]", value)
    elif not isinstance(value, (bool, int, float, str)):
        raise ValueError(_NO_VALUE)  # noqa: TRY004 -- pydantic's findings are ValueErrors
    if not all(isinstance(each, str) for each in members):
        raise ValueError(_NO_VALUE)
    return cast("object", value)


def flattened(tables: object) -> object:
    """`TxCtrlr.EVConnectionTimeOut = 30` is a table in TOML, and here the name of a variable."""
    if not isinstance(tables, Mapping):
        return tables
    return dict(_flat(cast("Mapping[object, object]", tables), ""))


def _flat(tables: Mapping[object, object], before: str) -> Iterator[tuple[str, object]]:
    for key, value in tables.items():
        if isinstance(value, Mapping):
            yield from _flat(cast("Mapping[object, object]", value), f"{before}{key}.")
        else:
            yield f"{before}{key}", value


_VARIABLES = {
    "title": "Variables",
    "type": "object",
    "additionalProperties": {
        "anyOf": [
            {"type": ["boolean", "number", "string", "object"]},
            {"type": "array", "items": {"type": "string"}},
        ]
    },
}
"""For the JSON schema: a variable's name is one key, or its parts are tables."""


class Configuration(Section):
    """All of a station."""

    station: Station
    csms: Csms
    security: Security = Security()
    files: Files = Files()
    store: Stored = Stored()
    logging: Logging = Logging()
    variables: Annotated[
        dict[str, Annotated[VariableValue, BeforeValidator(_value)]],
        BeforeValidator(flattened),
        WithJsonSchema(_VARIABLES),
    ] = {}
    """Other defaults of standard variables, by `Component.Variable`."""
    evse: Annotated[tuple[AnyEvse, ...], Field(min_length=1)]
    """The first one is EVSE 1."""
    gpio: Pins | None = None
    meter: tuple[Meter, ...] = ()
    reader: tuple[AnyReader, ...] = ()
    updater: AnyUpdater | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        found = list(problems(self))
        if found:
            text = "; ".join(problem for _, problem in found)
            raise PydanticCustomError("parts", "{text}", {"text": text, "problems": found})
        return self

    @property
    def settings(self) -> Sequence[Setting]:
        """The defaults of variables, as `ChargingStation` takes them."""
        return [variable(name).to(value) for name, value in self.variables.items()]
