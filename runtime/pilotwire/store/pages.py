"""SQLite's file format, read without SQLite, for files that SQLite refuses: pages, tables, rows.

The rule of this module: whatever is not as the format wants it counts as a page that is not there.
What the words mean stands at https://www.sqlite.org/fileformat2.html.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from struct import error as StructError  # noqa: N812 -- an exception, and named like one
from struct import unpack_from

__all__ = ["PAGE", "Database", "Record", "Row", "Walk"]

PAGE = 4096
"""Bytes of a page."""

_HEADER = 100
_LEAVES = {0x0D, 0x0A}
_INTERIORS = {0x05, 0x02}
_WAL_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
_DEEPEST = 20

Value = str | int | float | bytes | None
Record = tuple[Value, ...]
Row = tuple[int | None, Record]
"""The number of a row, where its table has such, and its values."""


class _BadPage(Exception):  # noqa: N818 -- named for what is wrong
    """A page is missing, or is not what its place asks for."""


@dataclass(slots=True)
class Walk:
    """Which pages of a table were read; it is `whole` if all could be."""

    take: Callable[[Row], object]
    pages: set[int] = field(default_factory=set[int])
    whole: bool = True


class Database:
    """The pages of a file, with those that wait in the log beside it."""

    def __init__(self, path: Path) -> None:
        self._file = path.read_bytes()
        log = path.with_name(f"{path.name}-wal")
        self._logged = dict(_logged(log.read_bytes())) if log.exists() else {}

    @property
    def numbers(self) -> range:
        """The numbers of all pages."""
        return range(1, max(len(self._file) // PAGE, *self._logged, 0) + 1)

    @property
    def header(self) -> bytes:
        """The first bytes of the first page."""
        return self._logged.get(1, self._file)[:_HEADER]

    def walk(self, root: int, take: Callable[[Row], object]) -> Walk:
        """Read the rows of the table that begins with a page."""
        walk = Walk(take)
        self._walk(root, walk, depth=0)
        return walk

    def leaf(self, number: int) -> list[Row]:
        """The rows of a single page."""
        rows: list[Row] = []
        try:
            kind, *_ = self._cells(number)
        except _BadPage:
            return rows
        if kind in _LEAVES:
            self._walk(number, Walk(rows.append), depth=0)
        return rows

    def free(self) -> set[int] | None:
        """The pages that hold nothing any more; None if that can't be told."""
        try:
            trunk, count = unpack_from(">II", self._page(1), 32)
            free: set[int] = set()
            while trunk:
                page = self._page(trunk)
                following, leaves = unpack_from(">II", page)
                if trunk in free or leaves > PAGE // 4 - 2:
                    return None
                free |= {trunk, *unpack_from(f">{leaves}I", page, 8)}
                trunk = following
        except (_BadPage, StructError):
            return None
        return free if len(free) == count else None

    # Pages.

    def _page(self, number: int) -> bytes:
        page = self._logged.get(number)
        if page is None:
            page = self._file[(number - 1) * PAGE : number * PAGE]
        if len(page) != PAGE:
            raise _BadPage
        return page

    def _walk(self, number: int, walk: Walk, depth: int) -> None:
        if number in walk.pages or depth > _DEEPEST:
            walk.whole = False
            return
        try:
            kind, page, pointers, rightmost = self._cells(number)
        except _BadPage:
            walk.whole = False
            return
        walk.pages.add(number)
        for pointer in pointers:
            if kind in _INTERIORS:
                (child,) = unpack_from(">I", page, pointer)
                self._walk(child, walk, depth + 1)
            if kind != 0x05:  # which has row numbers only
                self._row(kind, page, pointer, walk)
        if rightmost is not None:
            self._walk(rightmost, walk, depth + 1)

    def _cells(self, number: int) -> tuple[int, bytes, tuple[int, ...], int | None]:
        """A page of a table: its kind, where its cells are, and its rightmost child."""
        page = self._page(number)
        start = _HEADER if number == 1 else 0
        kind = page[start]
        if kind not in _LEAVES | _INTERIORS:
            raise _BadPage
        (cells,) = unpack_from(">H", page, start + 3)
        head = 12 if kind in _INTERIORS else 8
        if start + head + 2 * cells > PAGE:
            raise _BadPage
        pointers = unpack_from(f">{cells}H", page, start + head)
        if any(not start + head <= pointer <= PAGE - 4 for pointer in pointers):
            raise _BadPage
        rightmost = unpack_from(">I", page, start + 8)[0] if kind in _INTERIORS else None
        return kind, page, pointers, rightmost

    # Rows.

    def _row(self, kind: int, page: bytes, pointer: int, walk: Walk) -> None:
        try:
            at = pointer + (4 if kind in _INTERIORS else 0)
            size, at = _varint(page, at)
            number: int | None = None
            if kind == 0x0D:
                number, at = _varint(page, at)
            payload = self._payload(page, at, size, walk, table=kind == 0x0D)
            record = _record(payload)
        except (_BadPage, StructError, IndexError, UnicodeDecodeError):
            walk.whole = False
            return
        walk.take((number, record))

    def _payload(self, page: bytes, at: int, size: int, walk: Walk, *, table: bool) -> bytes:
        """What a cell holds; what does not fit into it goes on in a chain of pages."""
        most = PAGE - 35 if table else (PAGE - 12) * 64 // 255 - 23
        here = size
        if size > most:
            least = (PAGE - 12) * 32 // 255 - 23
            here = least + (size - least) % (PAGE - 4)
            here = here if here <= most else least
        payload = page[at : at + here]
        if here < size:
            (following,) = unpack_from(">I", page, at + here)
            while len(payload) < size:
                if following in walk.pages:
                    raise _BadPage
                walk.pages.add(following)
                more = self._page(following)
                payload += more[4 : 4 + size - len(payload)]
                (following,) = unpack_from(">I", more)
        if len(payload) != size:
            raise _BadPage
        return payload


def _varint(page: bytes, at: int) -> tuple[int, int]:
    value = 0
    for byte in page[at : at + 8]:
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    return value << 8 | page[at], at + 1


def _record(payload: bytes) -> Record:
    end, at = _varint(payload, 0)
    values: list[Value] = []
    body = end
    while at < end:
        kind, at = _varint(payload, at)
        value, body = _value(payload, body, kind)
        values.append(value)
    if at != end or body != len(payload):
        raise _BadPage
    return tuple(values)


_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    match kind:
        case 0:
            return None, at
        case 7:
            return unpack_from(">d", payload, at)[0], at + 8
        case 8 | 9:
            return kind - 8, at
        case 10 | 11:
            raise _BadPage
        case _ if kind in _INTEGERS:
            end = at + _INTEGERS[kind]
            return int.from_bytes(payload[at:end], "big", signed=True), end
        case _:
            end = at + (kind - 12) // 2
            raw = payload[at:end]
            return (raw.decode() if kind % 2 else raw), end


# The log beside the file.


def _logged(log: bytes) -> Iterator[tuple[int, bytes]]:
    """The pages of the commits in a write-ahead log, as they were last written."""
    try:
        magic, _, page, _, *salts, sum_1, sum_2 = unpack_from(">8I", log)
    except StructError:
        return
    order = _WAL_MAGIC.get(magic)
    sums = _sums(log[:24], (0, 0), order or "<")
    if order is None or page != PAGE or sums != (sum_1, sum_2):
        return
    open_: list[tuple[int, bytes]] = []
    for at in range(32, len(log) - PAGE - 23, PAGE + 24):
        number, commit, *frame_salts, sum_1, sum_2 = unpack_from(">6I", log, at)
        content = log[at + 24 : at + 24 + PAGE]
        sums = _sums(content, _sums(log[at : at + 8], sums, order), order)
        if frame_salts != salts or sums != (sum_1, sum_2):
            return
        open_.append((number, content))
        if commit:
            yield from open_
            open_ = []


def _sums(content: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    one, two = sums
    words = unpack_from(f"{order}{len(content) // 4}I", content)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
