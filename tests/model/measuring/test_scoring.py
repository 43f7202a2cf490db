import json
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from model.measuring.scoring import NOTHING, SCORED, Count, Score, score
from model.segmentation.values import ProposedClause
from tests.conftest import shared

GOLD = (
    ProposedClause(0, 10, "adoption"),
    ProposedClause(11, 20, "enacting"),
    ProposedClause(21, 40, "preambular", lead=(21, 25)),
    ProposedClause(41, 60, "preambular", lead=(41, 45)),
    ProposedClause(61, 99, "operative", "1", lead=(65, 70)),
    ProposedClause(75, 99, "subclause", "أ", 1),
    ProposedClause(100, 110, "heading"),
    ProposedClause(111, 130, "operative", "1", annex=True),
)


def _without(*places: int) -> list[ProposedClause]:
    return [clause for place, clause in enumerate(GOLD) if place not in places]


def test_what_is_right_to_the_letter_is_right() -> None:
    found = score(GOLD, GOLD)
    assert found.all == Count(6, 6, 6)
    assert (found.all.f1, found.leads, found.numbers, found.without_error) == (1.0, Count(3, 3, 3), 1.0, 1.0)
    assert found.labels["preambular"] == Count(2, 2, 2)
    assert found.labels["source"] == Count() and Count().f1 == 1.0


def test_start_end_and_label_must_all_be_right() -> None:
    wrong = [replace(GOLD[2], end=39), replace(GOLD[3], start=42), replace(GOLD[1], label="title")]
    found = score(GOLD, [*_without(1, 2, 3), *wrong])
    assert found.labels["preambular"] == Count(2, 2, 0)
    assert found.labels["enacting"] == Count(1, 0, 0) and found.labels["title"] == Count(0, 1, 0)
    assert found.faultless == 0
    assert found.all.f1 == pytest.approx(6 / 12)


def test_annexes_and_headings_count_on_neither_side() -> None:
    inside = [ProposedClause(111, 120, "operative"), ProposedClause(100, 110, "preambular")]
    assert score(GOLD, [*_without(6, 7), *inside]).all == Count(6, 6, 6)
    beside = ProposedClause(131, 140, "operative")
    assert score(GOLD, [*GOLD, beside]).all == Count(6, 7, 6)


def test_a_clause_that_is_right_counts_wherever_it_begins() -> None:
    gold = [ProposedClause(0, 50, "paragraph"), ProposedClause(10, 20, "operative", "2")]
    assert score(gold, [gold[1]]).all == Count(1, 1, 1)
    assert score(gold, [ProposedClause(10, 21, "operative", "2")]).all == Count(1, 0, 0)


def test_numbers_count_in_right_clauses_alone() -> None:
    found = score(GOLD, [*_without(4, 5), replace(GOLD[4], number="2"), replace(GOLD[5], end=98, number="ب")])
    assert (found.numbered, found.numbers_right) == (1, 0)
    assert found.labels["operative"].right == 1


def test_leads_count_where_the_gold_has_one() -> None:
    with_more = [replace(GOLD[1], lead=(11, 14)), replace(GOLD[2], lead=(21, 26)), replace(GOLD[3], lead=None)]
    assert score(GOLD, [*_without(1, 2, 3), *with_more]).leads == Count(3, 2, 1)
    elsewhere = ProposedClause(141, 150, "preambular", lead=(141, 145))
    assert score(GOLD, [*GOLD, elsewhere]).leads == Count(3, 4, 3)


def test_scores_add_up() -> None:
    found = score(GOLD, GOLD) + score(GOLD, _without(0)) + NOTHING
    assert (found.documents, found.faultless, found.all) == (2, 1, Count(12, 11, 11))
    assert NOTHING.all.f1 == 1.0 and NOTHING.numbers == NOTHING.without_error == 0.0


# Beside the scorer that the corpus brings


def _spoiled(gold: Sequence[ProposedClause], seed: int) -> list[ProposedClause]:
    """Clauses with every sort of slip in them."""
    drawn = random.Random(seed)
    found: dict[tuple[int, int], ProposedClause] = {}
    for clause in gold:
        slip = drawn.randrange(14)
        if slip == 0:
            continue
        if slip == 1 and clause.end - clause.start > 2:
            clause = replace(clause, end=clause.end - 1)
        if slip == 2:
            clause = replace(clause, label=drawn.choice(SCORED))
        if slip == 3:
            clause = replace(clause, number=drawn.choice(("1", "أ", None)))
        if slip == 4:
            clause = replace(clause, lead=(clause.start, clause.start + 1) if clause.lead is None else None)
        if slip == 5 and clause.lead is not None:
            clause = replace(clause, lead=(clause.lead[0], clause.lead[1] + 1))
        if slip == 6 and clause.end - clause.start > 6:
            middle = (clause.start + clause.end) // 2
            found[clause.start, middle] = replace(clause, end=middle, lead=None)
            clause = replace(clause, start=middle, lead=None)
        found[clause.limits] = clause
    return list(found.values())


def _write(folder: Path, name: str, clauses: Sequence[ProposedClause]) -> None:
    rows = [
        {
            "start": clause.start,
            "end": clause.end,
            "type": clause.label,
            "number": clause.number,
            "depth": clause.depth,
            "lead": clause.lead,
            "annex": clause.annex,
        }
        for clause in clauses
    ]
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps({"text_sha256": "", "clauses": rows}), "utf-8")


def _printed(total: Score) -> str:
    lines = [f"{'type':<12}{'gold':>8}{'found':>8}{'right':>8}{'F1':>9}"]
    for label, count in total.labels.items():
        lines.append(f"{label:<12}{count.gold:>8}{count.found:>8}{count.right:>8}{count.f1:>9.4f}")
    lines.append(
        f"leads F1 {total.leads.f1:.4f}; numbers right {total.numbers:.4f}; documents without any error "
        f"{total.without_error:.4f}; documents {total.documents}, missing 0"
    )
    return "\n".join([*lines, f"all clauses F1 {total.all.f1:.4f}", ""])


def _scored_by_the_corpus(folder: Path) -> str:
    program = shared("corpus/score_clauses.py")
    command = [sys.executable, str(program), str(folder / "gold"), str(folder / "found")]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_planted_examples_get_what_the_corpus_scorer_gives(tmp_path: Path) -> None:
    total = NOTHING
    for seed in range(60):
        found = _spoiled(GOLD, seed)
        _write(tmp_path / "gold", str(seed), GOLD)
        _write(tmp_path / "found", str(seed), found)
        total += score(GOLD, found)
    assert 0 < total.faultless < 60 and 0 < total.numbers_right < total.numbered
    assert _printed(total) == _scored_by_the_corpus(tmp_path)


def test_real_documents_get_what_the_corpus_scorer_gives(tmp_path: Path) -> None:
    total = NOTHING
    for number, path in enumerate(sorted(shared("corpus/gold").rglob("*.json"))[::31]):
        gold = [
            ProposedClause(
                clause["start"],
                clause["end"],
                clause["type"],
                clause["number"],
                clause["depth"],
                tuple(clause["lead"]) if clause.get("lead") else None,
                clause.get("annex", False),
            )
            for clause in json.loads(path.read_text("utf-8"))["clauses"]
        ]
        found = _spoiled(gold, number)
        _write(tmp_path / "gold", path.stem, gold)
        _write(tmp_path / "found", path.stem, found)
        total += score(gold, found)
    assert total.documents > 30 and total.labels["closing"].gold > 10
    assert _printed(total) == _scored_by_the_corpus(tmp_path)
