"""The local authorization list as a CSMS sends it, in any version.

await send(s, 1, {"AAAAAAAA": Entry()})
await send(s, 2, {"BBBBBBBB": Entry(), "AAAAAAAA": None}, full=False)
"""

from collections.abc import Mapping

from pilotwire.ocpp import v16, v21
from pilotwire.station.vocabulary import AuthorizationStatus, IdTokenKind
from tests.support.scene import Scene
from tests.support.tokens import Entry

__all__ = ["FAILED", "Listed", "listed", "send", "update_2x", "update_16", "version_of"]

Listed = Mapping[str, Entry | None]
"""What the CSMS says of each token; None takes it out."""

FAILED = "Failed"


def listed(
    *tokens: str, status: AuthorizationStatus = AuthorizationStatus.ACCEPTED
) -> dict[str, Entry | None]:
    """The same of each token."""
    return dict.fromkeys(tokens, Entry(status))


async def send(s: Scene, version: int, tokens: Listed | None = None, *, full: bool = True) -> str:
    """Send a list, or with `full` false changes to it; the status that the station answers."""
    if s.csms.version == "1.6":
        return (await s.csms.call(update_16(version, tokens, full=full))).status.value
    return (await s.csms.call(update_2x(version, tokens, full=full))).status.value


async def version_of(s: Scene) -> int:
    """The version of the list, as the station tells it."""
    if s.csms.version == "1.6":
        return (await s.csms.call(v16.GetLocalListVersionRequest())).list_version
    return (await s.csms.call(v21.GetLocalListVersionRequest())).version_number


def update_16(
    version: int, tokens: Listed | None = None, *, full: bool = True
) -> v16.SendLocalListRequest:
    """A list in the words of 1.6."""
    data = [
        v16.AuthorizationData(id_tag=token, id_tag_info=None if entry is None else entry.in_16())
        for token, entry in (tokens or {}).items()
    ]
    return v16.SendLocalListRequest(
        list_version=version,
        update_type=v16.UpdateType.FULL if full else v16.UpdateType.DIFFERENTIAL,
        local_authorization_list=None if tokens is None else data,
    )


def update_2x(
    version: int, tokens: Listed | None = None, *, full: bool = True
) -> v21.SendLocalListRequest:
    """A list in the words of 2.x."""
    data = [
        v21.AuthorizationData(
            id_token=v21.IdTokenType(id_token=token, type=IdTokenKind.ISO14443),
            id_token_info=None if entry is None else entry.in_2x(),
        )
        for token, entry in (tokens or {}).items()
    ]
    return v21.SendLocalListRequest(
        version_number=version,
        update_type=v21.UpdateEnumType.FULL if full else v21.UpdateEnumType.DIFFERENTIAL,
        local_authorization_list=data or None,
    )
