"""What the steps of a scenario can be: acts, waits, expectations, and what its CSMS does.

    await play.expect(Message(action="TransactionEvent", payload={"eventType": "Started"}))
    await play.expect(EvseState(evse=1, status="Occupied", power_w=Range(at_least=1000)))

In a file each is a `[[step]]`, with the same names. Seconds are the station's; what is not said of
a state does not matter.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal, Self, TypeAlias, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    StrictBool,
    StrictFloat,
    model_validator,
)

from pilotwire.connection import OcppVersion
from pilotwire.hal.interfaces import FaultCode
from pilotwire.ocpp.v21 import RegistrationStatusEnumType as RegistrationStatus
from pilotwire.simulator.acts import AnyAct
from pilotwire.simulator.acts.base import AnyPlace, ConnectorId, EvseId
from pilotwire.simulator.scenario.references import check_references
from pilotwire.station.vocabulary import Attribute

__all__ = [
    "EXPECTATIONS",
    "LONGEST_S",
    "AnyExpectation",
    "AnyStep",
    "Boot",
    "Boots",
    "Call",
    "Do",
    "Energy",
    "EvseState",
    "Message",
    "NoMessage",
    "Range",
    "StationState",
    "Step",
    "VariableValue",
    "Wait",
]

LONGEST_S: Final = 366.0 * 86_400
"""The longest that may be waited for anything."""

PATIENCE_S: Final = 30.0
EXACT: Final = 0.005
"""What a number may be off where one alone is said, as a part of it."""

Within: TypeAlias = Annotated[StrictFloat, Field(gt=0, le=LONGEST_S)]
Name: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$", max_length=50)]
ActionName: TypeAlias = Annotated[str, Field(min_length=1, max_length=50)]
Pattern: TypeAlias = Annotated[dict[str, JsonValue], AfterValidator(check_references)]
"""What is in a message; texts like "${started.transactionId}" stand for what was kept."""


class _Words(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, use_attribute_docstrings=True
    )


class Range(_Words):
    """Within which a number is; in a file, a number alone stands for itself."""

    at_least: StrictFloat | None = None
    at_most: StrictFloat | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, data: object) -> object:
        if isinstance(data, int | float) and not isinstance(data, bool):
            off = max(abs(data), 1.0) * EXACT
            return {"at_least": data - off, "at_most": data + off}
        return data

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise ValueError("say at_least, at_most or both")
        if None not in {self.at_least, self.at_most} and self.at_least > self.at_most:  # type: ignore[operator]  # neither is None
            raise ValueError("at_least is more than at_most")
        return self

    def __contains__(self, number: float) -> bool:
        return not (
            (self.at_least is not None and number < self.at_least)
            or (self.at_most is not None and number > self.at_most)
        )

    def __str__(self) -> str:
        least = [] if self.at_least is None else [f"at least {self.at_least:g}"]
        most = [] if self.at_most is None else [f"at most {self.at_most:g}"]
        return " and ".join(least + most)


class Step(_Words):
    """What all steps have in common."""

    station: Annotated[str, Field(min_length=1, max_length=255)] | None = None
    """The identity of the station that it is about; none is the scenario's first."""
    versions: Annotated[tuple[OcppVersion, ...], Field(min_length=1)] | None = None
    """The OCPP versions with which it is played; none is all."""


# What is done.


class Do(Step):
    """An act; in a file, its fields stand beside those of the step."""

    act: AnyAct
    refused: str | None = None
    """It can't be done, and this is in the reason that is told."""


class Wait(Step):
    """Let time pass."""

    wait: Annotated[StrictFloat, Field(gt=0, le=LONGEST_S)]
    """How many seconds."""


class Call(Step):
    """Have the embedded CSMS send a request, and wait for the answer."""

    call: ActionName
    """Which: "Reset"."""
    payload: Pattern = {}
    """What is in it, in the words of the version that is spoken."""
    answer: Pattern = {}
    """What is in the answer; it may hold more."""
    refused: str | None = None
    """The station answers with an error instead, and this is in what it says: "NotSupported"."""
    within: Within = PATIENCE_S
    keep: Name | None = None
    """By which name later steps find the answer's fields: `${name.field}`."""


class Boot(_Words):
    """What a BootNotification is answered."""

    status: RegistrationStatus
    interval: Annotated[int, Field(ge=0, le=2**31 - 1, strict=True)] | None = None
    """Seconds between heartbeats, or to the next attempt; none is the CSMS's own."""


class Boots(Step):
    """Have the embedded CSMS answer the station's next boots so; the last one counts for all later
    ones.
    """

    boots: Annotated[tuple[Boot, ...], Field(max_length=100)]
    """Without any, boots are accepted again."""


# What is expected.


class Message(Step):
    """A message comes, or has come since something was last done; each answers one expectation."""

    expect: Literal["message"] = "message"
    action: ActionName
    """Which: "StatusNotification"."""
    kind: Literal["call", "result", "error", "send"] = "call"
    """Whether it is the request, or the answer to one."""
    sent: StrictBool | None = None
    """Whether the station sends it; none is either."""
    payload: Pattern = {}
    """What is in it; it may hold more. A list must have these members, in this order."""
    within: Within = PATIENCE_S
    keep: Name | None = None
    """By which name later steps find its fields: `${name.field}`."""


class NoMessage(Step):
    """No such message comes for so long."""

    expect: Literal["no_message"] = "no_message"
    action: ActionName
    """Which."""
    kind: Literal["call", "result", "error", "send"] = "call"
    sent: StrictBool | None = None
    payload: Pattern = {}
    """Only one with this in it is meant."""
    seconds: Within
    """From now on."""


class EvseState(Step):
    """An EVSE is so, or becomes so in time."""

    expect: Literal["evse"] = "evse"
    evse: EvseId = 1
    connector: ConnectorId = 1
    """Of which of its connectors `plugged`, `locked`, `contactor_closed`, `offered_a` and `soc`
    tell.
    """
    status: str | None = None
    """ConnectorStatusEnumType, in each version: "Available"."""
    charging_state: str | None = None
    """ChargingStateEnumType of its transaction, in each version: "Charging"."""
    transaction: StrictBool | None = None
    """Whether one runs."""
    token: str | None = None
    """Whose session is on."""
    reserved: StrictBool | None = None
    """Whether it is kept free for somebody."""
    faults: tuple[FaultCode, ...] | None = None
    """The faults and warnings that stand, and no others; of the whole station, too."""
    plugged: StrictBool | None = None
    """Whether there is a vehicle."""
    locked: StrictBool | None = None
    contactor_closed: StrictBool | None = None
    offered_a: Range | None = None
    """What the pilot offers, in amperes a phase."""
    current_a: Range | None = None
    """What is drawn, in amperes a phase."""
    power_w: Range | None = None
    soc: Range | None = None
    """Of the vehicle's battery, in percent."""
    within: Within = PATIENCE_S


class StationState(Step):
    """A station is so, or becomes so in time."""

    expect: Literal["station"] = "station"
    running: StrictBool | None = None
    """Whether it has power and works."""
    connected: StrictBool | None = None
    accepted: StrictBool | None = None
    """Whether the CSMS has accepted it on the connection that it has."""
    version: OcppVersion | None = None
    """What is spoken on it."""
    waiting: Range | None = None
    """How many transaction-related messages wait for the CSMS."""
    within: Within = PATIENCE_S


class VariableValue(Step):
    """A variable, or a configuration key of 1.6, has a value, or takes it in time."""

    expect: Literal["variable"] = "variable"
    name: Annotated[str, Field(min_length=1, max_length=200)]
    """As the act `set` has it: "TxCtrlr.EVConnectionTimeOut"; without a point, a key of 1.6."""
    value: str
    """As OCPP writes it."""
    attribute: Attribute = Attribute.ACTUAL
    within: Within = PATIENCE_S


class Energy(Step):
    """The meter of an EVSE, or those of all, have counted so much since the scenario began."""

    expect: Literal["energy"] = "energy"
    evse: AnyPlace = 1
    """Whose; 0 is all of them together."""
    wh: Range
    """In watt-hours; less what was given back."""


AnyExpectation: TypeAlias = Message | NoMessage | EvseState | StationState | VariableValue | Energy
AnyStep: TypeAlias = Do | Wait | Call | Boots | AnyExpectation

EXPECTATIONS: Final[Mapping[str, type[AnyExpectation]]] = MappingProxyType(
    {
        cast("str", cast("type[Any]", kind).model_fields["expect"].default): kind
        for kind in (Message, NoMessage, EvseState, StationState, VariableValue, Energy)
    }
)
"""All of them, by what `expect` says."""
