"""What cases of tokens have in common."""

from pilotwire.ocpp import v21
from tests.conformance.v201.play import MESSAGE_TIMEOUT, VALID_2, Play, Session

__all__ = ["GROUP", "another_does_not_stop", "asks_about", "assert_not_asked"]

GROUP = "GROUP"


async def asks_about(play: Play, token: str) -> None:
    """The station asks about a token."""
    await play.expect(v21.AuthorizeRequest, id_token__id_token=token, id_token__type="ISO14443")


def assert_not_asked(play: Play) -> None:
    assert not play.pending(v21.AuthorizeRequest), "the station knows the token"


async def another_does_not_stop(at: Session) -> None:
    """A token of the same group, but invalid, ends nothing."""
    await at.present(VALID_2)
    await asks_about(at.play, VALID_2)
    await at.s.wait(MESSAGE_TIMEOUT)
    for event in await at.all_events(0):
        assert event.trigger_reason == "MeterValuePeriodic"
    assert at.hardware.contactor.closed
