"""The page about messages: its examples run as they stand, print what it says, and type-check."""

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pilotwire.ocpp import v201
from tests.typing.test_programs import Errors, mypy_errors, pyright_errors

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/messages.md").read_text("utf-8")
PROGRAM = "\n\n".join(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL))
PRINTED = "".join(re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL))


def test_the_examples_run_with_nothing_but_the_generated_package() -> None:
    loaded = "import sys\nassert 'websockets' not in sys.modules\n"
    done = subprocess.run(  # noqa: S603 -- our own interpreter and program
        [sys.executable, "-W", "error", "-c", f"{PROGRAM}\n{loaded}"],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "generated")},
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout == PRINTED


def test_calls_and_dispatch_work_together(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    exec(compile(PROGRAM, "messages.md", "exec"), names)  # noqa: S102 -- a program of our own page
    call, handle, csms = names["call"], names["handle"], names["Csms"]

    class Loop:
        async def exchange(self, action: str, payload: str) -> str:
            answer: str = await handle(csms(), action, payload)
            return answer

    answer = asyncio.run(call(Loop(), v201.HeartbeatRequest()))

    assert isinstance(answer, v201.HeartbeatResponse)
    with pytest.raises(LookupError):
        asyncio.run(handle(csms(), "Reset", json.dumps({"type": "OnIdle"})))


@pytest.mark.slow
@pytest.mark.parametrize("check", [mypy_errors, pyright_errors])
def test_the_examples_type_check(tmp_path: Path, check: Callable[..., Errors]) -> None:
    program = tmp_path / "messages.py"
    program.write_text(PROGRAM, "utf-8")
    paths = {"include": [str(program)], "extraPaths": [str(ROOT / "generated")]}
    strict = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps({**paths, **strict}))

    assert check(str(program) if check is mypy_errors else tmp_path) == {}
