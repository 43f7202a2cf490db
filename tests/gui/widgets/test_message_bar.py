def test_a_message_lies_over_the_text_without_moving_it(desk, qtbot):
    size = desk.window.view.size()
    desk.session.message.emit("<b>One</b> sentence. " * 20)
    bar = desk.window.messages
    assert bar.isVisible()
    assert bar.label.text().startswith("<b>One</b>")
    assert desk.window.view.size() == size
    assert desk.window.middle.rect().contains(bar.geometry())
    desk.window.resize(desk.window.width() + 60, desk.window.height() - 40)
    assert desk.window.middle.rect().contains(bar.geometry())
    desk.session.message.emit("")
    assert not bar.isVisible()


def test_it_can_be_closed(desk):
    desk.session.message.emit("One sentence.")
    desk.window.messages._close.click()
    assert not desk.window.messages.isVisible()


def test_it_goes_with_the_next_selection_and_keeps_clear_of_the_caret(desk):
    desk.session.message.emit("One sentence.")
    bar = desk.window.messages
    assert bar.y() > desk.window.middle.height() // 2
    desk.window.view.set_selection(3, 3)
    assert not bar.isVisible()
    bar._eye = lambda: desk.window.middle.height() - 10
    desk.session.message.emit("One sentence.")
    assert bar.y() < desk.window.middle.height() // 2
