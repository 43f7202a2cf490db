"""Training of the calibration, from raw chances of what was right and of what was not. Needs scikit-learn."""

from collections.abc import Mapping, Sequence
from typing import Any

from model.segmentation.calibration import LEAST, MOST, Calibration, Knots


def calibrated(raw: Mapping[str, Sequence[float]], right: Mapping[str, Sequence[bool]]) -> Calibration:
    """The calibration of clauses with these raw chances, by label, of which these were right.

    Two imagined clauses, one right and one wrong, keep a few lucky ones from being called certain.
    """
    isotonic: Any = __import__("sklearn.isotonic", fromlist=["IsotonicRegression"])
    knots: dict[str, Knots] = {}
    for label, chances in sorted(raw.items()):
        truths = [float(each) for each in right[label]]
        model = isotonic.IsotonicRegression(y_min=LEAST, y_max=MOST)
        model.fit([*chances, max(chances), min(chances)], [*truths, 0.0, 1.0])
        knots[label] = Knots(
            tuple(round(float(each), 6) for each in model.X_thresholds_),
            tuple(round(float(each), 6) for each in model.y_thresholds_),
        )
    return Calibration(knots)
