import random

import pytest
from PySide6.QtCore import Qt

from gui.item_models.document_filter import NOT_DONE, DocumentFilter, year_of
from gui.item_models.documents import Column, DocumentModel
from model.annotation.document_list import DocumentSummary
from model.annotation.documents import order_key
from model.text.folding import fold

TASKS = ("clause", "descriptors")
STATES = ("new", "in-progress", "done")
PEOPLE = {"s": "sara", "o": "Omar"}
KINDS = {
    "organs": ["GA", "SC", ""],
    "sessions": ["59", "60", ""],
    "years": ["2004", "2005", ""],
    "folders": ["GA", "GA/59", "GA/5", "", "SC"],
    "tags": ["a", "b", ""],
    "assignees": ["s", "o", ""],
}


def made_up(number: int, chance: random.Random) -> DocumentSummary:
    symbol = chance.choice([None, f"A/RES/{chance.randrange(58, 61)}/{chance.randrange(1, 200)}"])
    return DocumentSummary(
        id=f"id{number}",
        name=f"doc {number:03}",
        folder=chance.choice(["", "GA", "GA/59", "GA/59/annex", "SC", "SCx"]),
        symbol=symbol,
        organ=chance.choice([None, "GA", "SC", "HRC"]),
        session=chance.choice([None, "59", "60"]),
        adopted=chance.choice([None, "2004-12-20", "2005-01-01", "2005-06-03"]),
        title=chance.choice([None, "تَعزيز التعاون", "حقوق الإنسان", "HUMAN rights"]),
        length=chance.randrange(5),
        span_count=chance.randrange(4),
        assignment_count=chance.randrange(4),
        progress={task: chance.choice(STATES) for task in TASKS if chance.random() < 0.6},
        assignee=chance.choice([None, "s", "o"]),
        has_note=False,
        tags=tuple(sorted(chance.sample(["a", "b", "c"], chance.randrange(3)))),
    )


def has_any(kind: str, wanted: frozenset[str], summary: DocumentSummary) -> bool:
    """Whether a document has one of some values of a kind, found out value by value."""
    if not wanted:
        return True
    if kind == "folders":
        parts = summary.folder.split("/")
        above = ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
        return any(folder in above for folder in wanted)
    if kind == "tags":
        return any(tag in wanted for tag in summary.tags) or (not summary.tags and "" in wanted)
    value = {
        "organs": summary.organ,
        "sessions": summary.session,
        "assignees": summary.assignee,
        "years": None if summary.adopted is None else summary.adopted.split("-")[0],
    }[kind]
    return (value or "") in wanted


def slowly(documents, words, conditions, holders, sorting) -> list[str]:
    """What the list must show: each document looked at by itself, then sorted one key after the other."""
    shown = []
    for summary in documents:
        text = fold(" ".join(part for part in (summary.name, summary.symbol, summary.title) if part))
        good = all(word in text for word in fold(words).split())
        good = good and all(has_any(kind, getattr(conditions, kind), summary) for kind in KINDS)
        for task in TASKS:
            states = [state for each, state in conditions.states if each == task]
            good = good and (not states or summary.state(task) in states)
        for concept, wanted in conditions.concepts:
            good = good and (summary.id in holders[concept]) is wanted
        if good:
            shown.append(summary)
    if sorting is not None:
        column, descending = sorting
        keys = {
            Column.SYMBOL: lambda each: order_key(each.symbol or ""),
            Column.NAME: lambda each: order_key(each.name),
            Column.CLAUSES: lambda each: each.span_count,
            Column.DESCRIPTORS: lambda each: each.assignment_count,
            Column.PROGRESS: lambda each: tuple(STATES.index(each.state(task)) for task in TASKS),
            Column.ORGAN: lambda each: each.organ or "",
            Column.ADOPTED: lambda each: each.adopted or "",
            Column.LENGTH: lambda each: each.length,
            Column.ASSIGNEE: lambda each: PEOPLE.get(each.assignee, "").casefold(),
            Column.FOLDER: lambda each: order_key(each.folder),
        }
        shown.sort(key=keys[column], reverse=descending)
    return [summary.id for summary in shown]


def some(values, chance: random.Random, most: int = 2) -> frozenset:
    return frozenset(chance.sample(values, chance.choice([0, 0, chance.randrange(1, most + 1)])))


def conditions_of(chance: random.Random) -> DocumentFilter:
    return DocumentFilter(
        **{kind: some(values, chance) if chance.random() < 0.3 else frozenset() for kind, values in KINDS.items()},
        states=some([(task, state) for task in TASKS for state in STATES], chance, 3),
        concepts=some([("c1", True), ("c2", False)], chance) if chance.random() < 0.4 else frozenset(),
    )


@pytest.mark.parametrize("seed", range(8))
def test_filter_and_sort_give_what_looking_at_each_document_gives(qapp, seed: int):
    chance = random.Random(seed)
    known = {f"id{number}": made_up(number, chance) for number in range(60)}
    model = DocumentModel()
    model.set_people(PEOPLE)

    def read(ids):
        return [known[each] for each in ids]

    model.set_documents(list(known), TASKS, read)
    words, conditions, sorting = "", DocumentFilter(), None
    holders = {each: frozenset(chance.sample(sorted(known), 25)) for each in ("c1", "c2")}
    for _ in range(60):
        match chance.randrange(6):
            case 0:
                words = chance.choice(["", "59", "حُقوق", "تعزيز doc", "rights 1", "A/RES/60 2"])
                model.set_filter(words)
            case 1:
                conditions = conditions_of(chance)
                model.set_conditions(conditions, holders)
            case 2:
                column = chance.choice(list(Column))
                sorting = (column, chance.random() < 0.5)
                order = Qt.SortOrder.DescendingOrder if sorting[1] else Qt.SortOrder.AscendingOrder
                model.sort(int(column), order)
            case 3:
                sorting = None
                model.sort(-1)
            case 4:
                changed = made_up(int(chance.choice(list(known))[2:]), chance)
                known[changed.id] = changed
                model.change(changed)
                model.arrange()
            case _:
                gone = chance.randrange(60)
                if chance.random() < 0.5 and f"id{gone}" in known:
                    del known[f"id{gone}"]
                else:
                    known[f"id{gone}"] = made_up(gone, chance)
                known = dict(sorted(known.items(), key=lambda each: int(each[0][2:])))
                model.set_documents(list(known), TASKS, read, frozenset({f"id{gone}"}))
        while model.read_some(chance.randrange(1, 30)):
            pass
        shown = [model.document_at(row) for row in range(model.rowCount())]
        assert shown == slowly(known.values(), words, conditions, holders, sorting)
        assert [model.row_of(each) for each in shown] == list(range(len(shown)))


def test_what_asks_for_nothing_is_not_active():
    assert not DocumentFilter().active
    assert DocumentFilter(organs=frozenset({""})).active


def test_states_are_told_by_task():
    states = frozenset({("clause", state) for state in NOT_DONE} | {("descriptors", "done")})
    assert DocumentFilter(states=states).of_task("clause") == set(NOT_DONE)
    assert DocumentFilter(states=states).of_task("reference") == frozenset()


def test_the_year_is_that_of_adoption():
    summary = made_up(1, random.Random(1))
    assert year_of(summary) == (summary.adopted or "")[:4]
