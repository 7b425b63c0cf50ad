"""Whether a token may charge: who is asked, in which order, and whose word counts.

    1. nobody            a token of the kind NoAuthorization (C02), or AuthCtrlr.Enabled is false
    2. the application   where it has an authorizer, and that has an opinion
    3. who knows here    `KNOWERS`, in their order: the first that knows the token speaks for all
    4. the CSMS
    5. the offline rule  AuthCtrlr.OfflineTxForUnknownIdEnabled

    what is known here        with a CSMS to ask                without one, or without its answer
    Accepted                  counts, with LocalPreAuthorize    counts, with LocalAuthorizeOffline
    anything else             the CSMS is asked, unless the     counts: it is refused
                              knower says that there is no use
                              (DisablePostAuthorize)
    nothing                   the CSMS is asked                 the offline rule

With AuthCtrlr.DisableRemoteAuthorization a CSMS that is there is not asked: what is known here
counts, and what is not is refused.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from pilotwire.errors import CallFailed, CallUnanswered, ConnectionClosed, Unsayable
from pilotwire.logs import logger
from pilotwire.station.authorization.cache import AuthorizationCache
from pilotwire.station.authorization.known import Known
from pilotwire.station.authorization.local_list import LocalAuthorizationList
from pilotwire.station.core import Core
from pilotwire.station.csms import Question
from pilotwire.station.device_model.standard import AuthCtrlr
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo
from pilotwire.station.hooks import Hooks
from pilotwire.station.vocabulary import AuthorizationStatus, IdTokenKind

__all__ = [
    "AUTHORIZATION",
    "KNOWERS",
    "AuthorizationCsms",
    "DecidedBy",
    "Decision",
    "Decisions",
    "Knower",
]

log = logger(__name__)


class AuthorizationCsms(Protocol):
    """Who knows tokens."""

    @property
    def asks_to_no_end(self) -> bool:
        """Whether a token is asked about though it could end no session: none here is of a group.

        2.0.1 wants it (C01.FR.02), the test cases of 1.6 do not.
        """
        ...

    async def authorize(self, token: IdToken) -> IdTokenInfo:
        """Ask whether a token may charge (C01)."""
        ...


AUTHORIZATION: Question[AuthorizationCsms] = Question("authorization")


class Knower(Protocol):
    """A block that knows tokens without asking anybody."""

    def known(self, token: IdToken) -> Known | None:
        """What is known of a token; None if nothing is."""
        ...


KNOWERS: tuple[type[Knower], ...] = (LocalAuthorizationList, AuthorizationCache)
"""The blocks that know tokens here, those first whose word counts more (C13.FR.01)."""


class DecidedBy(StrEnum):
    """Whose word it was."""

    NOBODY = "nobody needs to be asked"
    APPLICATION = "the application"
    LOCAL = "what is known here"
    CSMS = "the CSMS"
    OFFLINE_RULE = "the rule for unknown tokens offline"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a token.

    Attributes:
        info: What is so of it.
        by: Whose word that is.
        master_pass: Whether it ends the sessions of others, and begins none (C16).
    """

    info: IdTokenInfo
    by: DecidedBy
    master_pass: bool = False

    def refusal(self, evse_id: int) -> str | None:
        """Why no session may begin with the token at an EVSE; None if one may."""
        if not self.info.accepted:
            return str(self.info.status)
        if self.master_pass:
            return "a master pass begins nothing"  # C16.FR.03
        if self.info.evse_ids and evse_id not in self.info.evse_ids:
            return "it is for other EVSEs"  # C01.FR.21
        return None


class Decisions:
    """Decides on tokens; `hooks` has the application's authorizer, if it has one."""

    __slots__ = ("_cache", "_core", "_hooks", "_knowers", "_list")

    def __init__(self, core: Core, hooks: Hooks) -> None:
        self._core = core
        self._hooks = hooks
        self._cache = core.blocks[AuthorizationCache]
        self._list = core.blocks[LocalAuthorizationList]
        self._knowers: tuple[Knower, ...] = tuple(core.blocks[each] for each in KNOWERS)

    async def decide(self, token: IdToken) -> Decision:
        """Whether a token may charge."""
        info, by = await self._decide(token)
        master = self._core.device_model[AuthCtrlr.MasterPassGroupId].casefold()
        group = "" if info.group is None else info.group.value.casefold()
        return Decision(info, by, master_pass=info.accepted and group == master != "")

    def known(self, token: IdToken) -> IdTokenInfo | None:
        """What is known of a token without asking anybody."""
        known = self._known(token)
        return None if known is None else known.info

    def _known(self, token: IdToken) -> Known | None:
        each = (knower.known(token) for knower in self._knowers)
        return next((known for known in each if known is not None), None)

    async def _decide(self, token: IdToken) -> tuple[IdTokenInfo, DecidedBy]:
        settings = self._core.device_model
        if token.kind == IdTokenKind.NO_AUTHORIZATION or not settings[AuthCtrlr.Enabled]:
            return IdTokenInfo(AuthorizationStatus.ACCEPTED), DecidedBy.NOBODY  # C02.FR.01
        info = await self._of_application(token)
        if info is not None:
            return info, DecidedBy.APPLICATION
        csms = self._core.standing.offered(AUTHORIZATION)
        known = self._known(token)
        if csms is not None and settings[AuthCtrlr.DisableRemoteAuthorization]:
            return known.info if known else _UNKNOWN, DecidedBy.LOCAL
        if csms is not None and not self._counts_online(known):
            info = await self._of_csms(csms, token)
            if info is not None:
                return info, DecidedBy.CSMS
            csms = None
        if known is None:
            return self._of_unknown()
        if csms is None and known.info.accepted and not settings[AuthCtrlr.LocalAuthorizeOffline]:
            return _UNKNOWN, DecidedBy.LOCAL
        return known.info, DecidedBy.LOCAL

    def _counts_online(self, known: Known | None) -> bool:
        if known is None:
            return False
        if known.info.accepted:
            return self._core.device_model[AuthCtrlr.LocalPreAuthorize]
        return not known.asks_again

    async def _of_application(self, token: IdToken) -> IdTokenInfo | None:
        authorizer = self._hooks.authorizer
        if authorizer is None:
            return None
        try:
            return await authorizer(token)
        except Exception:  # the application's code may raise anything; others know, too
            log.exception("the application failed to say whether a token may charge")
            return None

    async def _of_csms(self, csms: AuthorizationCsms, token: IdToken) -> IdTokenInfo | None:
        """What the CSMS says of a token; None if it says nothing."""
        try:
            info = await csms.authorize(token)
        except (CallFailed, Unsayable) as error:
            log.warning("an authorization was refused: %s", error)
            return IdTokenInfo(AuthorizationStatus.INVALID)
        except (CallUnanswered, ConnectionClosed) as error:
            log.warning("no answer to an authorization: %s", error)
            return None
        self._cache.learn(token, info)
        self._list.compare(token, info)
        return info

    def _of_unknown(self) -> tuple[IdTokenInfo, DecidedBy]:
        if self._core.device_model[AuthCtrlr.OfflineTxForUnknownIdEnabled]:
            return IdTokenInfo(AuthorizationStatus.ACCEPTED), DecidedBy.OFFLINE_RULE  # C15.FR.08
        return _UNKNOWN, DecidedBy.OFFLINE_RULE


_UNKNOWN = IdTokenInfo(AuthorizationStatus.UNKNOWN)
