"""The files that are uploaded: what is in a DiagnosticsLog, and in a SecurityLog.

    DiagnosticsLog    a ZIP archive, with
        log.txt               what the station has logged in the time that is wanted
        security_log.jsonl    its security log of that time
        station.json          what it is, what runs on it, what its store holds, how its EVSEs are
        variables.json        its device model, without what must not be read
        application/          the logs of the application, if it has any
    SecurityLog       a line of JSON for each event, the oldest first

The running station is asked on the event loop; the file is made in a thread.
"""

import asyncio
import json
import os
import platform
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from pilotwire.logs import logger
from pilotwire.ocpp.scalars import format_timestamp
from pilotwire.station.core import Core
from pilotwire.station.device_model.reports import base_report
from pilotwire.station.diagnostics.ring import Ring
from pilotwire.station.diagnostics.source import LARGEST, TIME_LIMIT, LogSource, LogSpan
from pilotwire.station.evse.evses import Evses
from pilotwire.station.hardware.calls import words
from pilotwire.station.vocabulary import ReportBase
from pilotwire.store import SecurityLogEntry

__all__ = ["Contents", "diagnostics", "security_lines", "write_archive", "write_lines"]

log = logger(__name__)

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
_UNFIT: Final = re.compile(r"[^A-Za-z0-9_.-]", re.ASCII)
_LONGEST_NAME: Final = 100
_LIBRARIES: Final = ("pilotwire", "pydantic", "websockets", "cryptography", "httpx")


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into an archive beside the log, by name, and the log itself."""

    files: Mapping[str, bytes]
    ring: Ring | None
    span: LogSpan
    made: datetime


# What is in them.


def security_lines(entries: Iterable[SecurityLogEntry]) -> bytes:
    """The security log as a file."""
    return b"".join(
        _json(
            {
                "timestamp": format_timestamp(each.at),
                "type": each.event,
                **({} if each.tech_info is None else {"techInfo": each.tech_info}),
            }
        )
        for each in entries
    )


async def diagnostics(
    core: Core, ring: Ring | None, sources: Iterable[LogSource], span: LogSpan
) -> Contents:
    """What a DiagnosticsLog is made of, as it is now."""
    entries = core.records.security_log.read(span.oldest, span.latest)
    files = {
        "security_log.jsonl": security_lines(entries),
        "station.json": _json(_station(core, await asyncio.to_thread(_versions)), indent=2),
        "variables.json": _json(_variables(core), indent=2),
    }
    for number, source in enumerate(sources, start=1):
        files |= await _logs_of(source, number, span)
    return Contents(files, ring, span, core.clock.now())


def _station(core: Core, versions: Mapping[str, str]) -> dict[str, object]:
    records, outbox = core.records, core.records.outbox
    return {
        "generated": format_timestamp(core.clock.now()),
        "timeIsKnown": not core.clock.provisional,
        "identity": records.identity,
        **asdict(core.identity),
        "versions": versions,
        "csms": {
            "registration": core.standing.registration,
            "connected": core.standing.csms is not None,
            "version": None if core.standing.csms is None else core.standing.csms.version,
        },
        "store": {
            "onDisk": records.on_disk,
            "lowOnSpace": records.low,
            "messagesWaiting": outbox.count(),
            "messagesGivenUp": len(records.given_up.all()),
            "transactionsRunning": len(core.transactions.running()),
        },
        "evses": [
            {
                "id": each.evse_id,
                "connectorStatus": each.status,
                "transaction": each.transaction_id,
                "faults": [f"{fault.code}: {fault.info}" for fault in each.faults],
                "holds": each.holds,
            }
            for each in core.blocks[Evses].snapshots()
        ],
    }


def _variables(core: Core) -> list[dict[str, object]]:
    return [
        {
            "variable": each.definition.title,
            **{
                attribute.kind.value: attribute.value
                for attribute in each.attributes
                if attribute.value is not None
            },
        }
        for each in base_report(core.device_model, ReportBase.FULL_INVENTORY)
    ]


async def _logs_of(source: LogSource, number: int, span: LogSpan) -> dict[str, bytes]:
    """The logs of a source; whatever it does wrong is noted instead."""
    files, left = dict[str, bytes](), LARGEST
    try:
        async with asyncio.timeout(TIME_LIMIT):
            found = await source.logs(span)
        for name, content in found.items():
            files[_name(name, number)] = bytes(content[:left])
            left -= min(len(content), left)
    except Exception as error:  # the application's code may raise anything
        log.exception("a source of logs has failed")
        files[_name("failed.txt", number)] = f"{words(error)}\n".encode(errors="replace")
    if not left:
        files[_name("cut.txt", number)] = f"there was more than {LARGEST} bytes\n".encode()
    return files


def _name(name: str, number: int) -> str:
    """A name in the archive that leads nowhere else when it is unpacked."""
    return f"application/{number}_{_UNFIT.sub('_', name)[-_LONGEST_NAME:]}"


def _versions() -> dict[str, str]:
    """What runs here; it is read from the disk."""
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        **{name: found for name in _LIBRARIES if (found := _version(name)) is not None},
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _json(value: object, indent: int | None = None) -> bytes:
    return json.dumps(value, indent=indent).encode() + b"\n"


# The files themselves. These functions block.


def write_archive(target: Path, contents: Contents) -> None:
    """Make a DiagnosticsLog.

    Raises:
        OSError: it can't be written.
    """
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    made = contents.made.timetuple()[:6]
    file = os.open(target, _NEW, 0o600)
    with os.fdopen(file, "wb") as stream:
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:

            def entry(name: str) -> ZipInfo:
                info = ZipInfo(name, made)
                info.compress_type = ZIP_DEFLATED
                info.external_attr = 0o600 << 16
                return info

            with archive.open(entry("log.txt"), "w") as text:
                if contents.ring is not None:
                    contents.ring.copy(text.write, contents.span.oldest, contents.span.latest)
            for name, content in contents.files.items():
                archive.writestr(entry(name), content)
        stream.flush()
        os.fsync(stream.fileno())


def write_lines(target: Path, content: bytes) -> None:
    """Make a SecurityLog.

    Raises:
        OSError: it can't be written.
    """
    with os.fdopen(os.open(target, _NEW, 0o600), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
