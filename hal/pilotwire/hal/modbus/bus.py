"""One serial line or connection with meters on it.

Requests go in turn, whoever makes them, each with a time limit; a meter that does not answer costs
the others that much and no more. All of it is of the event loop: nothing waits for a meter but who
asked it, and nothing blocks.

An answer on a serial line does not say what it answers. So after a request without one the line is
closed and left alone for as long as an answer was waited for; whatever comes late is lost.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.modbus.maps import SerialSettings
from pilotwire.hal.modbus.plan import Span, Table
from pilotwire.hal.serial_line import open_port

if TYPE_CHECKING:
    from pymodbus.client.base import ModbusBaseClient
    from pymodbus.pdu import ModbusPDU

__all__ = ["Bus", "RefusedError"]

_LONGEST_FRAME: Final = 256 + 8
"""Bytes of a request and its answer on a serial line."""

_BITS_A_BYTE: Final = 11

_REFUSALS: Final = MappingProxyType(
    {
        1: "it does not know the function",
        2: "it has no such registers",
        3: "it does not take that value",
        4: "it has failed",
        6: "it is busy",
        10: "the gateway has no way to it",
        11: "the gateway gets no answer from it",
    }
)
"""Modbus Application Protocol 1.1b3, 7."""


class RefusedError(HardwareError):
    """A device has answered that it won't."""


class Bus:
    """Made with `Bus.serial` or `Bus.tcp`. It connects when it is first asked, and again whenever
    that is needed; `close` lets go of it until then.

    - `timeout`: seconds that an answer may take; on a serial line, what its bytes take is added.
    - `attempts`: how often a request is made before it has failed; once of a unit that has not
      answered the one before.

    Each call raises `HardwareError` where there is no answer, or none that can be used, and says
    whose.
    """

    def __init__(
        self,
        name: str,
        make_client: "Callable[[float], ModbusBaseClient]",
        *,
        limit: float,
        silence: float,
        attempts: int,
    ) -> None:
        self.name = name
        """The port, or host and port."""
        self._make_client = make_client
        self._limit = limit
        self._silence = silence
        self._attempts = max(1, attempts)
        self._turn = asyncio.Lock()
        self._client: ModbusBaseClient | None = None
        self._quiet_until = 0.0
        self._silent: set[int] = set()

    @classmethod
    def serial(
        cls,
        port: str,
        settings: SerialSettings | None = None,
        *,
        timeout: float = 0.5,
        attempts: int = 2,
        local_echo: bool = False,
    ) -> "Bus":
        """A serial line with Modbus RTU; `local_echo` where the adapter hears what it says.

        Without `settings`, as SerialSettings has them: 9600 baud, no parity, 1 stop bit.
        """
        line = settings or SerialSettings()
        limit = timeout + _LONGEST_FRAME * _BITS_A_BYTE / line.baud_rate

        def make(limit: float) -> "ModbusBaseClient":
            from pymodbus.client import AsyncModbusSerialClient

            # pyserial does not let go of a port whose settings it can't set, nor say which.
            os.close(open_port(port, line.baud_rate, line.parity, line.stop_bits))
            try:
                return AsyncModbusSerialClient(
                    port,
                    baudrate=line.baud_rate,
                    parity=line.parity[0].upper(),
                    stopbits=line.stop_bits,
                    handle_local_echo=local_echo,
                    timeout=limit,
                    retries=0,
                    reconnect_delay=0,
                )
            except RuntimeError as error:  # so it says that there is no pyserial
                raise ModuleNotFoundError(str(error), name="serial") from error

        return cls(port, make, limit=limit, silence=limit, attempts=attempts)

    @classmethod
    def tcp(cls, host: str, port: int = 502, *, timeout: float = 0.5, attempts: int = 2) -> "Bus":
        """A connection with Modbus TCP, to a meter or to a gateway with a serial line."""

        def make(limit: float) -> "ModbusBaseClient":
            from pymodbus.client import AsyncModbusTcpClient

            return AsyncModbusTcpClient(
                host, port=port, timeout=limit, retries=0, reconnect_delay=0
            )

        name = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        return cls(name, make, limit=timeout, silence=0.0, attempts=attempts)

    async def read(self, unit: int, span: Span) -> Sequence[int]:
        """The registers of a device, each from 0 to 65535."""

        def ask(client: "ModbusBaseClient") -> "Awaitable[ModbusPDU]":
            if span.table is Table.INPUT:
                return client.read_input_registers(span.address, count=span.count, device_id=unit)
            return client.read_holding_registers(span.address, count=span.count, device_id=unit)

        what = f"registers {span.address} to {span.end - 1}"
        answer = await self._ask(unit, ask, what)
        registers = answer.registers
        if len(registers) != span.count:
            self._drop()
            raise HardwareError(
                f"{self.name}: unit {unit} was asked for {what} and gave {len(registers)}"
            )
        return registers

    async def write(self, unit: int, address: int, values: Sequence[int]) -> None:
        """Write holding registers: one with function 6, several with function 16."""

        def ask(client: "ModbusBaseClient") -> "Awaitable[ModbusPDU]":
            if len(values) == 1:
                return client.write_register(address, values[0], device_id=unit)
            return client.write_registers(address, list(values), device_id=unit)

        await self._ask(unit, ask, f"registers {address} to {address + len(values) - 1}")

    def close(self) -> None:
        """Let go of the line; it is taken again when it is needed."""
        client, self._client = self._client, None
        if client is not None:
            client.close()

    async def _ask(
        self,
        unit: int,
        ask: "Callable[[ModbusBaseClient], Awaitable[ModbusPDU]]",
        what: str,
    ) -> "ModbusPDU":
        async with self._turn:
            for _ in range(0 if unit in self._silent else self._attempts - 1):
                try:
                    return await self._asked_once(unit, ask, what)
                except RefusedError:
                    raise
                except HardwareError:
                    continue
            return await self._asked_once(unit, ask, what)

    async def _asked_once(
        self,
        unit: int,
        ask: "Callable[[ModbusBaseClient], Awaitable[ModbusPDU]]",
        what: str,
    ) -> "ModbusPDU":
        client = await self._connected()
        try:
            answer = await ask(client)
        except Exception as error:  # whatever pymodbus makes of what it has received
            self._drop()
            self._silent.add(unit)
            raise HardwareError(
                f"{self.name}: unit {unit} has not answered for {what} within {self._limit:.2g} s"
            ) from error
        except BaseException:  # cancelled: what was asked for may still come
            self._drop()
            raise
        self._silent.discard(unit)
        if answer.isError():
            why = _REFUSALS.get(answer.exception_code, f"code {answer.exception_code}")
            raise RefusedError(f"{self.name}: unit {unit} refuses {what}: {why}")
        return answer

    async def _connected(self) -> "ModbusBaseClient":
        if self._client is not None and self._client.connected:
            return self._client
        self.close()
        loop = asyncio.get_running_loop()
        await asyncio.sleep(max(0.0, self._quiet_until - loop.time()))
        try:
            client = self._make_client(self._limit)
        except ModuleNotFoundError as error:
            need = {"serial": "pyserial"}.get(error.name or "", error.name)
            raise HardwareError(f"Modbus needs {need}: pip install 'pilotwire[modbus]'") from error
        try:
            connected = await client.connect()
        except BaseException:  # a cancellation, too, leaves no port open
            client.close()
            raise
        if not connected:
            client.close()
            raise HardwareError(
                f"{self.name} can't be opened: nobody listens there, or there is no way to it"
            )
        self._client = client
        return client

    def _drop(self) -> None:
        """Somebody has not answered, or not in time."""
        self.close()
        self._quiet_until = asyncio.get_running_loop().time() + self._silence
