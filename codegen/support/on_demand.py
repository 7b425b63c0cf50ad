"""Names that are imported when they are first asked for: a program makes the classes that it uses.

The modules that do so are packages of many small modules, hidden from type checkers, which are told
where each name comes from.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TypeVar

__all__ = ["MadeOnDemand", "on_demand", "parts_on_demand"]

T = TypeVar("T")


def on_demand(
    package: str, homes: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` of a package whose names stand in modules below it.

    A class that is asked for says of itself that it is the package's, and so do those that stand
    beside it: where it was pickled, or is shown, nothing tells of the modules below.

    Args:
        package: Its name.
        homes: The names that each module gives.
    """
    own = vars(sys.modules[package])
    places = {name: module for module, names in homes.items() for name in names}

    def get(name: str) -> object:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(f"{package}.{places[name]}")
        for each in homes[places[name]]:
            made = own[each] = getattr(module, each)
            if isinstance(made, type):
                made.__module__ = package
        return own[name]

    return get, lambda: sorted({*own, *places})


def parts_on_demand(
    package: str, *parts: str
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` of a package that offers all that modules below it do.

    Args:
        package: Its name.
        parts: The modules, which say in `__all__` what they offer.
    """
    own = vars(sys.modules[package])

    def get(name: str) -> object:
        if name in parts:
            return import_module(f"{package}.{name}")
        if name in own["__all__"]:
            for part in parts:
                module = import_module(f"{package}.{part}")
                if name in module.__all__:
                    made = own[name] = getattr(module, name)
                    return made
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return get, lambda: sorted({*own, *parts, *own["__all__"]})


class MadeOnDemand(Mapping[str, T]):
    """A table whose values are made when they are first asked for, and once.

    Args:
        makers: What makes each value.
    """

    __slots__ = ("_made", "_makers")

    def __init__(self, makers: Mapping[str, Callable[[], T]]) -> None:
        self._makers = makers
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        made = self._made.get(key)
        if made is None:
            # Whoever comes second, in another thread, has the first one's.
            made = self._made.setdefault(key, self._makers[key]())
        return made

    def __contains__(self, key: object) -> bool:
        return key in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self)})"
