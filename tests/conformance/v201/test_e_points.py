"""Sessions under each TxStartPoint and TxStopPoint (E01, E06): the reusable states of Part 6 tell
what is to be said at each step.
"""

import pytest

from pilotwire.station.device_model.standard import TxCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.play import case
from tests.support.virtual_time import virtual_time

POINTS = ("EVConnected", "Authorized", "PowerPathClosed", "EnergyTransfer")
STARTS = (*POINTS, "EVConnected,Authorized", "Authorized,EnergyTransfer")
STOPS = (*STARTS, "PowerPathClosed,EnergyTransfer")


@pytest.mark.parametrize("stop", STOPS)
@pytest.mark.parametrize("start", STARTS)
@virtual_time
async def test_a_session_from_the_cable_to_the_cable(start: str, stop: str) -> None:
    """Plugged in first and stopped by the card; then from afar, before the cable."""
    settings = {TxCtrlr.TxStartPoint: start, TxCtrlr.TxStopPoint: stop}
    async with case("2.0.1", settings) as play:
        at = play.at()
        for remote in (False, True):
            if not remote:
                await states.ev_connected_pre_session(at)
            await states.authorized(at, remote=remote)
            await states.energy_transfer_started(at)
            await states.stop_authorized(at, remote=remote)
            await states.parking_bay_unoccupied(at)
            assert at.ended
            at.new()
