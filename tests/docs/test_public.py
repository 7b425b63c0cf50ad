"""The page that lists what is public is right, and says of every package what it is."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import pilotwire

PAGE = (Path(__file__).parents[2] / "docs" / "public.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| `([\w.]+)` \| (.*) \|$", PAGE, re.MULTILINE))


def names(row: str) -> list[str]:
    return re.findall(r"`(\w+)`", row)


def public() -> list[str]:
    return [module for module, row in ROWS.items() if row.startswith(("all", "`"))]


def test_the_page_lists_something() -> None:
    assert len(public()) > 10


@pytest.mark.parametrize("module", public())
def test_what_is_listed_is_there(module: str) -> None:
    imported = importlib.import_module(module)
    for name in names(ROWS[module]):
        if ROWS[module].startswith("all"):
            importlib.import_module(f"{module}.{name}")
        else:
            assert hasattr(imported, name)
            assert name in imported.__all__
    assert imported.__all__


@pytest.mark.parametrize("module", ["pilotwire", "pilotwire.charging_station"])
def test_these_offer_nothing_else(module: str) -> None:
    assert sorted(names(ROWS[module])) == sorted(importlib.import_module(module).__all__)


def test_every_package_is_public_or_internal() -> None:
    packages = {f"pilotwire.{found.name}" for found in pkgutil.iter_modules(pilotwire.__path__)}
    packages.discard("pilotwire.__main__")  # no package: `python -m pilotwire`
    packages.add("pilotwire.ocpp")  # a namespace: the generated packages are what is in it
    listed = {".".join(module.split(".")[:2]) for module in ROWS}
    assert packages == listed - {"pilotwire"}
