"""Projects of many concepts, for measuring: the UNBIS thesaurus as it is, or as many concepts as wanted of its words.

An invented concept has as many labels, in the languages and of the kinds, as some concept of UNBIS, and each of them as
many words as some label of that language; the same seed gives the same labels. Rows are written without the history,
which would take longer than everything else.
"""

import random
import uuid
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from model.formats.thesaurus_file import read_thesaurus
from model.project import Project
from model.vocabulary.concepts import label_key
from model.vocabulary.thesaurus import ThesaurusConcept

UNBIS = Path(__file__).resolve().parents[3] / "shared" / "thesaurus" / "unbis.ttl"
VOCABULARY = "bench"
_PART = 2  # characters of a "word" of Chinese


def read(path: Path = UNBIS) -> tuple[ThesaurusConcept, ...]:
    """The concepts of UNBIS; refuses (FileNotFoundError) where it is not."""
    if not path.exists():
        raise FileNotFoundError(f"{path}: the thesaurus that the concepts are made of is not there.")
    return read_thesaurus(path).concepts


def invented(known: Sequence[ThesaurusConcept], count: int, seed: int = 7) -> Iterator[ThesaurusConcept]:
    """Concepts of the words of the known ones."""
    chance = random.Random(seed)
    words: dict[str, list[str]] = {}
    lengths: dict[str, list[int]] = {}
    for concept in known:
        for language, _, text in concept.labels:
            found = [text[at : at + _PART] for at in range(0, len(text), _PART)] if language == "zh" else text.split()
            words.setdefault(language, []).extend(found)
            lengths.setdefault(language, []).append(len(found))
    for number in range(count):
        labels = tuple(
            (language, kind, ("" if language == "zh" else " ").join(chance.choices(words[language], k=length)))
            for language, kind, _ in chance.choice(known).labels
            for length in (chance.choice(lengths[language]),)
        )
        yield ThesaurusConcept(f"http://example.org/{number}", labels)


def make(path: Path, concepts: Iterable[ThesaurusConcept]) -> int:
    """A project with these concepts in one vocabulary; gives how many labels they have."""
    rows: list[dict[str, str]] = []
    labels: list[dict[str, str]] = []
    chance = random.Random(1)

    def id_of() -> str:
        return str(uuid.UUID(int=chance.getrandbits(128)))

    for concept in concepts:
        rows.append({"id": id_of(), "vocabulary": VOCABULARY, "uri": concept.uri})
        for language, kind, text in concept.labels:
            label = {"id": id_of(), "concept": rows[-1]["id"], "language": language, "kind": kind, "text": text}
            labels.append({**label, "key": label_key(text)})
    with Project.create(path, "Bench") as project, project.tables.transaction():
        vocabulary = {"id": VOCABULARY, "uri": "http://example.org/", "names": "{}", "version": "", "own": 0}
        project.tables.insert("vocabulary", vocabulary)
        project.tables.insert_all("concept", rows)
        project.tables.insert_all("concept_label", labels)
    return len(labels)
