"""The page on GPIO, its example and its service are right."""

import os
import re
import runpy
import signal
import socket
import subprocess
import sys
import threading
import time
import tomllib
from pathlib import Path

import pytest

from pilotwire.hal.gpio import GpioConfig

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "gpio.md").read_text("utf-8")
CONFIG = (ROOT / "examples" / "gpio_charger.toml").read_text("utf-8")


def test_the_page_has_the_whole_configuration_and_it_is_right() -> None:
    [shown] = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert shown == CONFIG
    config = GpioConfig.model_validate(tomllib.loads(CONFIG))
    assert config.dead_after_s == 2.0


def test_the_page_names_the_pins_of_the_configuration() -> None:
    pins = set(re.findall(r"GPIO(\d+)", PAGE)) - {"18"}  # that one is the kernel's
    assert pins <= set(re.findall(r"pin = (\d+)", CONFIG))


def test_the_schematic_is_what_its_script_draws(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(ROOT / "docs" / "gpio_schematic.py"), run_name="__main__")
    assert capsys.readouterr().out == (ROOT / "docs" / "gpio.svg").read_text("utf-8")


PROGRAM = """
import asyncio, sys
from gpiozero import Device
from examples.gpio_charger import configured, main

asyncio.run(main(configured(sys.argv[1]), sys.argv[2]))
print("ended", *(Device.pin_factory.pin(pin).function for pin in (17, 18, 22, 23)))
"""


@pytest.mark.slow
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_the_example_ends_in_good_order_and_tells_systemd(
    tmp_path: Path, sign: signal.Signals
) -> None:
    text = CONFIG.replace("/var/lib/pilotwire", str(tmp_path))
    (tmp_path / "charger.toml").write_text(
        text.replace("{ chip = 0, channel = 0 }", "{ pin = 18 }")
    )
    told = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    told.bind(str(tmp_path / "notify"))
    told.settimeout(60)
    roots = os.pathsep.join(str(ROOT / each) for each in (".", "generated", "runtime", "hal"))
    program = subprocess.Popen(  # noqa: S603 -- our own interpreter
        [sys.executable, "-c", PROGRAM, "charger.toml", "ws://127.0.0.1:9/ocpp"],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": roots,
            "GPIOZERO_PIN_FACTORY": "mock",
            "GPIOZERO_MOCK_PIN_CLASS": "mockpwmpin",
            "NOTIFY_SOCKET": str(tmp_path / "notify"),
            "WATCHDOG_USEC": "400000",
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    heard: list[bytes] = []
    listener = threading.Thread(target=listen, args=(told, heard))
    listener.start()
    with program:
        while not (tmp_path / "gpio_charger.db").exists() or b"WATCHDOG=1" not in heard:
            time.sleep(0.1)
            assert program.poll() is None
        program.send_signal(sign)
        output, _ = program.communicate(timeout=60)
    listener.join()
    told.close()
    assert output == "ended input input input input\n"
    assert (heard[0], heard[1], heard[-1]) == (b"READY=1", b"WATCHDOG=1", b"STOPPING=1")
    assert program.returncode == 0


def listen(told: socket.socket, heard: list[bytes]) -> None:
    """Hear all until the end."""
    while b"STOPPING=1" not in heard:
        heard.append(told.recv(100))
