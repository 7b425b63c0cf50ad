"""The arrows between the parts of the package point down, and time and chance come from outside.

Everything is read from the source text, so imports inside functions and for type checkers count
too. Each rule is a function from modules to findings; the tests at the end show that each of them
can find something.
"""

import ast
import gc
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pytest

from pilotwire.ocpp.v16.actions import ACTIONS as ACTIONS_16
from pilotwire.ocpp.v21.actions import ACTIONS as ACTIONS_21
from pilotwire.ocpp.v201.actions import ACTIONS as ACTIONS_201

ROOT = Path(__file__).resolve().parents[2]
SOURCE_ROOTS = ("generated", "runtime", "hal")

# What each part may import of the others; a dotted entry is that module or package alone. The words
# of the station's own model are those of the newest OCPP 2.x, without its messages.
WORDS = {
    "ocpp.specs",
    "ocpp.scalars",
    "ocpp.v21.datatypes",
    "ocpp.v21.device_model",
    "ocpp.v21.enums",
    "ocpp.v21.standard_values",
}
CORE = {
    "connection",
    "dialects",
    "errors",
    "flag",
    "foreign",
    "logs",
    "ocpp",
    "rpc",
    "station",
    "store",
    "hal.interfaces",
}
ALL_BUT_CLI = CORE | {
    "charging_station",
    "configuration",
    "csms",
    "events",
    "metrics",
    "hal",
    "pkcs11",
    "publishing",
    "timing",
}
MAY_IMPORT: Mapping[str, set[str]] = {
    "ocpp": set(),
    "hal": {"ocpp.words"},
    "flag": set(),
    "foreign": set(),
    "logs": set(),
    "errors": {"foreign"},
    "timing": set(),
    "rpc": {"logs", "errors", "foreign", "ocpp.base", "ocpp.faults"},
    "store": {"logs", "errors"},
    "connection": {"logs", "errors", "foreign", "rpc"},
    "station": {"logs", "errors", "flag", "foreign", "hal.interfaces", "rpc", "store"} | WORDS,
    "dialects": CORE,
    "charging_station": CORE,
    "configuration": {
        "charging_station",
        "connection",
        "dialects",
        "errors",
        "foreign",
        "hal",
        "ocpp",
        "store",
    },
    "events": {"station.events"},
    "publishing": {"logs", "station.security.files", "station.vocabulary"},
    "metrics": {"charging_station", "events"},
    "pkcs11": {"station.security"},
    "csms": {
        "logs",
        "connection",
        "errors",
        "foreign",
        "ocpp",
        "rpc",
        "station.clock",
        "station.security.files",
    },
    "simulator": ALL_BUT_CLI,
    "cli": ALL_BUT_CLI | {"simulator"},
    "pilotwire": {"charging_station", "store"},  # what the package itself offers
    "__main__": {"cli"},
}

# How a module would get at the time of day, or at chance, or wait, other than by what it was given.
OWN_TIME_AND_CHANCE = {
    "time",
    "random",
    "secrets",
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "uuid.uuid1",
    "uuid.uuid4",
    "os.urandom",
}
HARMLESS = {"random.Random", "random.SystemRandom"}
SOURCES_OF_TIME = {
    "pilotwire.station.clock": {"datetime.datetime.now"},
    "pilotwire.timing": {"time.monotonic"},
}


@dataclass(frozen=True)
class Module:
    """A module of the package, parsed."""

    name: str
    tree: ast.Module

    @property
    def part(self) -> str:
        """The part of the package it belongs to: `station` of `pilotwire.station.clock`."""
        return self.name.removeprefix("pilotwire.").split(".")[0]

    def imports(self) -> Iterator[tuple[int, str]]:
        """Line and full name of everything that is imported, `a.b.c` for `from a.b import c`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.name}:{node.lineno}: a relative import"
                yield from ((node.lineno, f"{node.module}.{a.name}") for a in node.names)

    def uses(self) -> Iterator[tuple[int, str]]:
        """Line and full name of every imported thing that an expression names."""
        names: dict[str, str] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    names[alias.asname or alias.name] = alias.name
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        for node in ast.walk(self.tree):
            if isinstance(node, (ast.Name, ast.Attribute)):
                first, _, rest = ast.unparse(node).partition(".")
                if first in names:
                    yield node.lineno, f"{names[first]}.{rest}".rstrip(".")


def within(name: str, places: Iterable[str]) -> bool:
    """Whether a dotted name is one of the places or something in one."""
    return any(name == place or name.startswith(f"{place}.") for place in places)


# The rules.


def arrows_that_point_up(modules: Iterable[Module]) -> Iterator[str]:
    for module in modules:
        if module.part not in MAY_IMPORT:
            yield f"{module.name}: a new part; say in MAY_IMPORT what it may import"
            continue
        allowed = {f"pilotwire.{place}" for place in MAY_IMPORT[module.part] | {module.part}}
        for line, name in module.imports():
            if within(name, ["pilotwire"]) and not within(name, allowed):
                yield f"{module.name}:{line}: {module.part} must not import {name}"


def needs_of_generated_code(modules: Iterable[Module]) -> Iterator[str]:
    # The last two are parts of pydantic that have a package of their own.
    known = {*sys.stdlib_module_names, "pilotwire", "pydantic", "pydantic_core"}
    known.add("typing_extensions")
    for module in modules:
        for line, name in module.imports():
            if module.part == "ocpp" and not within(name, known):
                yield f"{module.name}:{line}: generated code needs pydantic alone, not {name}"


def needs_of_hardware_interfaces(modules: Iterable[Module]) -> Iterator[str]:
    parts = ("interfaces", "metering", "plain", "talk", "updating")
    interfaces = {f"pilotwire.hal.{part}" for part in parts}
    known = {*sys.stdlib_module_names, *interfaces, "pilotwire.ocpp.words"}
    for module in modules:
        for line, name in module.imports():
            if module.name in interfaces and not within(name, known):
                yield f"{module.name}:{line}: the interfaces need the standard library alone"


def actions_known_to_rpc(modules: Iterable[Module]) -> Iterator[str]:
    actions = {*ACTIONS_16, *ACTIONS_201, *ACTIONS_21}
    words = {f"{action}{kind}" for action in actions for kind in ("", "Request", "Response")}
    for module in modules:
        if module.part != "rpc":
            continue
        for node in ast.walk(module.tree):
            match node:
                case ast.Constant(value=str(word)) | ast.Name(id=word) | ast.Attribute(attr=word):
                    if word in words:
                        yield f"{module.name}:{node.lineno}: rpc knows no action, but {word}"
                case _:
                    pass


def time_and_chance_of_its_own(modules: Iterable[Module]) -> Iterator[str]:
    for module in modules:
        harmless = HARMLESS | SOURCES_OF_TIME.get(module.name, set())
        for line, name in module.uses():
            # Of a module that is named in whole, what counts is what is used of it.
            if name in {"time", "random", "secrets"} or within(name, harmless):
                continue
            if within(name, OWN_TIME_AND_CHANCE):
                yield (
                    f"{module.name}:{line}: {name}: time and chance come from the event loop, the"
                    " station's Clock and its random.Random"
                )


Rule = Callable[[Iterable[Module]], Iterator[str]]

RULES: list[Rule] = [
    arrows_that_point_up,
    needs_of_generated_code,
    needs_of_hardware_interfaces,
    actions_known_to_rpc,
    time_and_chance_of_its_own,
]


# The package keeps them.


@pytest.fixture(scope="module")
def package() -> list[Module]:
    """Every module of the package."""
    modules: list[Module] = []
    gc.disable()  # Python 3.11 fails to parse where what is collected meanwhile parses, too
    try:
        for root in SOURCE_ROOTS:
            for path in sorted((ROOT / root).rglob("*.py")):
                parts = path.relative_to(ROOT / root).with_suffix("").parts
                name = ".".join(parts).removesuffix(".__init__")
                modules.append(Module(name, ast.parse(path.read_bytes(), str(path))))
    finally:
        gc.enable()
    return modules


@pytest.mark.parametrize("rule", RULES)
def test_the_package_keeps_the_rule(rule: Rule, package: list[Module]) -> None:
    findings = list(rule(package))

    assert not findings, "\n".join(findings)


def test_the_packages_own_module_does_not_hide_the_other_source_roots() -> None:
    program = "import pilotwire; print(*pilotwire.__path__, sep='\\n')"

    done = subprocess.run(  # noqa: S603 -- our own interpreter and program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    found = {Path(line).resolve() for line in done.stdout.splitlines()}
    assert found >= {ROOT / root / "pilotwire" for root in SOURCE_ROOTS}


def test_the_package_has_one_module_of_its_own(package: list[Module]) -> None:
    assert [module.name for module in package].count("pilotwire") == 1


def test_the_stubs_for_pyright_offer_what_the_package_does() -> None:
    texts = {path.read_text("utf-8") for path in ROOT.glob("*/pilotwire/__init__.pyi")}
    assert len(texts) == 1

    [stub] = [Module("pilotwire", ast.parse(text)) for text in texts]
    values = {
        ast.unparse(each.target) for each in stub.tree.body if isinstance(each, ast.AnnAssign)
    }

    itself = import_module("pilotwire")
    for _, name in stub.imports():
        module, _, offered = name.rpartition(".")
        assert getattr(itself, offered) is getattr(import_module(module), offered)
        values.add(offered)
    assert values == set(itself.__all__)
    assert itself.__version__ == version("pilotwire")
    assert not hasattr(itself, "Nothing")


@pytest.mark.parametrize(
    ("imported", "absent"),
    [
        ("pilotwire.ocpp.v16", "pilotwire.ocpp.v201"),
        ("pilotwire.ocpp.v16", "pilotwire.ocpp.v21"),
        ("pilotwire.ocpp.v201", "pilotwire.ocpp.v16"),
        ("pilotwire.ocpp.v201", "pilotwire.ocpp.v21"),
        ("pilotwire", "pydantic"),
        ("pilotwire", "sqlite3"),
        ("pilotwire", "websockets"),
        ("pilotwire.hal.interfaces", "pydantic"),
        ("pilotwire.rpc", "websockets"),
        ("pilotwire.charging_station", "cryptography"),
        ("pilotwire.charging_station", "typer"),
        ("pilotwire.station.transfer", "aioftp"),
        ("pilotwire.station.transfer", "asyncssh"),
        ("pilotwire.station.transfer", "httpx"),
        ("pilotwire.charging_station", "pilotwire.hal.simulated"),
        ("pilotwire.charging_station", "pilotwire.ocpp.v16"),
        ("pilotwire.charging_station", "pilotwire.ocpp.v201"),
        ("pilotwire.simulator", "fastapi"),
        ("pilotwire.simulator", "httpx"),
        ("pilotwire.cli.run", "prompt_toolkit"),
        ("pilotwire.simulator.client", "fastapi"),
    ],
)
def test_an_import_does_not_bring_in(imported: str, absent: str) -> None:
    program = f"import sys, {imported}; sys.exit({absent!r} in sys.modules)"

    done = subprocess.run([sys.executable, "-c", program], check=False)  # noqa: S603 -- our own interpreter and program

    assert done.returncode == 0, f"import {imported} imports {absent} too"


# The rules can be broken.


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (arrows_that_point_up, "pilotwire.station.core", "import pilotwire.dialects.v16"),
        (arrows_that_point_up, "pilotwire.station.core", "from pilotwire import connection"),
        (arrows_that_point_up, "pilotwire.station.core", "from pilotwire.ocpp import v201"),
        (
            arrows_that_point_up,
            "pilotwire.station.core",
            "from pilotwire.ocpp.v201.messages import ResetRequest",
        ),
        (
            arrows_that_point_up,
            "pilotwire.rpc.session",
            "def late():\n    from pilotwire.station.clock import Clock",
        ),
        (arrows_that_point_up, "pilotwire.hal.interfaces", "import pilotwire.errors"),
        (arrows_that_point_up, "pilotwire.dialects.v16", "import pilotwire.charging_station"),
        (arrows_that_point_up, "pilotwire.simulator.fleet", "import pilotwire.cli.app"),
        (arrows_that_point_up, "pilotwire.ocpp.base", "from pilotwire.rpc import Peer"),
        (arrows_that_point_up, "pilotwire.brandnew", "import asyncio"),
        (arrows_that_point_up, "pilotwire", "from pilotwire.cli import main"),
        (arrows_that_point_up, "pilotwire.station.core", "from pilotwire import Store"),
        (needs_of_generated_code, "pilotwire.ocpp.base", "import websockets"),
        (needs_of_hardware_interfaces, "pilotwire.hal.interfaces", "import gpiozero"),
        (actions_known_to_rpc, "pilotwire.rpc.peer", "urgent = action == 'Heartbeat'"),
        (actions_known_to_rpc, "pilotwire.rpc.peer", "v201.HeartbeatRequest()"),
        (time_and_chance_of_its_own, "pilotwire.station.core", "import time\ntime.time()"),
        (time_and_chance_of_its_own, "pilotwire.cli.demo", "from time import sleep as nap\nnap(1)"),
        (
            time_and_chance_of_its_own,
            "pilotwire.station.core",
            "from datetime import datetime, UTC\nnow = datetime.now(UTC)",
        ),
        (
            time_and_chance_of_its_own,
            "pilotwire.station.core",
            "import datetime as dt\nnow = dt.datetime.now",
        ),
        (time_and_chance_of_its_own, "pilotwire.rpc.peer", "import random\nrandom.random()"),
        (time_and_chance_of_its_own, "pilotwire.rpc.peer", "from random import choice\nchoice(x)"),
        (time_and_chance_of_its_own, "pilotwire.rpc.peer", "from uuid import uuid4\nuuid4()"),
    ],
)
def test_a_breach_is_found(rule: Rule, name: str, source: str) -> None:
    findings = list(rule([Module(name, ast.parse(source))]))

    assert len(findings) == 1, findings
    assert findings[0].startswith(name)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("pilotwire.station.core", "from pilotwire.ocpp.v21.enums import ReasonEnumType"),
        ("pilotwire.station.core", "import asyncio\nasyncio.sleep(1)"),
        ("pilotwire.station.core", "from random import Random\nRandom(1).random()"),
        ("pilotwire.station.clock", "import datetime\ndatetime.datetime.now()"),
        ("pilotwire.rpc.peer", "reset = 'reset'\nrandom = self.random.random()"),
        ("pilotwire.cli.demo", "from pilotwire.hal.simulated import SimulatedStation"),
    ],
)
def test_what_is_allowed_is_not_found(name: str, source: str) -> None:
    module = Module(name, ast.parse(source))

    assert [finding for rule in RULES for finding in rule([module])] == []
