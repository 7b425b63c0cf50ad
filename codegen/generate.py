"""Generate: from `schemas/` to the Python packages of all versions, as bytes that never vary."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from codegen.bundle import Bundle, bundle
from codegen.conversion import Side, conversion_modules
from codegen.docs import Units
from codegen.errors import CodegenError
from codegen.facts import ActionFacts, action_facts, load_toml, version_table
from codegen.models import Models, build_models
from codegen.modules import actions_module, handlers_module, model_modules, package_module
from codegen.names import Naming
from codegen.patch import Schemas, apply_errata, load_errata
from codegen.reading import checked, read_facts
from codegen.standard_values import standard_values_module
from codegen.variables import configuration_module, device_model_module

_SUPPORT = Path(__file__).parent / "support"
_PACKAGE = Path("pilotwire/ocpp")


@dataclass(frozen=True, slots=True)
class Version:
    """One package of messages, and the sets of schemas it is made from."""

    name: str
    title: str
    sets: tuple[str, ...]


VERSIONS: tuple[Version, ...] = (
    Version("v16", "OCPP 1.6 with the security extension", ("ocpp16", "ocpp16-security")),
    Version("v201", "OCPP 2.0.1", ("ocpp201",)),
    Version("v21", "OCPP 2.1", ("ocpp21",)),
)
NARROW, WIDE = "v201", "v21"
"""Between these messages are converted, where both are made."""


def generate(schemas: Path, output: Path) -> list[Path]:
    """Write what differs, remove what is no longer made; the paths of both."""
    files = render(schemas)
    changed = _differing(files, output)
    for path in changed:
        content = files.get(path.relative_to(output))
        if content is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return changed


def check(schemas: Path, output: Path) -> list[Path]:
    """The files under `output` that are not what `generate` would write."""
    return _differing(render(schemas), output)


def render(schemas: Path) -> dict[Path, bytes]:
    """Every generated file by its path under the output folder."""
    naming_table = load_toml(schemas / "naming.toml")
    naming = Naming(naming_table.get("words", {}))
    table = load_toml(schemas / "actions.toml")
    versions = [version for version in VERSIONS if version.name in table]
    sets = {name: read_schemas(schemas / name) for version in versions for name in version.sets}
    patched = apply_errata(sets, load_errata(schemas / "errata"))
    files: dict[Path, str] = {
        _PACKAGE / path.name: path.read_text(encoding="utf-8")
        for path in sorted(_SUPPORT.glob("*.py"))
        if path.name != "__init__.py"
    }
    files[_PACKAGE / "py.typed"] = ""
    sides: dict[str, Side] = {}
    for version in versions:
        joined = bundle(
            {name: patched[name] for name in version.sets}, naming_table.get("types", {})
        )
        facts = version_table(schemas / "actions.toml", version.name)
        actions = action_facts(version.name, facts, set(joined.messages))
        units = Units(version.name, version_table(schemas / "units.toml", version.name))
        models = build_models(joined, actions, naming, naming_table.get("secrets", {}), units)
        for name, text in _modules(version, schemas, joined, models, actions, naming).items():
            files[_PACKAGE / version.name / f"{name}.py"] = text
        files[_PACKAGE / version.name / "py.typed"] = ""
        sides[version.name] = Side(version.name, version.title, version.sets[0], joined)
    if NARROW in sides and WIDE in sides:
        converting = conversion_modules(sides[NARROW], sides[WIDE], schemas / "narrowing.toml")
        files |= {_PACKAGE / NARROW / f"{name}.py": text for name, text in converting.items()}
    return _formatted(files)


def _modules(
    version: Version,
    schemas: Path,
    joined: Bundle,
    models: Models,
    actions: list[ActionFacts],
    naming: Naming,
) -> dict[str, str]:
    """The source texts of one version by module."""
    name, title = version.name, version.title
    folders = [schemas / set_name for set_name in version.sets]
    modules = {
        "__init__": package_module(name, title, models),
        **model_modules(name, title, models),
        "actions": actions_module(name, title, actions, naming),
        "handlers": handlers_module(name, title, actions, naming),
    }
    keys = configuration_module(name, title, schemas / "configuration.toml")
    if keys is not None:
        modules["configuration"] = keys
    variables = device_model_module(name, title, folders, schemas / "variables.toml", joined)
    if variables is not None:
        modules["device_model"] = variables
    values = standard_values_module(name, title, folders, schemas, naming)
    if values is not None:
        modules["standard_values"] = values
    return modules


def read_schemas(folder: Path) -> Schemas:
    """The schemas of one set by message."""
    schemas: Schemas = {}
    for path in sorted(folder.glob("*.json")):
        name = f"{folder.name}/{path.name}"
        schema = checked(read_facts(name, path.read_bytes()), name)
        if "$schema" not in schema:
            raise CodegenError(f"{name}#/$schema: no draft, which tells what an integer is")
        schemas[path.stem] = schema
    if not schemas:
        raise CodegenError(f"{folder}: no schemas; import them first")
    return schemas


def _formatted(files: dict[Path, str]) -> dict[Path, bytes]:
    """All files as ruff writes them, whatever configuration the caller has."""
    options = ["--isolated", "--quiet", "--config", "line-length = 100"]
    imports = ["--select", "I", "--fix", "--config", 'lint.isort.known-first-party = ["pilotwire"]']
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        for command in (["check", *options, *imports], ["format", *options]):
            done = subprocess.run(  # noqa: S603 - our own interpreter and arguments
                [sys.executable, "-m", "ruff", *command, str(folder)],
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode != 0:
                raise CodegenError(f"ruff {command[0]}: {done.stdout}{done.stderr}".strip())
        return {path: (folder / path).read_bytes() for path in files}


def _differing(files: dict[Path, bytes], output: Path) -> list[Path]:
    known = {output / path for path in files}
    stale = {
        path
        for path in (output / _PACKAGE).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path not in known
    }
    changed = {
        output / path
        for path, content in files.items()
        if not (output / path).exists() or (output / path).read_bytes() != content
    }
    return sorted(stale | changed)
