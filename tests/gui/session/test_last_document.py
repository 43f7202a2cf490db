from gui.session.last_document import LastDocument
from gui.settings import Settings


def test_it_is_written_a_little_later_and_the_last_one_only(qtbot):
    settings = Settings()
    last = LastDocument(settings)
    last.tell("project", "one")
    last.tell("project", "two")
    assert settings.last_document("project") == ""
    qtbot.waitUntil(lambda: settings.last_document("project") == "two")


def test_nothing_told_is_lost_at_the_end_or_when_another_project_is_opened(qtbot):
    settings = Settings()
    last = LastDocument(settings)
    last.tell("project", "one")
    last.tell("other", "first")
    assert settings.last_document("project") == "one"
    last.flush()
    assert settings.last_document("other") == "first"


def test_a_window_that_is_closed_has_kept_where_one_was(desk):
    settings, project = desk.window.settings, desk.project.id
    desk.session.set_document(desk.second)
    desk.window.close()
    assert settings.last_document(project) == desk.second
