"""What an application gives a station so that it moves files."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from pilotwire.station.diagnostics.ring import CAPACITY, LEAST
from pilotwire.station.security.files import SecretFolder
from pilotwire.station.transfer.carrier import Carrier, Carriers
from pilotwire.station.transfer.limits import TransferLimits
from pilotwire.station.transfer.trust import Trust, no_roots

__all__ = ["FileFolder"]


class FileFolder:
    """A folder for the files that a station fetches, and for those that it makes to send.

    The folder is the station's alone. It is made where there is none, and closed to all other
    users. Each station needs one of its own. What moves files is the extra `transfer`; without it
    the station has no protocols (FileTransferProtocols), and refuses.

    Args:
        path: The folder.
        limits: What transfers have to stay within.
        known_hosts: The keys of the SSH hosts that may be trusted, as OpenSSH writes them; by
            default the file `known_hosts` in the folder. Without such a file there is no SFTP.
        first_use: Whether the first key that an SSH host shows is taken for its own, and written
            there. Who is in between the first time stays in between.
        ssh_key: A private key, without a password, that the station shows SSH hosts besides: what a
            URL has is a password only.
        system_roots: Whether the system's roots may vouch for servers (N01.FR.16), beside those
            that the CSMS has installed for itself (N01.FR.15).
        carriers: What transfers for each scheme, instead of what comes with the extra.
        log_bytes: What the station's log may have in the folder: what is logged about the station
            is kept there, for a DiagnosticsLog (N01). 0 keeps none.

    Raises:
        ValueError: that is too little for a log.
    """

    __slots__ = ("_carriers", "_trust", "limits", "log_bytes", "path")

    def __init__(
        self,
        path: str | Path,
        *,
        limits: TransferLimits | None = None,
        known_hosts: str | Path | None = None,
        first_use: bool = False,
        ssh_key: str | Path | None = None,
        system_roots: bool = True,
        carriers: Mapping[str, Carrier] | None = None,
        log_bytes: int = CAPACITY,
    ) -> None:
        if log_bytes and log_bytes < LEAST:
            raise ValueError(f"a log must have room for {LEAST} bytes at least, not {log_bytes}")
        self.path = Path(path)
        self.log_bytes = log_bytes
        self.limits = TransferLimits() if limits is None else limits
        hosts = self.path / "known_hosts" if known_hosts is None else Path(known_hosts)
        self._trust = Trust(
            known_hosts=hosts,
            first_use=first_use,
            system=system_roots,
            ssh_key=None if ssh_key is None else Path(ssh_key),
        )
        self._carriers = carriers

    def open(self) -> None:
        """Have the folder, and nothing unfinished in it that counts for nothing.

        Raises:
            OSError: the folder can't be used.
        """
        SecretFolder(self.path)

    def claimed(self) -> AbstractContextManager[None]:
        """Have the folder for oneself within the context, as a station that runs does.

        Raises:
            FolderInUseError: somebody else has it.
            OSError: the folder can't be used.
        """
        return SecretFolder(self.path).claimed()

    def carriers(self, roots: Callable[[], Iterable[Path]] = no_roots) -> Mapping[str, Carrier]:
        """What transfers for each scheme, with roots that may vouch beside the system's."""
        if self._carriers is not None:
            return self._carriers
        return Carriers(replace(self._trust, roots=roots), self.limits)

    @property
    def protocols(self) -> tuple[str, ...]:
        """The protocols that there are, in the words of FileTransferProtocols."""
        return tuple(sorted(scheme.upper() for scheme in self.carriers()))
