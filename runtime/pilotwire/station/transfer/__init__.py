"""Files that come and go: firmware down, logs up, over HTTP, FTP and SFTP.

Blocks ask `Transfers` for one attempt (`download`, `upload`), which goes on where an earlier one
was cut, and lay `Attempts` around it. Of OCPP there is nothing in here: what a failure is called in
which message is for the blocks and dialects to say.
"""

from pilotwire.station.transfer.attempts import Attempts
from pilotwire.station.transfer.block import Transfers
from pilotwire.station.transfer.carrier import Downloaded, Outgoing, Progress
from pilotwire.station.transfer.errors import BadLocationError, TransferError, Trouble
from pilotwire.station.transfer.folder import FileFolder
from pilotwire.station.transfer.limits import TransferLimits
from pilotwire.station.transfer.location import Location

__all__ = [
    "Attempts",
    "BadLocationError",
    "Downloaded",
    "FileFolder",
    "Location",
    "Outgoing",
    "Progress",
    "TransferError",
    "TransferLimits",
    "Transfers",
    "Trouble",
]
