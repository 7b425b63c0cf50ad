"""What an editor shows of a message, asked of pyright's language server."""

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


class Editor:
    """As much of a language client as it takes to hover over a word."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._requests = 0
        self._server = subprocess.Popen(  # noqa: S603 -- our own program
            [Path(sys.executable).with_name("pyright-langserver"), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Self:
        folders = [{"uri": self._folder.as_uri(), "name": "folder"}]
        self._request("initialize", {"capabilities": {}, "workspaceFolders": folders})
        self._send({"method": "initialized", "params": {}})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self._server.kill()
        self._server.communicate()

    def open(self, path: Path) -> None:
        document = {"uri": path.as_uri(), "languageId": "python", "version": 1}
        document["text"] = path.read_text("utf-8")
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})

    def hover(self, path: Path, word: str) -> str:
        """What is shown over the last occurrence of a word."""
        before = path.read_text("utf-8").rpartition(word)[0]
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        asked = {"textDocument": {"uri": path.as_uri()}, "position": place}
        shown: str = self._request("textDocument/hover", asked)["contents"]["value"]
        return shown

    def _request(self, method: str, params: dict[str, Any]) -> Any:
        self._requests += 1
        self._send({"id": self._requests, "method": method, "params": params})
        while True:
            message = self._receive()
            if "method" not in message and message.get("id") == self._requests:
                return message["result"]
            if "method" in message and "id" in message:  # the server asks, too: nothing is set
                items = message.get("params", {}).get("items")
                answer: list[dict[str, str]] | None = None if items is None else [{} for _ in items]
                self._send({"id": message["id"], "result": answer})

    def _send(self, message: dict[str, Any]) -> None:
        text = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(text), text))
        self._server.stdin.flush()

    def _receive(self) -> Any:
        assert self._server.stdout is not None
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(self._server.stdout.read(length))


PROGRAM = """
from pilotwire.ocpp import v201

def shown(event: v201.TransactionEventRequest, reset: v201.ResetRequest) -> None:
    event.meter_value
"""


def test_an_editor_shows_what_is_in_a_list_and_its_limits(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, "utf-8")
    (tmp_path / "pyrightconfig.json").write_text(
        json.dumps({"extraPaths": [str(ROOT / part) for part in ("generated", "runtime", "hal")]})
    )

    with Editor(tmp_path) as editor:
        editor.open(program)
        value = editor.hover(program, "meter_value")
        message = editor.hover(program, "ResetRequest")

    assert "meter_value: Sequence[MeterValueType] | None" in value
    assert "Elements: at least 1." in value
    assert "Request of Reset, CSMS to station. B Provisioning (" in message
