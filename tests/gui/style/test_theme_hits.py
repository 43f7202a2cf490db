"""Text can be read on hits, also where it is selected, and their lines are seen, in light and in dark."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.style.theme import MARK_CONTRAST, TEXT_CONTRAST, Theme, contrast, over, theme_of
from model.annotation.layers import Scheme, read_scheme
from tests.gui.style.test_theme import COLOURS, GROUNDS, coloured, palette, palette_of


def check_hits(theme: Theme, scheme: Scheme) -> None:
    for ground in (theme.hit, theme.current_hit):
        for seen in (ground, over(theme.selection, ground), over(theme.selection_unfocused, ground)):
            assert contrast(theme.text, seen) >= TEXT_CONTRAST
    clauses = scheme.clauses
    assert clauses is not None
    fills = [
        fill for label in clauses.labels for fill in (theme.of_label(label.id).fill, theme.of_label(label.id).strong)
    ]
    for ground in (theme.ground, theme.hit, theme.current_hit, *fills):
        assert contrast(theme.hit_line, ground) >= MARK_CONTRAST


def test_hits_can_be_read_and_seen_on_every_ground(scheme: Scheme) -> None:
    for name in GROUNDS:
        check_hits(theme_of(palette(name), scheme), scheme)


def test_hits_are_told_from_the_current_one_and_from_the_ground(scheme: Scheme) -> None:
    for name in ("light", "dark", "sepia"):
        theme = theme_of(palette(name), scheme)
        assert len({theme.ground.name(), theme.hit.name(), theme.current_hit.name()}) == 3


@settings(max_examples=30)
@given(st.lists(COLOURS, min_size=3, max_size=3), st.lists(COLOURS, min_size=1, max_size=6))
def test_whatever_colours_there_are(grounds, labels):
    scheme = coloured(read_scheme(), labels)
    check_hits(theme_of(palette_of(*grounds), scheme), scheme)
