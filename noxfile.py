"""The only door to the repository's chores: `nox` checks everything, `nox -l` lists the rest.

What is installed comes from the dependency groups of pyproject.toml, in the versions of
constraints.txt.
"""

import os
import shutil
import subprocess
from pathlib import Path

import nox

CONSTRAINTS = "constraints.txt"
PYPROJECT = nox.project.load_toml("pyproject.toml")
# For the build backend, which installers fetch into an environment of its own.
BUILD_ENV = {"PIP_BUILD_CONSTRAINT": CONSTRAINTS, "UV_BUILD_CONSTRAINT": CONSTRAINTS}

# Each test stands alone, so that all cores may share them.
ON_ALL_CORES = ("-n", "auto", "--dist", "worksteal")
IN_MEMORY = Path("/dev/shm")  # noqa: S108 -- pytest makes a private folder in it
ENOUGH = 2**31

LOCK_PYTHON = "3.11"
LOCK_HEADER = """\
# The versions with which the checks last passed, for all that nox installs.
# Made by `nox -s lock` on the oldest Python that is supported; never edited by hand.
"""

nox.needs_version = ">=2024.10.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "types", "tests", "simulate"]


def install(session: nox.Session, *groups: str) -> None:
    """Install the project, so that changes of the tree count at once, and dependency groups."""
    packages = nox.project.dependency_groups(PYPROJECT, *groups)
    session.install("-c", CONSTRAINTS, "-e", ".[cli]", *packages, env=BUILD_ENV)


def temporary() -> dict[str, str]:
    """Where pytest puts the files of tests: in memory, where there is room.

    The tests of the store commit many times, and what they wait for is the disk. None of them looks
    at what only a disk can do: a killed process loses nothing that the system has.
    """
    if os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ENOUGH:
        return {"PYTEST_DEBUG_TEMPROOT": str(IN_MEMORY)}
    return {}


@nox.session
def tests(session: nox.Session) -> None:
    """Run all tests on all cores, or what arguments for pytest say: `-- tests/unit -k store`."""
    install(session, "test", "generate", "types")
    session.run("pytest", *(session.posargs or ON_ALL_CORES), env=temporary())


@nox.session
def conformance(session: nox.Session) -> None:
    """Play the official test cases and print a table; `-- --write` updates docs/conformance.md."""
    install(session, "test", "generate")
    session.run("python", "-m", "tests.conformance.report", *session.posargs, env=temporary())


@nox.session
def simulate(session: nox.Session) -> None:
    """Play 96 station-days with misfortune, always the same; `-- --seed random` for others.

    `-- --runs 1000 --seed 7 --storm` plays more of them, from that seed, and worse ones; with
    `--gpio` the hardware is on mock pins.
    """
    install(session, "test", "generate")
    session.run("python", "-m", "tests.simulation", *session.posargs)


@nox.session
def mutations(session: nox.Session) -> None:
    """Put each deliberate fault into the code, and see it found in simulated days."""
    install(session, "test", "generate")
    env = {"PILOTWIRE_MUTATIONS": "all", **temporary()}
    session.run("pytest", "tests/simulation/test_mutations.py", *ON_ALL_CORES, env=env)


@nox.session
def kill(session: nox.Session) -> None:
    """Kill a real station process at 500 random instants: `nox -s kill -- SEED` for others."""
    install(session, "test", "generate")
    seed = {"PILOTWIRE_SEED": session.posargs[0]} if session.posargs else {}
    session.run(
        *("pytest", "tests/power_cut", "-k", "any_instant", *ON_ALL_CORES),
        env={"PILOTWIRE_KILLS": "500", **temporary(), **seed},
    )


@nox.session
def hostile(session: nox.Session) -> None:
    """Tell each end 20,000 frames and answers a version: `nox -s hostile -- 50000 SEED`.

    Besides, it lets the network break once for 20 of them, floods a station on a real socket, and
    takes the time to the cutting of a fault.
    """
    install(session, "test", "generate")
    frames, *seed = session.posargs or ["20000"]
    env = {"PILOTWIRE_FRAMES": frames, **({"PILOTWIRE_SEED": seed[0]} if seed else {})}
    session.run("pytest", "tests/hostile", *ON_ALL_CORES, env=temporary() | env)
    flood = ("pytest", "tests/hostile/test_flood.py", "-k", "in_time")  # alone, as it is timed
    session.run(*flood, env={"PILOTWIRE_FLOOD": "1"})


@nox.session
def safety(session: nox.Session) -> None:
    """Hold an EVSE to the safety rule over one event more than `tests` does, in any order."""
    install(session, "test", "generate")
    searches = ("safety_rule", "evse_safety", "evse_connectors")
    files = [f"tests/unit/station/test_{each}.py" for each in searches]
    session.run("pytest", *files, *ON_ALL_CORES, env=temporary() | {"PILOTWIRE_DEEPER": "1"})


@nox.session
def composition(session: nox.Session) -> None:
    """Hold 10,000 sets of charging profiles to the text: `nox -s composition -- 40000 SEED`."""
    install(session, "test", "generate")
    sets, *seed = session.posargs or ["10000"]
    env = {"PILOTWIRE_SETS": sets, **({"PILOTWIRE_SEED": seed[0]} if seed else {})}
    session.run("pytest", "tests/property", *ON_ALL_CORES, env=temporary() | env)


@nox.session
def screenshots(session: nox.Session) -> None:
    """Take the pictures of the simulator's page in docs/images anew; it needs Chromium."""
    install(session, "test", "generate")
    env = {"PILOTWIRE_SCREENSHOTS": str(Path("docs/images").absolute())}
    session.run("pytest", "tests/simulator/test_pictures.py", env=temporary() | env)


@nox.session
def differential(session: nox.Session) -> None:
    """Judge 5000 instances a schema by schema and model: `nox -s differential -- 20000 SEED`."""
    install(session, "test", "generate")
    samples, *seed = session.posargs or ["5000"]
    env = {"PILOTWIRE_SAMPLES": samples, **({"PILOTWIRE_SEED": seed[0]} if seed else {})}
    session.run("pytest", "tests/codegen/test_differential.py", *ON_ALL_CORES, env=env)


@nox.session
def types(session: nox.Session) -> None:
    """Check the types with mypy and pyright, both strictly."""
    install(session, "dev")
    session.run("mypy", *session.posargs)
    session.run("pyright", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format, the container's recipe, and that generated/ is up to date."""
    install(session, "lint", "generate")
    session.run("hadolint", "Containerfile")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("python", "-m", "codegen", "generate", "--check")


@nox.session
def demo(session: nox.Session) -> None:
    """Watch a simulated station charge a car; arguments go to `pilotwire demo`."""
    session.install("-c", CONSTRAINTS, "-e", ".[cli]", env=BUILD_ENV)
    session.run("pilotwire", "demo", *(session.posargs or ["--once"]))


@nox.session
def generate(session: nox.Session) -> None:
    """Rewrite generated/ from schemas/; `-- --check` only lists what differs."""
    install(session, "generate")
    session.run("python", "-m", "codegen", "generate", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure against peers and floors; writes JSON to the standard output."""
    install(session, "test")
    session.run("python", "-m", "benchmarks", *session.posargs)


@nox.session
def load(session: nox.Session) -> None:
    """Let 10,000 stations boot and 2,000 of them charge against the small CSMS: nothing is lost.

    `-- 500 100` takes fewer. Each connection is an open file: `ulimit -n` must allow as many.
    """
    install(session, "test")
    session.run("python", "-m", "benchmarks.fleet.load", *session.posargs)


@nox.session(python=LOCK_PYTHON, venv_backend="uv", reuse_venv=False)
def lock(session: nox.Session) -> None:
    """Write constraints.txt anew, with the newest versions that fit together."""
    session.install("-e", ".[cli]", *nox.project.dependency_groups(PYPROJECT, "dev"))
    freeze = ("uv", "pip", "freeze", "--exclude-editable")
    frozen = session.run(*freeze, silent=True, stderr=subprocess.DEVNULL)
    Path(CONSTRAINTS).write_text(LOCK_HEADER + str(frozen), encoding="utf-8")
