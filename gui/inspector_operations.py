"""What the inspector does to a mark beside the acts of ``gui.operations``; written in the same way, called in the same
way."""

from model.annotation import spans
from model.annotation.features import check_feature_value
from model.annotation.values import Span
from model.errors import UserError
from model.project import Project
from model.proposals.judgements import taken
from model.proposals.proposals import Mark


def set_feature(project: Project, span: Mark, name: str, value: str) -> Span:
    """Give a mark one feature, or take it away where the value is empty; its other features stay as they are now."""
    with project.operation("change features") as writing:
        present = project.span(taken(writing, span))
        if present is None:
            raise UserError("That mark is no longer there.")
        features = dict(present.features)
        if value:
            known = project.scheme.label(present.label).features
            feature = next((each for each in known if each.name == name), None)
            if feature is not None:
                check_feature_value(feature, value)
            features[name] = value
        else:
            features.pop(name, None)
        return spans.set_features(writing, present.id, features)
