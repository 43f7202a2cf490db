"""What is learned and suggested does not depend on how many processors there are."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

PROGRAM = """
import hashlib
from model.suggestion import ranking
from model.suggestion.suggester import Suggester
from tests.model.suggestion.indexed_resolutions import LABELS, document, documents, text_of
ranking.ROUNDS, ranking.OWN_FROM, ranking.SEEDS = 12, 30, (1,)
made = Suggester.learn(LABELS, documents(300))
made.take_in(document(300))
for name, weights in made._reasoner.memory._weights.items():
    print(name, hashlib.sha256(weights.tobytes()).hexdigest())
for number in range(301, 311):
    print([(each.term, each.chance.hex()) for each in made.suggest(text_of(number), document(number).text, 20).terms])
"""


def suggested(threads: int) -> str:
    """What a process of its own suggests in which libraries may take so many threads."""
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
    environment = {**os.environ, **{name: str(threads) for name in names}, "PYTHONHASHSEED": str(threads)}
    made = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=300,
    )
    return made.stdout


def test_the_same_bits_are_suggested_with_one_thread_and_with_several() -> None:
    alone = suggested(1)
    assert alone.count("0x") > 100
    assert suggested(2) == alone
    assert suggested(5) == alone
