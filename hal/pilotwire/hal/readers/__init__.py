"""Readers of tokens: cards and codes.

    hardware = with_readers(hardware, [Pn532Reader("/dev/ttyS1"), PcscReader(evse_id=2)])

`with_readers` is in `pilotwire.hal.mixture`; docs/readers.md tells of each.
"""

from pilotwire.hal.readers.lines import LineReader
from pilotwire.hal.readers.pcsc import PcscReader
from pilotwire.hal.readers.pn532 import Pn532Reader
from pilotwire.hal.readers.tokens import Form, Seen, Text, card
from pilotwire.hal.readers.watch import ABSENCE, TokenReader
from pilotwire.hal.readers.wedge import WedgeReader

__all__ = [
    "ABSENCE",
    "Form",
    "LineReader",
    "PcscReader",
    "Pn532Reader",
    "Seen",
    "Text",
    "TokenReader",
    "WedgeReader",
    "card",
]
