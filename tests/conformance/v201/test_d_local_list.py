"""Cases of block D, local authorization list management (Part 6, 2.5)."""

from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import LocalAuthListCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.play import VALID, VALID_2, Configuration, Play, case
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

ENABLED: Configuration = {LocalAuthListCtrlr.Enabled: "true"}
CONFIGURED = states.LISTED_VERSION


async def updates(
    play: Play, request: v21.SendLocalListRequest, status: str = "Accepted", now: int | None = None
) -> None:
    """The station answers an update so, and its list has that version then."""
    await play.call(request, status=status)
    version = request.version_number if now is None else now
    await play.call(v21.GetLocalListVersionRequest(), version_number=version)


@virtual_time
async def test_TC_D_01_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await updates(play, states.local_list("Full", CONFIGURED, states.listing(VALID)))


@virtual_time
async def test_TC_D_02_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.id_token_listed(play, VALID)
        added = states.listing(VALID_2)
        await updates(play, states.local_list("Differential", CONFIGURED + 1, added))


@virtual_time
async def test_TC_D_03_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.id_token_listed(play, VALID)
        removed = states.listing(VALID, None)
        await updates(play, states.local_list("Differential", CONFIGURED + 1, removed))


@virtual_time
async def test_TC_D_04_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.id_token_listed(play, VALID)
        await updates(play, states.local_list("Full", CONFIGURED))


@virtual_time
async def test_TC_D_05_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.id_token_listed(play, VALID)
        await updates(play, states.local_list("Differential", CONFIGURED + 1))


@virtual_time
async def test_TC_D_06_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.id_token_listed(play, VALID)
        old = states.local_list("Differential", CONFIGURED - 1, states.listing(VALID_2))
        await updates(play, old, "VersionMismatch", now=CONFIGURED)


@virtual_time
async def test_TC_D_07_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.id_token_listed(play, VALID)
        await states.booted(play)
        await play.call(v21.GetLocalListVersionRequest(), version_number=CONFIGURED)


@virtual_time
async def test_TC_D_08_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.id_token_listed(play, VALID)
        await play.call(v21.GetLocalListVersionRequest(), version_number=CONFIGURED)


@virtual_time
async def test_TC_D_10_CS(version: str) -> None:
    async with case(version, if_implemented={LocalAuthListCtrlr.Enabled: "false"}) as play:
        await play.call(v21.GetLocalListVersionRequest(), version_number=0)
