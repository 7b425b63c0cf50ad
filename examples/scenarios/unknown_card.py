"""A scenario in Python: a card that the CSMS does not know charges nothing, and the next one does.

pilotwire scenario run examples/scenarios/unknown_card.py
"""

from pilotwire.simulator.acts import PlugIn, Swipe, Unplug
from pilotwire.simulator.scenario import (
    CsmsPlan,
    EvseState,
    Heading,
    Message,
    NoMessage,
    Play,
    scenario,
)


@scenario(versions=["2.0.1", "2.1"], heading=Heading(csms=CsmsPlan(tokens=("04A1B2C3",))))
async def an_unknown_card(play: Play) -> None:
    """Of two cards, the CSMS knows the second."""
    await play.do(PlugIn())
    for card, status in {"04FFFFFF": "Unknown", "04A1B2C3": "Accepted"}.items():
        await play.do(Swipe(token=card))
        answer = Message(
            action="Authorize", kind="result", payload={"idTokenInfo": {"status": status}}
        )
        await play.expect(answer)
        if status == "Unknown":
            await play.expect(NoMessage(action="TransactionEvent", seconds=30))
            await play.expect(EvseState(transaction=False, contactor_closed=False))
    await play.expect(EvseState(token="04A1B2C3", charging_state="Charging"))  # noqa: S106 -- a card
    await play.do(Unplug(), refused="locked")
    await play.do(Swipe(token="04A1B2C3"))  # noqa: S106 -- a card
    await play.expect(EvseState(locked=False))
    await play.do(Unplug())
