"""Modules: Python files of a version package, put together from parts that other steps made."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from codegen.errors import CodegenError
from codegen.facts import ActionFacts
from codegen.imports import IMPORTS
from codegen.models import Models

# A member may be called MASTER_PASS, which linters take for a password in the code.
NO_SECRETS = "# ruff: noqa: S105\n\n\n"
_NOTE = "Written by `python -m codegen generate`; never edited by hand."


def module(
    docstring: str, body: str, local: Mapping[str, Iterable[str]], exports: Iterable[str]
) -> str:
    """A module with the imports that its body needs, out of the known ones and those of `local`."""
    own = {*exports, *(name for names in local.values() for name in names)}
    taken = own.intersection({name for names in IMPORTS.values() for name in names})
    if taken:
        raise CodegenError(f"{min(taken)}: a name that the generated modules need for themselves")
    used = {
        node.id
        for node in ast.walk(ast.parse(body))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    used.update(exports)
    lines = [f'"""{docstring}\n\n{_NOTE}\n"""', ""]
    for source, names in {**IMPORTS, **local}.items():
        found = sorted(used.intersection(names))
        if found:
            lines.append(f"from {source} import {', '.join(found)}")
    listed = "".join(f'    "{name}",\n' for name in sorted(exports))
    lines.append(f"\n__all__ = [\n{listed}]\n")
    return "\n".join([*lines, body]) + "\n"


def model_modules(version: str, title: str, models: Models) -> dict[str, str]:
    """`enums`, `datatypes` and `messages`."""
    package = f"pilotwire.ocpp.{version}"
    enums = {f"{package}.enums": models.enums}
    datatypes = {**enums, f"{package}.datatypes": models.datatypes}
    return {
        "enums": module(
            f"Enumerations of {title}.", NO_SECRETS + _joined(models.enums), {}, models.enums
        ),
        "datatypes": module(
            f"Parts of the messages of {title}.",
            _joined(models.datatypes),
            enums,
            models.datatypes,
        ),
        "messages": module(
            f"Messages of {title}.", _joined(models.messages), datatypes, models.messages
        ),
    }


def package_module(version: str, title: str, models: Models) -> str:
    """`__init__`: everything of the three model modules."""
    parts = {"datatypes": models.datatypes, "enums": models.enums, "messages": models.messages}
    imports = [
        f"from pilotwire.ocpp.{version}.{name} import (\n"
        + "".join(f"    {item},\n" for item in sorted(items))
        + ")"
        for name, items in parts.items()
        if items
    ]
    exports = sorted(item for items in parts.values() for item in items)
    listed = "".join(f'    "{name}",\n' for name in exports)
    doc = f'"""{title}: messages, data types and enumerations.\n\n{_NOTE}\n"""'
    return "\n".join([doc, "", *imports, "", f"__all__ = [\n{listed}]"]) + "\n"


def actions_module(version: str, title: str, actions: list[ActionFacts]) -> str:
    """`actions`: the dispatch table."""
    entries: list[str] = []
    for action in actions:
        directions = [
            name
            for name, sent in (
                ("Direction.FROM_STATION", action.from_station),
                ("Direction.FROM_CSMS", action.from_csms),
            )
            if sent
        ]
        entries.append(
            f'"{action.name}": Action(name="{action.name}", request={action.request}, '
            f"response={action.response}, directions=frozenset({{{', '.join(directions)}}}), "
            f'block="{action.block}", transaction_related={action.transaction_related}, '
            f'handler="{action.handler}",),'
        )
    body = "\n".join(
        [
            "ACTIONS: Mapping[str, Action] = MappingProxyType({",
            *entries,
            "})",
            f'"""Every action of {title} by its name on the wire."""',
            "",
        ]
    )
    names = [m for action in actions for m in (action.request, action.response) if m is not None]
    return module(
        f"Dispatch table of {title}.",
        body,
        {f"pilotwire.ocpp.{version}.messages": names},
        ["ACTIONS"],
    )


def handlers_module(version: str, title: str, actions: list[ActionFacts]) -> str:
    """`handlers`: what each end must be able to answer, as protocols."""
    station = _protocol(
        "ChargingStationHandler",
        "Answers what a CSMS sends.",
        [action for action in actions if action.from_csms],
    )
    csms = _protocol(
        "CsmsHandler",
        "Answers what a charging station sends.",
        [action for action in actions if action.from_station],
    )
    names = [m for action in actions for m in (action.request, action.response) if m is not None]
    return module(
        f"Who must answer what in {title}: one method an action.",
        f"{station}\n\n{csms}",
        {f"pilotwire.ocpp.{version}.messages": names},
        ["ChargingStationHandler", "CsmsHandler"],
    )


def _protocol(name: str, doc: str, actions: list[ActionFacts]) -> str:
    lines = [f"class {name}(Protocol):", f'    """{doc}"""', ""]
    for action in actions:
        verb = "Answer" if action.response else "Take"
        related = ", transaction-related" if action.transaction_related else ""
        lines += [
            f"    async def {action.handler}(",
            f"        self, request: {action.request}, /",
            f"    ) -> {action.response}:",
            f'        """{verb} {action.name} ({action.block}{related})."""',
            "        ...",
            "",
        ]
    return "\n".join(lines)


def _joined(items: Mapping[str, str]) -> str:
    return "\n\n\n".join(items.values())
