"""A SQLite file read page by page, whatever state it is in: by this ``readable_rows`` finds those of a damaged project.

SQLite itself refuses a table as soon as one page of it is wrong. Here every page is read for itself, by the file format
(https://www.sqlite.org/fileformat2.html): nothing in the file is believed that does not fit, nothing is read twice, and
whatever it holds, the time is proportional to its size. Only what a project file can be is read: text is UTF-8.
"""

import struct
import sys
from array import array
from dataclasses import dataclass

from model.progress import ProgressCallback, cancellable, no_progress

Stored = str | int | float | bytes | None

INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13
_HEADERS = {INTERIOR_INDEX: 12, INTERIOR_TABLE: 12, LEAF_INDEX: 8, LEAF_TABLE: 8}
_MAGIC = b"SQLite format 3\0"
_SIZES = tuple(1 << power for power in range(9, 17))  # bytes; all that SQLite allows
_SAMPLE = 400  # pages looked at to tell what SQLite leaves alone at their ends
_WINDOW = 1 << 20  # bytes; as many as this of a file, _WINDOWS times, are looked at to tell how large its pages are
_WINDOWS = 16
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # serial type: bytes
_MOST_COLUMNS = 100  # no table of a project has more
_SHORT = 64  # characters: ids and names of kinds come a hundred thousand times, and are kept once
_FREE = struct.Struct(">II")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a b-tree page: the page it leads to (0: none), its rowid (tables only), its record where it has one
    that could be read, else nothing.
    """

    child: int
    rowid: int
    record: tuple[Stored, ...] | None
    overflow: tuple[int, ...] = ()  # the other pages that the record stands on
    legible: bool = True  # all its text is UTF-8; what is not is replaced by U+FFFD


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a b-tree. ``right`` is the page that the last key leads to (0: none); ``whole``: all that its header
    promises could be read.
    """

    kind: int
    cells: tuple[Cell, ...]
    right: int
    whole: bool


class Pages:
    """The pages of a file and, over them, those that were committed to the log beside it. ``on_progress`` is called
    while the log is gone through.
    """

    def __init__(self, content: bytes, log: bytes = b"", on_progress: ProgressCallback = no_progress) -> None:
        self._content = content
        frames = _Log(log, on_progress)
        self.page_size = frames.page_size or _page_size(content)
        in_file = -(-len(content) // self.page_size)
        most = in_file + len(log) // self.page_size  # whatever number the log gives a page
        self._overlay = {number: place for number, place in frames.committed().items() if number <= most}
        self.count = min(max([frames.pages or in_file, *self._overlay]), most)
        self._log = log
        self._texts: dict[bytes, str] = {}
        self._legible = True  # what was read of the record at hand
        self._left = 2 * self.count + 64  # overflow pages that may still be read: in a sound file each is read once
        self.usable = self.page_size - self._reserved()

    def content(self, number: int) -> bytes:
        """The bytes of a page, counted from 1; fewer than a page where the file ends in it."""
        place = self._overlay.get(number)
        if place is not None:
            return self._log[place : place + self.page_size]
        return self._content[(number - 1) * self.page_size : number * self.page_size]

    def page(self, number: int, *, keys_only: bool = False) -> Page | None:
        """A page of a b-tree, or nothing where it is none. ``keys_only`` leaves the records of tables out."""
        if not 0 < number <= self.count:
            return None
        content = self.content(number)
        start = 100 if number == 1 else 0
        if len(content) < start + 12 or content[start] not in _HEADERS:
            return None
        kind = content[start]
        header = _HEADERS[kind]
        promised = int.from_bytes(content[start + 3 : start + 5])
        first = start + header + 2 * promised
        if first > self.usable:
            return None
        places = struct.unpack_from(f">{promised}H", content, start + header) if first <= len(content) else ()
        cells: list[Cell] = []
        room = self.usable
        for place in dict.fromkeys(places):
            if not first <= place < self.usable:
                continue
            cell, length = self._cell(kind, content, place, keys_only=keys_only)
            room -= length
            if room < 0:  # cells that overlap: SQLite writes none
                break
            if cell is not None:
                cells.append(cell)
        right = int.from_bytes(content[start + 8 : start + 12]) if header == 12 else 0
        whole = len(cells) == promised and all(
            (cell.record is not None and cell.legible) or kind == INTERIOR_TABLE or keys_only for cell in cells
        )
        return Page(kind, tuple(cells), right, whole)

    def freed(self) -> frozenset[int]:
        """The pages that hold nothing any more, from the list that the header leads to; none where it cannot be
        read to its end.
        """
        head = self.content(1)[:40]
        if len(head) < 40:
            return frozenset()
        trunk, expected = _FREE.unpack_from(head, 32)
        found: set[int] = set()
        while trunk:
            content = self.content(trunk) if 0 < trunk <= self.count else b""
            if trunk in found or len(content) < 8:
                return frozenset()
            found.add(trunk)
            trunk, leaves = _FREE.unpack_from(content)
            if 8 + 4 * leaves > len(content):
                return frozenset()
            numbers = struct.unpack_from(f">{leaves}I", content, 8)
            if not found.isdisjoint(numbers) or not all(1 < number <= self.count for number in numbers):
                return frozenset()
            found.update(numbers)
        return frozenset(found) if len(found) == expected else frozenset()

    def _cell(self, kind: int, content: bytes, place: int, *, keys_only: bool) -> tuple[Cell | None, int]:
        """A cell and how many bytes of the page it takes."""
        start = place
        child = rowid = 0
        if kind in (INTERIOR_INDEX, INTERIOR_TABLE):
            child = int.from_bytes(content[place : place + 4])
            place += 4
        if kind == INTERIOR_TABLE:
            rowid, place = _varint(content, place)
            return (Cell(child, _signed(rowid), None) if place else None), 6
        length, place = _varint(content, place)
        if kind == LEAF_TABLE and place:
            rowid, place = _varint(content, place)
        if not place or length > self.count * self.page_size:
            return None, 4
        local = self._local(kind, length)
        end = place + local
        if end > min(self.usable, len(content)):
            return Cell(child, _signed(rowid), None), 4
        taken = end - start + (4 if local < length else 0)
        if keys_only and kind == LEAF_TABLE:
            return Cell(child, _signed(rowid), None), taken
        payload: bytes | None = content[place:end]
        overflow: tuple[int, ...] = ()
        if local < length:
            payload, overflow = self._with_overflow(content[place:end], int.from_bytes(content[end : end + 4]), length)
        self._legible = True
        record = None if payload is None else self._record(payload)
        return Cell(child, _signed(rowid), record, overflow, self._legible), max(4, taken)

    def _local(self, kind: int, length: int) -> int:
        """How much of a payload stands on the page itself."""
        most = self.usable - 35 if kind == LEAF_TABLE else (self.usable - 12) * 64 // 255 - 23
        if length <= most:
            return length
        least = (self.usable - 12) * 32 // 255 - 23
        wanted = least + (length - least) % (self.usable - 4)
        return wanted if wanted <= most else least

    def _with_overflow(self, begun: bytes, number: int, length: int) -> tuple[bytes | None, tuple[int, ...]]:
        parts, missing = [begun], length - len(begun)
        numbers: list[int] = []
        while missing > 0:
            self._left -= 1
            if self._left < 0 or not 0 < number <= self.count:
                return None, ()
            numbers.append(number)
            content = self.content(number)
            part = content[4 : min(self.usable, 4 + missing)]
            if len(part) < min(missing, self.usable - 4):
                return None, ()
            parts.append(part)
            missing -= len(part)
            number = int.from_bytes(content[:4])
        return (b"".join(parts) if number == 0 else None), tuple(numbers)

    def _record(self, payload: bytes) -> tuple[Stored, ...] | None:
        """The values of a record; nothing where it is none."""
        end, place = _varint(payload, 0)
        if not 0 < place <= end <= len(payload):
            return None
        kinds: list[int] = []
        while place < end:
            kind, place = _varint(payload, place)
            if not place or len(kinds) == _MOST_COLUMNS:
                return None
            kinds.append(kind)
        if place != end:
            return None
        values: list[Stored] = []
        for kind in kinds:
            size = _INTEGERS.get(kind, 0) if kind < 7 else 8 if kind == 7 else 0 if kind < 12 else (kind - 12) // 2
            if kind in (10, 11) or place + size > len(payload):
                return None
            found = payload[place : place + size]
            place += size
            values.append(self._value(kind, found))
        return tuple(values) if place == len(payload) else None

    def _value(self, kind: int, found: bytes) -> Stored:
        if kind == 0:
            return None
        if kind < 7:
            return int.from_bytes(found, signed=True)
        if kind == 7:
            return float(struct.unpack(">d", found)[0])
        if kind < 10:
            return kind - 8
        if kind % 2 == 0:
            return found
        known = self._texts.get(found)
        if known is None:
            try:
                known = found.decode()
            except UnicodeDecodeError:
                self._legible = False
                return found.decode(errors="replace")
            if len(found) <= _SHORT and len(self._texts) < 1 << 18:
                self._texts[found] = known
        return known

    def _reserved(self) -> int:
        """How many bytes at the end of each page SQLite leaves alone: what the header says, where pages bear it out."""
        head = self.content(1)[:100]
        said = head[20] if len(head) == 100 and head.startswith(_MAGIC) else 0
        if said == 0 or self.page_size - said < 480:
            return 0
        fitting = dict.fromkeys((said, 0), 0)
        for number in _sampled(self.count):
            for reserve in fitting:
                self.usable = self.page_size - reserve
                fitting[reserve] += self._is_filled(number)
        return said if fitting[said] >= fitting[0] else 0

    def _is_filled(self, number: int) -> bool:
        """Whether the last cell of a leaf ends where the usable part of the page does: there SQLite puts the first."""
        content = self.content(number)
        if number == 1 or len(content) < self.page_size or content[0] != LEAF_TABLE:
            return False
        count = int.from_bytes(content[3:5])
        if not count or 8 + 2 * count > self.usable:
            return False
        place = max(struct.unpack_from(f">{count}H", content, 8))
        if place >= self.usable:
            return False
        _, length = self._cell(LEAF_TABLE, content, place, keys_only=True)
        return place + length == self.usable


class _Log:
    """The write-ahead log: which of its pages count."""

    def __init__(self, log: bytes, on_progress: ProgressCallback = no_progress) -> None:
        self._log = log
        self._on_progress = on_progress
        self.page_size = 0
        self.pages = 0  # of the whole database after the last transaction that was committed; 0: unknown
        self._salts = b""
        self._native = True
        if len(log) < 32 or log[:4] not in (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83"):
            return
        big = log[3] == 0x83
        self._native = big == (sys.byteorder == "big")
        size = int.from_bytes(log[8:12])
        self._sum = self._added((0, 0), log[:24])
        if size in _SIZES and self._sum == struct.unpack_from(">II", log, 24):
            self.page_size = size
            self._salts = log[16:24]

    def committed(self) -> dict[int, int]:
        """Where in the log the newest version of each page begins that a whole transaction wrote.

        A frame whose sum is wrong ends the log, as for SQLite: the transaction was being written when all stopped.
        Where a later transaction is whole, it was not that: SQLite writes the next one only when the one before is on
        the disk. Then only that frame is left out.
        """
        found: dict[int, int] = {}
        if not self.page_size:
            return found
        pending: dict[int, int] = {}
        sound: dict[int, int] | None = None  # as SQLite would have it, once a frame is wrong
        sound_pages = ended = 0
        total = self._sum
        frames = range(32, len(self._log) - self.page_size - 23, self.page_size + 24)
        for place in cancellable(frames, self._on_progress):
            head = self._log[place : place + 24]
            number, pages = _FREE.unpack_from(head)
            if head[8:16] != self._salts:
                break
            body = self._log[place + 24 : place + 24 + self.page_size]
            told = struct.unpack_from(">II", head, 16)
            right = self._added(self._added(total, head[:8]), body) == told
            total = told
            if not right or not number:
                if sound is None:
                    sound, sound_pages = dict(found), self.pages
                continue
            pending[number] = place + 24
            if pages:
                found.update(pending)
                pending.clear()
                self.pages = pages
                ended += sound is not None
        if sound is not None and ended < 2:
            self.pages = sound_pages
            return sound
        return found

    def _added(self, total: tuple[int, int], data: bytes) -> tuple[int, int]:
        words = array("I", data)
        if not self._native:
            words.byteswap()
        first, second = total
        pairs = iter(words)
        for one, other in zip(pairs, pairs, strict=True):
            first = (first + one + second) & 0xFFFFFFFF
            second = (second + other + first) & 0xFFFFFFFF
        return first, second


def _varint(content: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes and the place behind it; that is 0 where the content ends before."""
    value = 0
    for taken, byte in enumerate(content[place : place + 9], start=1):
        if taken == 9:
            return value << 8 | byte, place + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + taken
    return 0, 0


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


def _sampled(count: int) -> range:
    return range(1, count + 1, max(1, count // _SAMPLE))


def _page_size(content: bytes) -> int:
    """How large the pages are, in bytes: where pages of b-trees begin at more multiples of another size than of the one
    that the header says, it is the other.
    """
    said = int.from_bytes(content[16:18])
    said = 65536 if said == 1 else said
    found = dict.fromkeys(_SIZES, 0)
    windows = max(1, min(_WINDOWS, len(content) // _WINDOW))
    for window in range(windows):
        start = len(content) // windows * window // _WINDOW * _WINDOW
        for size in found:
            places = range(start or size, min(start + _WINDOW, len(content) - 12), size)
            found[size] += sum(_seems_page(content, place, size) for place in places)
    best = max(found, key=lambda size: (found[size], size == said), default=0)
    trusted = content.startswith(_MAGIC) and said in _SIZES
    if trusted and found.get(said, 0) * 5 >= found.get(best, 0) * 3:
        return said
    return best if found.get(best) else 4096


def _seems_page(content: bytes, place: int, size: int) -> bool:
    header = _HEADERS.get(content[place])
    if header is None:
        return False
    count = int.from_bytes(content[place + 3 : place + 5])
    filled = int.from_bytes(content[place + 5 : place + 7]) or 65536
    first = header + 2 * count
    if not count or first > filled or filled > size or place + first > len(content):
        return False
    cells = struct.unpack_from(f">{count}H", content, place + header)
    return all(filled <= cell < size for cell in cells)
