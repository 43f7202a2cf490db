"""The order in which documents are told."""

from model.recovery.report import RecoveredDocument, worst_first


def test_what_is_lost_comes_first_then_what_is_partial_each_by_name() -> None:
    found = [
        RecoveredDocument("1", "b", "whole"),
        RecoveredDocument("2", "a", "whole"),
        RecoveredDocument("3", "z", "partial"),
        RecoveredDocument("4", None, "lost"),
        RecoveredDocument("5", "y", "lost"),
    ]
    assert [each.id for each in worst_first(found)] == ["4", "5", "3", "2", "1"]
