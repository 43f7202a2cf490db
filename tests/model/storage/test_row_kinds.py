from model.storage.row_kinds import called
from model.storage.tables import JOURNALLED


def test_every_kind_of_row_has_a_word_of_its_own() -> None:
    words = [str(called(kind)) for kind in JOURNALLED]
    assert len(set(words)) == len(JOURNALLED)
    assert not any("_" in word for word in words)
