"""The folders of certificates and files on a disk whose power can be cut at each step, and what is
looked for on that disk afterwards: private keys where they do not belong.
"""

import logging
import os
from base64 import b64encode
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from pilotwire.station.security import files
from pilotwire.station.transfer import partial
from tests.simulation.process import PowerCut

__all__ = ["AtOnce", "Disk", "Overheard"]

T = TypeVar("T")
P = ParamSpec("P")

KEY = "key-"


class Disk:
    """What the system does for `station.security.files`, and for files that are fetched, step by
    step.

    With `doom`, the step of that number is the last one: what was written and not made to stay is
    cut in half then. `on_death` is called in that instant, and `is_dead` says that nothing of the
    process has any effect any more.
    """

    def __init__(self, is_dead: Callable[[], bool], on_death: Callable[[], None]) -> None:
        self.doom: int | None = None
        self.keys: dict[str, str] = {}
        """All private keys that ever were, in PEM, by the names of their files."""
        self._is_dead = is_dead
        self._on_death = on_death
        self._unsettled: dict[int, Path] = {}
        """What was written, and may be lost yet, by inode."""

    @contextmanager
    def mounted(self) -> Generator[None]:
        """Be the system of the folders."""
        for module in (files, partial):
            setattr(module, "os", self)  # noqa: B010 -- in the place of a module, which has a type of its own
        try:
            yield
        finally:
            for module in (files, partial):
                setattr(module, "os", os)  # noqa: B010 -- as above

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def open(
        self, path: str | Path, flags: int, mode: int = 0o777, *, dir_fd: int | None = None
    ) -> int:
        if flags & os.O_CREAT:
            self.step()
        return os.open(path, flags, mode, dir_fd=dir_fd)

    def write(self, file: int, content: memoryview) -> int:
        text = bytes(content)
        path = Path(f"/proc/self/fd/{file}").readlink()
        if path.name.startswith(KEY):
            self.keys[path.name.removesuffix(".unfinished")] = text.decode()
        self._unsettled[os.fstat(file).st_ino] = path.parent
        self.step(lambda: os.write(file, text[: len(text) // 2]))
        return os.write(file, content)

    def fsync(self, file: int) -> None:
        self.step()
        self._unsettled.pop(os.fstat(file).st_ino, None)
        os.fsync(file)

    def rename(self, old: str, new: str, *, src_dir_fd: int, dst_dir_fd: int) -> None:
        self.step()
        os.rename(old, new, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd)

    def unlink(self, path: str, *, dir_fd: int) -> None:
        self.step()
        os.unlink(path, dir_fd=dir_fd)

    def step(self, half: Callable[[], object] = lambda: None) -> None:
        """Something is about to be written, of which `half` is when the power goes now."""
        if self._is_dead():
            raise PowerCut
        if self.doom is None:
            return
        self.doom -= 1
        if self.doom > 0:
            return
        self.doom = None
        half()
        self._lose()
        self._on_death()
        raise PowerCut

    def _lose(self) -> None:
        for inode, folder in self._unsettled.items():
            for path in folder.iterdir():
                if path.stat().st_ino == inode:
                    os.truncate(path, path.stat().st_size // 2)
        self._unsettled.clear()

    # What must not be anywhere else.

    def strays(self, folder: Path, said: str) -> Iterator[str]:
        """Where a private key is that it does not belong: in a file of `folder`, or in what was
        `said`.
        """
        needles = {name: list(_marks(text)) for name, text in self.keys.items()}
        places = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for name, marks in needles.items():
            for path, content in places.items():
                own = path.name.removesuffix(".unfinished") == name
                if not own and any(mark in content for mark in marks):
                    yield f"the private key of {name} is in {path.relative_to(folder)}"
            if any(mark.decode("latin-1") in said for mark in marks):
                yield f"the private key of {name} was said or logged"


def _marks(text: str) -> Iterator[bytes]:
    """By what a private key is known: its number as it is, in digits, and as PEM has it."""
    key = load_pem_private_key(text.encode(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    number = key.private_numbers().private_value.to_bytes(32)
    yield number
    yield number.hex().encode()
    yield b64encode(number)
    for shape in (PrivateFormat.PKCS8, PrivateFormat.TraditionalOpenSSL):
        lines = key.private_bytes(Encoding.PEM, shape, NoEncryption()).splitlines()
        yield from lines[1:2]  # where the number begins


class AtOnce(ThreadPoolExecutor):
    """Does in the event loop's thread what is meant for another: in the same order each time."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:  # whatever it is, who waits for it gets it
            future.set_exception(error)
        return future


class Overheard(logging.Handler):
    """All that the station logs, as text."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setFormatter(logging.Formatter("%(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    @contextmanager
    def listening(self) -> Generator[None]:
        """Hear all of it, whether others want it or not."""
        logger = logging.getLogger("pilotwire")
        before = logging.root.manager.disable, logger.level, logger.propagate
        logging.disable(logging.NOTSET)
        logger.setLevel(logging.DEBUG)
        logger.propagate = False
        logger.addHandler(self)
        try:
            yield
        finally:
            logger.removeHandler(self)
            logging.disable(before[0])
            logger.setLevel(before[1])
            logger.propagate = before[2]
