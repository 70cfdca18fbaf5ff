"""Is what people edit as its edit history says, and that history as the event log says?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from sodertorn.edits import EDITS, path_of
from sodertorn.event_log import EDITED, commitment, edit_content
from sodertorn.free_text import MASKED
from sodertorn.masking import Masking
from sodertorn.verifying.found import Found
from sodertorn.verifying.log import Log


def edits(log: Log) -> Found:
    """Does the edit history of what isn't an entry say what the log committed to, and the rows what it says last?"""
    logged: dict[str, str] = {}
    salts: dict[str, str] = {}
    again = []
    for number, said in log.said.items():
        committed = said.get("edits", {})
        again += [(number, path) for path in committed.keys() & logged.keys() if not masks(log, number, path)]
        logged |= committed
        kept = log.salts.get(number, {})
        salts |= {path: kept.get(path, "") for path in committed}
    cursor = log.said[log.lines[-1].pk].get("edited", {}) if log.lines else {}
    found = Found(_("ändringar av kommuner, mandatperioder och källor: %d") % len(logged))
    told = _("Händelse %(number)d anger ändringen %(path)s på nytt utan att ord i den maskades.")
    found.faults += [told % {"number": number, "path": path.removeprefix(EDITS)} for number, path in again]
    for name, model in EDITED.items():
        for version in model.history.order_by("history_id"):
            path = path_of(version)
            committed = logged.pop(path, None)
            if committed is None and version.pk > cursor.get(name, 0):
                continue  # made since the last entry; the next one commits to it
            if committed != commitment(salts.get(path, ""), edit_content(version)):
                found.faults.append(
                    _("Ändringen %s är inte den som händelseloggen har.") % path.removeprefix(EDITS)
                )
        found.faults += rows_unlike_their_history(model)
    found.faults += [
        _("Ändringen %s finns inte längre.") % path.removeprefix(EDITS) for path in sorted(logged)
    ]
    return found


def masks(log: Log, number: int, path: str) -> bool:
    """Whether an entry masked words of an edit, so that its line commits to what is left of it."""
    fact = log.facts.get(number)
    return isinstance(fact, Masking) and fact.field.startswith(f"{path}.")


def rows_unlike_their_history(model) -> Iterator[str]:
    newest = {v.instance.pk: v for v in model.history.order_by("history_date", "history_id")}
    rows = {row.pk: row for row in model.objects.all()}
    names = [f.attname for f in model._meta.concrete_fields]
    for pk in sorted(newest.keys() | rows.keys(), key=str):
        row, version = rows.get(pk), newest.get(pk)
        what = {"what": model._meta.verbose_name, "row": row or pk}
        gone = version is not None and version.history_type == "-"
        if row is None and not gone or row is not None and (version is None or gone):
            yield _("%(what)s %(row)s har ingen ändring som säger att den finns.") % what
        elif row is not None:
            for name in names:
                now, then = getattr(row, name), getattr(version, name)
                if now != then and (now, then) != ("", MASKED):  # no address can be the mask
                    yield _("%(what)s %(row)s: %(field)s är inte som vid den senaste ändringen.") % (
                        what | {"field": name}
                    )
