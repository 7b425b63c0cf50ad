"""What becomes of a plug that was locked when the power went (2.x E06.FR.10; 1.6 4.10)."""

import shutil
from pathlib import Path

from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.store import Store
from tests.support.editions import IN_ALL
from tests.support.scene import TOKEN, scene
from tests.support.virtual_time import run


@IN_ALL
def test_the_plug_is_released(version: str, tmp_path: Path) -> None:
    """The transaction ends, so its plug is unlocked; how the lock is, nobody remembers."""
    hardware = SimulatedStation(evses=1)
    evse = hardware.evse(1)

    async def until_the_power_cut() -> None:
        with Store(tmp_path / "station.db") as store:
            async with scene(version, hardware=hardware, store=store) as s:
                await s.plug_in_and_swipe()
                await s.wait(30)
                assert evse.lock.locked
                for name in ("station.db", "station.db-wal"):
                    shutil.copy(tmp_path / name, tmp_path / name.replace("station", "cut"))

    async def afterwards() -> None:
        await evse.lock_connector()
        with Store(tmp_path / "cut.db") as store:
            async with scene(version, hardware=hardware, store=store) as s:
                await s.wait(30)
                if version == "1.6":
                    stop = s.csms.requests(v16.StopTransactionRequest)[-1]
                    assert stop.reason is v16.Reason.POWER_LOSS
                else:
                    ended = s.csms.requests(v21.TransactionEventRequest)[-1]
                    assert ended.transaction_info.stopped_reason is v21.ReasonEnumType.POWER_LOSS
                assert not evse.lock.locked
                await s.evse.swipe(TOKEN)
                await s.wait(30)
                assert evse.lock.locked
                assert evse.contactor.closed

    run(until_the_power_cut())
    run(afterwards())
