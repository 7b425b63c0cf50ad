"""The blocks of a station, joined: a row for each.

A row names what makes the block, and the variables that steer it. Blocks are made in this order,
each with those before it at hand. To add one is to add a row here, its facts to
`station.facts.encoding`, and its words to each dialect.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from pilotwire.ocpp.specs import Setting
from pilotwire.station import availability, remote_control, security_events
from pilotwire.station.authorization import cache as authorization_cache
from pilotwire.station.authorization import local_list
from pilotwire.station.authorization import variables as authorization_variables
from pilotwire.station.authorization.block import AuthorizationBlock
from pilotwire.station.authorization.cache import AuthorizationCache
from pilotwire.station.authorization.local_list import LocalAuthorizationList
from pilotwire.station.availability import Availability
from pilotwire.station.core import Core
from pilotwire.station.data_transfer import DataTransfers
from pilotwire.station.delivery import repetition
from pilotwire.station.device_model import configuration
from pilotwire.station.device_model.configuration import Configuration
from pilotwire.station.device_model.definitions import Definition
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.device_model.standard import Standard
from pilotwire.station.diagnostics.uploads import LogUploads
from pilotwire.station.evse import variables as evse_variables
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.problems import Problems
from pilotwire.station.evse.triggers import EvseTriggers
from pilotwire.station.firmware.publishing import FirmwarePublishing
from pilotwire.station.firmware.updates import FirmwareUpdates
from pilotwire.station.metering.block import Metering
from pilotwire.station.metering.triggers import MeterTriggers
from pilotwire.station.provisioning import network_configuration, networks, password
from pilotwire.station.provisioning import variables as provisioning_variables
from pilotwire.station.provisioning.conversation import Provisioning
from pilotwire.station.provisioning.network_configuration import NetworkVariables
from pilotwire.station.provisioning.networks import Networks
from pilotwire.station.provisioning.password import PasswordChanges
from pilotwire.station.provisioning.reset import Resets
from pilotwire.station.provisioning.security_upgrade import SecurityUpgrades
from pilotwire.station.remote_control import RemoteControl
from pilotwire.station.reservation import block as reservation
from pilotwire.station.reservation.block import Reservations
from pilotwire.station.security.certificates import Certificates
from pilotwire.station.security.signing import CertificateSigning
from pilotwire.station.security.v2g_status import V2gStatus
from pilotwire.station.security.vehicle_status import VehicleStatus
from pilotwire.station.security_events import SecurityEvents
from pilotwire.station.smart_charging import external, limits
from pilotwire.station.smart_charging import variables as smart_charging_variables
from pilotwire.station.smart_charging.block import SmartCharging
from pilotwire.station.smart_charging.dynamic import DynamicProfiles
from pilotwire.station.smart_charging.external import ExternalControl
from pilotwire.station.smart_charging.limits import Limits
from pilotwire.station.smart_charging.needs import ChargingNeeds
from pilotwire.station.smart_charging.priority import PriorityCharging
from pilotwire.station.transactions import variables as transaction_variables
from pilotwire.station.transactions.csms_limits import CsmsLimits
from pilotwire.station.transactions.metering import variables as metering_variables
from pilotwire.station.transfer.block import Transfers
from pilotwire.station.triggers import Triggers
from pilotwire.station.unlocking import Unlocking
from pilotwire.store import StationRecords

__all__ = ["BLOCKS", "Block", "device_model", "standard"]


@dataclass(frozen=True, slots=True)
class Block:
    """A row: what makes the block (None where it is a part of `Core`), and its variables."""

    make: Callable[[Core], object] | None
    definitions: tuple[Definition, ...] = ()


BLOCKS: tuple[Block, ...] = (
    Block(None, repetition.DEFINITIONS),
    Block(None, transaction_variables.DEFINITIONS),
    Block(None, metering_variables.DEFINITIONS),
    Block(SecurityEvents, security_events.DEFINITIONS),
    Block(Triggers),
    Block(Problems),
    Block(Evses, evse_variables.DEFINITIONS),
    Block(Metering),
    Block(CsmsLimits),
    Block(Availability, availability.DEFINITIONS),
    Block(Reservations, reservation.DEFINITIONS),
    Block(SmartCharging, smart_charging_variables.DEFINITIONS),
    Block(DynamicProfiles),
    Block(ExternalControl, external.DEFINITIONS),
    Block(Limits, limits.DEFINITIONS),
    Block(ChargingNeeds),
    Block(PriorityCharging),
    Block(LocalAuthorizationList, local_list.DEFINITIONS),
    Block(AuthorizationCache, authorization_cache.DEFINITIONS),
    Block(AuthorizationBlock, authorization_variables.DEFINITIONS),
    Block(RemoteControl, remote_control.DEFINITIONS),
    Block(Unlocking),
    Block(Certificates),
    Block(Transfers),
    Block(LogUploads),
    Block(FirmwareUpdates),
    Block(FirmwarePublishing),
    Block(CertificateSigning),
    Block(V2gStatus),
    Block(VehicleStatus),
    Block(DataTransfers),
    Block(EvseTriggers),
    Block(MeterTriggers),
    Block(Resets, provisioning_variables.DEFINITIONS),
    Block(Provisioning),
    Block(Networks, networks.DEFINITIONS),
    Block(NetworkVariables, network_configuration.DEFINITIONS),
    Block(SecurityUpgrades),
    Block(PasswordChanges, password.DEFINITIONS),
    Block(Configuration, configuration.DEFINITIONS),
)


def standard() -> Standard:
    """The variables that every station has."""
    return _joined(BLOCKS)


def device_model(
    records: StationRecords,
    settings: Iterable[Setting] = (),
    hardware: Sequence[Definition] = (),
) -> DeviceModel:
    """The variables of a station; see `DeviceModel`."""
    return DeviceModel(records, standard(), settings, hardware)


@cache
def _joined(blocks: tuple[Block, ...]) -> Standard:
    return Standard(one for block in blocks for one in block.definitions)
