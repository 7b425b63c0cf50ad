"""What people install: the wheel, built from the source distribution, in a fresh environment."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE_ROOTS = ("generated", "runtime", "hal")

pytestmark = pytest.mark.slow

UV = (sys.executable, "-m", "uv")

USER_PROGRAM = """\
from typing import assert_type

from pilotwire import ChargingStation, Store, __version__
from pilotwire.errors import PilotwireError
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v16, v201
from pilotwire.ocpp.v201.device_model import TxCtrlr


async def main() -> None:
    station = ChargingStation(
        identity="CS-0042",
        vendor="Example",
        model="One",
        csms="wss://csms.example/ocpp",
        hardware=SimulatedStation(evses=2),
        store=Store("station.db"),
    )
    assert_type(station, ChargingStation[SimulatedStation])
    assert_type(__version__, str)
    assert_type(station.device_model[TxCtrlr.EVConnectionTimeOut], int)
    try:
        assert_type(await station.call(v201.HeartbeatRequest()), v201.HeartbeatResponse)
    except PilotwireError:
        v16.AuthorizeRequest(id_tga="04A1B2C3")
"""
MISTAKE = 1 + USER_PROGRAM[: USER_PROGRAM.index("id_tga")].count("\n")


def run(*command: str | Path, cwd: Path, code: int = 0) -> str:
    """The output of a program that sees nothing of this tree but what it is given."""
    hidden = {"PYTHONPATH", "MYPYPATH", "VIRTUAL_ENV"}
    done = subprocess.run(  # noqa: S603 -- programs that the caller names
        list(map(str, command)),
        cwd=cwd,
        env={name: value for name, value in os.environ.items() if name not in hidden},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == code, f"{command}: exit code {done.returncode}\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution, which is built from this tree."""
    folder = tmp_path_factory.mktemp("dist")
    options = ("--no-build-isolation", "--python", sys.executable, "--out-dir", folder)
    run(*UV, "build", *options, ROOT, cwd=folder)
    [built] = folder.glob("*.whl")
    return built


def install(wheel: Path, extras: str, folder: Path) -> Path:
    """An environment that has the wheel and what it requires, no more; its programs' folder."""
    run(*UV, "venv", "--clear", "--python", sys.executable, folder, cwd=folder)
    options = ("--python", folder / "bin" / "python", "--constraint", ROOT / "constraints.txt")
    run(*UV, "pip", "install", *options, f"{wheel}{extras}", cwd=folder)
    return folder / "bin"


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of `pip install "pilotwire[cli,load,metrics,pkcs11,simulator,transfer]"`."""
    return install(
        wheel,
        "[cli,load,metrics,pkcs11,simulator,transfer]",
        tmp_path_factory.mktemp("environment"),
    )


@pytest.fixture(scope="module")
def base(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of `pip install pilotwire`."""
    return install(wheel, "", tmp_path_factory.mktemp("base"))


@pytest.fixture
def user(wheel: Path, tmp_path: Path) -> Path:
    """A folder with two programs: one uses the package with a mistake, one imports all of it."""
    (tmp_path / "program.py").write_text(USER_PROGRAM, encoding="utf-8")
    modules = [
        ".".join(name.with_suffix("").parts).removesuffix(".__init__")
        for name in sorted(names(wheel))
        if name.suffix == ".py" and not re.search("__main__|plugin", name.stem)  # that is pytest's
    ]
    imports = "".join(f"import {module}\n" for module in modules)
    (tmp_path / "everything.py").write_text(imports, encoding="utf-8")
    return tmp_path


def names(wheel: Path) -> set[PurePosixPath]:
    with zipfile.ZipFile(wheel) as archive:
        return {PurePosixPath(name) for name in archive.namelist()}


def test_the_wheel_holds_one_package(wheel: Path) -> None:
    tops = {name.parts[0] for name in names(wheel)}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"pilotwire"}


def test_the_wheel_holds_all_modules_of_the_three_source_roots_and_nothing_else(
    wheel: Path,
) -> None:
    sources = {
        PurePosixPath(path.relative_to(ROOT / root))
        for root in SOURCE_ROOTS
        for path in (ROOT / root).rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".pyi"}  # the stubs join the three
    }

    assert {name for name in names(wheel) if name.parts[0] == "pilotwire"} == sources


def test_the_wheel_has_no_code_beside_its_modules(wheel: Path) -> None:
    page = PurePosixPath("pilotwire/simulator/page")
    ours = {name for name in names(wheel) if name.parts[0] == "pilotwire"}
    kinds = {name.suffix or name.name for name in ours if name.parent != page}

    assert kinds <= {".py", ".toml", ".typed"}  # register maps
    # What a browser is given.
    assert {name.suffix for name in ours if name.parent == page} == {".py", ".js", ".css"}


# In the wheel one `py.typed` in the topmost folder would do; an editable install needs one in each
# package right under a source root.


def test_mypy_knows_the_types_of_the_installed_package(installed: Path, user: Path) -> None:
    checker = (sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir=cache")

    interpreter = ("--python-executable", installed / "python")

    output = run(*checker, *interpreter, "program.py", "everything.py", cwd=user, code=1)

    assert f'program.py:{MISTAKE}: error: Unexpected keyword argument "id_tga"' in output
    assert "Found 1 error" in output, output


def test_pyright_knows_the_types_of_the_installed_package(installed: Path, user: Path) -> None:
    settings = {"typeCheckingMode": "strict", "reportUnusedImport": "none"}
    (user / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    checker = (sys.executable, "-m", "pyright", "--pythonpath", installed / "python")

    output = run(*checker, cwd=user, code=1)

    assert f'program.py:{MISTAKE}:30 - error: No parameter named "id_tga"' in output
    # The one mistake, and that the field it misspells is missing.
    assert "2 errors, 0 warnings" in output, output


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
def test_the_installed_command_charges_a_car(installed: Path, user: Path, version: str) -> None:
    options = ("--ocpp", version, "--speed", "300")

    output = run(installed / "pilotwire", "demo", "--once", *options, cwd=user)

    assert "transaction" in output.lower(), output


def test_every_installed_module_can_be_imported(installed: Path, user: Path) -> None:
    """Nothing of the repository is needed."""
    run(installed / "python", "everything.py", cwd=user)


def test_without_extras_all_but_what_they_are_for_can_be_imported(base: Path, user: Path) -> None:
    extra = re.compile(
        r"import pilotwire\.(cli\.|metrics|pkcs11|station\.transfer\.(ftp|http|sftp)"
        r"|simulator\.(api|calls|client|fleet\.metrics|guard|load|page|scenario\.api|server))"
    )
    imports = (user / "everything.py").read_text("utf-8").splitlines(keepends=True)
    library = [line for line in imports if not extra.search(line)]
    (user / "library.py").write_text("".join(library), encoding="utf-8")

    run(base / "python", "library.py", cwd=user)


def test_without_the_extra_the_command_names_it(base: Path, user: Path) -> None:
    for command in ((base / "pilotwire",), (base / "python", "-m", "pilotwire")):
        output = run(*command, "--help", cwd=user, code=2)

        assert re.fullmatch(
            r"pilotwire: error: the command line needs \w+: pip install 'pilotwire\[cli\]'\n",
            output,
        )


def test_the_base_install_has_no_terminal_in_it(base: Path) -> None:
    listed = run(*UV, "pip", "freeze", "-q", "--python", base / "python", cwd=base)

    found = {re.split(r"==| @ ", line)[0] for line in listed.splitlines()}
    assert found == {
        "annotated-types",
        "cffi",  # of cryptography
        "cryptography",
        "pilotwire",
        "pycparser",  # of cffi
        "pydantic",
        "pydantic-core",
        "typing-extensions",
        "typing-inspection",
        "websockets",
    }


def test_the_installed_package_offers_its_names_and_version(installed: Path, user: Path) -> None:
    program = (
        "from pilotwire import *; print(ChargingStation.__name__, Store.__name__, __version__)"
    )

    output = run(installed / "python", "-c", program, cwd=user)

    assert re.fullmatch(r"ChargingStation Store \d+\.\d+\.\d+\S*\n", output)
