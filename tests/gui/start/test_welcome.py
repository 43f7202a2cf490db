"""What stands in the place of the text while there is none."""

from model.project import Project


def test_the_button_of_an_empty_project_asks_what_to_import(desk, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(desk.window.files, "ask_import", lambda sources=(): asked.append(tuple(sources)))
    Project.create(tmp_path / "empty.qarar", "Sara").close()
    desk.window.files.open(tmp_path / "empty.qarar")
    desk.window.welcome.bring.click()
    assert asked == [()]
