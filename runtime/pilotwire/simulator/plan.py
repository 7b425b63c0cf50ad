"""What a simulated charger is, said in data, and the charger made of it."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from random import Random
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, StrictBool, StrictFloat, StrictInt

from pilotwire.charging_station import (
    CertificateFolder,
    ChargingStation,
    Environment,
    FileFolder,
    Network,
)
from pilotwire.configuration.model import VariableValue
from pilotwire.configuration.variables import variable
from pilotwire.connection import Connector, OcppVersion
from pilotwire.dialects import SPOKEN
from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import SimulatedStation, SimulatedUpdater
from pilotwire.hal.simulated.meter import DC_KINDS
from pilotwire.rpc import FrameDirection
from pilotwire.simulator.bench import About, Bench, WorldClock
from pilotwire.simulator.charger import SimulatedCharger
from pilotwire.simulator.outage import MortalStore

__all__ = ["ChargerPlan", "make_charger"]

LOG_BYTES: Final = 1024 * 1024
_IDENTIFIER: Final = r"^[A-Za-z0-9*\-_=:+|@.]*[A-Za-z0-9*\-_=:+|@][A-Za-z0-9*\-_=:+|@.]*$"


class ChargerPlan(BaseModel):
    """A charger that is to be simulated."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    identity: Annotated[str, Field(min_length=1, max_length=48, pattern=_IDENTIFIER)]
    """At the CSMS: the last part of the connection's URL. Letters, digits and * - _ = : + | @ . as
    identifierString has them, and not only points.
    """
    evses: Annotated[StrictInt, Field(ge=1, le=100)] = 2
    """How many EVSEs it has, all alike."""
    connectors: Annotated[tuple[ConnectorKind, ...], Field(min_length=1, max_length=10)] = (
        ConnectorKind.TYPE2_SOCKET,
    )
    """The connectors of each EVSE, of which one at a time can be used."""
    phases: Literal[1, 3] | None = None
    """Of each EVSE; none is 3, and 1 for DC."""
    max_current_a: Annotated[StrictFloat, Field(ge=6, le=10_000)] | None = None
    """Of each EVSE, in amperes a phase; none is 32, and 250 for DC."""
    versions: Annotated[tuple[OcppVersion, ...], Field(min_length=1)] = SPOKEN
    """The OCPP versions that it offers, in order of preference."""
    csms: str | None = None
    """The URL of its CSMS without its identity; none is the simulator's own."""
    password: SecretStr | None = None
    """For HTTP Basic authentication."""
    vendor: Annotated[str, Field(min_length=1, max_length=20)] = "Pilotwire"
    model: Annotated[str, Field(min_length=1, max_length=20)] = "Simulated"
    serial_number: Annotated[str, Field(min_length=1, max_length=25)] | None = None
    firmware_version: Annotated[str, Field(min_length=1, max_length=50)] = "1.0"
    settings: dict[str, VariableValue] = {}
    """Other defaults of standard variables, by `Component.Variable`."""
    bay_sensors: StrictBool = False
    """Whether its parking bays are watched."""
    phase_pause_s: Annotated[StrictFloat, Field(ge=0, le=300)] | None = None
    """With it, two of three phases can be left out, after so many seconds without an offer."""
    full_meters: StrictBool = False
    """Whether its meters show more than most do."""
    signing: StrictBool = False
    """Whether its meters sign."""
    main_meter: StrictBool = False
    """Whether the station has a meter of its own."""
    bidirectional: StrictBool = False
    """Whether energy can be taken back from vehicles."""
    certificates: StrictBool = True
    """Whether it keeps certificates."""
    files: StrictBool = True
    """Whether it fetches and sends files: firmware, logs."""


def make_charger(
    plan: ChargerPlan,
    folder: Path,
    *,
    csms: str,
    connector: Connector,
    world: WorldClock,
    random: Random,
    unsecured: StrictBool = True,
    sample_every: float | None = 5.0,
    tap: Callable[[FrameDirection, str], None] | None = None,
) -> SimulatedCharger:
    """The charger of a plan.

    Args:
        plan: What it is.
        folder: Where it keeps all that must outlast a power cut.
        csms: The CSMS, where the plan does not say.
        connector: What opens connections while there is a network.
        world: The time of day.
        random: Chance.
        unsecured: Whether neither TLS nor a password will do, beyond this computer.
        sample_every: Seconds between two samples for plots; None takes none.
        tap: Sees each message.

    Raises:
        ValueError: the plan can't be.
        HardwareError: the memory of its meters can't be used.
    """
    hardware = _hardware(plan, folder, random)
    password = None if plan.password is None else plan.password.get_secret_value()
    network = Network(plan.csms or csms, plan.versions, password, unsecured)
    certificates = folder / "certificates" if plan.certificates else None
    return SimulatedCharger(
        plan.identity,
        Bench(dict(enumerate(hardware.evses, 1)), hardware, certificates),
        partial(_station, plan, network, hardware, certificates, folder),
        store=folder / "station.db",
        connector=connector,
        world=world,
        about=About(plan.vendor, plan.model, plan.serial_number, plan.firmware_version),
        random=random,
        sample_every=sample_every,
        tap=tap,
    )


def _station(
    plan: ChargerPlan,
    network: Network,
    hardware: SimulatedStation,
    certificates: Path | None,
    folder: Path,
    store: MortalStore,
    environment: Environment,
) -> ChargingStation[SimulatedStation]:
    return ChargingStation(
        identity=plan.identity,
        vendor=plan.vendor,
        model=plan.model,
        serial_number=plan.serial_number,
        firmware_version=plan.firmware_version,
        csms=network,
        hardware=hardware,
        store=store,
        settings=[variable(name).to(value) for name, value in plan.settings.items()],
        environment=environment,
        certificates=None if certificates is None else CertificateFolder(certificates),
        files=FileFolder(folder / "files", log_bytes=LOG_BYTES) if plan.files else None,
    )


def _hardware(plan: ChargerPlan, folder: Path, random: Random) -> SimulatedStation:
    direct = plan.connectors[0] in DC_KINDS
    phases: Mapping[bool, int] = {True: 1, False: 3}
    return SimulatedStation(
        plan.evses,
        random=random,
        memory=folder / "meters",
        phases=phases[direct] if plan.phases is None else plan.phases,
        max_current_a=plan.max_current_a or (250.0 if direct else 32.0),
        voltage=400.0 if direct else 230.0,
        connectors=plan.connectors,
        bay_sensors=plan.bay_sensors,
        phase_pause_s=plan.phase_pause_s,
        full_meters=plan.full_meters,
        signing=plan.signing,
        main_meter=plan.main_meter,
        bidirectional=plan.bidirectional,
        updater=SimulatedUpdater(plan.firmware_version) if plan.files else None,
    )
