"""What somebody at a station wants of it, a command a line."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from pilotwire.cli.command import Answer
from pilotwire.cli.messages import brief_id, printable
from pilotwire.errors import PilotwireError
from pilotwire.simulator import SimulatedCharger
from pilotwire.simulator.prompt import WORDS, Suggestion, brief, explain, parse_act, suggest, usage
from pilotwire.simulator.views import ConnectorView, EvseView, MessageView, StationView

__all__ = ["StationConsole"]

_OWN: Final[Mapping[str, tuple[str, str]]] = {
    "help": ("[WORD]", "list the commands, or tell all of one"),
    "show": ("", "say how the station is"),
    "get": ("PART", "list the variables and keys whose names have that in them"),
    "messages": ("[COUNT]", "list the newest messages"),
    "quit": ("", "end"),
}
_MOST_LISTED: Final = 200


class StationConsole:
    """Carries out commands at a station.

    Args:
        charger: The station and what is around it.
        quit_: Ends it all.
    """

    def __init__(self, charger: SimulatedCharger, quit_: Callable[[], None]) -> None:
        self._charger = charger
        self._quit = quit_
        self._names: Mapping[str, Sequence[str]] = {}

    async def obey(self, line: str) -> Answer:
        """Carry out a command; what there is to say of it, and of what is wrong with it."""
        word, _, rest = line.strip().partition(" ")
        try:
            match word:
                case "" | "#":
                    return ()
                case "help":
                    return self._help(rest.strip())
                case "show":
                    return list(_told(self._charger.view()))
                case "get":
                    return self._get(rest.strip())
                case "messages":
                    return self._messages(rest.strip())
                case "quit":
                    self._quit()
                    return ()
                case _ if word not in WORDS:
                    return (f"error: unknown command {printable(word)!r}; help lists all",)
                case _:
                    done = await self._charger.do(parse_act(line.strip()))
                    answer = () if done.answer is None else (f"{done.answer}",)
                    return [printable(each) for each in (done.said or "done", *answer)]
        except PilotwireError as error:
            return (f"error: {error}",)

    def names(self) -> Mapping[str, Sequence[str]]:
        """The words that fields may be given here; to be asked for on the station's event loop."""
        charger = self._charger
        if not self._names and charger.running:
            self._names = {
                "name": [each.name for each in charger.variables() if each.settable],
                "evse": [str(number) for number in charger.bench.evses],
            }
        return self._names

    def suggest(self, line: str) -> Iterator[Suggestion]:
        """How a line could go on; from any thread."""
        word, space, rest = line.partition(" ")
        if not space:
            for name, (_, does) in _OWN.items():
                if name.startswith(word):
                    yield Suggestion(name, len(word), does)
        elif word == "help":
            for name in (*WORDS, *_OWN):
                if name.startswith(rest):
                    yield Suggestion(name, len(rest))
        elif word == "get":
            for name in self._names.get("name", ()):
                if rest.lower() in name.lower():
                    yield Suggestion(name, len(rest))
        yield from suggest(line, self._names)

    def _help(self, word: str) -> Answer:
        if word in WORDS:
            return explain(word)
        usages = {f"{name} {words}".rstrip(): does for name, (words, does) in _OWN.items()}
        usages |= {usage(each): brief(each) for each in WORDS}
        width = max(map(len, usages))
        return [f"{each:<{width}}  {does}" for each, does in sorted(usages.items())]

    def _get(self, part: str) -> Answer:
        found = [
            f"{each.name}{'' if each.attribute == 'Actual' else f' ({each.attribute})'}"
            f" = {'(not shown)' if each.value is None else printable(each.value)}"
            for each in self._charger.variables()
            if part.lower() in each.name.lower()
        ]
        return found[:_MOST_LISTED] or ["there is none"]

    def _messages(self, count: str) -> Answer:
        if count and not count.isdecimal():
            return ("error: say: messages [COUNT]",)
        newest = self._charger.messages.newest(min(int(count or 10), _MOST_LISTED))
        return [_message(each) for each in newest] or ["none"]


def _told(view: StationView) -> Iterator[str]:
    connection = view.connection
    if not view.powered:
        yield f"{view.identity}: no power" + (f": {view.failure}" if view.failure else "")
    elif connection.connected:
        accepted = "accepted" if connection.accepted else "not accepted"
        yield f"{view.identity}: connected with OCPP {connection.version}, {accepted}"
    else:
        why = f": {connection.trouble}" if connection.trouble else ""
        yield f"{view.identity}: not connected{why}"
    if connection.waiting:
        yield f"{connection.waiting} messages wait for the CSMS"
    for fault in view.faults:
        yield f"the station: {fault.code}" + (f": {printable(fault.info)}" if fault.info else "")
    for evse in view.evses:
        yield from _evse_told(evse)


def _evse_told(evse: EvseView) -> Iterator[str]:
    told = [evse.status or "off"]
    if evse.transaction is not None:
        state = evse.transaction.charging_state or ""
        told.append(f"transaction {brief_id(evse.transaction.id)} {state}".rstrip())
    if evse.limit is not None:
        told.append(f"limit {evse.limit.amperes:g} A")
    told.append(f"{evse.meter.power_w / 1000:.2f} kW, {evse.meter.import_wh / 1000:.3f} kWh")
    yield f"EVSE {evse.id}: {', '.join(told)}"
    for connector in evse.connectors:
        seen = ", ".join(_connector_told(connector))
        if seen:
            yield f"  connector {connector.id}: {seen}"
    for fault in evse.faults:
        yield f"  {fault.code}" + (f": {printable(fault.info)}" if fault.info else "")
    for what in evse.broken:
        yield f"  broken: {what}"


def _connector_told(connector: ConnectorView) -> Iterator[str]:
    if connector.vehicle is not None:
        paused = ", paused" if connector.vehicle.paused else ""
        yield f"vehicle at {connector.vehicle.soc:.1f} %{paused}"
    if connector.locked:
        yield "locked"
    if connector.contactor_closed:
        yield "contactor closed"
    if connector.offered_a:
        yield f"{connector.offered_a:g} A offered"


def _message(message: MessageView) -> str:
    arrow = "->" if message.sent else "<-"
    kind = "" if message.kind == "call" else f" {message.kind}"
    wrong = "" if message.wrong is None else f"  WRONG: {message.wrong}"
    name = printable(message.action or "?")
    text = f"{message.payload}"
    return printable(f"{message.at:%H:%M:%S} {arrow} {name}{kind} {text[:300]}{wrong}")
