"""Passwords, certificates and ways to the CSMS in a run in which they change: the operator who
changes them, the disk that they are on, and what must be true of them all along.
"""

import asyncio
from collections.abc import Callable, Coroutine, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from pilotwire.charging_station import CertificateFolder, Network
from pilotwire.connection import Versions
from pilotwire.station.vocabulary import CertificateUse
from tests.simulation.backend import Backend
from tests.simulation.disk import Disk, Overheard
from tests.simulation.door import Issued, home
from tests.simulation.misfortune import Misfortune
from tests.simulation.operator import FIRST_PASSWORD, Operator
from tests.simulation.people import gap
from tests.support.authority import key_text, new_key, pem
from tests.support.scene import EPOCH

__all__ = ["Credentials"]

WAY_BACK = 3600.0
"""Seconds within which the station is connected, where the network and the CSMS are well: each way
that it has may have had several turns by then, with all that it has to show.
"""

STEPS = 12
"""Of the disk, after which the power may go."""


class Credentials:
    """Those of one station, over all its lives.

    Args:
        level: The security profile that the maker has given it.
        one_root: AdditionalRootCertificateCheck.
        folder: Where its certificates are; `disk` is under it.
        disk: What that is on.
    """

    def __init__(
        self,
        seed: int,
        level: int,
        folder: Path,
        backend: Backend,
        misfortune: Misfortune,
        disk: Disk,
        identity: str,
        *,
        one_root: bool,
    ) -> None:
        self._level = level
        self._folder = folder
        self._one_root = one_root
        self._backend = backend
        self._power_cut_gap = misfortune.power_cut_gap
        self._random = Random(seed + 6)
        self.operator = Operator(seed + 7, backend, identity, one_root=one_root)
        self.door = self.operator.door
        self.disk = disk
        self._overheard = Overheard()
        if level > 1:
            self._furnish(identity)

    def _furnish(self, identity: str) -> None:
        """What the maker puts into the station."""
        folder, root = self.certificates(), self.operator.authorities[0]
        folder.open().trusted.install(CertificateUse.CSMS_ROOT_CERTIFICATE, root.text, EPOCH)
        self.operator.brought(root)
        if self._level == 3:
            key = new_key()
            certificate = root.sign(key.public_key(), identity)
            folder.bring(pem(certificate, root.certificate), key_text(key))
            self.door.issued.append(Issued(certificate))
            for path in self._folder.glob("key-*"):
                self.disk.keys[path.name] = path.read_text()

    @contextmanager
    def around(self) -> Generator[None]:
        """What must be so while the run lasts."""
        with self._overheard.listening():
            yield

    def network(self, versions: Versions) -> Network:
        """Where the maker has the station go."""
        return Network(home(self._level), versions, None if self._level == 3 else FIRST_PASSWORD)

    def certificates(self) -> CertificateFolder:
        """The folder as the next life finds it."""
        return CertificateFolder(self._folder, one_csms_root=self._one_root)

    def befall(self) -> tuple[Coroutine[object, object, None], ...]:
        """What happens to it."""
        return self.operator.order(), self.operator.sign(), self._cuts()

    async def _cuts(self) -> None:
        """The power goes at a step of the disk."""
        while True:
            await gap(self._random, self._power_cut_gap / 2)
            self.disk.doom = self._random.randint(1, STEPS)

    async def watch(self, well: Callable[[], bool], connected: Callable[[], bool]) -> None:
        """There is a way back to the CSMS, always."""
        loop = asyncio.get_running_loop()
        since = loop.time()
        while True:
            await asyncio.sleep(60)
            if connected() or not well():
                since = loop.time()
            elif loop.time() - max(since, self.door.opened) > WAY_BACK:
                self._backend.wrongs.append(
                    f"at {loop.time():.3f} the station has found no way back to the CSMS"
                )
                since = loop.time()

    def judge(self) -> Iterator[str]:
        """No secret is anywhere but in its place."""
        logged = "\n".join(self._overheard.lines)
        said = "\n".join([*self._backend.trace, logged])
        yield from self.disk.strays(self._folder.parent, said)
        for password in self.operator.secrets:
            if password in logged:
                yield "a password was logged"
