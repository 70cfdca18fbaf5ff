"""PDFs set by typst: PDF/UA, in the fonts that come with it, the same bytes for the same words."""

import json
from functools import lru_cache

import typst

Unset = typst.TypstError
"""What was wrong with the words or the template."""


def typeset(template: bytes, said: dict) -> bytes:
    """The PDF of what a template says of `said`, which it reads from `sys.inputs.said`. Raises Unset."""
    return made(template, json.dumps(said))


@lru_cache(maxsize=64)
def made(template: bytes, said: str) -> bytes:
    """Anybody may fetch a paper, as often as they like: what was set is kept a while."""
    return typst.compile(
        template, format="pdf", pdf_standards=["ua-1"], sys_inputs={"said": said}, ignore_system_fonts=True
    )
