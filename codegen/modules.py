"""Modules: Python files of a version package, put together from parts that other steps made."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from itertools import chain

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
        found = sorted(names if source == "__future__" else used.intersection(names))
        if found:
            lines.append(f"from {source} import {', '.join(found)}")
    listed = "".join(f'    "{name}",\n' for name in sorted(exports))
    lines.append(f"\n__all__ = [\n{listed}]\n")
    return "\n".join([*lines, body]) + "\n"


def model_modules(version: str, title: str, models: Models) -> dict[str, str]:
    """`enums`, and the packages `datatypes` and `messages`, by module."""
    package = f"pilotwire.ocpp.{version}"
    enums = {f"{package}.enums": models.enums}
    datatypes = {**enums, f"{package}.datatypes": models.datatypes}
    return {
        **_apart(f"{package}.enums", f"Enumerations of {title}", models.enums, models.homes, {}),
        **_apart(
            f"{package}.datatypes",
            f"Parts of the messages of {title}",
            models.datatypes,
            models.homes,
            datatypes,
        ),
        **_apart(
            f"{package}.messages", f"Messages of {title}", models.messages, models.homes, datatypes
        ),
    }


def _apart(
    package: str,
    what: str,
    classes: Mapping[str, str],
    homes: Mapping[str, str],
    local: Mapping[str, Iterable[str]],
) -> dict[str, str]:
    """A package whose classes are made when they are asked for, in a module for each home.

    A module is called after the class at home there; the underscore keeps the two apart.
    """
    modules: dict[str, list[str]] = {}
    for name in classes:
        modules.setdefault(f"_{homes[name]}", []).append(name)
    folder = package.rpartition(".")[2]
    texts = {
        f"{folder}/{each}": module(
            f"{what}: {each[1:]}.",
            (NO_SECRETS if folder == "enums" else "")
            + "\n\n\n".join(classes[name] for name in names),
            {source: set(given).difference(names) for source, given in local.items()},
            names,
        )
        for each, names in modules.items()
    }
    imports = {f"{package}.{each}": names for each, names in sorted(modules.items())}
    table = "".join(f'"{each}": {tuple(names)!r},' for each, names in sorted(modules.items()))
    front = _front(f"{what}.", imports, f"on_demand(__name__, {{{table}}})")
    return {f"{folder}/__init__": front, **texts}


def package_module(version: str, title: str, models: Models) -> str:
    """`__init__`: everything of the three model modules."""
    parts = {"datatypes": models.datatypes, "enums": models.enums, "messages": models.messages}
    imports = {f"pilotwire.ocpp.{version}.{name}": items for name, items in parts.items() if items}
    listed = ", ".join(f'"{name}"' for name in parts)
    return _front(
        f"{title}: messages, data types and enumerations.",
        imports,
        f"parts_on_demand(__name__, {listed})",
    )


def _front(docstring: str, imports: Mapping[str, Iterable[str]], offer: str) -> str:
    """A module that imports what it offers when it is asked for it; type checkers need not wait."""
    # `__getattr__` is hidden from them, as they would take it to mean that there are all names.
    static = [f"    from {source} import {', '.join(names)}" for source, names in imports.items()]
    listed = "".join(f'    "{name}",\n' for name in sorted(chain(*imports.values())))
    return "\n".join(
        [
            f'"""{docstring} Imported when asked for.\n\n{_NOTE}\n"""',
            "from typing import TYPE_CHECKING",
            f"from pilotwire.ocpp.on_demand import {offer.partition('(')[0]}",
            "if TYPE_CHECKING:",
            *(static or ["    pass"]),
            "else:",
            f"    __getattr__, __dir__ = {offer}",
            "",
            f"__all__ = [\n{listed}]\n",
        ]
    )


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
            f'"{action.name}": lambda: Action(name="{action.name}", '
            f"request={_class(action.request)}, response={_class(action.response)}, "
            f"directions=frozenset({{{', '.join(directions)}}}), "
            f'block="{action.block}", transaction_related={action.transaction_related}, '
            f'handler="{action.handler}",),'
        )
    body = "\n".join(
        [
            "ACTIONS: Mapping[str, Action] = MadeOnDemand({",
            *entries,
            "})",
            f'"""Every action of {title} by its name on the wire."""',
            "",
        ]
    )
    local = {"pilotwire.ocpp.on_demand": ["MadeOnDemand"], **_messages(version)}
    return module(f"Dispatch table of {title}.", body, local, ["ACTIONS"])


def _messages(version: str) -> Mapping[str, list[str]]:
    return {f"pilotwire.ocpp.{version}": ["messages"]}


def _class(message: str | None) -> str:
    """A message as it is called where none is imported by name, so that none is made before."""
    return "None" if message is None else f"messages.{message}"


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
    return module(
        f"Who must answer what in {title}: one method an action.",
        f"{station}\n\n{csms}",
        {"__future__": ["annotations"], **_messages(version)},
        ["ChargingStationHandler", "CsmsHandler"],
    )


def _protocol(name: str, doc: str, actions: list[ActionFacts]) -> str:
    lines = [f"class {name}(Protocol):", f'    """{doc}"""', ""]
    for action in actions:
        verb = "Answer" if action.response else "Take"
        related = ", transaction-related" if action.transaction_related else ""
        lines += [
            f"    async def {action.handler}(",
            f"        self, request: {_class(action.request)}, /",
            f"    ) -> {_class(action.response)}:",
            f'        """{verb} {action.name} ({action.block}{related})."""',
            "        ...",
            "",
        ]
    return "\n".join(lines)
