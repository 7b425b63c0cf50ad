"""Any act at all, by a form: for those that have no button of their own."""

from collections.abc import Mapping
from typing import Final

from nicegui import ui
from pydantic import JsonValue, ValidationError

from pilotwire.simulator.acts import ACTS, Act, read_act
from pilotwire.simulator.errors import ActError
from pilotwire.simulator.page import bits
from pilotwire.simulator.page.form import Form
from pilotwire.simulator.page.hand import Hand

__all__ = ["ActPanel"]

_KIND: Final = frozenset({"act"})


class ActPanel:
    """All that can be done, each with a form.

    Args:
        hand: What does it.
    """

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._name = "send"
        self._form: Form | None = None
        names = {name: name.replace("_", " ").capitalize() for name in sorted(ACTS)}
        with bits.Card("Anything else"):
            bits.select(
                "What to do",
                names,
                self._name,
                changed=self._choose,
                with_input=True,
            )
            self._about = bits.Text("p", classes="pw-soft pw-small")
            self._place = ui.element("div")
            with ui.element("div").classes("pw-row"):
                bits.button("Do it", self._do, icon="play_arrow", kind="pw-main")
            self._answer = ui.element("div").props("role=status aria-live=polite")
        self._choose(self._name)

    def _choose(self, name: str | None) -> None:
        if name is None or name not in ACTS:
            return
        self._name = name
        kind = ACTS[name]
        self._about.say(" ".join((kind.__doc__ or "").split()))
        self._place.clear()
        self._answer.clear()
        with self._place:
            self._form = Form(
                kind, lambda document: _problems(kind, document), self._hand.now, _KIND
            )

    async def _do(self) -> None:
        document = None if self._form is None else self._form.read()
        if document is None:
            return
        try:
            act = read_act({**document, "act": self._name})
        except ActError as error:
            self._hand.complain(str(error))
            return
        self._answer.clear()
        done = await self._hand.do(act, said="Done")
        if done is not None and done.answer is not None:
            with self._answer:
                bits.Text("pre", bits.as_json(done.answer), "pw-json pw-mono").props("tabindex=0")


def _problems(kind: type[Act], document: Mapping[str, JsonValue]) -> Mapping[str, str]:
    try:
        kind.model_validate(dict(document))
    except ValidationError as error:
        return {
            ".".join(str(step) for step in fault["loc"]): fault["msg"]
            for fault in error.errors(include_url=False)
        }
    return {}
