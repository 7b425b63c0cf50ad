"""What a tester can do to a simulated charger: one vocabulary for the prompt, the HTTP API, its
clients, scenarios and the page.

    act = PlugIn(evse=1, vehicle=Vehicle(soc=20))
    await charger.do(act)

An act is plain data: `act.model_dump_json()` is what goes over the wire, `read_act` reads it back,
and the docstrings here are what the API's description and the prompt's help say.

EVSEs are numbered from 1 on, as are the connectors of each; 0 stands for the whole station where
an act says so. Seconds are the station's: at speed 60, one passes in a sixtieth of a second.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final, TypeAlias, get_args

from pydantic import Field, TypeAdapter, ValidationError

from pilotwire.simulator.acts.base import Act
from pilotwire.simulator.acts.messages import (
    DataTransfer,
    SecurityEvent,
    Send,
)
from pilotwire.simulator.acts.people import (
    Aim,
    Depart,
    DriveIn,
    DriveOut,
    LeavePlug,
    Pause,
    PlugIn,
    Priority,
    Resume,
    Start,
    Stop,
    Swipe,
    Unplug,
    Vehicle,
)
from pilotwire.simulator.acts.settings import (
    Clock,
    ExternalLimit,
    Limit,
    SetVariable,
    Speed,
)
from pilotwire.simulator.acts.trouble import (
    Break,
    ClearFault,
    Mend,
    Offline,
    Online,
    PowerCut,
    PowerOn,
    RaiseFault,
    Restart,
    ServiceButton,
)
from pilotwire.simulator.errors import ActError

__all__ = [
    "ACTS",
    "Act",
    "Aim",
    "AnyAct",
    "Break",
    "ClearFault",
    "Clock",
    "DataTransfer",
    "Depart",
    "DriveIn",
    "DriveOut",
    "ExternalLimit",
    "LeavePlug",
    "Limit",
    "Mend",
    "Offline",
    "Online",
    "Pause",
    "PlugIn",
    "PowerCut",
    "PowerOn",
    "Priority",
    "RaiseFault",
    "Restart",
    "Resume",
    "SecurityEvent",
    "Send",
    "ServiceButton",
    "SetVariable",
    "Speed",
    "Start",
    "Stop",
    "Swipe",
    "Unplug",
    "Vehicle",
    "read_act",
]

AnyAct: TypeAlias = (
    PlugIn
    | Unplug
    | LeavePlug
    | Depart
    | Pause
    | Resume
    | Aim
    | Swipe
    | Start
    | Stop
    | Priority
    | DriveIn
    | DriveOut
    | RaiseFault
    | ClearFault
    | Break
    | Mend
    | ServiceButton
    | Offline
    | Online
    | PowerCut
    | PowerOn
    | Restart
    | SetVariable
    | Speed
    | Clock
    | Limit
    | ExternalLimit
    | SecurityEvent
    | DataTransfer
    | Send
)
"""Any of them; the field `act` says which."""

ACTS: Final[Mapping[str, type[Act]]] = MappingProxyType(
    {kind.model_fields["act"].default: kind for kind in get_args(AnyAct)}
)
"""All acts, by what `act` says."""

_READER: Final[TypeAdapter[AnyAct]] = TypeAdapter(Annotated[AnyAct, Field(discriminator="act")])


def read_act(data: object) -> AnyAct:
    """The act that a document says: what `json.loads` or `tomllib.loads` made of one.

    Raises:
        ActError: there is no such act, or it can't be as it is said; `where` names the field.
    """
    try:
        return _READER.validate_python(data)
    except ValidationError as error:
        fault, *more = error.errors(include_url=False, include_input=False)
        if fault["type"].startswith("union_tag"):
            raise ActError(f"it is one of {', '.join(ACTS)}", "act") from None
        where = ".".join(str(step) for step in fault["loc"])
        others = f" (and {len(more)} more)" if more else ""
        raise ActError(f"{fault['msg']}{others}", where) from None
