"""Logs: what the CSMS wants uploaded, to a server that fails in every way that it knows.

Whatever befalls the station, each upload that it has accepted comes to an end, and the CSMS hears
of that end and of no other.
"""

import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from pilotwire.charging_station import FileFolder
from pilotwire.connection import OcppVersion
from pilotwire.ocpp import v16, v21
from pilotwire.station.transfer import Location, TransferError, Trouble
from pilotwire.station.transfer.carrier import Incoming, Since, Source
from tests.simulation.backend import Told
from tests.support.transfer import Shelf

__all__ = ["BadShelf", "Logs"]

URL = "https://files.example/logs/"

TROUBLES = (Trouble.UNREACHABLE, Trouble.DENIED, Trouble.CUT, Trouble.PROTOCOL)

Give = Callable[[Any], Awaitable[Any]]


@dataclass
class BadShelf(Shelf):
    """A server that is slow at times, and fails."""

    random: Random = field(default_factory=Random)
    good: bool = False

    async def store(self, location: Location, source: Source) -> None:
        draw = self.random.random()
        self.bytes_per_second = 0 if self.good else self.random.choice([0, 50, 500])
        if draw < 0.3 and not self.good:
            self.troubles = [TransferError(self.random.choice(TROUBLES), "drawn by lot")]
        await super().store(location, source)

    @asynccontextmanager
    async def fetch(self, location: Location, since: Since | None) -> AsyncGenerator[Incoming]:
        draw = self.random.random()
        self.bytes_per_second = 0 if self.good else self.random.choice([0, 50, 500])
        if draw < 0.2 and not self.good:
            self.troubles = [TransferError(self.random.choice(TROUBLES), "drawn by lot")]
        elif draw < 0.4 and not self.good:
            self.cuts = [self.random.randrange(2000)]
        async with super().fetch(location, since) as incoming:
            yield incoming


class Logs:
    """The logs that are wanted in a run."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.shelf = BadShelf(random=Random(random.getrandbits(64)))
        self._ids = 0
        self._accepted: list[int] = []

    def folder(self, path: Path) -> FileFolder:
        """What the station is given; its own log is looked at elsewhere."""
        folder = self.shelf.folder(path)
        return FileFolder(path, carriers=folder.carriers(), log_bytes=0)

    async def draw(self, version: OcppVersion, give: Give) -> None:
        """Want one."""
        self._ids += 1
        number, random = self._ids, self._random
        details: dict[str, Any] = {
            "request_id": number,
            "retries": random.choice([None, 0, 1, 3]),
            "retry_interval": random.choice([None, 0, 10, 120]),
        }
        security = random.random() < 0.5
        request: Any
        if version is OcppVersion.V1_6:
            request = v16.GetLogRequest(
                log=v16.LogParametersType(remote_location=URL),
                log_type=v16.LogEnumType("SecurityLog" if security else "DiagnosticsLog"),
                **details,
            )
        else:
            request = v21.GetLogRequest(
                log=v21.LogParametersType(remote_location=URL),
                log_type=v21.LogEnumType("SecurityLog" if security else "DiagnosticsLog"),
                **details,
            )
        answer = await give(request)
        if answer is not None and answer.status in {"Accepted", "AcceptedCanceled"}:
            self._accepted.append(number)

    def judge(self, told: Iterable[Told]) -> Iterable[str]:
        """N01.FR.07 to N01.FR.10, N01.FR.20."""
        statuses: dict[int, list[tuple[str, str]]] = {}
        for each in told:
            if each.action == "LogStatusNotification":
                payload = json.loads(each.payload)
                said = statuses.setdefault(payload.get("requestId", 0), [])  # 0: of none
                said.append((each.version, payload["status"]))
        for number in self._accepted:
            said = statuses.get(number, [])
            ends = {each for each in said if each[1] != "Uploading"}
            if not ends:
                yield f"the upload of log {number} has no end: {said}"
            for version in {version for version, _ in ends}:
                if sum(version == of for of, _ in ends) > 1:
                    yield f"the upload of log {number} has several ends: {said}"
            if ends and said[-1] not in ends:
                yield f"the upload of log {number} goes on after its end: {said}"
