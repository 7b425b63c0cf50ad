"""What an EVSE and its vehicle tell each other by ISO 15118, as far as the station decides on it:
what the vehicle needs, the schedules that it is offered, and the one that it takes.

    the vehicle                                    the station
    begins to talk (`VehicleTalks`)
    tells what it needs (`NeedsTold`)              asks its CSMS, and answers within 60 s
                                                   offers schedules (`offer_schedules`)
    takes one (`ScheduleChosen`), and charges
    tells other needs (`NeedsTold`)                as before
                                                   has others to offer (`renegotiate`)
    tells what it needs (`NeedsTold`)              offers them at once
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

__all__ = [
    "AcNeeds",
    "DcNeeds",
    "EnergyTransfer",
    "NeedsTold",
    "OfferedSchedule",
    "PowerStep",
    "ScheduleChosen",
    "TalkingEvse",
    "VehicleTalks",
]


class EnergyTransfer(StrEnum):
    """How a vehicle wants its energy, in the words of OCPP's EnergyTransferModeEnumType."""

    AC_SINGLE_PHASE = "AC_single_phase"
    AC_TWO_PHASE = "AC_two_phase"
    AC_THREE_PHASE = "AC_three_phase"
    DC = "DC"


@dataclass(frozen=True, slots=True)
class AcNeeds:
    """What a vehicle tells of itself at an AC outlet.

    Attributes:
        energy_wh: What it wants to have taken by its departure.
        min_current_a: The least that it charges with, in amperes a phase.
        max_current_a: The most that it can, in amperes a phase.
        max_voltage_v: The most that it bears.
    """

    energy_wh: float
    min_current_a: float
    max_current_a: float
    max_voltage_v: float


@dataclass(frozen=True, slots=True)
class DcNeeds:
    """What a vehicle tells of itself at a DC outlet; None is left unsaid.

    Attributes:
        max_current_a: The most that it takes, in amperes.
        max_voltage_v: The most that it bears.
        max_power_w: The most that it takes, in watts.
        capacity_wh: What its battery holds.
        energy_wh: What it wants to have taken by its departure.
        soc: Its state of charge, in percent.
        full_soc: From which on it is full, in percent.
        bulk_soc: From which on it charges slowly, in percent.
    """

    max_current_a: float
    max_voltage_v: float
    max_power_w: float | None = None
    capacity_wh: float | None = None
    energy_wh: float | None = None
    soc: float | None = None
    full_soc: float | None = None
    bulk_soc: float | None = None


@dataclass(frozen=True, slots=True)
class VehicleTalks:
    """The vehicle at an EVSE has begun to speak ISO 15118, or does so no more.

    It is told when the session of the two begins (SessionSetup), well before the vehicle says what
    it needs. When the vehicle is unplugged, that is clear by itself.
    """

    evse_id: int
    talks: bool = True


@dataclass(frozen=True, slots=True)
class NeedsTold:
    """A vehicle has told what it needs (ChargeParameterDiscovery), and waits for schedules.

    It does so once energy may be had: when current is offered. It does so again when it was told to
    (`TalkingEvse.renegotiate`), and whenever its needs are others.

    Attributes:
        evse_id: Where.
        needs: What it needs.
        transfer: How it wants its energy.
        departs_in_s: When it wants to leave, in seconds from now; None where it does not say.
        max_steps: How many steps a schedule may have at most; None where it does not say.
    """

    evse_id: int
    needs: AcNeeds | DcNeeds
    transfer: EnergyTransfer
    departs_in_s: float | None = None
    max_steps: int | None = None


@dataclass(frozen=True, slots=True)
class PowerStep:
    """So much may be taken from a time on until the next step: watts of all phases together."""

    start_s: float
    power_w: float


@dataclass(frozen=True, slots=True)
class OfferedSchedule:
    """What a vehicle may take: steps from 0 s on, which is now, until `duration_s` are over."""

    id: int
    steps: Sequence[PowerStep]
    duration_s: float


@dataclass(frozen=True, slots=True)
class ScheduleChosen:
    """A vehicle has taken a schedule, and begins to charge, or goes on (PowerDelivery).

    Attributes:
        evse_id: Where.
        schedule_id: Which of those that it was offered last.
        plan: How much it is going to take, from 0 s on, which is now; empty where it does not say.
    """

    evse_id: int
    schedule_id: int
    plan: Sequence[PowerStep] = ()


class TalkingEvse(Protocol):
    """What an EVSE has besides that speaks ISO 15118 with vehicles. Optional: known by the method
    `offer_schedules`.

    Both of these may come while another call is under way. If one fails, that is logged, and no
    fault: the vehicle charges by what it knows.
    """

    async def offer_schedules(self, schedules: Sequence[OfferedSchedule]) -> None:
        """Give the vehicle that has told its needs the schedules to choose from: one to three.

        Without effect where no vehicle waits for them any more.
        """
        ...

    async def renegotiate(self) -> None:
        """Have the vehicle tell its needs again, for there are other schedules than it has.

        Without effect where no vehicle speaks.
        """
        ...
