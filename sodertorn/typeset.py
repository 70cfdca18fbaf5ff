"""PDFs set by typst: PDF/UA, the same bytes for the same words."""

import json
from functools import lru_cache
from pathlib import Path

import typst

Unset = typst.TypstError
"""What was wrong with the words or the template."""

FONTS = Path(__file__).parent / "fonts"
"""The site's two voices; what is not set in them is set in the fonts that come with typst."""

READ, KEPT = ("ua-1",), ("a-2a", "ua-1")
"""To read: PDF/UA-1. To keep as a record: PDF/A-2a too, in the site's own fonts."""


def typeset(template: bytes, said: dict, *, kept: bool = False) -> bytes:
    """The PDF of what a template says of `said`, which it reads from `sys.inputs.said`. Raises Unset."""
    return made(template, json.dumps(said), KEPT if kept else READ)


@lru_cache(maxsize=64)
def made(template: bytes, said: str, standards: tuple[str, ...]) -> bytes:
    """Anybody may fetch a paper, as often as they like: what was set is kept a while."""
    return typst.compile(
        template,
        format="pdf",
        pdf_standards=list(standards),
        sys_inputs={"said": said},
        ignore_system_fonts=True,
        font_paths=[FONTS] if standards == KEPT else [],
    )
