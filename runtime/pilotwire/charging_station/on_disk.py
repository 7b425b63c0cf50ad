"""What is on the disk, for an application to see."""

from datetime import datetime

from pilotwire.store import Loss, SecurityLogEntry, StationRecords

__all__ = ["OnDisk"]


class OnDisk:
    """The part of `ChargingStation` that tells what its store holds."""

    _records: StationRecords

    @property
    def outbox_size(self) -> int:
        """How many transaction-related messages wait for the CSMS."""
        return self._records.outbox.count()

    @property
    def given_up(self) -> list[Loss]:
        """The transaction-related messages that the CSMS was not made to take, the oldest first.

        They are kept over restarts, the newest 1000 of them.
        """
        return self._records.given_up.all()

    def security_log(
        self, oldest: datetime | None = None, latest: datetime | None = None
    ) -> list[SecurityLogEntry]:
        """What concerned security, told to the CSMS or not (A04.FR.04), the oldest first.

        It is kept over restarts, the newest 2000 entries of it.

        Args:
            oldest: Only what happened at this time, with a time zone, or later.
            latest: Only what happened at this time, with a time zone, or earlier.

        Raises:
            ValueError: a time has no time zone.
            StoreError: the store's file can't be read any more.
        """
        for time in (oldest, latest):
            if time is not None and time.utcoffset() is None:
                raise ValueError(f"{time} has no time zone")
        return self._records.security_log.read(oldest, latest)
