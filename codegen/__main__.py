"""The generator's command line: `python -m codegen import|generate|diff`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from codegen.diff import compare, read_edition
from codegen.errors import CodegenError
from codegen.generate import check, generate
from codegen.importer import Absent, import_schemas
from codegen.report import REPORTS

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command: 0 all is well, 1 something differs, 2 the input is at fault."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "import":
            absent = Absent(options.absent) if options.absent else None
            return _import(options.path, options.schemas, options.set, absent)
        if options.command == "diff":
            return _diff(options.old, options.new, options.schemas, options.format)
        return _generate(options.schemas, options.output, check_only=options.check)
    except (CodegenError, OSError) as error:
        told = error.findings if isinstance(error, CodegenError) else (str(error),)
        for finding in told:
            sys.stderr.write(f"codegen: {' '.join(finding.splitlines())}\n")
        return 2
    except RecursionError:
        sys.stderr.write("codegen: nested too deep to be read\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    parser.add_argument("--schemas", type=Path, default=ROOT / "schemas", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", required=True)
    importing = commands.add_parser("import", help="import official schema files and tables")
    importing.add_argument("path", type=Path, help="a folder or zip with the official files")
    importing.add_argument("--set", help="edition of tables that stand alone, such as ocpp201")
    missing = importing.add_mutually_exclusive_group()
    for absent, what in ((Absent.KEEP, "leave in place"), (Absent.REMOVE, "remove")):
        missing.add_argument(
            f"--{absent.value}",
            dest="absent",
            action="store_const",
            const=absent.value,
            help=f"{what} what a set has and the new files lack",
        )
    generating = commands.add_parser("generate", help="write the typed messages")
    generating.add_argument("--check", action="store_true", help="write nothing, list differences")
    generating.add_argument("--output", type=Path, default=ROOT / "generated")
    comparing = commands.add_parser("diff", help="tell what changed between two editions")
    for name in ("old", "new"):
        comparing.add_argument(name, help="a set such as ocpp201, or a folder or zip of schemas")
    comparing.add_argument("--format", choices=sorted(REPORTS), default="text")
    return parser


def _diff(old: str, new: str, schemas: Path, form: str) -> int:
    editions = [
        read_edition(schemas / name if (schemas / name).is_dir() else Path(name))
        for name in (old, new)
    ]
    changes = compare(*editions)
    _say(REPORTS[form](changes))
    return 1 if changes else 0


def _import(path: Path, schemas: Path, set_name: str | None, absent: Absent | None) -> int:
    imported = import_schemas(path, schemas, set_name, absent)
    for name, count in imported.schemas.items():
        _say(f"{name}: {count} messages")
    for name, count in imported.tables.items():
        _say(f"{name}: {count} tables")
    for name in imported.skipped:
        _say(f"{name}: left out, neither a schema nor a table")
    for name in imported.removed:
        _say(f"{name}: removed")
    return 0


def _generate(schemas: Path, output: Path, *, check_only: bool) -> int:
    if not check_only:
        for path in generate(schemas, output):
            done = "wrote" if path.exists() else "removed"
            _say(f"{done} {path.relative_to(output)}")
        return 0
    differing = check(schemas, output)
    for path in differing:
        _say(f"differs: {path.relative_to(output)}")
    return 1 if differing else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
