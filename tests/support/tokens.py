"""Tokens, and what a CSMS says of them: 2.x in 2.1's types, and 1.6.

book = Book(csms)                   # everybody is accepted
book.says("AAAAAAAA", Status.BLOCKED)
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21
from pilotwire.station.authorization.cache import AuthorizationCache
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo
from pilotwire.station.vocabulary import AuthorizationStatus, IdTokenKind
from tests.support.scene import TOKEN, Opponent, Scene

__all__ = ["Book", "Entry", "asked", "block", "charges", "drives_up", "knows"]

B = TypeVar("B")


@dataclass(frozen=True)
class Entry:
    """What the CSMS says of a token."""

    status: AuthorizationStatus = AuthorizationStatus.ACCEPTED
    group: str | None = None
    expires: datetime | None = None
    evse_ids: tuple[int, ...] = ()

    def in_2x(self) -> v21.IdTokenInfoType:
        group = self.group
        return v21.IdTokenInfoType(
            status=self.status,
            group_id_token=(
                None if group is None else v21.IdTokenType(id_token=group, type=IdTokenKind.CENTRAL)
            ),
            cache_expiry_date_time=self.expires,
            evse_id=list(self.evse_ids) or None,
        )

    def in_16(self) -> v16.IdTagInfo:
        return v16.IdTagInfo(
            status=v16.AuthorizationStatus(self.status),
            parent_id_tag=self.group,
            expiry_date=self.expires,
        )


@dataclass
class Book:
    """What the CSMS says of each token, to an Authorize and to transactions alike."""

    csms: Opponent
    entries: dict[str, Entry] = field(default_factory=dict[str, Entry])

    def __post_init__(self) -> None:
        csms = self.csms
        csms.answer(
            v21.AuthorizeRequest,
            lambda r: v21.AuthorizeResponse(id_token_info=self.of(r.id_token.id_token).in_2x()),
        )
        csms.answer(v21.TransactionEventRequest, self._event)
        csms.answer(
            v16.AuthorizeRequest,
            lambda r: v16.AuthorizeResponse(id_tag_info=self.of(r.id_tag).in_16()),
        )
        csms.answer(v16.StartTransactionRequest, self._start)

    def says(
        self,
        token: str,
        status: AuthorizationStatus = AuthorizationStatus.ACCEPTED,
        *,
        group: str | None = None,
        expires: datetime | None = None,
        evse_ids: tuple[int, ...] = (),
    ) -> None:
        """From now on, this."""
        self.entries[token] = Entry(status, group, expires, evse_ids)

    def of(self, token: str) -> Entry:
        """What it says now."""
        return self.entries.get(token, Entry())

    def _event(self, event: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
        token = event.id_token
        if token is None:
            return v21.TransactionEventResponse()
        return v21.TransactionEventResponse(id_token_info=self.of(token.id_token).in_2x())

    def _start(self, start: v16.StartTransactionRequest) -> v16.StartTransactionResponse:
        self.csms.transactions += 1
        return v16.StartTransactionResponse(
            transaction_id=self.csms.transactions, id_tag_info=self.of(start.id_tag).in_16()
        )


def asked(s: Scene) -> list[str]:
    """The tokens that the CSMS was asked about, in their order."""
    return [
        request.id_tag if isinstance(request, v16.AuthorizeRequest) else request.id_token.id_token
        for request in (heard.request for heard in s.csms.heard)
        if isinstance(request, (v16.AuthorizeRequest, v21.AuthorizeRequest))
    ]


async def drives_up(s: Scene, token: str, evse_id: int = 1) -> bool:
    """A driver plugs in and shows a token; whether energy flows."""
    evse = s.hardware.evse(evse_id)
    await evse.plug_in(ElectricVehicle())
    await evse.swipe(token)
    await s.wait(10)
    return evse.contactor.closed


async def charges(s: Scene, token: str = TOKEN) -> bool:
    """Whether a driver who comes to EVSE 1 gets energy; afterwards the place is free again."""
    closed = await drives_up(s, token)
    if closed:
        await s.evse.swipe(token)
        await s.wait(5)
    await s.evse.unplug()
    await s.wait(5)
    return closed


def block(s: Scene, kind: type[B]) -> B:
    """A block of the scene's station."""
    station = s.station._station
    assert station is not None
    return station.block(kind)


def knows(
    s: Scene,
    token: str,
    status: AuthorizationStatus = AuthorizationStatus.ACCEPTED,
    group: str | None = None,
) -> None:
    """Let a token be in the cache."""
    of = None if group is None else IdToken(group, IdTokenKind.CENTRAL)
    block(s, AuthorizationCache).learn(IdToken(token), IdTokenInfo(status, of))
