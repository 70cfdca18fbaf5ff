"""How what is drawn outside of pages looks like them: records as files, pictures where a page is shared."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings

LOOK = (Path(__file__).parent / "look.typ").read_bytes()
"""What such a template begins with; it needs the `marks` among what is said."""
SYMBOL = re.compile(r'<symbol id="mark-(\w+)" viewBox="0 0 12 24">(.*?)</symbol>')


@cache
def marks() -> dict[str, str]:
    """The drawing of each state, the same as on the pages."""
    return dict(SYMBOL.findall((settings.BASE_DIR / "templates" / "components" / "marks.html").read_text()))
