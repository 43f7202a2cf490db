"""The one error that people are meant to read.

A ``Refusal`` says in one sentence that Qarar will not do what was asked, and why: broken input, a file that cannot be
written, a nesting rule. Everything else that is raised is a bug. The sentence is a template in English; the window
translates the template and fills in the values, the command line fills them in as they are.
"""


class Refusal(Exception):
    """One sentence that says what was refused and why.

    ``template`` is an English sentence with ``{name}`` places; ``values`` fills them. ``str()`` gives the sentence.
    """

    def __init__(self, template: str, **values: object) -> None:
        values = {name: _on_one_line(value) for name, value in values.items()}
        super().__init__(template, values)
        self.template = template
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are copied by their positional arguments; the values here have names.
        return _made, (type(self), self.template, self.values)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def _on_one_line(value: object) -> object:
    """What stands in a broken file, or an error of the system, may have lines of its own; a sentence has one."""
    if isinstance(value, str) or (isinstance(value, Exception) and not isinstance(value, Refusal)):
        lines = str(value).splitlines()
        return " ".join(line.strip() for line in lines) if len(lines) > 1 else "".join(lines)
    return value


def _made(kind: type[Refusal], template: str, values: dict[str, object]) -> Refusal:
    return kind(template, **values)


class Fault(Refusal):
    """A refusal that has its reason in the project's file, not in what was asked: the same act may work later."""


class Damage(Refusal):
    """A refusal that has its reason in a project file that is not as Qarar wrote it: it can be recovered."""


class Cancelled(Exception):
    """A person stopped a long piece of work; whatever it had begun is taken back."""
