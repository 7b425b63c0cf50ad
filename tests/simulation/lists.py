"""The local authorization list: what the CSMS sends of it, and what the station may have of it.

The CSMS draws lists and changes to them, good ones and bad ones, at any moment. Whether one has
arrived it knows by the answer; where none comes, the station has the list as it was or as it is to
be, and nothing in between.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from pilotwire.connection import OcppVersion
from pilotwire.rpc import Call, CallResult
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.vocabulary import AuthorizationStatus
from pilotwire.store import StationRecords
from tests.support.local_list import update_2x, update_16
from tests.support.tokens import Entry

__all__ = ["Lists"]

SETTLED = 150.0
"""Seconds after a change from which on the list must count: what was decided before takes its time
to begin, and a question to arrive.
"""

WAITS = 3600.0
"""Seconds after which a session may still begin by what the CSMS has said of its token: for a
cable, a vehicle or a limit it may wait long.
"""

Give = Callable[[Any], Awaitable[Any]]


@dataclass(frozen=True)
class State:
    """A list: its version, and what it says of each token."""

    version: int = 0
    says: Mapping[str, AuthorizationStatus] = field(default_factory=dict[str, AuthorizationStatus])

    def __str__(self) -> str:
        return f"{self.version} {dict(sorted(self.says.items()))}"


@dataclass(frozen=True)
class Update:
    """What the CSMS sends; a token that is None goes."""

    version: int
    full: bool
    tokens: tuple[tuple[str, AuthorizationStatus | None], ...]

    @property
    def twice(self) -> bool:
        return len({token.lower() for token, _ in self.tokens}) < len(self.tokens)

    def answer(self, state: State, *, is_16: bool) -> str:
        """What a station with that list answers."""
        now = 0 if is_16 and not state.says else state.version
        if not self.full and self.version <= now:
            return "VersionMismatch"
        bad = self.version <= 0 or self.twice
        return "Failed" if bad or (self.full and None in dict(self.tokens).values()) else "Accepted"

    def after(self, state: State, *, is_16: bool) -> State:
        """The list that a station has then."""
        if self.answer(state, is_16=is_16) != "Accepted":
            return state
        says = {} if self.full else dict(state.says)
        for token, status in self.tokens:
            says.pop(token, None)
            if status is not None:
                says[token] = status
        return State(self.version, says)

    def request(self, *, is_16: bool) -> Any:
        """The message."""
        tokens = {token: None if status is None else Entry(status) for token, status in self.tokens}
        words = update_16 if is_16 else update_2x
        return words(self.version, tokens, full=self.full)


class Lists:
    """The lists of a run. `pool` are the tokens that they are made of."""

    def __init__(
        self, random: Random, wrongs: list[str], pool: Sequence[str], *, locally: bool, again: bool
    ) -> None:
        self._random = random
        self._wrongs = wrongs
        self._pool = pool
        self._locally = locally
        """Whether what the list accepts needs no question (LocalPreAuthorize)."""
        self._again = again
        """Whether what it refuses is asked about."""
        self._may = [State()]
        """The lists that the station may have."""
        self._changed = -SETTLED
        self._accepted: dict[str, float] = {}
        """When the station last heard that the CSMS accepts a token."""
        self._listed: dict[str, float] = {}
        """When a list last accepted a token that a later one does not."""

    async def update(self, version: OcppVersion, give: Give) -> None:
        """Send the station something of a list."""
        is_16 = version is OcppVersion.V1_6
        update = self._drawn()
        before = self._may
        after = [update.after(state, is_16=is_16) for state in before]
        self._set([*before, *after])
        answer = await give(update.request(is_16=is_16))
        if answer is None:
            return
        right = [update.answer(state, is_16=is_16) for state in before]
        if answer.status not in right:
            self._wrongs.append(f"{update} was answered with {answer.status} instead of {right}")
            return
        self._set([s for s, status in zip(after, right, strict=True) if status == answer.status])

    def _set(self, states: Sequence[State]) -> None:
        now = asyncio.get_running_loop().time()
        for state in self._may:
            accepted = (t for t, says in state.says.items() if says is AuthorizationStatus.ACCEPTED)
            self._listed |= dict.fromkeys(accepted, now)
        self._may = [state for n, state in enumerate(states) if state not in states[:n]]
        self._changed = now

    def _drawn(self) -> Update:
        random, newest = self._random, self._may[-1].version
        full = random.random() < 0.3
        version = newest + random.choice([1, 1, 1, 1, 2, 5, 0, -1])
        names = random.sample(self._pool, random.randrange(len(self._pool)))
        kinds: list[AuthorizationStatus | None] = [
            AuthorizationStatus.ACCEPTED,
            AuthorizationStatus.ACCEPTED,
            AuthorizationStatus.BLOCKED,
            AuthorizationStatus.INVALID,
        ]
        if not full or random.random() < 0.05:
            kinds.append(None)
        tokens = [(name, random.choice(kinds)) for name in names]
        twice = [name.lower() for name in names if name.lower() != name]
        if twice and random.random() < 0.1:
            tokens.append((twice[0], AuthorizationStatus.ACCEPTED))
        return Update(version, full, tuple(tokens))

    # What the station has.

    def may_have(self, token: str) -> bool:
        """Whether a token may be in the list."""
        return any(token in state.says for state in self._may)

    def found(self, records: StationRecords, *, started: bool = False) -> None:
        """Look what is on the disk; at a start nothing is on its way any more."""
        table = records.listed_tokens
        state, says = table.state, dict[str, AuthorizationStatus]()
        for token in self._pool:
            for body in table.find(token, "ISO14443"):
                status = body.partition('"status":"')[2].partition('"')[0]
                says[token] = AuthorizationStatus(status)
        here = State(state.version, says)
        if here not in self._may or state.entries != len(says):
            may = ", or ".join(map(str, self._may))
            self._wrongs.append(f"the local list is {here} ({state.entries}) instead of {may}")
        elif started:
            self._may = [here]

    def heard(self, call: Call, result: CallResult) -> None:
        """The station has an answer."""
        payload, says = call.payload, result.payload
        info: Any = says.get("idTagInfo") or says.get("idTokenInfo")
        if call.action == "Authorize" and info is not None and info["status"] == "Accepted":
            token: Any = payload.get("idTag") or payload["idToken"]
            name = token if isinstance(token, str) else token["idToken"]
            self._accepted[name] = asyncio.get_running_loop().time()

    def asked(self, token: str) -> None:
        """The station asks about a token, which the list must leave open."""
        says = self._surely(token)
        if says is AuthorizationStatus.ACCEPTED and self._locally:
            self._wrongs.append(f"the station asks about {token}, which the list accepts")
        elif says not in {None, AuthorizationStatus.ACCEPTED} and not self._again:
            self._wrongs.append(f"the station asks about {token}, which the list refuses")

    def begun(self, event: TransactionEvent) -> None:
        """A session begins with this event: the list accepts its token, or leaves it open."""
        token = event.authorized_by
        says = None if token is None else self._surely(token.value)
        if token is None or says in {None, AuthorizationStatus.ACCEPTED}:
            return
        at = asyncio.get_running_loop().time()
        if at - self._listed.get(token.value, -WAITS) <= WAITS:
            return  # it was accepted when it was shown
        if not self._again or at - self._accepted.get(token.value, -WAITS) > WAITS:
            self._wrongs.append(
                f"transaction {event.transaction_id} began for {token.value} at {at:.3f}, which the"
                f" list refuses"
            )

    def _surely(self, token: str) -> AuthorizationStatus | None:
        """What the list says of a token, if that is certain and has been so for a while."""
        if asyncio.get_running_loop().time() - self._changed < SETTLED:
            return None
        said = {state.says.get(token) for state in self._may}
        return said.pop() if len(said) == 1 else None
