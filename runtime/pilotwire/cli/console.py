"""What somebody at the CSMS wants of it, a command a line."""

import asyncio
import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence

from pilotwire.cli.charging import ChargingCommands
from pilotwire.cli.command import Answer, BadCommandError, Command, Suggested, number_of
from pilotwire.cli.errors import reason
from pilotwire.cli.firmware import FirmwareCommands
from pilotwire.cli.messages import printable
from pilotwire.cli.remote import RemoteCommands
from pilotwire.csms import Csms, LogType
from pilotwire.csms.authority import Authority
from pilotwire.csms.commands import ResetKind
from pilotwire.csms.raw import ACTIONS
from pilotwire.errors import PilotwireError
from pilotwire.ocpp.v21 import MessageTriggerEnumType as MessageTrigger

__all__ = ["Console"]


class Console:
    """Carries out commands.

    Args:
        csms: The CSMS.
        authority: Its authority, if it has one.
        quit_: Ends it all.
    """

    def __init__(self, csms: Csms, authority: Authority | None, quit_: Callable[[], None]) -> None:
        self._csms = csms
        self._authority = authority
        self._quit = quit_
        self._commands = {
            "help": Command("", "list the commands", self._help),
            "stations": Command("", "say who has connected, and how", self._stations),
            "get": Command("ID NAME", "ask for a variable, or a key of 1.6", self._get),
            "set": Command("ID NAME VALUE", "set a variable, or a key of 1.6", self._set),
            "network": Command("ID SLOT URL PROFILE", "set a network profile (2.x)", self._network),
            "reset": Command("ID [KIND]", "restart a station, Immediate or OnIdle", self._reset),
            **RemoteCommands(csms).commands,
            "install": Command("ID", "have a station trust our root", self._install),
            "installed": Command("ID", "list what a station trusts", self._installed),
            "delete": Command("ID SERIAL", "have a station trust it no more", self._delete),
            "sign": Command("ID", "have a station ask for a new certificate", self._sign),
            "events": Command("ID", "list a station's security events", self._events),
            "allow": Command("ID PROFILE", "let a station in with less than before", self._allow),
            "new-root": Command("", "make another root, which signs from now on", self._root),
            "new-server": Command("", "give the CSMS a new certificate", self._server),
            "get-log": Command(
                "ID TYPE URL", "have a station upload its DiagnosticsLog or SecurityLog", self._log
            ),
            **FirmwareCommands(csms, authority).commands,
            **ChargingCommands(csms).commands,
            "quit": Command("", "end", self._end),
        }

    async def obey(self, line: str) -> Answer:
        """Carry out a command; what there is to say of it, and of what is wrong with it."""
        try:
            name, *words = shlex.split(line, comments=True) or [""]
            if not name:
                return ()
            command = self._commands.get(name)
            if command is None:
                raise BadCommandError(f"unknown command {name!r}; help lists all")
            if not command.takes(len(words)):
                raise BadCommandError(f"say: {name} {command.words}".rstrip())
            return await command.run(words)
        except OSError as error:
            return (f"error: {reason(error)}",)
        except (PilotwireError, ValueError) as error:
            return (f"error: {error}",)

    def suggest(self, line: str) -> Iterator[Suggested]:
        """How a line could go on; from any thread."""
        name, *words = line.split(" ")
        if not words:
            for each, one in self._commands.items():
                if each.startswith(name):
                    yield Suggested(each, len(name), one.does)
            return
        command = self._commands.get(name)
        places = () if command is None else command.words.split()
        if len(words) > len(places):
            return
        place = places[len(words) - 1].strip("[]")
        for each in self._known(name, place, words[0]):
            if each.lower().startswith(words[-1].lower()):
                yield Suggested(each, len(words[-1]))

    def _known(self, name: str, place: str, identity: str) -> Iterable[str]:
        """The words that may stand in a place."""
        if place == "ID":
            return list(self._csms.stations)
        if place == "KIND":
            return list(ResetKind)
        if place == "TYPE":
            return (LogType.DIAGNOSTICS_LOG, LogType.SECURITY_LOG)
        if place == "on|off":
            return ("on", "off")
        record = self._csms.stations.get(identity)
        if name == "raw" and place == "ACTION" and record is not None and record.version:
            return [each for each, action in ACTIONS[record.version].items() if action.from_csms]
        if place in {"TRANSACTION", "[TRANSACTION]"} and record is not None:
            return [str(each.transaction_id) for each in record.sessions if each.ongoing]
        return ()

    # The commands.

    async def _help(self, _: Sequence[str]) -> Answer:
        usages = {f"{name} {each.words}": each.does for name, each in self._commands.items()}
        width = max(map(len, usages))
        return [f"{usage:<{width}}  {does}" for usage, does in usages.items()]

    async def _stations(self, _: Sequence[str]) -> Answer:
        records = self._csms.stations.values()
        return [
            f"{each.identity}: {'connected' if each.connected else 'not connected'},"
            f" OCPP {each.version or 'unknown'}, security profile"
            f" {'unknown' if each.security_profile is None else each.security_profile}"
            for each in records
        ] or ["no station has connected yet"]

    async def _set(self, words: Sequence[str]) -> Answer:
        identity, name, value = words
        return (f"{await self._csms.provisioning.set(identity, name, value)}",)

    async def _get(self, words: Sequence[str]) -> Answer:
        identity, name = words
        got = await self._csms.provisioning.get(identity, name)
        return (f"{got.status}" if got.value is None else printable(f"{got.name} = {got.value}"),)

    async def _network(self, words: Sequence[str]) -> Answer:
        identity, slot, url, profile = words
        status = await self._csms.provisioning.set_network_profile(
            identity, number_of("SLOT", slot), url, number_of("PROFILE", profile)
        )
        return (f"{status}",)

    async def _reset(self, words: Sequence[str]) -> Answer:
        identity, kind, *_ = (*words, ResetKind.IMMEDIATE)
        if kind not in set(ResetKind):
            raise BadCommandError(f"KIND is {', '.join(ResetKind)}, not {kind!r}")
        return (f"{await self._csms.reset(identity, ResetKind(kind))}",)

    async def _install(self, words: Sequence[str]) -> Answer:
        return (f"{await self._csms.certificates.install_root(words[0])}",)

    async def _installed(self, words: Sequence[str]) -> Answer:
        found = await self._csms.certificates.installed(words[0])
        return [f"{each.use} {each.data.serial_number}" for each in found] or ["none"]

    async def _delete(self, words: Sequence[str]) -> Answer:
        identity, serial_number = words
        found = await self._csms.certificates.installed(identity)
        for each in found:
            if each.data.serial_number.lower() == serial_number.lower():
                return (f"{await self._csms.certificates.delete(identity, each.data)}",)
        raise BadCommandError(f"{identity} has no certificate {serial_number}")

    async def _sign(self, words: Sequence[str]) -> Answer:
        wanted = MessageTrigger.SIGN_CHARGING_STATION_CERTIFICATE
        return (f"{await self._csms.trigger(words[0], wanted)}",)

    async def _events(self, words: Sequence[str]) -> Answer:
        record = self._csms.stations.get(words[0])
        if record is None:
            raise BadCommandError(f"{words[0]} has never connected")
        return [
            f"{each.at:%Y-%m-%d %H:%M:%S} {each.event}" + (f": {each.info}" if each.info else "")
            for each in record.security_events
        ] or ["none"]

    async def _log(self, words: Sequence[str]) -> Answer:
        identity, kind, url = words
        if kind not in {LogType.DIAGNOSTICS_LOG, LogType.SECURITY_LOG}:
            raise BadCommandError(f"say DiagnosticsLog or SecurityLog, not {kind}")
        name = await self._csms.logs.fetch(identity, url, LogType(kind))
        return ("there is no such log" if name is None else name,)

    async def _allow(self, words: Sequence[str]) -> Answer:
        identity, profile = words
        record = self._csms.stations.get(identity)
        if record is None:
            raise BadCommandError(f"{identity} has never connected")
        record.security_profile = number_of("PROFILE", profile)
        return ("done",)

    async def _root(self, _: Sequence[str]) -> Answer:
        made = await asyncio.to_thread(self._with_authority.replace_root)
        return (f"root {made.number} signs from now on: {made.certificate.serial_number:x}",)

    async def _server(self, _: Sequence[str]) -> Answer:
        authority = self._with_authority
        await asyncio.to_thread(authority.renew_server)
        return (f"root {authority.root.number} has signed a new certificate of the CSMS",)

    async def _end(self, _: Sequence[str]) -> Answer:
        self._quit()
        return ()

    @property
    def _with_authority(self) -> Authority:
        if self._authority is None:
            raise BadCommandError("the CSMS has no authority; see --tls")
        return self._authority
