"""Recording over HTTP: a router beside those of the simulator's API."""

from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Query

from pilotwire.simulator.scenario.recorder import Recorder
from pilotwire.simulator.simulator import Simulator
from pilotwire.simulator.views import RecordingView

__all__ = ["recording"]

_Name = Annotated[
    str | None, Query(min_length=1, max_length=200, description="What the scenario is called.")
]
_Expectations = Annotated[
    bool, Query(description="Whether it expects what the stations have said.")
]


Responses: TypeAlias = dict[int | str, dict[str, Any]]


def recording(simulator: Simulator, prefix: str, problems: Responses) -> APIRouter:
    """The router of a simulator, which has one recording at a time.

    Args:
        simulator: The simulator.
        prefix: What the API's paths begin with.
        problems: How the API's problems are described.
    """
    router = APIRouter(prefix=f"{prefix}/recording", tags=["recording"], responses=problems)
    recorder = Recorder(simulator)

    @router.get("")
    async def get_recording(
        name: _Name = None, expectations: _Expectations = True
    ) -> RecordingView:
        """What was recorded so far, as a scenario."""
        text = await recorder.toml(name=name, expectations=expectations)
        return RecordingView(
            recording=recorder.recording, deeds=recorder.deeds, full=recorder.full, scenario=text
        )

    @router.post("/start", status_code=204)
    async def start_recording() -> None:
        """Record what is done from now on; what was recorded before is gone."""
        await recorder.start()

    @router.post("/stop", status_code=204)
    async def stop_recording() -> None:
        """Record no more; what was recorded stays."""
        await recorder.stop()

    return router
