"""Recording what is done, as a scenario that can be played again."""

from nicegui import ui

from pilotwire.simulator.page import bits
from pilotwire.simulator.page.hand import Hand
from pilotwire.simulator.scenario.recorder import Recorder

__all__ = ["RecordingPanel"]

_FILE = "scenario.toml"


class RecordingPanel:
    """The recorder, which all tabs have in common.

    Args:
        hand: What tells of it.
        recorder: What records, whoever does it: the page, the API or its clients.
    """

    def __init__(self, hand: Hand, recorder: Recorder) -> None:
        self._hand = hand
        self._recorder = recorder
        with bits.Card("Scenario") as card:
            with card.head:
                self._chip = bits.Chip()
            bits.Text(
                "p",
                "What is done from now on, whoever does it, becomes a scenario that can be played "
                "again; it expects what the stations say meanwhile.",
                "pw-soft pw-small",
            )
            with ui.element("div").classes("pw-row"):
                self._start = bits.button(
                    "Record", self._do_start, icon="fiber_manual_record", kind="pw-main"
                )
                self._stop = bits.button("Stop recording", self._do_stop, icon="stop")
                bits.button("Download", self._download, icon="download", name="Download scenario")

    def show(self) -> None:
        """Show how it is now."""
        recorder = self._recorder
        if recorder.recording:
            self._chip.show(f"Records, {recorder.deeds} so far", "fiber_manual_record", "bad")
        else:
            self._chip.show(f"{recorder.deeds} recorded", "movie", "")
        self._start.set_visibility(not recorder.recording)
        self._stop.set_visibility(recorder.recording)

    async def _do_start(self) -> None:
        await self._recorder.start()
        self.show()

    async def _do_stop(self) -> None:
        await self._recorder.stop()
        self.show()

    async def _download(self) -> None:
        if not self._recorder.deeds:
            self._hand.complain("Nothing is recorded yet")
            return
        ui.download.content(await self._recorder.toml(), _FILE, "application/toml")
