"""How files are transferred, in the words of 1.6."""

from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.station.station import Station
from pilotwire.station.transfer.block import Transfers

__all__ = ["BLOCK"]

BLOCK = Block16()


def _protocols(station: Station) -> tuple[str, ...]:
    """1.6 has no word for SFTP (errata 3.90), though a CSMS may know by other means."""
    return tuple(each for each in station.blocks[Transfers].protocols if each != "SFTP")


BLOCK.fixed_key(Keys.SupportedFileTransferProtocols, _protocols)
