from model.effort import edge_keys
from model.effort.edge_keys import shortest

TEXT = "وإذ تشير إلى قرارها، وإذ تلاحظ التقدم، والعمل، 1 - تقرر النظر."


def after(part: str) -> int:
    return TEXT.index(part) + len(part)


def keys(start: int, end: int, moves: dict[str, edge_keys.Move]) -> list[str] | None:
    return shortest(start, lambda at: at == end, moves)


def test_nothing_is_pressed_where_the_limit_is_right() -> None:
    assert keys(5, 5, edge_keys.mark_end(TEXT, 0)) == []


def test_a_mark_ends_by_stops_and_by_words() -> None:
    moves = edge_keys.mark_end(TEXT, 0)
    assert keys(after("قرارها،"), after("التقدم،"), moves) == ["grow"]
    assert keys(after("والعمل،"), after("قرارها،"), moves) == ["shrink", "shrink"]
    assert keys(after("قرارها،"), after("وإذ تلاحظ") - len(" تلاحظ"), moves) == ["end_later"]
    assert keys(after("التقدم،"), after("وإذ تلاحظ"), moves) == ["end_earlier"]
    assert keys(after("قرارها،"), after("إلى"), {"shrink": moves["shrink"]}) == ["shrink"]  # no stop is before it
    assert keys(after("قرارها،"), after("قرارها،") - 2, moves) is None


def test_the_fewest_are_found_though_they_go_too_far_and_back() -> None:
    moves = edge_keys.mark_end(TEXT, 0)
    assert keys(after("قرارها،"), after("1 - تقرر"), moves) == ["grow", "grow", "grow", "end_earlier"]


def test_a_mark_begins_by_words_and_never_behind_its_end() -> None:
    start, end = TEXT.index("وإذ تلاحظ"), after("التقدم،")
    moves = edge_keys.mark_start(TEXT, end)
    assert keys(start, TEXT.index("التقدم"), moves) == ["begin_later", "begin_later"]
    assert keys(start, TEXT.index("قرارها"), moves) == ["begin_earlier"]
    assert keys(start, TEXT.index("والعمل"), moves) is None


def test_a_selection_ends_by_stops_where_there_are_some() -> None:
    moves = edge_keys.selection_end(TEXT, 0)
    assert keys(after("والعمل،"), after("قرارها،"), moves) == ["shorten", "shorten"]
    assert keys(after("قرارها،"), after("إلى"), moves) == ["shorten"]
    assert keys(after("قرارها،"), after("التقدم،"), moves) == ["lengthen"]
    start = TEXT.index("النظر")
    assert keys(len(TEXT), start, edge_keys.selection_end(TEXT, start)) is None


def test_a_leading_phrase_ends_by_words() -> None:
    moves = edge_keys.phrase_end(TEXT, 0)
    assert keys(after("تشير"), after("قرارها"), moves) == ["lengthen", "lengthen"]
    assert keys(after("قرارها"), after("وإذ"), moves) == ["shorten"] * 3


def test_more_than_so_many_are_not_tried() -> None:
    moves = edge_keys.selection_start(TEXT, len(TEXT))
    assert shortest(0, lambda at: at == TEXT.index("تشير"), moves, 1) == ["start_forward"]
    assert shortest(0, lambda at: at == TEXT.index("إلى"), moves, 1) is None
