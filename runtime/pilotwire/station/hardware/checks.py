"""What the hardware says, checked where it comes in.

What is of no use is a fault of the EVSE that said it, where it is known which one that is, or is
refused and logged; a fault that was raised counts, however it is worded.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard, cast

from pilotwire.foreign import printable
from pilotwire.hal.interfaces import (
    WHOLE_STATION,
    AnyEvse,
    AnyFaultCode,
    BayChanged,
    ConnectorHardware,
    ConnectorKind,
    EvseHardware,
    ExternalLimitChanged,
    FaultCleared,
    FaultCode,
    FaultRaised,
    NeedsTold,
    OwnWord,
    PhaseSwitch,
    PilotChanged,
    PilotState,
    PlugChanged,
    ScheduleChosen,
    TokenPresented,
    VehicleTalks,
)
from pilotwire.logs import logger
from pilotwire.station.facts.authorization import MAX_ADDITIONAL, MAX_ID_TOKEN, MAX_KIND
from pilotwire.station.hardware.calls import plain_text
from pilotwire.station.hardware.talk import checked_talk
from pilotwire.station.hardware.values import is_number, said, shortly
from pilotwire.station.vocabulary import ChargingLimitSource, IdTokenKind

__all__ = [
    "DC_KINDS",
    "LEAST_AC",
    "MOST_DIRECT_VOLTS",
    "SOCKETS",
    "PilotUnreadable",
    "check_evses",
    "checked_cable",
    "checked_event",
    "checked_limit",
    "checked_pilot",
    "connectors_of",
    "has_bay_sensor",
    "highest_voltage",
    "is_number",
    "pause_of",
    "phases_of",
    "said",
    "shortly",
    "switch_of",
]

log = logger(__name__)

_ADDITIONAL_KIND = 50
"""The most characters of the kind of what is said of a token besides (AdditionalInfoType)."""

LEAST_AC = 6.0
"""The least that a Control Pilot can offer, in amperes (IEC 61851-1 Annex A)."""

SOCKETS = frozenset({ConnectorKind.TYPE2_SOCKET})
"""The connectors that take a cable of the driver's; the others have a fixed one."""

DC_KINDS = frozenset({ConnectorKind.CCS1_CABLE, ConnectorKind.CCS2_CABLE})
"""The connectors with direct current."""

MOST_DIRECT_VOLTS = 1500.0
"""No charger for vehicles has a higher voltage."""

LONGEST_PAUSE = 300.0
"""Seconds that may pass before phases are switched."""

_CODE_LENGTH = 50
_SOURCE = 20
_TOKEN_KINDS = frozenset(IdTokenKind)
_FAULT_CODES = frozenset(FaultCode)


@dataclass(frozen=True, slots=True)
class PilotUnreadable:
    """The hardware told a pilot that is none: the station's own finding, gone with the next one."""

    evse_id: int
    info: str


# Numbers.


def checked_limit(most: object, *, direct: bool) -> float:
    """The most that an EVSE may offer, in amperes.

    Raises:
        ValueError: it is nothing that can be offered: less than 6 A for AC.
    """
    least = 0.0 if direct else LEAST_AC
    if not is_number(most) or most < least or most == 0:
        bound = "more than 0" if direct else f"{LEAST_AC:g} or more"
        raise ValueError(f"max_current_a must be {bound}, not {shortly(most)}")
    return float(most)


def checked_cable(bears: object) -> float | None:
    """What a cable bears, in amperes; None: that is not known, or there is none.

    Raises:
        ValueError: it is less than can be offered over one, or no number.
    """
    if bears is None:
        return None
    if not is_number(bears) or bears < LEAST_AC:
        raise ValueError(f"cable_current_a must be {LEAST_AC:g} or more, not {shortly(bears)}")
    return float(bears)


# Pilots.


def checked_pilot(state: object) -> PilotState:
    """A state of the Control Pilot; its letter will do.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(state, str):
        raise ValueError(f"{shortly(state)} is no state of a pilot")  # noqa: TRY004 -- data
    return PilotState(state)


# The whole of it.


def connectors_of(hardware: AnyEvse) -> Sequence[ConnectorHardware]:
    """The connectors of an EVSE: its own, or itself where it has but one."""
    # Not `isinstance`: of a protocol it takes long, and a fleet has many EVSEs.
    several: Sequence[ConnectorHardware] | None = getattr(hardware, "connectors", None)
    return (cast("EvseHardware", hardware),) if several is None else several


def has_bay_sensor(hardware: AnyEvse) -> bool:
    """Whether the parking bay of an EVSE is watched."""
    said: object = getattr(hardware, "has_bay_sensor", False)  # an optional part of the interface
    return said is True


def phases_of(hardware: AnyEvse) -> frozenset[int]:
    """Over how many phases of the grid an EVSE can be made to charge: both 1 and 3 where it can
    switch (`PhaseSwitch`), else only those that it has; 3 where they feed direct current.
    """
    if all(connector.kind in DC_KINDS for connector in connectors_of(hardware)):
        return frozenset({3})
    switchable = hardware.phases > 1 and switch_of(hardware) is not None
    return frozenset({1, hardware.phases}) if switchable else frozenset({hardware.phases})


def switch_of(hardware: AnyEvse) -> PhaseSwitch | None:
    """What switches the phases of an EVSE; None where nothing does."""
    says: object = getattr(hardware, "phases_switchable", False)  # an optional part
    return cast("PhaseSwitch", hardware) if says is True else None


def pause_of(switch: PhaseSwitch) -> float:
    """For how long nothing is offered before phases are switched, in seconds.

    Raises:
        ValueError: it is no such time.
    """
    pause = said(switch.phase_pause_s)
    if not is_number(pause) or not 0 <= pause <= LONGEST_PAUSE:
        raise ValueError(f"phase_pause_s must be 0 to {LONGEST_PAUSE:g}, not {shortly(pause)}")
    return float(pause)


def highest_voltage(hardware: AnyEvse) -> float:
    """The highest voltage of an EVSE with direct current (`VoltageBound`).

    Raises:
        ValueError: it is none.
    """
    volts: object = getattr(hardware, "max_voltage_v", MOST_DIRECT_VOLTS)
    if not is_number(volts) or volts <= 0:
        raise ValueError(f"max_voltage_v must be more than 0, not {shortly(volts)}")
    return float(volts)


def check_evses(evses: Sequence[AnyEvse]) -> None:
    """Hold what the hardware says of itself against what can be.

    Raises:
        ValueError: an EVSE can't be as it says; the text says which, and why.
    """
    if not len(evses):
        raise ValueError("the hardware has no EVSE")
    for number, evse in enumerate(evses, start=1):
        try:
            _check_evse(evse)
        except ValueError as error:
            raise ValueError(f"EVSE {number} of the hardware: {error}") from None


def _check_evse(evse: AnyEvse) -> None:
    connectors = connectors_of(evse)
    if not len(connectors):
        raise ValueError("it has no connector")
    kinds: list[object] = [connector.kind for connector in connectors]
    for kind in kinds:
        if not isinstance(kind, ConnectorKind):
            raise ValueError(f"{shortly(kind)} is no ConnectorKind")  # noqa: TRY004 -- data
    direct = [kind in DC_KINDS for kind in kinds]
    if len(set(direct)) > 1:
        raise ValueError("its connectors are some for AC and some for DC")
    phases = said(evse.phases)
    possible = {1} if direct[0] else {1, 3}
    if isinstance(phases, bool) or not isinstance(phases, int) or phases not in possible:
        wanted = "1 for DC" if direct[0] else "1 or 3"
        raise ValueError(f"phases must be {wanted}, not {shortly(phases)}")
    checked_limit(evse.max_current_a, direct=direct[0])
    switch = switch_of(evse)
    if switch is not None:
        if phases != 3:
            raise ValueError(f"phases can be switched where there are 3, not {phases}")
        pause_of(switch)
    if direct[0]:
        highest_voltage(evse)


# Events.


def checked_event(event: object, connectors: Sequence[int]) -> object | None:
    """An event as the station's blocks may hear it; None if it is refused, which is logged.

    `connectors` are how many connectors each EVSE has. Events of classes that are not the
    interface's own pass: a block may bring along its own.
    """
    try:
        match event:
            case PilotChanged():
                return _checked_pilot_changed(event, connectors)
            case PlugChanged():
                return _checked_plug(event, connectors)
            case BayChanged():
                return _checked_bay(event, connectors)
            case TokenPresented():
                return _checked_token(event, connectors)
            case FaultRaised() | FaultCleared():
                return _checked_fault(event, connectors)
            case VehicleTalks() | NeedsTold() | ScheduleChosen():
                return checked_talk(event, len(connectors))
            case ExternalLimitChanged():
                return _checked_external_limit(event, connectors)
            case _:
                return event
    except ValueError as error:
        why = printable(str(error))
        log.error("the hardware said what it can't mean; it was refused: %s", why)  # noqa: TRY400 -- the error says where and why
        return None


def _checked_pilot_changed(
    event: PilotChanged, connectors: Sequence[int]
) -> PilotChanged | PilotUnreadable:
    _check_place(event.evse_id, event.connector_id, connectors)
    try:
        state = checked_pilot(event.state)
    except ValueError as error:
        return PilotUnreadable(event.evse_id, str(error))
    return replace(event, state=state)


def _checked_plug(event: PlugChanged, connectors: Sequence[int]) -> PlugChanged:
    _check_place(event.evse_id, event.connector_id, connectors)
    if not isinstance(said(event.plugged), bool):
        raise ValueError(f"a plug is there or not, and not {shortly(event.plugged)}")  # noqa: TRY004 -- a driver's value is judged, not a type of ours
    return event


def _checked_bay(event: BayChanged, connectors: Sequence[int]) -> BayChanged:
    if _evse(event.evse_id, connectors) == WHOLE_STATION:
        raise ValueError("the station as a whole has no parking bay")
    if not isinstance(said(event.occupied), bool):
        raise ValueError(f"a bay is occupied or not, and not {shortly(event.occupied)}")  # noqa: TRY004 -- a driver's value is judged, not a type of ours
    return event


def _checked_external_limit(
    event: ExternalLimitChanged, connectors: Sequence[int]
) -> ExternalLimitChanged:
    evse_id, source = _evse(event.evse_id, connectors), said(event.source)
    limit, critical = said(event.limit_a), said(event.critical)
    if limit is not None and not (is_number(limit) and limit >= 0):
        raise ValueError(f"an external limit is no less than 0 A, and not {shortly(limit)}")
    if (
        not isinstance(source, str)
        or not 0 < len(source) <= _SOURCE
        or plain_text(source) != source
    ):
        raise ValueError(f"an external limit has a source, and not {shortly(source)}")
    if source == ChargingLimitSource.CSO:
        raise ValueError("an external limit is not the CSMS's")
    if critical is not None and not isinstance(critical, bool):
        raise ValueError(f"a limit is critical or not, and not {shortly(critical)}")
    return replace(event, evse_id=evse_id)


def _check_place(evse_id: object, connector_id: object, connectors: Sequence[int]) -> None:
    number = _evse(evse_id, connectors)
    if number == WHOLE_STATION:
        raise ValueError("the station as a whole has no connector")
    if not _is_one_of(connector_id, range(1, connectors[number - 1] + 1)):
        raise ValueError(f"EVSE {number} has no connector {shortly(connector_id)}")


def _checked_token(event: TokenPresented, connectors: Sequence[int]) -> TokenPresented:
    token, kind, evse_id = said(event.token), said(event.kind), event.evse_id
    # C02.FR.01: who needs none has an empty one.
    nobody = token == "" and kind == IdTokenKind.NO_AUTHORIZATION
    if not isinstance(token, str) or not (token.strip() or nobody):
        raise ValueError("a reader gave an empty token, or none")
    if len(token) > MAX_ID_TOKEN:
        raise ValueError(f"a reader gave a token of {len(token)} characters")
    if plain_text(token) != token:
        raise ValueError("a reader gave a token that is no text")
    if not _is_kind(kind):
        raise ValueError(f"a reader gave a token of the unknown kind {shortly(kind)}")
    if evse_id is not None:
        # One that serves the whole station is as one that names no EVSE.
        evse_id = _evse(evse_id, connectors) or None
    return replace(event, evse_id=evse_id, additional=_checked_additional(event.additional))


def _checked_additional(said: Sequence[object]) -> tuple[tuple[str, str], ...]:
    if not isinstance(said, (tuple, list)) or len(said) > MAX_ADDITIONAL:
        raise ValueError(f"a reader said more than {MAX_ADDITIONAL} things of a token, or none")
    return tuple(_checked_pair(pair) for pair in said)


def _checked_pair(pair: object) -> tuple[str, str]:
    match pair:
        case (str() as kind, str() as text) if (
            0 < len(kind) <= _ADDITIONAL_KIND
            and 0 < len(text) <= MAX_ID_TOKEN
            and plain_text(kind) == kind
            and plain_text(text) == text
        ):
            return kind, text
        case _:
            raise ValueError("a reader said of a token what is no pair of short texts")


def _is_kind(said: object) -> bool:
    """Whether it is a kind of token: a slip of the standard's words is none of one's own."""
    if isinstance(said, OwnWord):
        return 0 < len(said) <= MAX_KIND and plain_text(said) == said
    return isinstance(said, str) and said in _TOKEN_KINDS


def _checked_fault(
    event: FaultRaised | FaultCleared, connectors: Sequence[int]
) -> FaultRaised | FaultCleared:
    """A fault is never refused for its words: it is one in any case."""
    evse_id = _evse(event.evse_id, connectors)
    word = said(event.code)
    code = _code(word) if isinstance(word, str) and word else FaultCode.OTHER
    if isinstance(event, FaultCleared):
        return FaultCleared(evse_id, code)
    info = said(event.info)
    return FaultRaised(evse_id, code, plain_text(info if isinstance(info, str) else shortly(info)))


def _code(said: str) -> AnyFaultCode:
    text = plain_text(said, _CODE_LENGTH)
    return FaultCode(text) if text in _FAULT_CODES else OwnWord(text)


def _evse(evse_id: object, connectors: Sequence[int]) -> int:
    if not _is_one_of(evse_id, range(len(connectors) + 1)):
        raise ValueError(f"there is no EVSE {shortly(evse_id)}")
    return evse_id


def _is_one_of(value: object, numbers: range) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value in numbers
