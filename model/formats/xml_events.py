"""Running of an XML parser over the bytes of a file, with its errors as refusals."""

from pathlib import Path
from xml.parsers import expat

from model.errors import UserError

DEEPEST = 200  # elements within each other


def run(parser: expat.XMLParserType, content: bytes, path: Path) -> None:
    """Have a parser's handlers called for all that is in a file. Refuses what is not well-formed, and an encoding that
    nobody knows; ``path`` is only named.
    """
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise UserError(
            "{path}: not well-formed XML (line {line}: {reason}).", path=path, line=error.lineno, reason=reason
        ) from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise UserError("{path}: not XML that can be read ({reason}).", path=path, reason=error) from error
