"""Training of everything that the segmenter has learned, from documents whose clauses are known.

Needs scikit-learn, which the application does not. The same documents give the same weights, to the byte, with one
version of the packages on any x86 processor.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from model.errors import UserError
from model.segmentation import weights
from model.segmentation.calibration import LEAD, Calibration
from model.segmentation.confirmed import runs_of
from model.segmentation.gold import GoldDocument
from model.segmentation.leads import Leads
from model.segmentation.passages import organ_of
from model.segmentation.recitals import Recital, recitals_between
from model.segmentation.structure import structure
from model.segmentation.values import ProposedClause
from model.segmentation.weights import Linear, Weights
from model.training import leads as lead_training
from model.training import marks as mark_training
from model.training import recitals as recital_training
from model.training.calibration import calibrated
from model.training.recitals import PARTS, KnownDocument, Trained, part_of

# Gold has them as paragraphs, and number and words of a heading (``أولا``) as two of these.
_DRAWN_OTHERWISE = ("heading", "annex_title", "paragraph", "table")

Watch = Callable[[str], None]


def train(documents: Iterable[GoldDocument], on_progress: Watch = lambda step: None) -> Weights:
    """Weights of these documents; ``on_progress`` is told, in English, what is being done."""
    known = [each.in_reading_form() for each in sorted(documents, key=lambda document: document.name)]
    _check(known)
    on_progress("marks")
    marks = _marks(known)
    on_progress("leading phrases")
    leads = _leads(known)
    trained = recital_training.train([_known(document) for document in known], on_progress)
    on_progress("calibration")
    calibration = _calibration(known, trained)
    return Weights("", marks, leads, trained.model, calibration)


def _check(documents: Sequence[GoldDocument]) -> None:
    """Refuse documents that leave nothing to learn where some of them are left out."""
    for part in range(PARTS):
        if not any(len(run) > 1 for each in documents if part_of(each.name) != part for run in _known(each).recitals):
            raise UserError("These documents have too few recitals to learn from.")


def write(path: Path, trained: Weights) -> None:
    """Write the weights' file, as ``weights.read`` reads it."""
    weights.write(path, trained)


def _marks(documents: Iterable[GoldDocument]) -> Linear:
    return Linear(*mark_training.train((document.text, document.clauses) for document in documents))


def _leads(documents: Iterable[GoldDocument]) -> Linear:
    return Linear(*lead_training.train((document.text, document.clauses) for document in documents))


def _known(document: GoldDocument) -> KnownDocument:
    recitals = [clause.limits for clause in document.clauses if clause.label == "preambular"]
    paragraphs = [
        clause.limits
        for clause in document.clauses
        if clause.label == "operative" and clause.depth == 0 and not clause.annex
    ]
    organ = organ_of(document.text)
    return KnownDocument(
        document.name, document.text, organ, document.group, runs_of(document.text, recitals), sorted(paragraphs)
    )


def _calibration(documents: Sequence[GoldDocument], trained: Trained) -> Calibration:
    """What raw chances are worth, seen on documents that the models did not know."""
    raw: defaultdict[str, list[float]] = defaultdict(list)
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for part in range(PARTS):
        model = _marks(document for document in documents if part_of(document.name) != part).model()
        for document in documents:
            if part_of(document.name) == part:
                found = structure(document.text, lambda candidate, model=model: model.chance(candidate.features))
                for clause, is_right in _judged_clauses(found.clauses, document):
                    raw[clause.label].append(clause.confidence)
                    right[clause.label].append(is_right)
    for half in range(2):
        leads = Leads(_leads(document for document in documents if part_of(document.name) % 2 != half).model())
        for document in documents:
            if part_of(document.name) % 2 == half:
                for chance, is_right in _judged_leads(leads, document):
                    raw[LEAD].append(chance)
                    right[LEAD].append(is_right)
    for passage, chances, truths in zip(trained.passages, trained.chances, trained.truths, strict=True):
        begins = [passage.places[0][0], *(passage.places[at][0] for at in passage.openings)]
        for recital in recitals_between(begins, [float(chance) for chance in chances]):
            raw["preambular"].append(recital.chance)
            right["preambular"].append(_is_right(recital, begins, truths))
    return calibrated(raw, right)


def _judged_clauses(clauses: Iterable[ProposedClause], document: GoldDocument) -> Iterator[tuple[ProposedClause, bool]]:
    """Which of the proposed clauses are right. Those of ``_DRAWN_OTHERWISE`` are where the gold too has something begin
    and something end.
    """
    gold = {(*clause.limits, clause.label) for clause in document.clauses}
    starts, ends = ({place for place, *_ in gold}, {place for _, place, _ in gold})
    for clause in clauses:
        if clause.label in _DRAWN_OTHERWISE:
            yield clause, clause.start in starts and clause.end in ends
        else:
            yield clause, (*clause.limits, clause.label) in gold


def _judged_leads(leads: Leads, document: GoldDocument) -> Iterator[tuple[float, bool]]:
    """The raw chance of each leading phrase found in clauses that have one, and whether it is right. Clauses without
    say little: in many of them the markup is missing.
    """
    for clause in document.clauses:
        if clause.lead is not None and not clause.annex:
            lead, chance = leads.lead(document.text, *clause.limits, clause.label)
            if lead is not None:
                yield chance, lead == clause.lead


def _is_right(recital: Recital, begins: Sequence[int], truths: Sequence[bool]) -> bool:
    """Whether a recital begins and ends at true limits and none lies within; ``begins`` are the passage's first place
    and its openings.
    """
    true: Mapping[int, bool] = dict(zip(begins, [True, *truths], strict=True))
    inner = [true[begin] for begin in begins if recital.start < begin < recital.end]
    return true[recital.start] and true.get(recital.end, True) and not any(inner)
