"""A charging station as an application uses it, from its start to its stop, restarts included."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Generic, Self, TypeVar, cast

from pilotwire.charging_station.certificate_status import CertificateStatuses
from pilotwire.charging_station.errors import NotConnectedError
from pilotwire.charging_station.evse import Evse
from pilotwire.charging_station.extensions import Extensions
from pilotwire.charging_station.insight import Insight
from pilotwire.charging_station.link import CsmsLink
from pilotwire.charging_station.messages import Messages
from pilotwire.charging_station.on_disk import OnDisk
from pilotwire.charging_station.surroundings import (
    AnyNetwork,
    Environment,
    by_profile,
    endpoints,
    security_profile_of,
)
from pilotwire.connection import Endpoint, OcppVersion, Versions
from pilotwire.dialects import Dialect
from pilotwire.flag import Flag
from pilotwire.hal.interfaces import StationHardware
from pilotwire.logs import about, logger
from pilotwire.ocpp.base import CsmsRequest, Response
from pilotwire.ocpp.specs import Setting
from pilotwire.station.announcements import Announcements, EventStream
from pilotwire.station.blocks import device_model
from pilotwire.station.clock import StationClock
from pilotwire.station.device_model.definitions import LONGEST
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.device_model.standard import ChargingStation as ChargingStationVariables
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SecurityCtrlr
from pilotwire.station.diagnostics.recording import LogRecorder
from pilotwire.station.events import StationEvent
from pilotwire.station.evse.state import EvseSnapshot
from pilotwire.station.evse.variables import hardware_variables, supply_phases
from pilotwire.station.facts.provisioning import StationIdentity
from pilotwire.station.firmware.policy import FirmwarePolicy
from pilotwire.station.firmware.publisher import FirmwarePublisher, Publication
from pilotwire.station.firmware.slots import slots_of
from pilotwire.station.firmware.waiting import DEFINITIONS as FIRMWARE_DEFINITIONS
from pilotwire.station.hardware.calls import call, words
from pilotwire.station.hardware.checks import check_evses
from pilotwire.station.metering.main_meter import main_meter_of
from pilotwire.station.provisioning.network_profiles import (
    ANY_INTERFACE,
    NetworkProfile,
    NetworkProfiles,
)
from pilotwire.station.provisioning.password import Passwords
from pilotwire.station.security.folder import CertificateFolder
from pilotwire.station.security.v2g_status import V2gChain
from pilotwire.station.security.variables import certificate_variables
from pilotwire.station.smart_charging.external_limits import ExternalLimits
from pilotwire.station.smart_charging.sharing import SharingPolicy, StationLimit, fair_share
from pilotwire.station.station import Station
from pilotwire.station.transfer.folder import FileFolder
from pilotwire.store import CAPACITY, StationRecords, Store

__all__ = ["ChargingStation"]

log = logger(__name__)

H = TypeVar("H", bound=StationHardware)
Q = TypeVar("Q", bound=CsmsRequest[Any])
R = TypeVar("R", bound=Response)

RESET_PAUSE = 5.0
"""Seconds between two attempts to restart the hardware."""

RESET_LIMIT = 300.0
"""How long one such attempt may take, in seconds."""

STOP_LIMIT = 15.0
"""How long the hardware may take to stop, in seconds."""

LINGER = 5.0
"""Seconds that a stopping station gives its last messages to be delivered."""


class ChargingStation(Messages, Extensions, OnDisk, Insight, Generic[H]):
    """A charging station that works as long as its `async with` block, or its `run()`, lasts.

    Where it can't go on, the body of the block is cancelled, and the block raises what `run` does.

    Args:
        identity: The station's identity at the CSMS, the last part of the connection's URL.
        vendor: The maker, at most 20 characters (the limit of 1.6).
        model: The model, at most 20 characters.
        csms: Where the CSMS is: its URL without the identity, ws:// or wss://; or a `Network`,
            which also has a password and the OCPP versions to offer; or a function that returns
            one, and is asked when the station is made and at each attempt to connect.
        versions: With a URL alone: the OCPP versions to offer, in order of preference; all by
            default.
        hardware: The charger's hardware, or a simulated one.
        store: Where everything is kept that must survive a power cut.
        serial_number: At most 25 characters.
        firmware_version: At most 50 characters.
        settings: Values of standard variables that differ from Pilotwire's, such as
            `[TxCtrlr.EVConnectionTimeOut.to(30)]`; of two for one variable the last counts, and
            what was set later and kept in the store counts more.
        environment: Where time, chance and connections come from, if not from this computer.
        certificates: Where its keys and certificates are; without it, it has none, and does not
            support the messages about them.
        files: Where the files are that it fetches and sends: a folder of its own, or a `FileFolder`
            that says more; without it, it moves none.
        max_current_a: What the station as a whole is connected with, in amperes a phase of the grid
            (K04.FR.02): all EVSEs together never offer more. By default that is what they can.
        sharing: How EVSEs share what the station may take as a whole.
        unsigned_firmware: Whether the CSMS may have firmware installed that is not signed (L02;
            UpdateFirmware of 1.6). What installs it is of the hardware (`UpdatableStation`).
        downloads_while_charging: Whether firmware may be fetched while a transaction runs; where
            not, that pauses (L01.FR.13, L01.FR.14).
        publisher: What publishes firmware for the charging stations behind this one, where it is a
            local controller (L03, L04); it takes a folder for files.
        outbox_capacity: How many transaction-related messages may wait for the CSMS. When there are
            so many, intermediate updates are dropped, and then no transaction begins any more.

    Raises:
        BadUrl: the URL can't be used.
        UnknownVariableError: the station does not have a variable of the settings.
        ValueError: one of the other arguments can't be used.
        OSError: the folder of the certificates or of the files can't be used.
    """

    def __init__(
        self,
        *,
        identity: str,
        vendor: str,
        model: str,
        csms: AnyNetwork,
        versions: Versions | None = None,
        hardware: H,
        store: Store,
        serial_number: str | None = None,
        firmware_version: str | None = None,
        settings: Sequence[Setting] = (),
        environment: Environment | None = None,
        certificates: CertificateFolder | None = None,
        files: FileFolder | str | Path | None = None,
        max_current_a: float | None = None,
        sharing: SharingPolicy = fair_share,
        unsigned_firmware: bool = False,
        downloads_while_charging: bool = True,
        publisher: FirmwarePublisher | None = None,
        outbox_capacity: int = CAPACITY,
    ) -> None:
        super().__init__()
        endpoint = endpoints(csms, identity, versions)
        environment = Environment() if environment is None else environment
        _check_length("vendor", vendor, 20)
        _check_length("model", model, 20)
        _check_length("serial_number", serial_number, 25)
        _check_length("firmware_version", firmware_version, 50)
        check_evses(hardware.evses)
        self.hardware = hardware
        self._identity = StationIdentity(vendor, model, serial_number, firmware_version)
        self._records = StationRecords(store, identity, outbox_capacity)
        own = endpoint()
        certified = certificates is not None and _has_own(certificates)
        self._networks = NetworkProfiles(
            self._records,
            NetworkProfile(
                own.url, security_profile_of(own, certified=certified), LONGEST, ANY_INTERFACE
            ),
            self._check_profile(own),
        )
        self._brought.add(self._networks)
        self._passwords = Passwords(self._records)
        self._brought.add(self._passwords)
        self._brought.add(StationLimit(max_current_a, sharing))
        if certificates is not None:
            certificates.open()
            self._brought.add(certificates)
        if files is not None:
            files = files if isinstance(files, FileFolder) else FileFolder(files)
            files.open()
            self._brought.add(files)
            if files.log_bytes:
                self._brought.add(LogRecorder(files.path / "log", files.log_bytes))
        self._brought.add(FirmwarePolicy(unsigned_firmware, downloads_while_charging))
        if publisher is not None and files is None:
            raise ValueError("to publish firmware takes a folder for files: give files, too")
        self._brought.add(Publication(publisher))
        self._firmware = slots_of(hardware)
        chain = V2gChain(certificates)
        self._brought.add(chain)
        self.certificate_status = CertificateStatuses(chain, lambda: self._station)
        """The status of certificates that vehicles want to know, and of theirs."""
        self.external_limits = ExternalLimits(len(hardware.evses))
        """What others than the CSMS allow: a home energy manager, the grid's operator."""
        self._brought.add(self.external_limits)
        self.device_model = self._variables(settings, certificates)
        """The station's variables: `station.device_model[TxCtrlr.EVConnectionTimeOut]`."""
        self._environment = environment
        self._clock: StationClock | None = None
        self._announce = Announcements()
        self._link = CsmsLink(
            endpoint,
            self._networks,
            self._passwords,
            self.device_model,
            self._application,
            self._hooks,
            environment,
            self._announce,
        )
        self._live = Flag()
        """Set from the first start to the end, over reboots."""
        self._turn = Flag()
        """Set, and set back, whenever the CSMS has come or gone, and at the end."""
        self._interrupted = Flag()
        self._stopping = False
        self._task: asyncio.Task[None] | None = None
        self._body: asyncio.Task[Any] | None = None
        """Who is in the body of the `async with`."""
        self._body_cancelled = False

    # For the application.

    @property
    def identity(self) -> str:
        """The station's identity at the CSMS."""
        return self._records.identity

    def evse(self, evse_id: int) -> Evse:
        """An EVSE: to look at it, and to tell it something.

        Raises:
            IndexError: there is no such EVSE.
        """
        if not 1 <= evse_id <= len(self.hardware.evses):
            raise IndexError(f"there is no EVSE {evse_id}")
        return Evse(evse_id, lambda: self._station)

    @property
    def evses(self) -> tuple[EvseSnapshot, ...]:
        """What there is to see of each EVSE now; empty while the station does not run."""
        return () if self._station is None else self._station.evses.snapshots()

    @property
    def version(self) -> OcppVersion | None:
        """The OCPP version of the connection; None while there is none."""
        return None if self._link.dialect is None else self._link.dialect.version

    @property
    def accepted(self) -> bool:
        """Whether there is a connection and the CSMS has accepted the station."""
        return self._station is not None and self._station.core.standing.accepted.is_set()

    @property
    def _dialect(self) -> Dialect | None:
        return self._link.dialect

    @property
    def running(self) -> bool:
        """Whether it has started and not ended; it may be about to restart."""
        return self._live.is_set()

    async def wait_running(self) -> None:
        """Wait until it has started."""
        await self._live.wait()

    async def wait_accepted(self) -> None:
        """Wait until there is a connection and the CSMS has accepted the station; over reboots.

        Raises:
            NotConnectedError: the station does not run, or has ended before.
        """
        if self._station is None and not self._live.is_set():
            raise NotConnectedError("the station does not run")
        while not self.accepted:
            await self._turn.wait()
            if self._station is None and not self._live.is_set():
                raise NotConnectedError("the station has ended before it was accepted")

    def events(self) -> EventStream:
        """What happens from now on, event by event: `async for event in station.events()`.

        `pilotwire.events` has the classes. The stream ends when the station ends. Who is so slow
        that more than 1000 events wait misses the oldest, and is told how many (`EventsMissed`).
        """
        return self._announce.stream()

    def listen(self, listener: Callable[[StationEvent], None]) -> None:
        """Call `listener` with each event at the moment at which it happens, without end.

        It may not block: nothing else happens in the station meanwhile. What it raises goes to the
        log.
        """
        self._announce.listen(listener)

    async def __aenter__(self) -> Self:
        if self._task is not None and not self._task.done():
            raise RuntimeError("the station runs already")
        self._stopping = False
        task = self._task = asyncio.create_task(self.run(), name="charging station")
        live = asyncio.create_task(self._live.wait())
        try:
            await asyncio.wait({task, live}, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.wait({task})
            raise
        finally:
            live.cancel()
        if task.done():
            await task
        self._body = asyncio.current_task()
        task.add_done_callback(self._ended)
        return self

    def _ended(self, task: asyncio.Task[None]) -> None:
        """A station that has failed ends the body of its `async with`, too: nobody would notice
        that it does not work.
        """
        if self._body is not None and not task.cancelled() and task.exception() is not None:
            self._body_cancelled = True
            self._body.cancel()

    async def __aexit__(self, *exc: object) -> None:
        body, self._body = self._body, None
        self.stop()
        if self._body_cancelled and body is not None:
            self._body_cancelled = False
            if body.uncancel() > 0:
                return  # somebody else has cancelled it as well, and that goes on
            if exc[:1] == (
                None,
            ):  # the cancellation came when the body was over: it is to be felt here
                with suppress(asyncio.CancelledError):
                    await asyncio.sleep(0)
        if self._task is not None:
            await self._task

    async def run(self) -> None:
        """Work until `stop`, or until cancelled: transactions end, contactors open, then it
        returns.

        Raises:
            HardwareError: the hardware did not start, or not in time.
            StoreInUseError: another station of this identity runs on this store.
            FolderInUseError: another station runs with its folder of certificates, or of files.
            StoreError: the store can't be written any more.
        """
        try:
            with about(self._records.identity), self._records.claimed(), self._folders():
                while not self._stopping:
                    self._interrupted.clear()
                    await self._run_once()
        except Exception as error:  # logged and raised again
            log.critical("the station has ended: %s", words(error), exc_info=True)
            raise
        finally:
            self._live.clear()
            self._turned()
            self._announce.end()

    def _folders(self) -> AbstractContextManager[object]:
        """Its folders, for itself alone; most stations of a fleet have none."""
        certificates, files = self._brought.find(CertificateFolder), self._brought.find(FileFolder)
        if certificates is None and files is None:
            return nullcontext()
        with ExitStack() as folders:
            for folder in (certificates, files):
                if folder is not None:
                    folders.enter_context(folder.claimed())
            recorder = self._brought.find(LogRecorder)
            if recorder is not None:
                time = self._station_clock().reading
                folders.enter_context(recorder.recording(self.identity, time))
            return folders.pop_all()

    def stop(self) -> None:
        """Let `run` end."""
        self._stopping = True
        self._interrupted.set()

    def _turned(self) -> None:
        self._turn.set()
        self._turn.clear()

    # From a start to a stop or a restart.

    async def _run_once(self) -> None:
        tasks: set[asyncio.Task[None]] = set()
        failing = False
        station: Station | None = None
        ran: Station | None = None
        left: Station | None = None
        """The station, while it has started and not come to its end."""

        def done(task: asyncio.Task[None]) -> None:
            nonlocal failing
            tasks.discard(task)
            failing = failing or (not task.cancelled() and task.exception() is not None)

        try:
            async with asyncio.TaskGroup() as group:

                def spawn(coroutine: Coroutine[object, None, None]) -> None:
                    if station is None or self._station is not station:
                        coroutine.close()  # a timer that outlived its station, or it was not made
                        return
                    try:
                        task = group.create_task(coroutine)
                    except RuntimeError:
                        coroutine.close()  # the run is failing: what comes now comes too late
                        return
                    tasks.add(task)
                    task.add_done_callback(done)

                station = Station(
                    identity=self._identity_now(),
                    hardware=self.hardware,
                    records=self._records,
                    device_model=self.device_model,
                    clock=self._station_clock(),
                    random=self._environment.random,
                    spawn=spawn,
                    reboot=self._interrupted.set,
                    application=self._brought,
                    announce=self._announce,
                )
                station.core.standing.watch(self._turned)
                self._station = ran = station
                await station.start()
                left = station
                spawn(self._link.keep(station))
                self._live.set()
                try:
                    await self._interrupted.wait()
                except asyncio.CancelledError:
                    if failing:
                        raise
                    self._stopping = True
                    await _come_to_an_end(station)  # a second cancellation ends it at once
                    left = None
                    raise
                await _come_to_an_end(station)
                left = None
                for task in list(tasks):
                    task.cancel()
            if not self._stopping:
                await self._reboot()
        except BaseExceptionGroup as failures:  # unpacked and raised again
            raise _first(failures) from failures
        finally:
            self._station = None
            self.device_model.detach()
            # Whatever happened: no contactor stays closed behind a station that does not run, and
            # no plug locked.
            try:
                if left is not None:
                    await left.evses.abandon()
            finally:
                try:
                    await self._stop_hardware()
                finally:
                    if ran is not None:
                        ran.evses.let_be()

    async def _stop_hardware(self) -> None:
        try:
            await call(self.hardware.stop, STOP_LIMIT)
        except Exception as error:  # a driver is somebody else's code and may raise anything
            log.critical("the hardware did not stop: %s", words(error))

    async def _reboot(self) -> None:
        """Restart the hardware; where it fails to, try again as often as ResetRetries says."""
        for left in range(self.device_model[OCPPCommCtrlr.ResetRetries], -1, -1):
            try:
                return await call(self.hardware.reboot, RESET_LIMIT)
            except Exception as error:  # a driver may raise anything
                if not left:
                    raise
                log.error("the hardware did not restart (%s); tries left: %d", words(error), left)  # noqa: TRY400 -- no traceback for a known failure
                await asyncio.sleep(RESET_PAUSE)
        return None

    def _identity_now(self) -> StationIdentity:
        """Who the station is: what installs firmware knows which one runs."""
        version = None if self._firmware is None else self._firmware.version
        if version is None:
            return self._identity
        return replace(self._identity, firmware_version=version)

    def _station_clock(self) -> StationClock:
        """One clock for all runs: what the CSMS set it to outlasts a restart."""
        if self._clock is None:
            self._clock = StationClock(self._environment.clock)
        return self._clock

    def _check_profile(self, own: Endpoint) -> Callable[[NetworkProfile], object]:
        def check(profile: NetworkProfile) -> None:
            password = self._passwords.latest(self.device_model) or own.password
            by_profile(replace(own, password=password), profile)

        return check

    def _variables(
        self, settings: Sequence[Setting], certificates: CertificateFolder | None
    ) -> DeviceModel:
        evses = self.hardware.evses
        further = hardware_variables(evses, main_meter_of(self.hardware))
        if certificates is not None:
            further = (*further, *certificate_variables(certificates))
        if self._firmware is not None and self._brought.find(FileFolder) is not None:
            further = (*further, *FIRMWARE_DEFINITIONS)
        model = device_model(self._records, settings, further)
        model.state(ChargingStationVariables.VendorName, self._identity.vendor)
        model.state(ChargingStationVariables.Model, self._identity.model)
        phases = max((supply_phases(evse) for evse in evses), default=0)
        model.state(ChargingStationVariables.SupplyPhases, phases)
        files = self._brought.find(FileFolder)
        if files is not None:
            model.state(OCPPCommCtrlr.FileTransferProtocols, files.protocols)
        model.state(SecurityCtrlr.Identity, self._records.identity)
        model.state(SecurityCtrlr.SecurityProfile, self._networks.security_profile)
        return model


def _has_own(certificates: CertificateFolder) -> bool:
    own = certificates.open().own
    return own.proven is not None or own.new is not None


def _first(failures: BaseExceptionGroup[BaseException]) -> BaseException:
    """The exception that a station ends with, out of the groups it came in."""
    first = failures.exceptions[0]
    if isinstance(first, BaseExceptionGroup):
        return _first(cast("BaseExceptionGroup[BaseException]", first))
    return first


async def _come_to_an_end(station: Station) -> None:
    await station.quiesce()
    if station.core.delivery.online:
        await station.core.delivery.drained(LINGER)


def _check_length(name: str, text: str | None, limit: int) -> None:
    if text is not None and not 0 < len(text) <= limit:
        raise ValueError(f"{name} must have 1 to {limit} characters, not {len(text)}")
