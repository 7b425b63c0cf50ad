"""Devices that speak Modbus: pymodbus's own server, on a loopback port or behind a pair of ptys."""

import asyncio
import os
import struct
import tty
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from pymodbus.constants import ExcCodes
from pymodbus.server import ModbusSerialServer, ModbusTcpServer
from pymodbus.simulator import DataType, SimData, SimDevice

from pilotwire.hal.modbus import MeterMap
from pilotwire.hal.modbus.codec import Kind, Order
from pilotwire.hal.modbus.maps import ScaleRegister, Value
from pilotwire.hal.modbus.plan import Table, blocks

__all__ = ["Device", "Image", "Line", "encoded", "image_of", "line", "served", "words"]

FORMATS = {
    Kind.INT16: ">h",
    Kind.UINT16: ">H",
    Kind.INT32: ">i",
    Kind.UINT32: ">I",
    Kind.INT64: ">q",
    Kind.UINT64: ">Q",
    Kind.FLOAT32: ">f",
    Kind.FLOAT64: ">d",
}


def encoded(number: float, kind: Kind, words: Order, octets: Order) -> list[int]:
    """The registers that a maker's firmware writes a number into."""
    if kind in {Kind.T5, Kind.T6}:
        exponent = 0
        while abs(number - round(number)) > 1e-9 and exponent > -6:
            number, exponent = number * 10, exponent - 1
        body = struct.pack(">b", exponent) + (round(number) & 0xFFFFFF).to_bytes(3, "big")
    else:
        exact = number if kind in {Kind.FLOAT32, Kind.FLOAT64} else round(number)
        body = struct.pack(FORMATS[kind], exact)
    pairs = [body[at : at + 2] for at in range(0, len(body), 2)]
    if words is Order.LITTLE:
        pairs.reverse()
    return [int.from_bytes(pair, "big" if octets is Order.BIG else "little") for pair in pairs]


Image = dict[Table, dict[int, int]]
"""What is in a device's registers, by address."""


def image_of(map_: MeterMap, numbers: Mapping[str, float], base: int = 0) -> Image:
    """A device that shows these numbers, by label, as they stand in its registers before scaling;
    0 for what is not named. Of a scale register it is the label and "^".
    """
    image: Image = {Table.INPUT: {}, Table.HOLDING: {}}
    for block in blocks(map_.spans(), map_.most_registers, map_.gap):
        there = range(base + block.address, base + block.end)
        image[block.table].update(dict.fromkeys(there, 0))

    def put(at: Value | ScaleRegister, number: float) -> None:
        registers = encoded(number, at.type, map_.word_order, map_.byte_order)
        table = image[at.table or map_.table]
        table.update(enumerate(registers, start=base + at.address))

    for value in map_.value:
        put(value, numbers.get(value.label, 0))
        if value.exponent is not None:
            put(value.exponent, numbers.get(value.label + "^", 0))
    return image


Answer = Callable[[int, int, int], Awaitable[ExcCodes | None]]
"""What a device does to a request (function, address, count) before it answers."""


@dataclass
class Device:
    """One on the bus."""

    unit: int
    image: Image
    answer: Answer | None = None
    asked: list[tuple[int, int, int]] = field(default_factory=list)
    """Function, address and count of each request."""
    written: list[tuple[int, list[int]]] = field(default_factory=list)

    async def _act(
        self,
        function: int,
        start: int,
        address: int,
        count: int,
        registers: list[int],
        values: Any,
    ) -> ExcCodes | None:
        self.asked.append((function, address, count))
        refused = None if self.answer is None else await self.answer(function, address, count)
        if refused is not None:
            return refused
        table = self.image[Table.INPUT if function == 4 else Table.HOLDING]
        if values is not None:
            self.written.append((address, list(values)))
            table.update(enumerate(values, start=address))
        if any(each not in table for each in range(address, address + count)):
            return ExcCodes.ILLEGAL_ADDRESS
        for each in range(address, address + count):
            registers[each - start] = table[each]
        return None

    def simulated(self) -> SimDevice:
        """As pymodbus has it: every register is there, and `image` says what is in it."""
        everything = [SimData(0, count=65535, values=0, datatype=DataType.REGISTERS)]
        bits = [SimData(0, count=1, values=[False] * 16, datatype=DataType.BITS)]
        blocks = (bits, bits, everything, everything)
        return SimDevice(id=self.unit, simdata=blocks, action=self._act)


@asynccontextmanager
async def served(*devices: Device, port: int = 0) -> AsyncGenerator[int, None]:
    """Serve devices over TCP; the port."""
    server = ModbusTcpServer([each.simulated() for each in devices], address=("127.0.0.1", port))
    await server.serve_forever(background=True)
    transport: Any = server.transport
    try:
        yield transport.sockets[0].getsockname()[1]
    finally:
        await server.shutdown()  # type: ignore[no-untyped-call]  # pymodbus has it without types


class Line:
    """A serial line: two ptys, and a pump between them that can harm what passes."""

    def __init__(self) -> None:
        self._pairs = [os.openpty(), os.openpty()]
        for pair in self._pairs:
            for end in pair:
                tty.setraw(end)
        self.port, self.other_port = (os.ttyname(slave) for _, slave in self._pairs)
        self.on_way_back: Callable[[bytes], bytes] = lambda data: data
        """What becomes of what the device says."""
        self._to_device: list[bytes] = []

    def start(self) -> None:
        loop = asyncio.get_running_loop()
        (here, _), (there, _) = self._pairs
        loop.add_reader(here, lambda: os.write(there, os.read(here, 4096)))
        loop.add_reader(there, lambda: self.say(self.on_way_back(os.read(there, 4096))))

    def say(self, data: bytes) -> None:
        """Put something on the line as if a device said it."""
        os.write(self._pairs[0][0], data)

    def stop(self) -> None:
        loop = asyncio.get_running_loop()
        for master, slave in self._pairs:
            loop.remove_reader(master)
            os.close(master)
            os.close(slave)


@contextmanager
def _started() -> Any:
    made = Line()
    made.start()
    try:
        yield made
    finally:
        made.stop()


@asynccontextmanager
async def line(*devices: Device) -> AsyncGenerator[Line, None]:
    """Devices on a serial line; `port` is for whoever asks them."""
    with _started() as made:
        server = ModbusSerialServer(
            [each.simulated() for each in devices],
            port=made.other_port,
            baudrate=115200,
            ignore_missing_devices=True,
        )
        await server.serve_forever(background=True)
        try:
            yield made
        finally:
            await server.shutdown()  # type: ignore[no-untyped-call]  # pymodbus has it without types


def words(text: bytes) -> Sequence[int]:
    """A text in registers."""
    padded = text + b"\0" * (len(text) % 2)
    return [int.from_bytes(padded[at : at + 2], "big") for at in range(0, len(padded), 2)]
