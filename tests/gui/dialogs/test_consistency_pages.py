from gui.dialogs.consistency_pages import ConsistencyPager
from model.consistency.values import Named, NearDuplicate, Outdated, Renewal, Report, TermUse
from model.vocabulary.concepts import Concept, ConceptLabel


def _concept(name: str, arabic: str = "") -> Concept:
    labels = [ConceptLabel("1", "en", "preferred", name)]
    labels += [ConceptLabel("2", "ar", "preferred", arabic)] if arabic else []
    return Concept(name, "v", "u", tuple(labels))


A, B = Named("a", "A_RES_1"), Named("b", "A_RES_2")
PEACE = TermUse(_concept("PEACE", "السلام"), False, None, (A, B))
OLD = TermUse(_concept("OLD"), False, "deprecated", (A,))
FREE = TermUse(_concept("PEACETRADE"), True, None, (B,))


def _report(**more) -> Report:
    held = {
        "documents": 2,
        "terms": (PEACE, OLD, FREE),
        "none": (),
        "waiting": (),
        "twice": (),
        "doubles": (),
        "outdated": (),
        "renewals": (),
        "alike": 0,
    }
    return Report(**{**held, **more})


def _page(report: Report, title: str, language: str = "en"):
    (page,) = (page for page in ConsistencyPager(report, language).pages() if page.title == title)
    return page


def _plain(text: str) -> str:
    return text.translate({0x2066: None, 0x2068: None, 0x2069: None})


def test_renewals_tell_in_full_what_each_has_alone():
    renewal = Renewal(A, B, False, 0.876, 3, (_concept("ONE"), _concept("TWO")), ())
    report = _report(renewals=(renewal,), alike=4)
    (row,) = _page(report, "Renewals indexed differently").rows
    assert [_plain(cell) for cell in row.cells] == ["A_RES_1", "A_RES_2", "87%", "ONE · TWO", "", "3"]
    assert [(_plain(title), documents) for title, documents in row.groups] == [
        ("Only here: ONE · TWO", ("a",)),
        ("Nothing that the other lacks", ("b",)),
    ]
    assert ConsistencyPager(report, "en").summary().endswith("Renewals: 1 indexed differently, 4 alike.")
    same = Renewal(A, B, True, 0.5, 0, (), ())
    assert _page(_report(renewals=(same,)), "Renewals indexed differently").rows[0].cells[2] == "title"


def test_documents_are_called_by_their_symbols_where_these_are_known():
    known = Named("c", "2022__E_RES_2022_1-2110515A", "E/RES/2022/1")
    renewal = Renewal(A, known, True, 0.9, 3, (), ())
    report = _report(renewals=(renewal,), none=(known,), waiting=(A,))
    assert _page(report, "Renewals indexed differently").rows[0].cells[:2] == (
        "\u2066A_RES_1\u2069",
        "\u2066E/RES/2022/1\u2069",
    )
    assert _page(report, "Done without descriptors").rows[0].cells == ("\u2066E/RES/2022/1\u2069",)
    assert _page(report, "No descriptors yet").rows[0].cells == ("\u2066A_RES_1\u2069",)


def test_what_runs_several_labels_together_is_listed_with_all_of_them_and_cannot_be_merged():
    joined = NearDuplicate("joined", (PEACE, OLD, FREE), ("PEACE", "OLD", "PEACETRADE"))
    (row,) = _page(_report(doubles=(joined,)), "Near-doubles").rows
    assert [_plain(cell) for cell in row.cells] == [
        *("PEACE · السلام · OLD", "2", "PEACETRADE", "1", "several labels run together"),
    ]
    assert row.merge is None
    assert row.every_document == ("a", "b")
    plural = NearDuplicate("number", (PEACE, FREE), ("PEACE", "PEACETRADE"))
    assert _page(_report(doubles=(plural,)), "Near-doubles").rows[0].merge == ("PEACETRADE", "PEACE")
    arabic = NearDuplicate("arabic", (PEACE, OLD), ("PEACE", "OLD"))
    assert _page(_report(doubles=(arabic,)), "Near-doubles").rows[0].merge is None


def test_terms_that_are_given_up_name_what_replaces_them():
    report = _report(outdated=(Outdated(OLD, (_concept("NEW", "جديد"),)),))
    (row,) = _page(report, "Deprecated or gone", "ar").rows
    assert [_plain(cell) for cell in row.cells] == ["OLD", "deprecated", "جديد", "1"]
    remarks = [row.cells[3] for row in _page(report, "Terms by use").rows]
    assert remarks == ["", "deprecated", "free term"]
