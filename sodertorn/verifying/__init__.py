"""Is everything as it was recorded? Recomputes the event log, the files and the rule, and names what differs.

What none of this can find is told in docs/verify.md.
"""

from collections.abc import Iterator

from sodertorn.verifying.database import columns, standing_guards
from sodertorn.verifying.edits import edits
from sodertorn.verifying.files import files
from sodertorn.verifying.found import Found
from sodertorn.verifying.log import Log, chain, entries, places
from sodertorn.verifying.rule import announcements, every_prefix, fingerprints


def checks() -> Iterator[Found]:
    """Every check, in order; to be asked in one moment, so that all see the same register."""
    yield standing_guards()
    yield columns()
    log = Log()
    for check in (chain, entries, places, edits):
        yield check(log)
    yield fingerprints()
    yield every_prefix()
    yield announcements()
    yield files()
