"""How each act is done to a simulated charger: a table, act by act.

The rule of this module: whatever an act meets (a locked plug, a station without power, a value that
can't be) is an `ActError` with its words; nothing of it ends the charger.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from pydantic import JsonValue, ValidationError

from pilotwire.charging_station import Attribute
from pilotwire.csms.raw import ACTIONS
from pilotwire.errors import PilotwireError
from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.simulated import (
    ElectricVehicle,
    Mishap,
    SimulatedConnector,
    SimulatedStation,
    Talk,
)
from pilotwire.ocpp.base import StationRequest
from pilotwire.rpc.validation import explain
from pilotwire.simulator import acts
from pilotwire.simulator.errors import ActError
from pilotwire.simulator.outage import PowerCut
from pilotwire.simulator.views import Done
from pilotwire.station.vocabulary import SetVariableStatus
from pilotwire.timing import AcceleratedEventLoop

if TYPE_CHECKING:
    from pilotwire.simulator.charger import SimulatedCharger

__all__ = ["do", "set_speed"]

A = TypeVar("A", bound=acts.Act)

_Deed = Callable[["SimulatedCharger", Any], Awaitable[Done | None]]
_DEEDS: Final[dict[type[acts.Act], _Deed]] = {}


def _deed(
    kind: type[A],
) -> Callable[
    [Callable[[SimulatedCharger, A], Awaitable[Done | None]]],
    Callable[[SimulatedCharger, A], Awaitable[Done | None]],
]:
    def register(
        function: Callable[[SimulatedCharger, A], Awaitable[Done | None]],
    ) -> Callable[[SimulatedCharger, A], Awaitable[Done | None]]:
        _DEEDS[kind] = function
        return function

    return register


async def do(charger: SimulatedCharger, act: acts.AnyAct) -> Done:
    """Do something to a charger.

    Raises:
        ActError: it can't be done; `where` has the name of the act, and of the field if it is one.
    """
    try:
        done = await _DEEDS[type(act)](charger, act)
    except ActError as error:
        where = f"{act.act}.{error.where}" if error.where else act.act
        raise ActError(error.what, where) from None
    except PowerCut:
        raise ActError("the power was cut meanwhile", act.act) from None
    except (HardwareError, PilotwireError, IndexError, ValueError) as error:
        raise ActError(str(error), act.act) from error
    return Done(act=act.act) if done is None else done


# Vehicles and people.


@_deed(acts.PlugIn)
async def _plug_in(charger: SimulatedCharger, act: acts.PlugIn) -> None:
    connector = _connector(charger, act.evse, act.connector)
    try:
        vehicle = _vehicle(act.vehicle)
    except ValueError as error:
        raise ActError(str(error), "vehicle") from None
    await connector.plug_in(vehicle)


@_deed(acts.Unplug)
async def _unplug(charger: SimulatedCharger, act: acts.Unplug) -> None:
    connector = _connector(charger, act.evse, act.connector)
    await (connector.tear_out() if act.force else connector.unplug())


@_deed(acts.LeavePlug)
async def _leave_plug(charger: SimulatedCharger, act: acts.LeavePlug) -> None:
    await _connector(charger, act.evse, act.connector).leave_plug()


@_deed(acts.Depart)
async def _depart(charger: SimulatedCharger, act: acts.Depart) -> Done:
    connector = _connector(charger, act.evse, act.connector)
    await connector.depart(act.patience)
    left = " without its cable, which is locked" if connector.lock.locked else ""
    return Done(act=act.act, said=f"the vehicle has left{left}")


@_deed(acts.Pause)
async def _pause(charger: SimulatedCharger, act: acts.Pause) -> None:
    _there(charger, act.evse, act.connector).pause()


@_deed(acts.Resume)
async def _resume(charger: SimulatedCharger, act: acts.Resume) -> None:
    _there(charger, act.evse, act.connector).resume()


@_deed(acts.Aim)
async def _aim(charger: SimulatedCharger, act: acts.Aim) -> None:
    vehicle = _there(charger, act.evse, act.connector)
    if act.departs_in_s is not None and vehicle.talk is None:
        raise ActError("the vehicle does not speak ISO 15118", "departs_in_s")
    if act.soc is not None:
        vehicle.aim_for(act.soc)
    if act.departs_in_s is not None and vehicle.talk is not None:
        vehicle.talk.renegotiate(act.departs_in_s)


@_deed(acts.Swipe)
async def _swipe(charger: SimulatedCharger, act: acts.Swipe) -> None:
    if act.evse:
        evse = charger.evse(act.evse)
        _working(evse.reader.works)
        await evse.swipe(act.token, kind=act.kind)
        return
    station = _whole(charger)
    _working(station.reader.works)
    await station.swipe(act.token, kind=act.kind)


def _working(works: bool) -> None:
    if not works:
        raise ActError("the reader does not work")


@_deed(acts.Start)
async def _start(charger: SimulatedCharger, act: acts.Start) -> Done:
    if not await charger.station.evse(act.evse).start(act.token):
        raise ActError("no session has begun: the EVSE does not take one")
    return Done(act=act.act, said="the session has begun")


@_deed(acts.Stop)
async def _stop(charger: SimulatedCharger, act: acts.Stop) -> Done:
    if not await charger.station.evse(act.evse).stop(act.reason):
        raise ActError("there is no session")
    return Done(act=act.act, said="the session has ended")


@_deed(acts.Priority)
async def _priority(charger: SimulatedCharger, act: acts.Priority) -> None:
    if not charger.station.evse(act.evse).use_priority_charging(activate=act.activate):
        raise ActError(
            "no transaction runs, or the CSMS has not said what one with priority may have"
        )


@_deed(acts.DriveIn)
async def _drive_in(charger: SimulatedCharger, act: acts.DriveIn) -> None:
    charger.evse(act.evse).drive_in()


@_deed(acts.DriveOut)
async def _drive_out(charger: SimulatedCharger, act: acts.DriveOut) -> None:
    charger.evse(act.evse).drive_out()


# What goes wrong.


@_deed(acts.RaiseFault)
async def _fault(charger: SimulatedCharger, act: acts.RaiseFault) -> None:
    place = charger.evse(act.evse) if act.evse else _whole(charger)
    place.fail(act.code, act.info)


@_deed(acts.ClearFault)
async def _clear_fault(charger: SimulatedCharger, act: acts.ClearFault) -> None:
    place = charger.evse(act.evse) if act.evse else _whole(charger)
    place.clear_fault(act.code)


@_deed(acts.Break)
async def _break(charger: SimulatedCharger, act: acts.Break) -> None:
    if act.evse:
        act.what.befall(charger.evse(act.evse))
    elif act.what is Mishap.BROWN_OUT:
        _whole(charger).brown_out()
    elif act.what is Mishap.READER_FAILURE:
        _whole(charger).reader.break_down()
    else:
        raise ActError(f"{act.what} is of an EVSE, not of the whole station", "evse")
    charger.damage.add((act.evse, act.what))


@_deed(acts.Mend)
async def _mend(charger: SimulatedCharger, act: acts.Mend) -> None:
    broken = sorted(what for where, what in charger.damage if where == act.evse)
    for what in broken if act.what is None else [act.what]:
        if act.evse:
            what.mend(charger.evse(act.evse))
        elif what is Mishap.BROWN_OUT:
            _whole(charger).restore_mains()
        elif what is Mishap.READER_FAILURE:
            _whole(charger).reader.repair()
        else:
            raise ActError(f"{what} is of an EVSE, not of the whole station", "evse")
        charger.damage.discard((act.evse, what))


@_deed(acts.ServiceButton)
async def _service_button(charger: SimulatedCharger, act: acts.ServiceButton) -> None:
    charger.evse(act.evse).press_reset()


@_deed(acts.Offline)
async def _offline(charger: SimulatedCharger, act: acts.Offline) -> None:
    charger.network.take_away(silent=act.silent)
    charger.later("network", act.seconds, charger.network.give_back)
    if not act.silent:
        await _noticed(charger)


async def _noticed(charger: SimulatedCharger) -> None:
    """Wait until the station knows that its connection is gone, which it does at once."""
    for _ in range(100):
        if not charger.running or charger.station.version is None:
            return
        await asyncio.sleep(0.01)


@_deed(acts.Online)
async def _online(charger: SimulatedCharger, act: acts.Online) -> None:
    del act
    charger.later("network", None, charger.network.give_back)
    charger.network.give_back()


@_deed(acts.PowerCut)
async def _power_cut(charger: SimulatedCharger, act: acts.PowerCut) -> None:
    _whole(charger)
    await charger.cut_power()
    charger.later("power", act.seconds, charger.give_power)


@_deed(acts.PowerOn)
async def _power_on(charger: SimulatedCharger, act: acts.PowerOn) -> None:
    del act
    charger.give_power()


@_deed(acts.Restart)
async def _restart(charger: SimulatedCharger, act: acts.Restart) -> None:
    del act
    await charger.restart()


# Settings.


@_deed(acts.SetVariable)
async def _set(charger: SimulatedCharger, act: acts.SetVariable) -> Done | None:
    if "." not in act.name:
        return _set_key(charger, act)
    model = charger.station.device_model
    wanted = act.name.lower()
    definition = next((each for each in model if each.title.lower() == wanted), None)
    if definition is None or act.attribute not in definition.attributes:
        of = "" if act.attribute is Attribute.ACTUAL else f" with a {act.attribute}"
        raise ActError(f"the station has no variable {act.name}{of}", "name")
    if definition.computed and act.attribute is Attribute.ACTUAL:
        raise ActError(f"{definition.title} says what is so; it can't be set", "name")
    try:
        value = definition.parse(act.value)
        model.check(definition, act.attribute, value, {definition: value})
    except ValueError as error:
        raise ActError(str(error), "value") from None
    model.change({(definition, act.attribute): value})
    if definition.reboot_required:
        return Done(act=act.act, said="it counts from the next start on")
    return None


def _set_key(charger: SimulatedCharger, act: acts.SetVariable) -> Done | None:
    status = charger.station.change_configuration(act.name, act.value)
    match status:
        case SetVariableStatus.ACCEPTED:
            return None
        case SetVariableStatus.REBOOT_REQUIRED:
            return Done(act=act.act, said="it counts from the next start on")
        case SetVariableStatus.REJECTED:
            raise ActError(f"{act.name} does not take that", "value")
        case _:
            raise ActError(f"the station has no key {act.name}", "name")


@_deed(acts.Speed)
async def _speed(charger: SimulatedCharger, act: acts.Speed) -> None:
    del charger
    set_speed(act.factor)


def set_speed(factor: float) -> None:
    """Let time pass so many times as fast in the running event loop.

    Raises:
        ActError: it is a loop that can't do that.
    """
    loop = asyncio.get_running_loop()
    if not isinstance(loop, AcceleratedEventLoop):
        raise ActError("the time of this event loop has a speed of its own")
    loop.speed = factor


@_deed(acts.Clock)
async def _clock(charger: SimulatedCharger, act: acts.Clock) -> None:
    charger.clock.offset_s = act.offset_s


@_deed(acts.Limit)
async def _limit(charger: SimulatedCharger, act: acts.Limit) -> None:
    await charger.station.evse(act.evse).limit(act.amperes)


@_deed(acts.ExternalLimit)
async def _external_limit(charger: SimulatedCharger, act: acts.ExternalLimit) -> None:
    _whole(charger).limit_externally(act.amperes, act.evse, act.source, critical=act.critical)


# Messages.


@_deed(acts.SecurityEvent)
async def _security_event(charger: SimulatedCharger, act: acts.SecurityEvent) -> None:
    charger.station.security_event(act.event, act.info)


@_deed(acts.DataTransfer)
async def _data_transfer(charger: SimulatedCharger, act: acts.DataTransfer) -> Done:
    answer = await charger.station.transfer(act.vendor_id, act.message_id, act.data)
    told: dict[str, JsonValue] = {"status": answer.status.value}
    if answer.data is not None:
        told["data"] = answer.data
    return Done(act=act.act, said=answer.status.value, answer=told)


@_deed(acts.Send)
async def _send(charger: SimulatedCharger, act: acts.Send) -> Done:
    station = charger.station
    version = station.version
    if version is None:
        raise ActError("there is no connection")
    action = ACTIONS[version].get(act.action)
    if action is None or not action.from_station or action.response is None:
        raise ActError(f"no station of OCPP {version} sends such a message", "action")
    try:
        request = action.request.from_wire(act.payload)
    except ValidationError as error:
        raise ActError(explain(error)[1], "payload") from None
    answer = await station.call(cast("StationRequest[Any]", request))
    return Done(act=act.act, answer=answer.to_wire())


# What they need.


def _whole(charger: SimulatedCharger) -> SimulatedStation:
    if charger.bench.station is None:
        raise ActError("that is for a station that is simulated as a whole")
    return charger.bench.station


def _connector(charger: SimulatedCharger, evse_id: int, connector_id: int) -> SimulatedConnector:
    evse = charger.evse(evse_id)
    try:
        return evse.connector(connector_id)
    except IndexError as error:
        raise ActError(str(error), "connector") from None


def _there(charger: SimulatedCharger, evse_id: int, connector_id: int) -> ElectricVehicle:
    vehicle = _connector(charger, evse_id, connector_id).vehicle
    if vehicle is None:
        raise ActError("there is no vehicle")
    return vehicle


def _vehicle(vehicle: acts.Vehicle) -> ElectricVehicle:
    given = vehicle.model_dump(exclude={"iso15118", "departs_in_s"})
    talk = Talk(departs_in_s=vehicle.departs_in_s) if vehicle.iso15118 else None
    return ElectricVehicle(**given, talk=talk)
