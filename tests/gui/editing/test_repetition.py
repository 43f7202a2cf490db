from gui.editing.repetition import Repetition


def test_what_was_done_last_is_done_again():
    repetition = Repetition()
    done = []
    first = repetition.remembering(lambda: done.append("first"))
    second = repetition.remembering(lambda: done.append("second"))
    assert not repetition.repeat()
    first()
    second()
    assert repetition.repeat()
    first()
    repetition.repeat()
    assert done == ["first", "second", "second", "first", "first"]


def test_what_is_forgotten_is_not_repeated():
    repetition = Repetition()
    done = []
    repetition.remembering(lambda: done.append(1))()
    repetition.forget()
    assert not repetition.repeat()
    assert done == [1]
