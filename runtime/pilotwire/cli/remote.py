"""Commands of the console that have a station do something at once."""

import json
from collections.abc import Mapping, Sequence

from pydantic import JsonValue

from pilotwire.cli.command import Answer, BadCommandError, Command, number_of
from pilotwire.cli.messages import printable
from pilotwire.csms import Csms, call_raw

__all__ = ["RemoteCommands"]


class RemoteCommands:
    """What can be said to stations of this CSMS."""

    def __init__(self, csms: Csms) -> None:
        self._csms = csms
        self.commands: Mapping[str, Command] = {
            "sessions": Command("ID", "list the sessions of a station", self._sessions),
            "start": Command("ID TOKEN [EVSE]", "have a station begin a session", self._start),
            "stop": Command("ID [TRANSACTION]", "have a station end a session", self._stop),
            "unlock": Command("ID EVSE [CONNECTOR]", "have a station release a plug", self._unlock),
            "raw": Command("ID ACTION [JSON]", "send a station any request of the CSMS", self._raw),
        }

    async def _sessions(self, words: Sequence[str]) -> Answer:
        record = self._csms.stations.get(words[0])
        if record is None:
            raise BadCommandError(f"{words[0]} has never connected")
        return [
            f"{each.transaction_id}: EVSE {each.evse_id}, "
            + ("going on" if each.ongoing else f"ended, {each.reason or 'Local'}")
            for each in record.sessions
        ] or ["none"]

    async def _start(self, words: Sequence[str]) -> Answer:
        identity, token, *evse = words
        number = number_of("EVSE", evse[0]) if evse else None
        return (f"{await self._csms.remote_start(identity, token, number)}",)

    async def _stop(self, words: Sequence[str]) -> Answer:
        identity, *said = words
        transaction_id = said[0] if said else self._only_one(identity)
        return (f"{await self._csms.remote_stop(identity, transaction_id)}",)

    def _only_one(self, identity: str) -> int | str:
        record = self._csms.stations.get(identity)
        going_on = [] if record is None else [each for each in record.sessions if each.ongoing]
        if len(going_on) != 1:
            raise BadCommandError(f"{len(going_on)} sessions go on: say TRANSACTION")
        return going_on[0].transaction_id

    async def _unlock(self, words: Sequence[str]) -> Answer:
        identity, evse, *connector = words
        status = await self._csms.unlock(
            identity,
            number_of("EVSE", evse),
            number_of("CONNECTOR", connector[0]) if connector else 1,
        )
        return (f"{status}",)

    async def _raw(self, words: Sequence[str]) -> Answer:
        identity, action, *text = words
        answer = await call_raw(self._csms, identity, action, _payload(text[0]) if text else {})
        return (printable(json.dumps(answer)),)


def _payload(text: str) -> dict[str, JsonValue]:
    try:
        payload: JsonValue = json.loads(text)
    except (ValueError, RecursionError):
        raise BadCommandError('JSON is an object, in quotes: \'{"type": "OnIdle"}\'') from None
    if not isinstance(payload, dict):
        raise BadCommandError("JSON is an object: what is in the message")
    return payload
