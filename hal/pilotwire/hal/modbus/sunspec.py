"""Where in a SunSpec device a model begins.

SunSpec Device Information Model Specification, V1.1: the registers begin at 40000, 0 or 50000 with
"SunS"; then come models, each with its number and its length, until a number of 0xFFFF.
"""

from collections.abc import Collection
from typing import Final

from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.modbus.bus import Bus, RefusedError
from pilotwire.hal.modbus.plan import Span, Table

__all__ = ["find_model"]

_BEGINNINGS: Final = (40000, 0, 50000)
_MARK: Final = [0x5375, 0x6E53]
_END: Final = 0xFFFF
_MOST_MODELS: Final = 100


async def find_model(bus: Bus, unit: int, wanted: Collection[int]) -> int:
    """The address of the first model that is one of these: that of its number.

    Raises:
        HardwareError: there is none, or the device does not answer.
    """
    address = await _beginning(bus, unit) + len(_MARK)
    seen: list[int] = []
    for _ in range(_MOST_MODELS):
        model, length = await bus.read(unit, Span(Table.HOLDING, address, 2))
        if model in wanted:
            return address
        if model == _END:
            break
        seen.append(model)
        address += 2 + length
        if address > 0xFFFF - 1:
            break
    models = ", ".join(map(str, seen)) or "none"
    raise HardwareError(
        f"{bus.name}: unit {unit} has none of the SunSpec models "
        f"{', '.join(map(str, sorted(wanted)))}; it has {models}"
    )


async def _beginning(bus: Bus, unit: int) -> int:
    for address in _BEGINNINGS:
        try:
            if list(await bus.read(unit, Span(Table.HOLDING, address, 2))) == _MARK:
                return address
        except RefusedError:
            continue  # there is nothing at that address
    raise HardwareError(f"{bus.name}: unit {unit} is no SunSpec device")
