"""Whatever reaches a log is known to be fit for one: every call is looked at, argument by argument.

An argument is fit if it can hold nobody else's words: a number or a constant, what has passed
`printable`, what is made of such, a name to which nothing else is assigned, an exception of a kind
that cleans its own text. All others are named here, each with the reason why it is fit.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [*(ROOT / "runtime").rglob("*.py"), *(ROOT / "hal").rglob("*.py")]

METHODS = {"debug", "info", "warning", "error", "exception", "critical", "log", "note"}
LOGS = {"log", "_log", "self._log", "self._complaints", "complaints"}
HANDED_ON = {("rpc/handling.py", "self._failed")}
"""Functions whose first argument goes to a log as it is."""

CLEANING = {"printable", "words", "len", "int", "float", "repr", "ascii"}
PLAIN_TYPES = {"int", "float", "bool", "datetime", "timedelta", "OcppVersion"}
ERRORS = {
    "CallUnanswered": "what the peer says in it is cleaned where it is made (errors.py)",
    "ConnectionRefused": "the same",
    "ConnectionClosed": "the same",
    "CallFailed": "the same",
    "Unsayable": "names a field of a message of ours",
    "HardwareFault": "the same (station/errors.py)",
    "StoreError": "names the file and what the system says of it",
    "StoreUnwritableError": "the same",
}
PEER = "the session's own words, and the enumeration of why; nothing of the message is in them"
OURS_IS = "an identifier that the station made"
ENUM = "of an enumeration of ours"
PATH = "the path that the operator gave"
FIT = {
    "charging_station/link.py": {
        "dialect.version": ENUM,
        "peer.closed": "ConnectionClosed cleans the reason",
    },
    "cli/arguments.py": {"version": ENUM, "_LIMITS[version]": "a number"},
    "cli/csms.py": {"url": "our own address"},
    "cli/files.py": {"what": "an option's name", "path": PATH},
    "cli/run.py": {
        "station.identity": "an endpoint takes it only if it is printable",
        "store.path": PATH,
        "text.partition(': ')[2]": "words of ours (simulator/visits.py)",
        "reader.read(now, direction, text).line": "cleaned by the reader of messages",
    },
    "csms/certificates.py": {"issued.serial_number": "a number"},
    "csms/line.py": {"answer.status": ENUM},
    "csms/desk.py": {
        "refused": "RequestRefused has words of ours",
        "error": "the system's words",
    },
    "cli/trace.py": {"self._path": PATH, "reason(error)": "the system's words"},
    "dialects/application.py": {"request.__name__": "a generated name"},
    "rpc/complaints.py": {"line": "each call of `note` is looked at"},
    "rpc/handling.py": {
        "line": "each call of `_failed` is looked at",
        "action.name": "a generated name",
        "kind.__name__": "a generated name",
        "notes[0]": "words of ours about a path, which is cleaned (rpc/validation.py)",
        "explain(error)[1]": "the same",
    },
    "rpc/peer.py": {"because": PEER, "because.value": PEER},
    "station/authorization/block.py": {
        "refusal": "a `Hold` of ours, a status, or our own words",
        "info.status": ENUM,
    },
    "station/authorization/local_list.py": {
        "text": "words of ours, with numbers",
        "known.info.status": ENUM,
        "info.status": ENUM,
    },
    "station/clock.py": {"time.astimezone(UTC)": "a time", "self.now()": "a time"},
    "station/firmware/journal.py": {"stage": ENUM},
    "station/firmware/publishing.py": {"status": ENUM},
    "station/firmware/slots.py": {"shortly(version)": "cleaned and cut"},
    "station/firmware/updates.py": {"self._journal.job.stage": ENUM},
    "station/kept.py": {"self._what": "words of ours"},
    "station/delivery/delivery.py": {
        "transaction_id": OURS_IS,
        "entry.transaction_id": OURS_IS,
        "entry.message_id": OURS_IS,
        "sent.message_id": OURS_IS,
        "wire.action": "a generated name",
        "why": "an error that cleans its text, or `_unspeakable`, or our own words",
    },
    "station/device_model/model.py": {"definition.title": "a variable's name, the application's"},
    "station/evse/control.py": {"failure": "HardwareFault cleans its text", "tx.id": OURS_IS},
    "station/provisioning/conversation.py": {"answer.status": ENUM},
    "station/provisioning/reset.py": {"self._kind": ENUM},
    "station/provisioning/security_upgrade.py": {"text": "words of ours"},
    "station/reservation/block.py": {"status": ENUM},
    "station/smart_charging/block.py": {"why.text": "words of ours, numbers, and enumerations"},
    "station/security/v2g_status.py": {
        "error": "BadCertificateError has words of ours",
        "link.fingerprint": "a hash",
    },
    "station/station.py": {"self.core.records.path": PATH},
    "station/transactions/control.py": {
        "tx.id": OURS_IS,
        "told.id": OURS_IS,
        "cause.reason": ENUM,
    },
    "station/evse/governed.py": {"reason": ENUM},
    "station/smart_charging/governing.py": {"error": "SharingError, with numbers of ours"},
    "station/smart_charging/offline.py": {"lasted": "a time", "gone": "numbers of profiles"},
    "station/transactions/csms_limits.py": {"name": "of a limit, of ours"},
    "station/transfer/block.py": {
        "location": "cleaned where it is made a text, and without secrets (location.py)",
        "name": "of a class",
        "done.size": "a number",
        "done.resumed": "a number",
    },
    "station/transactions/log.py": {"row.id": OURS_IS, "tx.id": OURS_IS, "after.id": OURS_IS},
    "store/database.py": {"self.path": PATH, "error": "SQLite's words"},
    "store/place.py": {"path": PATH, "error.strerror": "the system's words"},
}
"""What can't be seen to be fit where it stands, and why it is."""


def calls(tree: ast.AST, name: str = "") -> Iterator[ast.Call]:
    """The calls that log something."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        if (name, ast.unparse(call.func)) in HANDED_ON or (
            call.func.attr in METHODS and ast.unparse(call.func.value) in LOGS
        ):
            yield call


class Module:
    """One module, and what of its log calls is not known to be fit."""

    def __init__(self, source: str, name: str = "") -> None:
        self._name = name
        self._tree = ast.parse(source)
        self._parents = {
            child: parent
            for parent in ast.walk(self._tree)
            for child in ast.iter_child_nodes(parent)
        }

    def unfit(self) -> list[str]:
        """The arguments that may hold somebody else's words."""
        return [
            f"{self._name}:{call.lineno}: {ast.unparse(each)}"
            for call in calls(self._tree, self._name)
            for each in self._texts(call)
            if not self._fit(each)
        ]

    def _texts(self, call: ast.Call) -> Iterator[ast.expr]:
        """What is put into the line as text: not what a %d or a %g takes."""
        assert isinstance(call.func, ast.Attribute)
        arguments = call.args[1:] if call.func.attr == "log" else list(call.args)
        line, *values = arguments
        yield line
        if call.func.attr in ("note", "_failed"):
            return  # the others are no text
        kinds = re.findall(r"%[-+ #0-9.]*([a-zA-Z])", getattr(line, "value", ""))
        assert len(kinds) == len(values), ast.unparse(call)
        yield from (value for kind, value in zip(kinds, values, strict=True) if kind in "sra")

    def _fit(self, part: ast.expr) -> bool:
        if ast.unparse(part) in FIT.get(self._name, {}):
            return True
        match part:
            case ast.Constant():
                return True
            case ast.JoinedStr(values=values):
                return all(self._fit(each) for each in values)
            case ast.FormattedValue(value=value, format_spec=ast.JoinedStr(values=[spec])):
                return ast.unparse(spec)[-2:-1] in "dgfx" or self._fit(value)
            case ast.FormattedValue(value=value) | ast.Starred(value=value):
                return self._fit(value)
            case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
                return self._fit(one) and self._fit(other)
            case ast.BoolOp(values=values):
                return all(self._fit(each) for each in values)
            case ast.Attribute(value=ast.Call(func=ast.Name(id="type")), attr="__name__"):
                return True
            case ast.Call(func=ast.Name(id=function)):
                return function in CLEANING
            case ast.Name():
                return self._name_fits(part)
            case _:
                return False

    def _name_fits(self, name: ast.Name) -> bool:
        scope: ast.AST = name
        while not isinstance(scope, ast.Module):
            scope = self._parents[scope]
            if isinstance(scope, ast.ExceptHandler) and scope.name == name.id:
                kinds = scope.type.elts if isinstance(scope.type, ast.Tuple) else [scope.type]
                return all(kind is not None and ast.unparse(kind) in ERRORS for kind in kinds)
            if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef | ast.Module):
                found = list(_given(scope, name.id))
                if found:
                    return all(self._given_fits(each) for each in found)
        return False

    def _given_fits(self, given: ast.expr | ast.arg | None) -> bool:
        if isinstance(given, ast.arg):
            return given.annotation is not None and ast.unparse(given.annotation) in PLAIN_TYPES
        return given is not None and self._fit(given)


def _given(scope: ast.AST, name: str) -> Iterator[ast.expr | ast.arg | None]:
    """What a name is given in a function or a module; None for what can't be told."""
    if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef):
        every = [*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs]
        yield from (each for each in every if each.arg == name)
    for node in _own(scope):
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from _bound(target, value, name)
            case ast.AnnAssign(target=target, value=value) if value is not None:
                yield from _bound(target, value, name)
            case ast.AugAssign(target=ast.Name(id=bound), value=value) if bound == name:
                yield value
            case ast.NamedExpr(target=ast.Name(id=bound), value=value) if bound == name:
                yield value
            case ast.For(target=target) | ast.AsyncFor(target=target):
                yield from _bound(target, None, name)
            case ast.withitem(optional_vars=ast.expr() as target):
                yield from _bound(target, None, name)
            case ast.MatchAs(name=bound) | ast.MatchStar(name=bound) if bound == name:
                yield None
            case _:
                pass


def _own(scope: ast.AST) -> Iterator[ast.AST]:
    """All that is in a scope, without the functions and classes in it."""
    for child in ast.iter_child_nodes(scope):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            continue
        yield child
        yield from _own(child)


def _bound(target: ast.expr, value: ast.expr | None, name: str) -> Iterator[ast.expr | None]:
    match target, value:
        case ast.Name(id=bound), _ if bound == name:
            yield value
        case ast.Tuple(elts=targets), ast.Tuple(elts=values) if len(targets) == len(values):
            for each, its in zip(targets, values, strict=True):
                yield from _bound(each, its, name)
        case ((ast.Tuple(elts=targets) | ast.List(elts=targets)), _):
            for each in targets:
                yield from _bound(each, None, name)
        case ast.Starred(value=each), _:
            yield from _bound(each, None, name)
        case _:
            pass


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix().partition("/pilotwire/")[2]


@pytest.mark.parametrize("path", sorted(SOURCES), ids=name_of)
def test_each_argument_of_a_log_call_is_fit_for_a_log(path: Path) -> None:
    assert Module(path.read_text(encoding="utf-8"), name_of(path)).unfit() == []


@pytest.mark.parametrize(
    "source",
    [
        "def f(closed):\n    log.warning('closed: %s', closed.reason)",
        "_log.error(f'refused: {error.description}')",
        "self._complaints.note(f'x {message_id}')",
        "log.info('%s', str(error.details))",
        "log.info('%r', what)",
        "def f(text: str):\n    log.info('%s', text)",
        "def f(call):\n    why = call.action\n    log.info('%s', why)",
        "def f(call):\n    why = printable(call)\n    why += call.id\n    log.info('%s', why)",
        "def f(call):\n    why = call.id if call else 'none'\n    log.info('%s', why)",
        "def f(call):\n    for why in call:\n        log.info('%s', why)",
        "try:\n    pass\nexcept ValueError as error:\n    log.error('%s', error)",
        "match event:\n    case Reply(text, why):\n        log.info('%s', why)",
        "log.log(level, '%s', text)",
        "log.info(text)",
    ],
)
def test_what_is_not_is_found(source: str) -> None:
    assert len(Module(source).unfit()) == 1


@pytest.mark.parametrize(
    "source",
    [
        "log.info('nothing but words')",
        "log.info('%d of %.1f', call.number, call.share)",
        "log.info('%s', printable(call.action))",
        "def f(call):\n    why = f'no {printable(call.action)}'\n    log.info('%s', why)",
        "try:\n    pass\nexcept CallUnanswered as error:\n    log.error('%s', error)",
        "def f(seconds: float):\n    log.info('%s', seconds)",
        "self._complaints.note(f'{len(text)} of {number:d}', failure=error)",
        "log.info('%s', type(event).__name__)",
    ],
)
def test_what_is_fit_is_not(source: str) -> None:
    assert Module(source).unfit() == []


def test_no_reason_is_left_for_what_is_gone() -> None:
    sources = {name_of(path): path.read_text(encoding="utf-8") for path in SOURCES}
    for name, reasons in FIT.items():
        used = {
            ast.unparse(each)
            for each in ast.walk(ast.parse(sources[name]))
            if isinstance(each, ast.expr)
        }
        assert set(reasons) <= used
