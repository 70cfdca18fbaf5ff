"""Is what people edit as its edit history says, and that history as the event log says?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from sodertorn.event_log import EDITED, commitment, edit_content
from sodertorn.verifying.found import Found
from sodertorn.verifying.log import Log


def edits(log: Log) -> Found:
    """Does the edit history of what isn't an entry say what the log committed to, and the rows what it says last?"""
    logged: dict[str, str] = {}
    salts: dict[str, str] = {}
    for number, said in log.said.items():
        logged |= said.get("edits", {})
        salts |= {p: s for p, s in log.salts.get(number, {}).items() if p.startswith("edits.")}
    cursor = log.said[log.lines[-1].pk].get("edited", {}) if log.lines else {}
    found = Found(_("ändringar av kommuner, mandatperioder och källor: %d") % len(logged))
    for name, model in EDITED.items():
        for version in model.history.order_by("history_id"):
            path = f"edits.{name}/{version.pk}"
            committed = logged.pop(path, None)
            if committed is None and version.pk > cursor.get(name, 0):
                continue  # made since the last entry; the next one commits to it
            if committed != commitment(salts.get(path, ""), edit_content(version)):
                found.faults.append(_("Ändringen %s är inte den som händelseloggen har.") % path[6:])
        found.faults += rows_unlike_their_history(model)
    found.faults += [_("Ändringen %s finns inte längre.") % path[6:] for path in sorted(logged)]
    return found


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
                if getattr(row, name) != getattr(version, name):
                    yield _("%(what)s %(row)s: %(field)s är inte som vid den senaste ändringen.") % (
                        what | {"field": name}
                    )
