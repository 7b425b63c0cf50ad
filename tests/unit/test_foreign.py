"""What a peer says reaches no log and no exception's text but through `printable`."""

import ast
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.errors import CallFailed, ConnectionClosed, NoCommonVersion
from pilotwire.foreign import printable
from pilotwire.rpc import Edition
from tests.support.memory_link import memory_link
from tests.support.virtual_time import virtual_time
from tests.unit.rpc.scenes import running

RUNTIME = Path(__file__).resolve().parents[2] / "runtime" / "pilotwire"
NASTY = "a\n\x1b[2J\u202e\u2028\x00\ud800\x7f\x9b31m" + "b" * 999

METHODS = {"debug", "info", "warning", "error", "exception", "critical", "log", "note", "_failed"}
TOLD_BY_PEERS = {
    "chosen",
    "code",
    "custom_trigger",
    "description",
    "details",
    "message_id",
    "problem",
    "reason",
    "told",
    "vendor_id",
}
"""Names in the code of what holds a peer's own words."""
OURS = {
    "self.current.reason",
    "cause.reason",  # why a transaction ended, by our own enumeration
    "fault.code",  # of the hardware, by our own enumeration
    "entry.message_id",  # of our own messages
    "sent.message_id",
}


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


def logged(tree: ast.AST) -> Iterator[ast.expr]:
    """What is given to a log, argument by argument."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        to = ast.unparse(call.func.value).lower()
        if call.func.attr in METHODS and ("log" in to or "complaints" in to or to == "self"):
            yield from call.args


def raw(argument: ast.AST) -> Iterator[str]:
    """A peer's words in an argument that have not passed `printable`."""
    if isinstance(argument, ast.Call) and ast.unparse(argument.func) == "printable":
        return
    name = None
    if isinstance(argument, ast.Attribute):
        name = argument.attr
    elif isinstance(argument, ast.Name):
        name = argument.id
    if name in TOLD_BY_PEERS and ast.unparse(argument) not in OURS:
        yield ast.unparse(argument)
    children = ast.iter_child_nodes(argument)
    if isinstance(argument, ast.Call):
        children = iter([*argument.args, *(each.value for each in argument.keywords)])
    for child in children:
        yield from raw(child)


@pytest.mark.parametrize("path", sorted(RUNTIME.rglob("*.py")), ids=lambda path: path.stem)
def test_each_log_call_cleans_what_a_peer_says(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [(ast.unparse(each), *raw(each)) for each in logged(tree) if list(raw(each))]


@pytest.mark.parametrize(
    "source",
    [
        "log.warning('closed: %s', closed.reason)",
        "_log.error(f'refused: {error.description}')",
        "self._complaints.note(f'x {message_id}')",
        "log.info('%s', str(error.details))",
    ],
)
def test_a_log_call_that_does_not_is_found(source: str) -> None:
    assert any(list(raw(each)) for each in logged(ast.parse(source)))
