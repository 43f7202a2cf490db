"""Tool tips of what people typed or imported: always shown as they are, never read as markup."""

import html


def plain_tool_tip(*lines: str) -> str:
    """A tool tip with one paragraph a line, wrapped by Qt; empty lines are left out, and no lines give no tip."""
    shown = [f'<p dir="auto" style="margin:0">{html.escape(line)}</p>' for line in lines if line]
    return f"<qt>{''.join(shown)}</qt>" if shown else ""
