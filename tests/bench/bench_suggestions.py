"""How long descriptors take to be learned and suggested.

python -m tests.bench.bench_suggestions FOLDER… THESAURUS [--rounds N]

Each ``FOLDER`` has resolutions with terms in their headers. To measure on one core: ``OMP_NUM_THREADS=1 taskset -c 0``.
Each figure is by the clock, and of the processor in brackets: the first counts, the second depends less on what else
the machine does. Nothing is judged.
"""

import argparse
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from model.formats import indexed_files, thesaurus_file
from model.suggestion import ranking
from model.suggestion.memory import KnownDocument
from model.suggestion.reading import read_text
from model.suggestion.suggester import Suggester
from model.suggestion.terms import Terms
from tests.bench.figures import percentile

Given = TypeVar("Given")
ASKED = 100  # documents that are asked about
LONG = 188_000  # characters of one more
TAKEN_IN = 10


@contextmanager
def told(what: str) -> Iterator[None]:
    """Print how long a block takes."""
    clock, processor = time.perf_counter(), time.process_time()
    yield
    print(f"{what:44} {time.perf_counter() - clock:8.3f} s ({time.process_time() - processor:.3f})", flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", metavar="folder", type=Path, nargs="+")
    parser.add_argument("thesaurus", type=Path)
    parser.add_argument("--rounds", type=int, default=ranking.ROUNDS, help="rounds of trees (default %(default)s)")
    given = parser.parse_args(arguments)
    ranking.ROUNDS = given.rounds
    with told("in all, from files to ready"):
        with told("read the thesaurus"):
            terms = Terms(thesaurus_file.read_thesaurus(given.thesaurus))
        with told("read the resolutions"):
            files = indexed_files.read_corpora(given.folders)
            known = [KnownDocument(file.text_sha256, read_text(file.text), terms.keys(file.terms)) for file in files]
        last = len(known) - min(TAKEN_IN, len(known) // 2)
        with told(f"learn from {last:,} documents"):
            suggester = Suggester.learn(terms.labels(), known[:last])
    print(f"{'memory at most':44} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:8.2f} GiB", flush=True)
    _taken_in(suggester, known[last:])
    _asked(suggester, [file.text for file in files])
    return 0


def _taken_in(suggester: Suggester, documents: Sequence[KnownDocument]) -> None:
    """One after the other: new ones, then the same with fewer terms."""
    fewer = [KnownDocument(each.name, each.text, frozenset(sorted(each.terms)[1:])) for each in documents]
    for what, given in (("take one more document in", documents), ("take other terms of one in", fewer)):
        _each(what, given, suggester.take_in)


def _asked(suggester: Suggester, texts: Sequence[str]) -> None:
    """A text that is not known, from reading it to the suggestions; then one that is very long."""

    def ask(text: str) -> None:
        suggester.suggest(text, read_text(text), 20)

    _each("suggest for a text", texts[:: max(1, len(texts) // ASKED)], ask)
    long = " ".join(texts)
    long = (long * (LONG // len(long) + 1))[:LONG]
    with told(f"suggest for one of {LONG:,} characters"):
        ask(long)


def _each(what: str, given: Sequence[Given], act: Callable[[Given], None]) -> None:
    """Print how long an act takes for each of what is given."""
    clock: list[float] = []
    processor: list[float] = []
    for each in given:
        begun, own = time.perf_counter(), time.process_time()
        act(each)
        clock.append((time.perf_counter() - begun) * 1000)
        processor.append((time.process_time() - own) * 1000)
    mean = f"{sum(clock) / len(given):8.1f} ms ({sum(processor) / len(given):.1f})"
    most = f"{percentile(clock, 0.95):.1f} ms ({percentile(processor, 0.95):.1f})"
    print(f"{what:44} {mean}; 95 in 100 within {most}; {len(given)} times", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
