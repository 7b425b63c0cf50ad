"""Variables of the station, and configuration keys of 1.6: to be read and to be set."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pilotwire.simulator.acts import SetVariable
from pilotwire.simulator.errors import ActError
from pilotwire.simulator.page import bits, words
from pilotwire.simulator.page.hand import Hand
from pilotwire.simulator.views import VariableView
from pilotwire.station.vocabulary import Attribute

__all__ = ["VariablePanel"]

_LISTS = frozenset({"MemberList", "SequenceList", "MEMBER_LIST", "SEQUENCE_LIST"})


class _Rows(Element, component=Path(__file__).with_name("variables.js")):
    def __init__(self) -> None:
        super().__init__()
        self.props["rows"] = []
        self.props["empty"] = "The station does not run."


class VariablePanel:
    """The variables and keys of a station.

    Args:
        hand: What reads and sets them.
    """

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._shown: Sequence[VariableView] = ()
        with bits.Card("Variables and keys"):
            self._rows = _Rows()
            self._rows.on("set", self._set)

    async def show(self) -> None:
        """Show how they are now."""
        try:
            found = await self._hand.simulator.variables(self._hand.identity)
        except ActError:
            found = ()
        if found == self._shown:
            return
        self._shown = found
        self._rows.props["rows"] = [_row(each) for each in found]

    async def _set(self, event: GenericEventArguments) -> None:
        told: Mapping[str, str] = event.args
        try:
            act = SetVariable(
                name=told["name"], value=told["value"], attribute=Attribute(told["attribute"])
            )
            done = await self._hand.simulator.do(self._hand.identity, act)
        except (ActError, ValueError) as error:
            _ = self._rows.run_method("done", str(error))
            return
        _ = self._rows.run_method("done", "")
        self._hand.report(done.said or f"{told['name']} is set")
        await self.show()


def _row(view: VariableView) -> dict[str, Any]:
    return {
        "key": f"{view.name} {view.attribute}",
        "name": view.name,
        "attribute": view.attribute,
        "value": view.value,
        "settable": view.settable,
        "values": list(view.values),
        "list": view.datatype in _LISTS,
        "about": _about(view),
    }


def _about(view: VariableView) -> str:
    parts = [view.datatype, view.mutability]
    if view.unit is not None:
        parts.append(f"in {view.unit}")
    if view.minimum is not None:
        parts.append(f"at least {words.number(view.minimum, 3)}")
    if view.maximum is not None:
        parts.append(f"at most {words.number(view.maximum, 3)}")
    if view.reboot_required:
        parts.append("counts from the next start on")
    return ", ".join(parts)
