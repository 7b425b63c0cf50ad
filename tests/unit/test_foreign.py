"""What a peer or a driver says reaches no log and no exception's text but through `printable`."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.errors import CallFailed, ConnectionClosed, NoCommonVersion
from pilotwire.foreign import printable
from pilotwire.hal.interfaces import FaultCode, FaultRaised, OwnWord
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.rpc import Edition
from pilotwire.station.errors import HardwareFault
from tests.hostile.hardware import raising
from tests.support.memory_link import memory_link
from tests.support.scene import TOKEN, scene
from tests.support.virtual_time import virtual_time
from tests.unit.rpc.scenes import running

NASTY = "a\n\x1b[2J\u202e\u2028\x00\ud800\x7f\x9b31m" + "b" * 999


@pytest.fixture(autouse=True)
def every_frame_is_valid() -> None:
    """No frame is judged here: they are broken."""


@given(st.text(max_size=400))
def test_what_is_printable_is_one_line_that_is_simply_shown(text: str) -> None:
    shown = printable(text)
    assert shown.isprintable()
    assert len(shown) <= 10 * 255 + 3
    if text.isprintable() and len(text) <= 255:
        assert shown == text
    assert shown.encode().decode() == shown


@pytest.mark.parametrize(
    "error",
    [
        CallFailed(NASTY, NASTY),
        CallFailed(NASTY),
        ConnectionClosed(1000, NASTY),
        NoCommonVersion(["ocpp1.6"], NASTY),
        HardwareFault(OwnWord(NASTY[:9]), NASTY),
    ],
)
def test_an_exceptions_text_is_one_line(error: Exception) -> None:
    assert str(error).isprintable()
    assert len(str(error)) < 1000


@pytest.mark.parametrize(
    "frame",
    [
        '[5,"\\u001b[2J","\\u001b[2J","\\u001b[2J\\n",{}]',
        '[4,"-1","\\u001b[2J","\\u001b[2J\\n",{}]',
        '[5,"-1","\\u001b[2J","\\u001b[2J\\n",{}]',
        '[3,"\\u001b[2J\\n",{}]',
        '[6,"\\u001b[2J","\\u001b[2J\\n",{}]',
        '[6,"1","Note",{"\\u001b[2J\\n":1}]',
        '[2,"1","Echo",{"text":"hang"}]',
        '[9,"\\u001b[2J\\n"]',
    ],
)
@virtual_time
async def test_no_frame_puts_escapes_into_the_log(
    frame: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    link = memory_link()
    async with running(link, edition=Edition.V21):
        await link.csms.send(frame)
        await link.csms.close(1000, NASTY[:20])
    for record in caplog.records:
        assert record.getMessage().isprintable()


@virtual_time
async def test_no_driver_puts_escapes_into_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    async with scene("2.0.1") as s:
        await s.evse.plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
        vars(s.evse)["close_contactor"] = raising(OSError(NASTY))
        await s.evse.swipe(TOKEN)
        await s.wait(15)
        s.hardware._report(FaultRaised(1, OwnWord(NASTY[:9]), NASTY))
        s.hardware._report(FaultRaised(7, FaultCode.GROUND_FAULT, NASTY))
        await s.wait(15)
    assert "is faulted" in caplog.text
    for record in caplog.records:
        assert record.getMessage().isprintable()
