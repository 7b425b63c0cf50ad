"""Arguments that several commands take, read and checked."""

import logging
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from pilotwire.cli.errors import CliError
from pilotwire.connection.versions import OcppVersion
from pilotwire.station.facts.authorization import MAX_ID_TOKEN

__all__ = ["check_token", "versions_of"]

_log = logging.getLogger(__name__)

_LIMITS: Final[Mapping[OcppVersion, int]] = MappingProxyType(
    {
        OcppVersion.V1_6: 20,  # 1.6 7.28: IdToken
        OcppVersion.V2_0_1: MAX_ID_TOKEN,
        OcppVersion.V2_1: MAX_ID_TOKEN,
    }
)


def versions_of(texts: Sequence[str]) -> tuple[OcppVersion, ...]:
    """The versions that `--ocpp` names.

    Raises:
        CliError: One of them is unknown.
    """
    try:
        return OcppVersion.parse_all(tuple(texts))
    except ValueError as error:
        raise CliError(str(error)) from None


def check_token(token: str, versions: Sequence[OcppVersion]) -> None:
    """Warn of a token that not all of these versions can carry.

    Raises:
        CliError: None of them can.
    """
    length = len(token)
    longest = max(_LIMITS[version] for version in versions)
    if not 0 < length <= longest:
        by = f" in OCPP {versions[0]}" if len(versions) == 1 else ""
        raise CliError(f"--token takes 1 to {longest} characters{by}, not {length}")
    for version in versions:
        if length > _LIMITS[version]:
            _log.warning(
                "--token has %d characters: OCPP %s takes %d, so that it is refused on a connection"
                " of that version",
                length,
                version,
                _LIMITS[version],
            )
