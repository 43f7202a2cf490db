"""What is looked at to tell whether a recital begins at an opening: words on both sides, verbs, chains, lengths.

Two kinds: words, which are hashed and weighed by linear models, in three *views* (what follows, what precedes, how the
openings stand to each other), each of which also counts by itself; and measures, numbers for the decision trees. What
each was worth is in the decision record on the segmenter.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from model.segmentation.passages import ORGANS, Passage, stem, verb_of

REACH = 13  # words on either side
_CHAIN = frozenset(("ايضا", "كذلك", "مجددا", "جديد", "اخري"))
_POINTING = frozenset(("هذا", "هذه", "ذلك", "تلك", "الصدد", "السياق", "المذكور", "المذكوره", "الانف", "اعلاه"))
_CITED, _YEAR = "#/#", "####"


@dataclass(frozen=True, slots=True)
class OpeningFeatures:
    """The features of one opening: three views, what only all of them together have, and the measures."""

    after: tuple[str, ...]
    before: tuple[str, ...]
    order: tuple[str, ...]
    besides: tuple[str, ...]
    measures: tuple[float, ...]


def features_of(passage: Passage) -> list[OpeningFeatures]:
    """The features of each opening of a passage, in order."""
    words = passage.words
    limits = (0, *passage.openings, len(words))
    stems = [stem(word) for word in words]
    read = _Read(
        passage.organ,
        words,
        stems,
        limits,
        [verb_of(words, at) for at in limits[:-1]] if words else [],
        [next((word for word in words[at + 1 : at + 6] if word in _CHAIN), "-") for at in limits[:-1]],
    )
    return [_features(read, place) for place in range(len(passage.openings))]


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage with what is read off it once: ``verbs`` and ``chains`` (أيضا and the like) of its start and of each
    opening.
    """

    organ: str
    words: Sequence[str]
    stems: Sequence[str]
    limits: Sequence[int]
    verbs: Sequence[str]
    chains: Sequence[str]


def _features(read: _Read, place: int) -> OpeningFeatures:
    words, stems, limits, organ = read.words, read.stems, read.limits, read.organ
    first, at, last = limits[place : place + 3]
    count = len(limits) - 2
    after = [*words[at : at + REACH], *("$" for _ in range(REACH))]
    before = [*reversed(words[max(0, at - REACH) : at]), *("^" for _ in range(REACH))]
    verb, previous = read.verbs[place + 1], read.verbs[place]
    following = read.verbs[place + 2] if place + 2 < len(read.verbs) else "$"
    earlier = read.verbs[place - 1] if place else "^"
    own, chained = read.chains[place + 1], read.chains[place] != "-"
    later = place + 2 < len(read.chains) and read.chains[place + 2] != "-"
    segment, rest = words[first:at], words[at:last]
    common = {word for word in segment if len(word) > 4}
    other = {word for word in rest if len(word) > 4}
    overlap = len(common & other) / max(1, min(len(common), len(other)))
    pointing = [word for word in after[1:9] if word in _POINTING]
    possessive = sum(1 for word in after[2:12] if len(word) > 4 and word.endswith(("ها", "هم")))
    same = verb == previous
    length, length_after = _size(at - first), _size(last - at)
    commas, commas_before = rest.count("،"), segment.count("،")
    cited_before = segment.count(_CITED) + segment.count(_YEAR)
    cited = rest.count(_CITED) + rest.count(_YEAR)

    follows = [f"o={organ}", f"v={verb}", f"ov={organ}{verb}", *(f"a{n}={after[n]}" for n in range(7))]
    follows += [f"a0-{n}={' '.join(after[1:n])}" for n in (3, 4, 5, 6, 8)]
    follows += [f"A:{word}" for word in set(after[1:13])]
    follows.append("an=" + "_".join(pointing[:3]))
    precedes = [f"o={organ}", f"pv={previous}", *(f"b{n}={before[n]}" for n in range(6))]
    precedes += [f"b1-{n}={' '.join(before[1:n])}" for n in (3, 4, 5, 6)]
    precedes += [f"B:{word}" for word in set(before[1:13])]
    precedes += [f"ba={before[1]}|{after[1]}", f"ba2={before[1]}|{after[1]}{after[2]}"]
    precedes.append(f"b2a={before[2]}{before[1]}|{after[1]}")
    order = [f"vpv={verb}|{previous}", f"nv={following}", f"vnv={verb}|{following}", f"pvn={previous}{verb}{following}"]
    order += [f"v={verb}", f"ov={organ}{verb}", f"pv={previous}", f"o={organ}", f"a0={after[0]}", f"a1={after[1]}"]
    order += [
        f"ppv={earlier}{verb}",
        f"same={same}{own != '-'}",
        f"ch={chained}{own != '-'}{later}",
        f"cw={own}|{verb}",
    ]
    order += [f"cwpv={own}|{verb}|{previous}", f"samech={same}|{own}|{chained}", f"b1={before[1]}"]
    order += [f"d0={length}", f"d1={length_after}", f"d01={length}|{length_after}"]
    order += [f"vd1={verb}{length_after}", f"vd0={verb}{length}", f"pvd0={previous}{length}"]
    order += [f"k={min(place, 12)}", f"rk={min(count - 1 - place, 8)}", f"ok={organ}{min(place, 3)}"]
    order += [f"cit0={cited_before > 0}", f"cit1={_CITED in rest}", f"comm1={commas}", f"comm0={commas_before}"]
    order += [f"an={'_'.join(pointing[:3])}", f"pro={min(possessive, 3)}", f"ovl={int(overlap * 8)}"]
    besides = [
        *(f"SA:{part}" for part in set(stems[at + 1 : at + 20])),
        *(f"SB:{part}" for part in set(stems[max(0, at - 20) : at])),
        *(f"S0:{part}" for part in set(stems[first + 1 : at])),
        *(f"S1:{part}" for part in set(stems[at + 1 : last])),
        *(f"sa{n}={stems[at + n]}" for n in range(1, 6) if at + n < len(stems)),
        *(f"sb{n}={stems[at - n]}" for n in range(2, 6) if at - n >= 0),
        *(f"vS:{verb}{part}" for part in set(stems[at + 2 : at + 8])),
        *(f"sh:{part}" for part in set(stems[first:at]) & set(stems[at:last]) if len(part) > 3),
        f"vvS={verb}{previous}|{stems[min(at + 2, len(stems) - 1)]}",
        # Once more for this organ alone: what holds for all is learned from all, and a Council's own habits beside it.
        *(f"{organ}|{word}" for word in (*follows, *precedes, *order)),
    ]
    earlier_limit = limits[place - 1] if place else first
    later_limit = limits[place + 3] if place + 3 < len(limits) else limits[-1]
    measures = (
        *(at - first, last - at, place, count, place / max(1, count), same, chained, own != "-", later, overlap),
        *(possessive, len(pointing), commas, commas_before, cited_before, cited, len(words), len(words) / (count + 1)),
        *(at, len(words) - at, ORGANS.index(organ) if organ in ORGANS else -1, before[1] == ")"),
        *(segment.count("ان"), rest.count("ان"), first - earlier_limit, later_limit - last),
    )
    return OpeningFeatures(tuple(follows), tuple(precedes), tuple(order), tuple(besides), tuple(map(float, measures)))


def _size(words: int) -> int:
    """A length in words on a scale on which twice as much is two steps more."""
    return int(math.log2(words + 1) * 2)
