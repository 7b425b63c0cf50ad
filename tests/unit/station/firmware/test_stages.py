"""The table of the stages of an update."""

import pytest

from pilotwire.hal.interfaces import FirmwareState
from pilotwire.station.firmware.stages import STAGES, Stage, after_boot
from pilotwire.station.vocabulary import FirmwareStatus

ENDS = {stage for stage, row in STAGES.items() if not row.after}


def test_every_stage_is_in_the_table() -> None:
    assert set(STAGES) == set(Stage)


@pytest.mark.parametrize("stage", sorted(STAGES))
def test_every_way_comes_to_an_end_that_is_told(stage: Stage) -> None:
    """Never back, so there is no circle, but for a pause."""
    seen, waiting = set[Stage](), {stage}
    while waiting:
        one = waiting.pop()
        seen.add(one)
        waiting |= STAGES[one].after - seen
        assert stage not in STAGES[one].after or {one, stage} == {
            Stage.DOWNLOADING,
            Stage.DOWNLOAD_PAUSED,
        }
    assert seen & ENDS
    assert all(STAGES[end].told is not None for end in seen & ENDS)


def test_what_is_about_to_run_is_not_canceled() -> None:
    """L01.FR.24, L01.FR.27."""
    firm = {stage for stage, row in STAGES.items() if row.canceled is None}
    assert firm - ENDS == {
        Stage.INSTALL_REBOOTING,
        Stage.ACTIVATING,
        Stage.ON_TRIAL,
        Stage.GIVING_BACK,
    }


def test_nothing_is_canceled_before_the_file_is_here_as_if_it_was() -> None:
    assert STAGES[Stage.DOWNLOADING].canceled is FirmwareStatus.DOWNLOAD_FAILED
    assert STAGES[Stage.DOWNLOADED].canceled is FirmwareStatus.INSTALLATION_FAILED


@pytest.mark.parametrize("stage", sorted(STAGES))
@pytest.mark.parametrize("state", list(FirmwareState))
def test_a_boot_leads_nowhere_that_the_table_does_not(stage: Stage, state: FirmwareState) -> None:
    after = after_boot(stage, state)
    assert after is stage or after in STAGES[stage].after


def test_what_fell_back_has_failed() -> None:
    for stage in (Stage.INSTALL_REBOOTING, Stage.ACTIVATING, Stage.ON_TRIAL, Stage.GIVING_BACK):
        assert after_boot(stage, FirmwareState.FELL_BACK) is Stage.INSTALLATION_FAILED


def test_what_was_confirmed_is_installed() -> None:
    assert after_boot(Stage.ON_TRIAL, FirmwareState.SETTLED) is Stage.INSTALLED
