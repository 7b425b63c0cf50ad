"""Paths in a configuration."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, TypeAlias, cast

from pydantic import AfterValidator, ValidationInfo

__all__ = ["IN_MEMORY", "STANDARD_INPUT", "Placed", "placed"]

STANDARD_INPUT = "-"
IN_MEMORY = ":memory:"


def placed(path: Path, info: ValidationInfo) -> Path:
    """A path of a file counts from that file's folder."""
    context = cast("Mapping[str, object]", info.context or {})
    folder = context.get("folder")
    if not isinstance(folder, Path) or str(path) in {STANDARD_INPUT, IN_MEMORY}:
        return path
    return folder / path


Placed: TypeAlias = Annotated[Path, AfterValidator(placed)]
