"""Enumerations of OCPP 2.1: MessageFormatEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "MessageFormatEnumType",
]

# ruff: noqa: S105


class MessageFormatEnumType(WireEnum):
    """Used by MessageContentType."""

    ASCII = "ASCII"
    HTML = "HTML"
    URI = "URI"
    UTF8 = "UTF8"
    QRCODE = "QRCODE"
