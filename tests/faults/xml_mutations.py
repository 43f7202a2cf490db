"""Changes to XML that keep it well-formed more often than not, and to packages of Word files."""

import io
import re
import warnings
import zipfile
from random import Random

from tests.faults.mutations import changed_bytes, word

_TOKENS = re.compile(r"<!--.*?-->|<\?.*?\?>|<[^<>]*>|[^<]+", re.DOTALL)
_NAME = re.compile(r"</?([^\s/>]+)")
_ATTRIBUTE = re.compile(r'([^\s=<>/]+)="([^"]*)"')
_ENTITIES = ("&amp;", "&#0;", "&#1;", "&#x10ffff;", "&#xd800;", "&#65533;", "&own;", "&nbsp;", "&", "&lt;b&gt;", "]]>")
_INSERTED = (
    *(
        "<!-- -->",
        "<!---->",
        "<?x y?>",
        "<![CDATA[<b>]]>",
        "<x/>",
        "<x:y/>",
        "<a:b xmlns:a='urn:a'/>",
        "<x",
        "</x>",
        "<>",
    ),
    *("<!DOCTYPE x>", '<?xml version="1.0"?>', "<b a='1' a='2'/>", "\x00", "<é/>", "<b xmlns=''/>", "<b xml:lang=''/>"),
)
_DOCTYPES = (
    '<!DOCTYPE x [<!ENTITY own "x">]>',
    '<!DOCTYPE x [<!ENTITY a "xxxxxxxxxx"><!ENTITY own "&a;&a;">]>',
    '<!DOCTYPE x SYSTEM "file:///etc/hostname">',
    '<!DOCTYPE x [<!ENTITY own SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE x [<!ATTLIST p a CDATA "x">]>',
    "<!DOCTYPE x [<!ENTITY % p \"<!ENTITY own 'x'>\">%p;]>",
)
_ENCODINGS = (
    "utf-16",
    "utf-8-sig",
    "utf-16-be",
    "windows-1256",
    "iso-8859-6",
    "utf-32",
    "utf-7",
    "idna",
    "rot13",
    "hex",
)


def changed_xml(text: str, chance: Random) -> bytes:
    """Elements gone, twice, moved, renamed, wrapped (also deeply); attributes and texts replaced, also by each other;
    entities, comments, DTDs, other encodings.
    """
    tokens = _TOKENS.findall(text)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        _change(tokens, chance)
    found = "".join(tokens)
    if chance.random() < 0.03:
        return _encoded(found, chance)
    return found.encode("utf-8", "replace")


def _change(tokens: list[str], chance: Random) -> None:
    if not tokens:
        return
    at = chance.randrange(len(tokens))
    token = tokens[at]
    act = chance.randrange(11)
    if act == 0:
        tokens.insert(at, chance.choice((*_INSERTED, *_ENTITIES)))
    elif act == 1 and chance.random() < 0.3:
        tokens.insert(1 if tokens[0].startswith("<?") else 0, chance.choice(_DOCTYPES))
        tokens.insert(at, "&own;")
    elif not _is_open(token):
        if token.startswith("<") and chance.random() < 0.3:
            del tokens[at]
        else:
            _change_text(tokens, at, chance)
    elif act <= 3:
        _change_attribute(tokens, at, chance)
    else:
        _change_element(tokens, at, chance)


def _change_text(tokens: list[str], at: int, chance: Random) -> None:
    if tokens[at].startswith("<"):
        tokens.insert(at, _escaped(word(chance)))
    elif chance.random() < 0.3:
        texts = [each for each in tokens if not each.startswith("<")]
        tokens[at] = chance.choice(texts)
    else:
        place = chance.randrange(len(tokens[at]) + 1)
        tokens[at] = tokens[at][:place] + chance.choice((_escaped(word(chance)), *_ENTITIES)) + tokens[at][place:]


def _change_attribute(tokens: list[str], at: int, chance: Random) -> None:
    """Another value, from anywhere in the file or a word; another name; one more; one gone."""
    found = [each for token in tokens if token.startswith("<") for each in _ATTRIBUTE.findall(token)]
    own = list(_ATTRIBUTE.finditer(tokens[at]))
    name, value = chance.choice(found) if found else ("a", "")
    if chance.random() < 0.4:
        value = chance.choice((_escaped(word(chance)).replace('"', "&quot;"), "-1", "999999", "0", "on", "&own;"))
    if not own or chance.random() < 0.2:
        end = -2 if tokens[at].endswith("/>") else -1
        tokens[at] = f'{tokens[at][:end]} {name}="{value}"{tokens[at][end:]}'
        return
    chosen = chance.choice(own)
    put = "" if chance.random() < 0.15 else f'{chosen[1] if chance.random() < 0.8 else name}="{value}"'
    tokens[at] = tokens[at][: chosen.start()] + put + tokens[at][chosen.end() :]


def _change_element(tokens: list[str], at: int, chance: Random) -> None:
    """The element that begins there gone, twice, elsewhere, renamed, unwrapped, wrapped."""
    end = _end(tokens, at)
    element = tokens[at : end + 1]
    act = chance.randrange(7)
    if act == 0:
        del tokens[at : end + 1]
    elif act == 1:
        tokens[at:at] = element * chance.choice((1, 1, 2, 20))
    elif act == 2:
        del tokens[at : end + 1]
        place = chance.randrange(len(tokens) + 1)
        tokens[place:place] = element
    elif act == 3:
        name, other = _name(tokens[at]), _name(chance.choice([each for each in tokens if _is_open(each)]))
        tokens[at] = tokens[at].replace(f"<{name}", f"<{other}", 1)
        if end > at:
            tokens[end] = f"</{other}>"
    elif act == 4 and end > at:
        del tokens[end], tokens[at]
    elif act == 5 and end > at:
        begin, finish = tokens[at], tokens[end]
        times = chance.choice((1, 2, 30, 150, 190, 260, 3000))
        tokens[at:at] = [begin] * times
        tokens[end + times + 1 : end + times + 1] = [finish] * times
    else:
        other = chance.randrange(len(tokens))
        if _is_open(tokens[other]):
            tokens[at:at] = tokens[other : _end(tokens, other) + 1]


def _is_open(token: str) -> bool:
    return token.startswith("<") and not token.startswith(("</", "<!", "<?"))


def _name(token: str) -> str:
    found = _NAME.match(token)
    return found[1] if found else "x"


def _end(tokens: list[str], at: int) -> int:
    """Where the element ends that begins there; the last token where it does not."""
    depth = 0
    for place in range(at, len(tokens)):
        token = tokens[place]
        if token.startswith("</"):
            depth -= 1
        elif _is_open(token) and not token.endswith("/>"):
            depth += 1
        if depth <= 0:
            return place
    return len(tokens) - 1


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _encoded(text: str, chance: Random) -> bytes:
    """In another encoding, said or not; or said only."""
    encoding = chance.choice(_ENCODINGS)
    said = re.sub(r"^<\?xml[^>]*\?>", "", text)
    said = f'<?xml version="1.0" encoding="{encoding}"?>{said}' if chance.random() < 0.8 else said
    try:
        return said.encode(encoding, "replace") if chance.random() < 0.7 else said.encode("utf-8", "replace")
    except (LookupError, UnicodeError):
        return said.encode("utf-8", "replace")


def changed_package(parts: dict[str, bytes], chance: Random) -> bytes:
    """A Word file of these parts, one or a few of them changed as XML, or the package's own structure."""
    found = dict(parts)
    names = list(found)
    if chance.random() < 0.85:
        # The text itself is what is read most of.
        name = names[-1] if chance.random() < 0.5 else chance.choice(names)
        found[name] = changed_xml(found[name].decode(), chance)
    twice: list[str] = []
    if chance.random() < 0.25:
        name = chance.choice(names)
        act = chance.randrange(5)
        if act == 0:
            del found[name]
        elif act == 1:
            found[chance.choice((name.upper(), "../" + name, "/" + name, name + "/", "", "a\\b", "x" * 300))] = (
                found.pop(name)
            )
        elif act == 2:
            found[name] = changed_bytes(found[name], chance)
        elif act == 3:
            found[name] = found[chance.choice(names)]
        else:
            twice.append(name)
    content = package(found, tuple(twice), zipfile.ZIP_DEFLATED if chance.random() < 0.1 else zipfile.ZIP_STORED)
    if chance.random() < 0.2:
        return _changed_structure(content, chance)
    return content


def package(parts: dict[str, bytes], twice: tuple[str, ...] = (), method: int = zipfile.ZIP_STORED) -> bytes:
    """A zip file of these parts, some of them a second time."""
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", method) as file:
        warnings.simplefilter("ignore")  # of a name that is there twice
        for name, part in [*parts.items(), *((name, parts.get(name, b"")) for name in twice)]:
            file.writestr(zipfile.ZipInfo(name), part, method)
    return target.getvalue()


def _changed_structure(content: bytes, chance: Random) -> bytes:
    """Fields of the package's headers changed: sizes, offsets, methods, flags, counts; or what is before and behind."""
    found = bytearray(content)
    signature = chance.choice((b"PK\x01\x02", b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"))
    places = [each.start() for each in re.finditer(re.escape(signature), content)]
    act = chance.randrange(4)
    if places and act <= 1:
        at = chance.choice(places) + chance.randrange(4, 46 if signature == b"PK\x01\x02" else 22)
        size = chance.choice((1, 2, 4))
        found[at : at + size] = chance.choice((b"\0", b"\xff", bytes([chance.randrange(256)]), b"\x01")) * size
    elif act == 2:
        found[:0] = chance.choice((b"x", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))
        found += chance.choice((b"", b"x" * 70_000, b"PK\x05\x06"))
    else:
        return changed_bytes(content, chance)
    return bytes(found)
