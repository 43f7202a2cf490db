"""The rows that can still be read of a damaged project file, told apart by table.

The pages that the tables' roots lead to come first. What no root leads to, because a page between is gone, is told by
what it holds (``shapes``); pages on the list of free ones hold rows that were deleted, and are left alone, and so are
those of tables that are not ours. A row may come more than once: the journal says which is right. Nothing that the file
says of its own structure is needed: where its first page is gone, every page is told by what it holds.
"""

import hashlib
import operator
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from model.progress import ProgressCallback, no_progress
from model.storage import checksums, schema
from model.storage.pages import INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE, Cell, Page, Pages, Stored
from model.storage.row_shapes import Shape, Shapes
from model.storage.tables import Value

Values = tuple[Value, ...]
Key = tuple[Value, ...]
_SHA256 = re.compile("[0-9a-f]{64}")
_ID = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh"  # h: a hexadecimal digit
_NAMED = frozenset({"project", "layer", "vocabulary"})  # whose ids may come from elsewhere
_TURNED = 2  # characters
_AT_ONCE = 64  # pages between two looks at whether the work is still wanted


@dataclass(slots=True)
class ReadableRow:
    """A row: its values in the order of its table's columns, its rowid (0 where the table has none), and whether the
    table's root leads to it.
    """

    values: Values
    rowid: int
    rooted: bool


@dataclass(slots=True)
class ReadableRows:
    """What a file still holds. ``rows`` are by table and primary key, the likeliest first of each; ``complete`` are the
    tables of which no page is missing or damaged; ``altered`` are texts that are not what their SHA-256 says; ``pages``
    are the pages on which each row of a table stands; ``steps`` the steps of the schema that the file has seen.
    """

    rows: dict[str, dict[Key, list[ReadableRow]]] = field(default_factory=dict[str, dict[Key, list[ReadableRow]]])
    complete: set[str] = field(default_factory=set[str])
    altered: dict[str, str] = field(default_factory=dict[str, str])
    pages: dict[str, dict[Key, set[int]]] = field(default_factory=dict[str, dict[Key, set[int]]])
    steps: set[str] = field(default_factory=set[str])


def read_rows(pages: Pages, shapes: Shapes, on_progress: ProgressCallback = no_progress) -> ReadableRows:
    """All rows that can be read. ``on_progress`` is called with how many pages are done and how many there are."""
    return _Reader(pages, shapes, on_progress).run()


def alike(one: str, other: str) -> bool:
    """Whether two names may be one, of which a byte or two are damaged."""
    return len(one) == len(other) > 2 * _TURNED and sum(map(operator.ne, one, other)) <= _TURNED


class _Reader:
    def __init__(self, pages: Pages, shapes: Shapes, on_progress: ProgressCallback) -> None:
        self._pages = pages
        self._shapes = shapes
        self._on_progress = on_progress
        self._claimed: set[int] = set()
        self._told = 0  # pages
        self._found = ReadableRows({name: {} for name in shapes.tables}, pages={name: {} for name in shapes.tables})
        self._doubtful: list[tuple[list[str], int, Cell]] = []

    def run(self) -> ReadableRows:
        roots, strangers = self._roots()
        for name, root in roots.items():
            shape = self._shapes.tables[name]
            if self._take_tree(shape, root):
                self._found.complete.add(name)
        # A table that is not ours may be one of ours under another name, where there is none of that name.
        lacking = self._shapes.tables.keys() - roots.keys()
        for root in strangers:
            self._leave_tree(root, lacking)
        freed = self._pages.freed()
        for number in range(1, self._pages.count + 1):
            if number not in self._claimed and number not in freed:
                page = self._pages.page(number)
                if page is not None:
                    self._take_orphan(number, page)
                self._tell(number)
        self._settle_doubtful()
        return self._found

    def _tell(self, number: int) -> None:
        if number % _AT_ONCE == 0:
            self._told = max(self._told, min(number, self._pages.count))
            self._on_progress(self._told, self._pages.count)

    def _roots(self) -> tuple[dict[str, int], list[int]]:
        """The root page of each of our tables, as the schema on the first page says; and those of all that belongs to
        tables that are not ours.
        """
        roots: dict[str, int] = {}
        strangers: list[int] = []
        for _, page in self._tree(1, without_rowid=False, claim=False):
            if page is None:
                continue
            for cell in page.cells:
                record = cell.record
                if record is None or len(record) != 5:
                    continue
                name, root = record[1], record[3]
                if record[2] not in self._shapes.names and isinstance(root, int) and record[0] in ("table", "index"):
                    strangers.append(root)
                if record[0] != "table":
                    continue
                if name == schema.MIGRATIONS and isinstance(root, int):
                    self._read_steps(root)
                elif isinstance(name, str) and isinstance(root, int) and name in self._shapes.tables:
                    roots.setdefault(name, root)
        return roots, strangers

    def _read_steps(self, root: int) -> None:
        for _, page in self._tree(root, without_rowid=False, claim=False):
            for cell in () if page is None else page.cells:
                if cell.record is not None and len(cell.record) > 2 and cell.record[1] == schema.SET:
                    self._found.steps.add(str(cell.record[2]))

    def _tree(self, root: int, *, without_rowid: bool, claim: bool = True) -> Iterator[tuple[int, Page | None]]:
        """Every page that a root leads to, once; nothing in the place of one that is not what it should be."""
        kinds = (LEAF_INDEX, INTERIOR_INDEX) if without_rowid else (LEAF_TABLE, INTERIOR_TABLE)
        seen = self._claimed if claim else set[int]()
        waiting = [root]
        while waiting:
            number = waiting.pop()
            page = None if number in seen else self._pages.page(number)
            if page is None or page.kind not in kinds:
                yield number, None
                continue
            seen.add(number)
            yield number, page
            if page.kind in (INTERIOR_INDEX, INTERIOR_TABLE):
                waiting += [page.right, *(cell.child for cell in reversed(page.cells))]

    def _take_tree(self, shape: Shape, root: int) -> bool:
        """Take the rows of a table; gives whether all of it could be read."""
        complete = True
        last: int | None = None
        for number, page in self._tree(root, without_rowid=shape.without_rowid):
            self._tell(len(self._claimed))
            if page is None:
                complete = False
                continue
            complete = complete and page.whole
            if page.kind == INTERIOR_TABLE:
                continue
            if page.kind == LEAF_TABLE:  # a copy of another page in its place shows in the order of the rows
                for cell in page.cells:
                    complete = complete and (last is None or cell.rowid > last)
                    last = cell.rowid
            foreign = self._take_page(shape, number, page)
            if foreign:
                complete = False
            for cell in foreign:
                self._take_by_content(number, page.kind, cell)
        return complete

    def _leave_tree(self, root: int, lacking: Collection[str]) -> None:
        """Leave the rows of a table that is not ours, but for those that one of some tables could have."""
        page = self._pages.page(root)
        without_rowid = page is not None and page.kind in (LEAF_INDEX, INTERIOR_INDEX)
        for number, each in self._tree(root, without_rowid=without_rowid):
            self._tell(len(self._claimed))
            if each is not None:
                self._take_orphan(number, each, lacking)

    def _take_page(self, shape: Shape, number: int, page: Page) -> list[Cell]:
        """Take a page's rows of a table; gives the cells that hold none."""
        taken: list[tuple[Cell, Values]] = []
        foreign: list[Cell] = []
        for cell in page.cells:
            if cell.record is None:
                continue
            values = self._shapes.row(shape, cell.rowid, cell.record)
            if values is None or not (cell.legible or shape.table == "text"):
                foreign.append(cell)
            else:
                taken.append((cell, values))
        whole = self._shapes.accepts_all(shape.table, [values for _, values in taken])
        for cell, values in taken:
            if (whole or self._shapes.accepts(shape.table, values)) and self._is_itself(shape, values):
                self._add(shape, values, cell, number, rooted=True)
            else:
                foreign.append(cell)
        return foreign

    def _is_itself(self, shape: Shape, values: Values) -> bool:
        """Whether a row that has its own checksum is what that says."""
        if shape.table != "text":
            return True
        sha256, body = str(values[0]), str(values[1])
        if hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest() == sha256:
            return True
        self._found.altered.setdefault(sha256, body)
        return False

    def _take_orphan(self, number: int, page: Page, among: Collection[str] | None = None) -> None:
        if page.kind != INTERIOR_TABLE:
            for cell in page.cells:
                self._take_by_content(number, page.kind, cell, among)

    def _take_by_content(self, number: int, kind: int, cell: Cell, among: Collection[str] | None = None) -> None:
        """Take a row by what it holds; ``among``: of these tables only."""
        record = cell.record
        if record is None or not (cell.legible or len(record) == len(self._shapes.tables["text"].columns)):
            return
        possible: list[tuple[Shape, Values]] = []
        is_text = len(record) == 2 and _SHA256.fullmatch(str(record[0])) is not None
        for shape in self._shapes.tables.values():
            if among is not None and shape.table not in among:
                continue
            if is_text and shape.table != "text":  # a damaged one is no annotator, who has two columns as well
                continue
            if shape.without_rowid != (kind in (LEAF_INDEX, INTERIOR_INDEX)):
                continue
            values = self._shapes.row(shape, cell.rowid, record) if cell.legible or shape.table == "text" else None
            if values is None or not _has_id_of_ours(shape, values):
                continue
            if self._shapes.accepts(shape.table, values) and self._is_itself(shape, values):
                possible.append((shape, values))
        proven = [(shape, values) for shape, values in possible if _proven(shape, values)]
        if len(possible) == 1 or proven:
            shape, values = (proven or possible)[0]
            self._add(shape, values, cell, number, rooted=False)
        elif possible:
            self._doubtful.append(([shape.table for shape, _ in possible], number, cell))

    def _settle_doubtful(self) -> None:
        """Rows that several tables could have: the journal names the table of each that it wrote, else the rows that
        one refers to are there in the right table only.
        """
        kinds: dict[Value, str] = {}
        if self._doubtful:
            for found in self._found.rows["change"].values():
                kinds[found[0].values[3]] = str(found[0].values[2])
        for tables, number, cell in self._doubtful:
            record: tuple[Stored, ...] = cell.record or ()
            ranked: list[tuple[int, str, Values]] = []
            for table in tables:
                shape = self._shapes.tables[table]
                values = self._shapes.row(shape, cell.rowid, record)
                if values is None:
                    continue
                named = kinds.get(values[0])
                met = [(values[place],) in self._found.rows[other] for place, other in shape.references]
                if named == table:
                    ranked.append((0, table, values))
                elif named is None and all(met):
                    ranked.append((1 if met else 2, table, values))
            if ranked:
                _, table, values = min(ranked)
                self._add(self._shapes.tables[table], values, cell, number, rooted=False)

    def _add(self, shape: Shape, values: Values, cell: Cell, number: int, *, rooted: bool) -> None:
        key = shape.key_of(values)
        known = self._found.rows[shape.table].setdefault(key, [])
        if not any(other.values == values for other in known):
            known.append(ReadableRow(values, 0 if shape.without_rowid else cell.rowid, rooted))
        self._found.pages[shape.table].setdefault(key, set()).update((number, *cell.overflow))


def _has_id_of_ours(shape: Shape, values: Values) -> bool:
    """Whether a row has an id as Qarar makes them, perhaps a damaged one. Where its table has others, or the rows that
    it names show whether it is one of ours, any will do.
    """
    if shape.columns[0] != "id" or shape.references or shape.table in _NAMED:
        return True
    return alike(re.sub("[0-9a-f]", "h", str(values[0])), _ID)


def _proven(shape: Shape, values: Values) -> bool:
    """Whether a checksum says that it is a row of this table and no other."""
    if shape.table == "annotator":
        return values[2] == checksums.of_annotator(str(values[0]), str(values[1]))
    return shape.table == "text"
