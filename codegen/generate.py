"""Generate: from `schemas/` to the Python packages of all versions, as bytes that never vary."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from codegen.drafts import read_drafts, read_schemas
from codegen.errors import CodegenError, Findings
from codegen.models import build_models
from codegen.modules import model_modules, package_module

__all__ = ["check", "generate", "read_schemas", "render"]

_SUPPORT = Path(__file__).parent / "support"
_PACKAGE = Path("pilotwire/ocpp")


def generate(schemas: Path, output: Path) -> list[Path]:
    """Write what differs, remove what is no longer made; the paths of both.

    Nothing is written before all of it has been imported.
    """
    files = render(schemas)
    changed = _differing(files, output)
    if changed:
        _try_out(files)
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
    """Every generated file by its path under the output folder.

    Raises CodegenError with all that is not as it must be in schemas, errata and tables; models are
    made once nothing is.
    """
    findings = Findings()
    drafts = read_drafts(schemas, findings)
    findings.finish()
    files: dict[Path, str] = {
        _PACKAGE / path.name: path.read_text(encoding="utf-8")
        for path in sorted(_SUPPORT.glob("*.py"))
        if path.name != "__init__.py"
    }
    files[_PACKAGE / "py.typed"] = ""
    for draft in drafts:
        name, title = draft.version.name, draft.version.title
        models = build_models(draft.plan)
        modules = {
            "__init__": package_module(name, title, models),
            **model_modules(name, title, models),
            **draft.modules,
        }
        files |= {_PACKAGE / name / f"{module}.py": text for module, text in modules.items()}
        files[_PACKAGE / name / "py.typed"] = ""
    return _formatted(files)


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
            done = subprocess.run(  # noqa: S603 -- our own interpreter and arguments
                [sys.executable, "-m", "ruff", *command, str(folder)],
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode != 0:
                raise CodegenError(f"ruff {command[0]}: {done.stdout}{done.stderr}".strip())
        return {path: (folder / path).read_bytes() for path in files}


_TRIAL = """
import importlib, pathlib, sys
root = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(root))
for path in sorted(root.glob("pilotwire/ocpp/**/*.py")):
    name = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
    if name.endswith(".conversion_types"):  # for type checkers alone
        continue
    module = importlib.import_module(name)
    assert module.__file__ == str(path), module.__file__
    for thing in list(vars(module).values()):  # whatever one is made of stands before it
        if hasattr(thing, "model_rebuild") and thing.__module__.startswith("pilotwire."):
            thing.model_rebuild()
"""


def _try_out(files: dict[Path, bytes]) -> None:
    """Import every module and build every model, where nobody sees it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        for package in (Path("pilotwire"), _PACKAGE):
            (folder / package / "__init__.py").touch()
        done = subprocess.run(  # noqa: S603 -- our own interpreter and program
            [sys.executable, "-B", "-W", "error", "-c", _TRIAL, str(folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            told = done.stderr.strip().replace(f"{folder}/", "").splitlines() or ["no reason told"]
            places = [line.strip() for line in told if line.lstrip().startswith('File "pilotwire')]
            raise CodegenError(
                f"what is made cannot be imported: {told[-1]} ({(places or ['-'])[-1]})"
            )


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
