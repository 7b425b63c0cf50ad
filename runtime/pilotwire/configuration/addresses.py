"""Where a meter with Modbus TCP is."""

from typing import Final

__all__ = ["tcp_address"]

_MODBUS: Final = 502


def tcp_address(text: str) -> tuple[str, int]:
    """Host and port of `HOST[:PORT]`; an IPv6 address stands in brackets where a port follows.

    Raises:
        ValueError: it is none.
    """
    host, colon, port = text.rpartition(":")
    if not colon or text.endswith("]"):
        host, port = text, str(_MODBUS)
    if not host or not port.isdecimal() or not 0 < int(port) <= 0xFFFF:
        raise ValueError(f"takes /dev/... or HOST[:PORT], not {text!r}")
    return host.strip("[]"), int(port)
