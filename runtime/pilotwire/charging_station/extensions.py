"""What an application adds to a station: a say in what it decides, messages of a vendor's own, and
security events.
"""

from collections.abc import Callable
from typing import TypeAlias, TypeVar, overload

from pydantic import JsonValue

from pilotwire.charging_station.errors import NotConnectedError
from pilotwire.errors import InvalidResponse
from pilotwire.station.core import Blocks
from pilotwire.station.data_transfer import (
    DATA_TRANSFER,
    TransferAnswer,
    TransferData,
    VendorHandler,
    VendorHandlers,
    read_data,
    written_data,
)
from pilotwire.station.diagnostics.source import LogSource, LogSources
from pilotwire.station.hooks import Authorizer, BringUp, Hooks, MasterPassDisplay, Veto
from pilotwire.station.security_events import SecurityEvents
from pilotwire.station.station import Station

__all__ = ["Extensions"]

A = TypeVar("A")
D = TypeVar("D")

Registers: TypeAlias = Callable[[VendorHandler[D]], VendorHandler[D]]
"""A decorator that leaves the function as it is."""


class Extensions:
    """The part of `ChargingStation` that is for what a maker's own hardware and vendors add."""

    def __init__(self) -> None:
        self._station: Station | None = None
        self._vendors = VendorHandlers()
        self._brought = Blocks()
        """What the blocks of each run find of the application."""
        self._brought.add(self._vendors)
        self._hooks = Hooks()
        self._brought.add(self._hooks)
        self._log_sources = LogSources()
        self._brought.add(self._log_sources)

    def on_start(self, veto: Veto) -> Veto:
        """Ask the decorated function before each session, local or remote, whether it may begin.

        It returns why not, in words, or None where nothing is against it. It may not block: a
        remote start is answered after it (F01.FR.23). Where it raises, nothing begins.

            @station.on_start
            def closed_at_night(start: Start) -> str | None: ...
        """
        self._hooks.vetoes = (*self._hooks.vetoes, veto)
        return veto

    def authorizer(self, authorizer: Authorizer) -> Authorizer:
        """Ask the decorated function about each token before anybody else is asked (C01).

        It returns what is so of the token, or None where that is for the cache and the CSMS to say.
        The station has one; another takes its place.
        """
        self._hooks.authorizer = authorizer
        return authorizer

    def master_pass_display(self, display: MasterPassDisplay) -> MasterPassDisplay:
        """Let the decorated function show the running sessions to the owner of a master pass, and
        return the numbers of the EVSEs where they are to end (C16.FR.01).

        Without one, a master pass ends all sessions (C16.FR.02).
        """
        self._hooks.master_pass_display = display
        return display

    def on_network(self, bring_up: BringUp) -> BringUp:
        """Let the decorated function bring up the network that a profile of the CSMS wants, before
        each attempt to connect by it (B09): the interface, an APN, a VPN. Without one, profiles
        with an APN or a VPN are rejected.

        It is awaited, 2 minutes at most; where it raises, the attempt has failed.
        """
        self._hooks.network = bring_up
        return bring_up

    def log_source(self, source: LogSource) -> None:
        """Have these logs, too, in each DiagnosticsLog that the CSMS gets (N01.FR.04)."""
        self._log_sources.all = (*self._log_sources.all, source)

    @overload
    def data_transfer(
        self, vendor_id: str, message_id: str | None = None
    ) -> Registers[JsonValue]: ...

    @overload
    def data_transfer(
        self, vendor_id: str, message_id: str | None, kind: type[D]
    ) -> Registers[D]: ...

    def data_transfer(
        self, vendor_id: str, message_id: str | None = None, kind: type[D] | None = None
    ) -> Registers[D]:
        """Answer a vendor's DataTransfer with the decorated function (P01; 1.6 5.6).

        It is given the data of the message, and returns that of the answer, which is Accepted:

            @station.data_transfer("com.example.display", "show", Text)
            async def show(text: Text) -> Shown: ...

        `TransferRejected` raised in it becomes Rejected. So does data that is no `kind`, and
        anything else that it raises, with a traceback in the log. A message of a vendor, or with an
        id, that nobody handles is answered with UnknownVendorId or UnknownMessageId.

        Args:
            vendor_id: The vendor; letters may be of either case.
            message_id: Which of the vendor's messages; None for those that have no id.
            kind: What the data is: a pydantic model, or another type that pydantic reads from JSON;
                `str` is a text as it came. Without it the data is given as it came: JSON in 2.x, a
                text in 1.6, None where there is none.

        Raises:
            HandledAlready: there is such a function for them.
            ValueError: no message can have such an id.
        """

        def register(handler: VendorHandler[D]) -> VendorHandler[D]:
            self._vendors.on(vendor_id, message_id, kind, handler)
            return handler

        return register

    @overload
    async def transfer(
        self, vendor_id: str, message_id: str | None = None, data: TransferData = None
    ) -> TransferAnswer[JsonValue]: ...

    @overload
    async def transfer(
        self, vendor_id: str, message_id: str | None, data: TransferData, answer: type[A]
    ) -> TransferAnswer[A]: ...

    async def transfer(
        self,
        vendor_id: str,
        message_id: str | None = None,
        data: TransferData = None,
        answer: type[A] | None = None,
    ) -> TransferAnswer[A]:
        """Send a vendor's message, and return what the CSMS says to it (P02; 1.6 4.3).

        Args:
            vendor_id: The vendor, at most 255 characters.
            message_id: Which of the vendor's messages, at most 50 characters.
            data: What it says: a pydantic model, or JSON. What is no text is JSON in a text in 1.6.
            answer: What the data of the answer is, as in `data_transfer`; as it came by default.

        Raises:
            NotConnectedError: there is no connection, or the CSMS has not accepted the station.
            InvalidResponse: the data of the answer is no `answer`.
            CallUnanswered: the CSMS answered with an error, not in time, or not validly.
            ConnectionClosed: the connection was lost before the answer came.
            ValueError, TypeError: an id is too long, or the data can't be JSON.
        """
        station = self._station
        csms = None if station is None else station.core.standing.offered(DATA_TRANSFER)
        if csms is None:
            raise NotConnectedError("the CSMS has not accepted the station on a connection yet")
        said = await csms.transfer(vendor_id, message_id, written_data(data))
        if said.data is None:
            return TransferAnswer(said.status)
        try:
            return TransferAnswer(said.status, read_data(answer, said.data))
        except ValueError as error:
            raise InvalidResponse(f"answer to a DataTransfer: {error}") from None

    def security_event(self, event: str, tech_info: str | None = None) -> None:
        """Something that concerns security has happened (A04; 1.6 white paper 5.15).

        The CSMS is told, now or when it can be: what happens is kept over restarts, the newest 1000
        events of it. Of the standard's events only the critical ones are told; all are in the
        security log (`security_log`).

        Args:
            event: One of `v21.standard_values.SecurityEvent`, or a word of your own of at most 50
                characters.
            tech_info: What else is to be said, at most 255 characters.

        Raises:
            NotConnectedError: the station does not run.
            ValueError: a text is too long, or the event is empty.
        """
        if self._station is None:
            raise NotConnectedError("the station does not run")
        self._station.blocks[SecurityEvents].happened(event, tech_info)
