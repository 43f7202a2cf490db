"""Collects all that people read, brings resources/translations up to date with it, and compiles what the window loads.

Run it after changing a text: `.venv/bin/python script/update_translations.py`. Then translate what it lists as missing
in qarar_ar.ts (a text editor will do, or Qt Linguist), and run it again. With `--check` it writes nothing and ends with
1 where a file is not up to date or a translation is missing.

Texts of the window are found by pyside6-lupdate; the sentences of the refusals, which Qt does not know, by
reading its source. English needs translations of plurals only: qarar_en.ts has nothing else.
"""

import argparse
import ast
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("ar", "en")
KINDS = ("UserError", "StorageError", "DamagedProjectError", "DamagedHistoryError")
FORMS = {"ar": 6, "en": 2}  # plural forms, in Qt's order: zero, one, two, few, many, other; one, other


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text in English: where it is used, with what tells it from its doubles; ``plural``: it counts with ``%n``."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False


Translations = dict[Text, tuple[str, ...]]


def texts() -> list[Text]:
    """Everything that is to be translated, in a fixed order."""
    return sorted({*window_texts(), *choices(), *(Text("UserError", template) for template in refusals())})


def window_texts() -> Iterator[Text]:
    """What pyside6-lupdate finds in gui/."""
    sources = sorted(str(path) for path in (ROOT / "gui").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "found_ar.ts"
        _run("pyside6-lupdate", *sources, "-locations", "none", "-ts", str(target))
        yield from read(target)


def choices() -> Iterator[Text]:
    """Both texts of `translate("Context", "this" if … else "that")`, of which lupdate finds neither."""
    for path in sorted((ROOT / "gui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or len(node.args) < 2 or not isinstance(node.args[1], ast.IfExp):
                continue
            context, choice = node.args[0], node.args[1]
            if (
                isinstance(node.func, ast.Attribute)
                and node.func.attr == "translate"
                and isinstance(context, ast.Constant)
            ):
                for text in (choice.body, choice.orelse):
                    yield Text(str(context.value), str(ast.literal_eval(text)))


def refusals() -> Iterator[str]:
    """The templates of all refusals that the model and the window raise."""
    for path in sorted(path for folder in ("model", "gui") for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
                template = node.args[0]
                if isinstance(template, ast.Constant) and isinstance(template.value, str):
                    yield template.value
                elif not (isinstance(template, ast.Attribute) and template.attr == "template"):  # another's again
                    raise SystemExit(f"{path}:{node.lineno}: the sentence of a refusal must be written out here")


def read(path: Path) -> Translations:
    """The texts of a .ts file with their translations; an unfinished one is empty."""
    found: Translations = {}
    if not path.exists():
        return found
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            text = Text(
                context.findtext("name") or "",
                message.findtext("source") or "",
                message.findtext("comment") or "",
                message.get("numerus") == "yes",
            )
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                found[text] = ()
            elif text.plural:
                found[text] = tuple(form.text or "" for form in translation.iter("numerusform"))
            else:
                found[text] = (translation.text or "",)
    return found


def merged(wanted: Iterable[Text], known: Translations, language: str) -> Translations:
    """The wanted texts of a language, with the translations that are known."""
    return {text: known.get(text, ()) for text in wanted if text.plural or language != "en"}


def missing(translations: Translations, language: str) -> list[Text]:
    """Those without a translation, or without one of its plural forms."""
    return [
        text
        for text, forms in translations.items()
        if len(forms) != (FORMS[language] if text.plural else 1) or not all(forms)
    ]


def as_ts(translations: Translations, language: str) -> str:
    """A .ts file, the same for the same translations."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    incomplete = set(missing(translations, language))
    context = None
    for text, forms in sorted(translations.items()):
        if context is None or context.findtext("name") != text.context:
            context = ET.SubElement(root, "context")
            ET.SubElement(context, "name").text = text.context
        message = ET.SubElement(context, "message", {"numerus": "yes"} if text.plural else {})
        ET.SubElement(message, "source").text = text.source
        if text.comment:
            ET.SubElement(message, "comment").text = text.comment
        translation = ET.SubElement(message, "translation")
        if text in incomplete:
            translation.set("type", "unfinished")
        if text.plural:
            for place in range(FORMS[language]):
                ET.SubElement(translation, "numerusform").text = forms[place] if place < len(forms) else ""
        else:
            translation.text = forms[0] if forms else ""
    ET.indent(root, "    ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{ET.tostring(root, encoding="unicode")}\n'


def compiled(ts: str) -> bytes:
    """The .qm file of a .ts file."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "one.ts", Path(folder) / "one.qm"
        source.write_text(ts, "utf-8")
        _run("pyside6-lrelease", "-silent", str(source), "-qm", str(target))
        return target.read_bytes()


def _run(tool: str, *arguments: str) -> None:
    """A tool of PySide6, as it lies beside the interpreter that runs this."""
    beside = Path(sys.executable).parent
    found = shutil.which(tool, path=str(beside)) or shutil.which(tool)
    if found is None:
        raise SystemExit(f"{tool} is not installed")
    done = subprocess.run([found, *arguments], capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(f"{tool}: {done.stdout}{done.stderr}")


def main() -> int:
    """Update the files, or check them."""
    parser = argparse.ArgumentParser(description="Bring the translations up to date.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where something is to be done")
    check = parser.parse_args().check
    wanted = texts()
    result = 0
    for language in LANGUAGES:
        path = FOLDER / f"qarar_{language}.ts"
        translations = merged(wanted, read(path), language)
        ts = as_ts(translations, language)
        for text in missing(translations, language):
            print(f"{path.name}: missing: {text.context}: {text.source}")
            result = 1
        for target, content in ((path, ts.encode("utf-8")), (path.with_suffix(".qm"), compiled(ts))):
            if target.exists() and target.read_bytes() == content:
                continue
            if check:
                print(f"{target.name}: not up to date")
                result = 1
            else:
                target.write_bytes(content)
    return result


if __name__ == "__main__":
    raise SystemExit(main())
