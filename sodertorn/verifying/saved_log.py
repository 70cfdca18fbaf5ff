"""An event log that somebody saved earlier, held against the register of today."""

from django.utils.translation import gettext as _

from sodertorn.event_log import sha256
from sodertorn.log_lines import LogLine
from sodertorn.verifying.found import Found
from sodertorn.verifying.log import read_line


def log_file() -> bytes:
    """The whole event log as JSON lines, UTF-8: each line exactly as it was hashed."""
    return "".join(
        f"{text}\n" for text in LogLine.objects.order_by("entry").values_list("text", flat=True)
    ).encode()


def compare(content: bytes) -> Found:
    """Does the register still hold every line of a saved log, in the same words?"""
    saved = content.decode("utf-8", "replace").removesuffix("\n").split("\n")
    found = Found(_("rader i den sparade loggen: %d") % len(saved))
    if not any("before" in read_line(line) for line in saved):
        found.faults.append(_("Den sparade filen är ingen händelselogg."))
        return found
    today = list(LogLine.objects.order_by("entry").values_list("text", flat=True))
    before = ""
    for place, line in enumerate(saved, 1):
        if read_line(line).get("before") != before:
            found.faults.append(
                _("Den sparade loggen är själv bruten: rad %d följer inte på raden före.") % place
            )
            break
        before = sha256(line)
    if len(saved) > len(today):
        found.faults.append(
            _("Registret har %(now)d händelser; den sparade loggen har %(then)d. De sista är borta.")
            % {"now": len(today), "then": len(saved)}
        )
    other = [n for n, (then, now) in enumerate(zip(saved, today, strict=False), 1) if then != now]
    if other:
        found.faults.append(
            _("Från och med händelse %d är registrets logg en annan än den sparade.") % other[0]
        )
    return found
