"""The station's transfers, as its blocks ask for them."""

from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.security.certificates import Certificates
from pilotwire.station.transfer import downloading, uploading
from pilotwire.station.transfer.carrier import EXTRA, Carrier, Downloaded, Outgoing, Progress
from pilotwire.station.transfer.errors import BadLocationError, TransferError, Trouble
from pilotwire.station.transfer.folder import FileFolder
from pilotwire.station.transfer.in_threads import in_thread, on_disk
from pilotwire.station.transfer.limits import Pace, TransferLimits
from pilotwire.station.transfer.location import Location
from pilotwire.station.transfer.partial import discard

__all__ = ["Transfers"]

log = logger(__name__)


@contextmanager
def _whatever() -> Generator[None]:
    """Libraries of others, fed by servers of others, may raise anything: a failure like any."""
    try:
        yield
    except TransferError:
        raise
    except Exception as error:  # as was said; its text may hold a secret
        name = type(error).__name__
        log.error("a transfer has failed in a way that nobody expects: %s", name)  # noqa: TRY400 -- a traceback may hold a secret, too
        text = f"it has failed in a way that nobody expects ({name})"
        raise TransferError(Trouble.PROTOCOL, text) from None


def _unheard(done: int, size: int | None) -> None:
    del done, size


class Transfers:
    """Fetches and sends files; none where the application has brought no `FileFolder` along."""

    __slots__ = ("_carriers", "_core", "_limits", "_pace", "folder")

    def __init__(self, core: Core) -> None:
        self._core = core
        brought = core.application.find(FileFolder)
        self.folder: Path | None = None if brought is None else brought.path
        """Where files are; None in a station that has no place for them."""
        self._limits = TransferLimits() if brought is None else brought.limits
        self._pace = Pace(self._limits.bytes_per_second)
        self._carriers: Mapping[str, Carrier] = (
            {} if brought is None else brought.carriers(self._roots)
        )

    @property
    def protocols(self) -> tuple[str, ...]:
        """What there is, in the words of FileTransferProtocols."""
        return tuple(sorted(scheme.upper() for scheme in self._carriers))

    def located(self, url: str) -> Location:
        """Where a URL leads, of a scheme that there is here.

        Raises:
            BadLocationError: it can't be used; the text says why.
        """
        location = Location.parse(url)
        self._check(location)
        return location

    async def download(
        self,
        location: Location,
        target: Path,
        *,
        largest: int | None = None,
        progress: Progress = _unheard,
    ) -> Downloaded:
        """Fetch a file in one attempt, going on with what an earlier one has left of it.

        Until the file is whole, it is beside its place. Who is cancelled leaves it there; `discard`
        puts it away.

        Args:
            location: Where it is.
            target: Where it goes; what is there gives way to it. The folder is closed to others.
            largest: Bytes that it may have, where that is less than the limits allow.
            progress: Told what is there now and then; it may not block.

        Raises:
            TransferError: it has failed.
        """
        limits = self._limits
        if largest is not None:
            limits = replace(limits, largest=min(largest, limits.largest))
        carrier = await self._carrier(location)
        log.info("fetching %s", location)
        with _whatever():
            done = await downloading.fetch(carrier, location, target, limits, self._pace, progress)
        log.info("fetched %s: %d bytes, %d of them before", location, done.size, done.resumed)
        return done

    async def upload(
        self, outgoing: Outgoing, location: Location, *, progress: Progress = _unheard
    ) -> None:
        """Send a file in one attempt, going on with what an earlier one of it has brought there,
        where the protocol can.

        Args:
            outgoing: The file; the same for all attempts.
            location: Where to, the file's name included (`Location.for_file`).
            progress: Told what has gone now and then; it may not block.

        Raises:
            TransferError: it has failed.
        """
        carrier = await self._carrier(location)
        log.info("sending a file to %s", location)
        with _whatever():
            await uploading.store(carrier, outgoing, location, self._limits, self._pace, progress)
        log.info("sent a file to %s", location)

    async def discard(self, target: Path) -> None:
        """Let there be nothing of a file that was fetched, or was not to the end.

        Raises:
            TransferError: the disk has failed.
        """
        await on_disk(discard, target)

    async def _carrier(self, location: Location) -> Carrier:
        self._check(location)
        # The first time, a large library is imported, which takes long on a small computer.
        return await in_thread(self._carriers.__getitem__, location.scheme)

    def _check(self, location: Location) -> None:
        if location.scheme in self._carriers:
            return
        if self.folder is None:
            raise BadLocationError("the station has no folder for files")
        if not self._carriers:
            raise BadLocationError(EXTRA)
        text = f"there is no {location.scheme} here, but {', '.join(self.protocols)}"
        raise BadLocationError(text)

    def _roots(self) -> Iterable[Path]:
        return [root.path for root in self._core.blocks[Certificates].csms_roots]
