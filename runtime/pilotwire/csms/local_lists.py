"""Local authorization lists (D01, D02; 1.6 5.10, 5.15), put into the messages of 1.6 or 2.1.

await csms.local_lists.send("CS-0042", 1, [Token("AA"), Token("BB")])
await csms.local_lists.change("CS-0042", 2, removed=["AA"])
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from pilotwire.connection.versions import OcppVersion
from pilotwire.csms.answers2x import info2x
from pilotwire.csms.answers16 import info16
from pilotwire.csms.line import Line
from pilotwire.csms.tokens import Token
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.v21.standard_values import IdTokenKind
from pilotwire.ocpp.words import OwnWord

__all__ = ["LocalListStatus", "LocalLists"]

LocalListStatus: TypeAlias = v16.UpdateStatus | v21.SendLocalListStatusEnumType
"""1.6 has NotSupported besides."""


class LocalLists:
    """What a CSMS does with the local authorization lists of its stations.

    Each method raises StationNotAccepted, StationNotConnected, CallUnanswered and ConnectionClosed
    as `Csms.remote_start` does.
    """

    def __init__(self, line: Callable[[str], Line]) -> None:
        self._line = line

    async def send(
        self,
        identity: str,
        version: int,
        tokens: Iterable[Token] = (),
        *,
        kind: IdTokenKind | OwnWord = IdTokenKind.ISO14443,
    ) -> LocalListStatus:
        """Put a list in the place of the one a station has.

        Args:
            identity: The station.
            version: What the list is called from then on; above 0.
            tokens: What the list says.
            kind: Of which kind the tokens are; 1.6 does not say it.

        Raises:
            ValueError: A token is too long for the version that the station speaks.
        """
        full = v21.UpdateEnumType.FULL
        return await _send(self._line(identity), full, version, tokens, (), kind)

    async def change(
        self,
        identity: str,
        version: int,
        tokens: Iterable[Token] = (),
        removed: Iterable[str] = (),
        *,
        kind: IdTokenKind | OwnWord = IdTokenKind.ISO14443,
    ) -> LocalListStatus:
        """Enter tokens into the list of a station, and take others out of it. The version must be
        above that of the list.

        Raises:
            ValueError: A token is too long for the version that the station speaks.
        """
        change = v21.UpdateEnumType.DIFFERENTIAL
        return await _send(self._line(identity), change, version, tokens, removed, kind)

    async def version(self, identity: str) -> int:
        """The version of a station's list: 0 if there is none, in 1.6 also if it is empty, and -1
        there if the station has no such list.
        """
        line = self._line(identity)
        if line.version is OcppVersion.V1_6:
            return (await line.tell(v16.GetLocalListVersionRequest())).list_version
        return (await line.tell(v21.GetLocalListVersionRequest())).version_number


async def _send(
    line: Line,
    update: v21.UpdateEnumType,
    version: int,
    tokens: Iterable[Token],
    removed: Iterable[str],
    kind: IdTokenKind | OwnWord,
) -> LocalListStatus:
    if line.version is OcppVersion.V1_6:
        old = [v16.AuthorizationData(id_tag=each.id, id_tag_info=info16(each)) for each in tokens]
        old += [v16.AuthorizationData(id_tag=each) for each in removed]
        request16 = v16.SendLocalListRequest(
            list_version=version,
            update_type=v16.UpdateType(update.value),
            local_authorization_list=old or None,
        )
        return (await line.tell(request16)).status
    data = [
        v21.AuthorizationData(
            id_token=v21.IdTokenType(id_token=each.id, type=kind), id_token_info=info2x(each)
        )
        for each in tokens
    ]
    data += [
        v21.AuthorizationData(id_token=v21.IdTokenType(id_token=each, type=kind))
        for each in removed
    ]
    request = v21.SendLocalListRequest(
        version_number=version, update_type=update, local_authorization_list=data or None
    )
    return (await line.tell(request)).status
