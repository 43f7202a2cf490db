"""What weights are made of is the same to the bit on a processor that has no wide registers, and on this one.

The weights that ship can be made again from the corpus, by anybody; a last bit that differs in a measure would become
another tree. On a processor that is narrow itself, or no x86, both processes count alike and this says nothing.
"""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

# No wide registers, and no product and sum in one step: for BLAS, for numpy, and for what C itself offers.
NARROW = {
    "OPENBLAS_CORETYPE": "Nehalem",
    "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX512_SPR",
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-AVX2_Usable,-FMA_Usable",
}
PRELUDE = """
import hashlib
import numpy as np
def say(*arrays):
    print(hashlib.sha256(b"".join(np.ascontiguousarray(each).tobytes() for each in arrays)).hexdigest())
chance = np.random.default_rng(7)
"""
LINEAR = """
from model.training.linear import train_linear
rows = [[f"{number:x}" for number in chance.integers(0, 3000, 40)] for _ in range(9000)]
weights, bias = train_linear(rows, (chance.random(9000) < 0.5).tolist(), buckets=4096, strength=5.0)
say(weights, np.asarray(bias))
"""
MEASURES = """
from model.segmentation.stable_math import logistic, rarities
from model.segmentation.memory import Neighbours
from model.segmentation.recital_inputs import _said
say(logistic(chance.normal(0, 4, 20_000)))
say(rarities(np.arange(5000), 3000))
near = [Neighbours(chance.random(30), chance.integers(0, 2, 30).astype(float)) for _ in range(2000)]
say(np.asarray([_said(each, ((5, 4), (30, 8)), tops=3) for each in near]))
"""
NEAREST = """
from model.segmentation.memory import Memory, Remembered
memory = Memory(Remembered(np.zeros((20_000, 2, 14), np.uint32), chance.integers(0, 2, 20_000).astype(np.uint8)))
found = [memory.nearest(np.round(chance.random(20_000), 3), 30) for _ in range(200)]
say(*(each.likeness for each in found), *(each.truths for each in found))
"""


def digests(script: str, processor: dict[str, str]) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PRELUDE + script],
        cwd=ROOT,
        env={**os.environ, **processor, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize("script", [LINEAR, MEASURES, NEAREST], ids=["linear model", "measures", "nearest"])
def test_the_same_bits_on_another_processor(script: str) -> None:
    pytest.importorskip("sklearn")
    here = digests(script, {})
    assert here and digests(script, NARROW) == here
