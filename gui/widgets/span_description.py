"""A mark in a few lines, as they are shown where the mouse rests: label and number, who made it and how, its note."""

from PySide6.QtCore import QCoreApplication

from gui.i18n.error_messages import isolated
from gui.i18n.numbers import percent
from gui.session.session import Session
from gui.widgets.local_times import short_time
from model.annotation.values import Span
from model.errors import UserError

LONGEST_NOTE = 300  # code points


def describe(session: Session, span: Span) -> str:
    """Lines of plain text about a span of the open project, in the session's language."""
    lines = [f"{label_name(session, span)} {span.number or ''}".strip(), _chance(session, span), _made(session, span)]
    if span.note:
        lines.append(span.note if len(span.note) <= LONGEST_NOTE else span.note[:LONGEST_NOTE] + "…")
    return "\n".join(line for line in lines if line)


def spoken_name(session: Session, span: Span) -> str:
    """The name of a span's label as it is read aloud: what is seen by its dashes is said of proposals."""
    name = label_name(session, span)
    if span.status != "suggested":
        return name
    words = QCoreApplication.translate("SpanDescription", "{label}, proposed")
    if session.proposals.is_unsure(span):
        words = QCoreApplication.translate("SpanDescription", "{label}, proposed, unsure")
    return words.format(label=name)


def label_name(session: Session, span: Span) -> str:
    """The name of a span's label in the session's language; its id where the label is gone."""
    project = session.project
    if project is None:
        return span.label
    try:
        return project.scheme.label(span.label).name(session.language)
    except UserError:  # deleted since
        return span.label


def _chance(session: Session, span: Span) -> str:
    """How sure a proposal is."""
    confidence = span.origin.confidence
    if span.status != "suggested" or confidence is None:
        return ""
    translate = QCoreApplication.translate
    words = translate("SpanDescription", "right with a chance of {chance}")
    if session.proposals.is_unsure(span):
        words = translate("SpanDescription", "unsure: right with a chance of {chance}")
    return words.format(chance=isolated(percent(confidence)))


def _made(session: Session, span: Span) -> str:
    """By whom or what, and when; whether it is a proposal."""
    translate = QCoreApplication.translate
    people = {} if session.project is None else {each.id: each.name for each in session.project.annotators()}
    who = people.get(span.annotator, "")
    when = short_time(span.created) if span.created else ""
    if span.origin.kind == "model":
        return _proposed(when, people.get(span.confirmed_by or "", ""))
    template = translate("SpanDescription", "{who}, {when}")
    if span.status == "suggested":
        template = translate("SpanDescription", "proposed by {who}, {when}")
    elif span.origin.kind == "import":
        template = translate("SpanDescription", "imported by {who}, {when}")
    return template.format(who=f"\u2068{who}\u2069", when=when) if who else when


def _proposed(when: str, confirmed_by: str) -> str:
    """That a program made a mark, when, and who confirmed it. With which weights, the inspector says: their names are
    no words.
    """
    translate = QCoreApplication.translate
    words = translate("SpanDescription", "proposed by the program")
    if when and confirmed_by:
        words = translate("SpanDescription", "proposed by the program, {when}, confirmed by {who}")
    elif when:
        words = translate("SpanDescription", "proposed by the program, {when}")
    return words.format(when=when, who=f"\u2068{confirmed_by}\u2069")
