"""A diff for people and programs: text, Markdown or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, cast

from codegen.diff import Change


def as_text(changes: Sequence[Change]) -> str:
    """One line a change."""
    lines = [
        f"{change.subject}: {_told(change)}{f'  [{_broken(change)}]' if _broken(change) else ''}"
        for change in changes
    ]
    return "\n".join([*lines, _summary(changes)])


def as_markdown(changes: Sequence[Change]) -> str:
    """One table."""
    rows = [
        f"| `{change.subject}` | {_told(change)} | {_broken(change)} |".replace("  |", " |")
        for change in changes
    ]
    table = ["| Where | What | Can break |", "| --- | --- | --- |", *rows, ""] if rows else []
    return "\n".join([*table, _summary(changes)])


def as_json(changes: Sequence[Change]) -> str:
    """A list of objects."""
    return json.dumps([change.as_dict() for change in changes], indent=2, ensure_ascii=False)


REPORTS: dict[str, Callable[[Sequence[Change]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


def _told(change: Change) -> str:
    if change.what in {"message", "table", "type", "row"} and None in (change.old, change.new):
        return f"{change.what} {change.new or change.old}"
    if change.old is None and change.what in {"field", "values"}:
        return f"{change.what} added: {_shown(change.new)}"
    if change.new is None and change.what in {"field", "values"}:
        return f"{change.what} removed: {_shown(change.old)}"
    if change.what == "required":
        return "now required" if change.new else "no longer required"
    return f"{change.what} {_shown(change.old)} -> {_shown(change.new)}"


def _shown(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, list):
        return ", ".join(str(item) for item in cast("list[object]", value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _broken(change: Change) -> str:
    ends = (("senders", change.breaks_senders), ("receivers", change.breaks_receivers))
    return ", ".join(end for end, broken in ends if broken)


def _summary(changes: Sequence[Change]) -> str:
    if not changes:
        return "No change."
    senders = sum(change.breaks_senders for change in changes)
    receivers = sum(change.breaks_receivers for change in changes)
    return (
        f"{len(changes)} {'change' if len(changes) == 1 else 'changes'}; {senders} can break "
        f"senders, {receivers} can break receivers that stay as they are."
    )
