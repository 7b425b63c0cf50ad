"""How a simulated charger looks now: its hardware, and what its station tells, as views."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pilotwire.charging_station import Attribute, ChargingStation, EvseSnapshot, Fault
from pilotwire.hal.simulated import ElectricVehicle, SimulatedConnector, SimulatedEvse
from pilotwire.ocpp.specs import Mutability
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.simulator.views import (
    CertificateView,
    ConnectionView,
    ConnectorView,
    EvseView,
    FaultView,
    LimitView,
    MeterView,
    ProfileView,
    ReservationView,
    Sample,
    StationSummary,
    StationView,
    TransactionView,
    VariableView,
    VehicleView,
)
from pilotwire.station.device_model.definitions import Definition
from pilotwire.station.device_model.model import UnknownVariableError
from pilotwire.station.device_model.standard import ClockCtrlr

if TYPE_CHECKING:
    from pilotwire.simulator.charger import SimulatedCharger

    AnyStation = ChargingStation[Any]

__all__ = ["certificates", "samples", "station_view", "summary", "variables"]


def station_view(charger: SimulatedCharger) -> StationView:
    """All of a charger."""
    station = charger.station if charger.running else None
    snapshots = {} if station is None else {each.evse_id: each for each in station.evses}
    reserved = () if station is None else station.reservations
    return StationView(
        identity=charger.identity,
        vendor=charger.about.vendor,
        model=charger.about.model,
        serial_number=charger.about.serial_number,
        firmware_version=_firmware(charger),
        powered=charger.powered,
        running=charger.running,
        failure="" if charger.failure is None else str(charger.failure),
        starts=charger.starts,
        time=None if station is None else station.device_model[ClockCtrlr.DateTime],
        connection=_connection(charger, station),
        evses=tuple(
            _evse(
                charger,
                evse_id,
                evse,
                snapshots.get(evse_id),
                next((each.id for each in reserved if each.evse_id == evse_id), None),
            )
            for evse_id, evse in sorted(charger.bench.evses.items())
        ),
        faults=tuple(_station_faults(snapshots.values())),
        reservations=tuple(
            ReservationView(
                id=each.id,
                evse_id=each.evse_id,
                token=each.token.value,
                expires=each.expires,
                connector_type=each.connector_type,
            )
            for each in reserved
        ),
        profiles=() if station is None else tuple(_profiles(station)),
        last_message=charger.messages.last,
    )


def summary(charger: SimulatedCharger) -> StationSummary:
    """A charger in a line."""
    station = charger.station if charger.running else None
    version = None if station is None else station.version
    return StationSummary(
        identity=charger.identity,
        powered=charger.powered,
        running=station is not None,
        connected=version is not None,
        accepted=station is not None and station.accepted,
        version=version,
        statuses=() if station is None else tuple(f"{each.status}" for each in station.evses),
    )


def samples(charger: SimulatedCharger, at: datetime) -> Iterator[Sample]:
    """What is so at each EVSE now."""
    snapshots = {each.evse_id: each for each in charger.station.evses} if charger.running else {}
    for evse_id, evse in charger.bench.evses.items():
        snapshot = snapshots.get(evse_id)
        limit = None if snapshot is None else snapshot.limit
        meter = _meter(evse)
        used = _in_use(evse)
        yield Sample(
            at=at,
            evse_id=evse_id,
            power_w=meter.power_w,
            current_a=meter.current_a,
            offered_a=used.offered_a,
            limit_a=evse.max_current_a if limit is None else limit,
            soc=None if used.vehicle is None else used.vehicle.soc,
            import_wh=meter.import_wh,
        )


def variables(station: AnyStation) -> Sequence[VariableView]:
    """The variables of a station that runs, and its keys of 1.6."""
    found = [view for each in station.device_model for view in _variable(station, each)]
    found.sort(key=lambda each: each.name)
    keys = {key.name: key for key in vars(Keys).values() if hasattr(key, "datatype")}
    for each in station.configuration_keys():
        spec = keys.get(each.key)
        found.append(
            VariableView(
                name=each.key,
                attribute=Attribute.ACTUAL,
                value=each.value,
                settable=not each.readonly,
                mutability=(Mutability.READ_ONLY if each.readonly else Mutability.READ_WRITE).value,
                datatype="string" if spec is None else spec.datatype.name,
                unit=None,
                minimum=None if spec is None else spec.minimum,
                maximum=None if spec is None else spec.maximum,
                values=() if spec is None else tuple(spec.values),
                reboot_required=False,
            )
        )
    return found


async def certificates(folder: Path | None) -> Sequence[CertificateView]:
    """The certificates in a folder."""
    if folder is None:
        return ()
    # What reads certificates takes long to be imported.
    from pilotwire.simulator.trust import certificates_in

    return await asyncio.to_thread(certificates_in, folder)


# The parts.


def _firmware(charger: SimulatedCharger) -> str | None:
    bench = charger.bench.station
    if bench is not None and bench.updater is not None:
        return bench.updater.version
    return charger.about.firmware_version


def _connection(charger: SimulatedCharger, station: AnyStation | None) -> ConnectionView:
    network = charger.network
    version = None if station is None else station.version
    return ConnectionView(
        url=network.url,
        connected=version is not None,
        version=version,
        accepted=station is not None and station.accepted,
        offline=network.offline,
        silent=network.silent,
        trouble=network.trouble,
        waiting=0 if station is None else station.outbox_size,
    )


def _evse(
    charger: SimulatedCharger,
    evse_id: int,
    evse: SimulatedEvse,
    snapshot: EvseSnapshot | None,
    reservation_id: int | None,
) -> EvseView:
    statuses = () if snapshot is None else snapshot.connectors
    return EvseView(
        id=evse_id,
        status="" if snapshot is None else snapshot.status,
        connectors=tuple(
            _connector(number, each, statuses[number - 1] if statuses else "")
            for number, each in enumerate(evse.connectors, 1)
        ),
        max_current_a=evse.max_current_a,
        phases=evse.phases,
        meter=_meter(evse),
        limit=_limit(snapshot),
        transaction=_transaction(snapshot),
        token=None if snapshot is None or snapshot.token is None else snapshot.token.value,
        reservation_id=reservation_id,
        faults=()
        if snapshot is None
        else tuple(_fault(each) for each in (*snapshot.faults, *snapshot.warnings) if each.evse_id),
        holds=() if snapshot is None else snapshot.holds,
        broken=tuple(sorted(what for where, what in charger.damage if where == evse_id)),
        bay_sensor=evse.has_bay_sensor,
        bay_occupied=evse.bay_occupied,
    )


def _connector(number: int, connector: SimulatedConnector, status: str) -> ConnectorView:
    vehicle = connector.vehicle
    return ConnectorView(
        id=number,
        kind=connector.kind,
        status=status,
        pilot=connector.pilot,
        locked=connector.lock.locked,
        contactor_closed=connector.contactor.closed,
        offered_a=connector.offered_a,
        vehicle=None if vehicle is None else _vehicle(vehicle),
    )


def _vehicle(vehicle: ElectricVehicle) -> VehicleView:
    return VehicleView(
        soc=vehicle.soc,
        target_soc=vehicle.target_soc,
        asks=vehicle.asks,
        paused=vehicle.paused,
        full=vehicle.full,
        iso15118=vehicle.talk is not None,
    )


def _in_use(evse: SimulatedEvse) -> SimulatedConnector:
    return next((each for each in evse.connectors if each.vehicle is not None), evse)


def _meter(evse: SimulatedEvse) -> MeterView:
    vehicles = (each.vehicle for each in evse.connectors if each.vehicle is not None)
    flow = next((each.flow for each in vehicles if each.flow is not None), None)
    now = asyncio.get_running_loop().time()
    return MeterView(
        import_wh=evse.meter.register_wh,
        export_wh=evse.meter.export_register_wh,
        power_w=evse.meter.power_w,
        current_a=0.0 if flow is None else flow.current_a(now),
        phases=0 if flow is None else flow.phases,
    )


def _limit(snapshot: EvseSnapshot | None) -> LimitView | None:
    if snapshot is None or snapshot.limit is None:
        return None
    reason = snapshot.limit_reason
    return LimitView(
        amperes=snapshot.limit,
        reason=None if reason is None else reason.value,
        until=snapshot.limit_until,
    )


def _transaction(snapshot: EvseSnapshot | None) -> TransactionView | None:
    if snapshot is None or snapshot.transaction_id is None:
        return None
    return TransactionView(
        id=snapshot.transaction_id,
        token=None if snapshot.token is None else snapshot.token.value,
        began=snapshot.began,
        energy_wh=snapshot.energy_wh,
        charging_state=snapshot.charging_state,
    )


def _fault(fault: Fault) -> FaultView:
    return FaultView(code=fault.code, info=fault.info, warning=fault.is_warning, found=fault.found)


def _station_faults(snapshots: Iterable[EvseSnapshot]) -> Iterator[FaultView]:
    """They stand on every EVSE: those of the first one are all."""
    for snapshot in snapshots:
        for each in (*snapshot.faults, *snapshot.warnings):
            if not each.evse_id:
                yield _fault(each)
        return


def _profiles(station: AnyStation) -> Iterator[ProfileView]:
    for each in station.charging_profiles:
        yield ProfileView(
            id=each.id,
            evse_id=each.evse_id,
            source=each.source,
            purpose=each.purpose,
            stack_level=each.profile.stack_level,
            profile=cast("dict[str, Any]", each.profile.to_wire()),
        )


def _variable(station: AnyStation, definition: Definition) -> Iterator[VariableView]:
    spec = definition.spec
    minimum, maximum = definition.limits
    for attribute in definition.attributes:
        secret = spec.secret or definition.mutability is Mutability.WRITE_ONLY
        try:
            value = None if secret else station.device_model.text(definition, attribute)
        except UnknownVariableError:
            continue
        computed = definition.computed and attribute is Attribute.ACTUAL
        yield VariableView(
            name=definition.title,
            attribute=attribute,
            value=value,
            settable=not computed,
            mutability=definition.mutability_of(attribute).value,
            datatype=spec.datatype.name,
            unit=spec.units[0] if len(spec.units) == 1 else None,
            minimum=minimum,
            maximum=maximum,
            values=definition.allowed,
            reboot_required=definition.reboot_required,
        )
