"""Is each file that the register names there, whole and unchanged?"""

import hashlib

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from adoption.models import Extract
from programme.models import Placement
from sodertorn.desk import uploads
from sodertorn.verifying.found import Found


def files() -> Found:
    """Is each file that the register names there, whole and unchanged?"""
    named = set(Extract.objects.values_list("sha256", flat=True))
    named |= set(Placement.objects.exclude(annex_sha256="").values_list("annex_sha256", flat=True))
    found = Found(_("filer: %d") % len(named))
    sizes = dict(Extract.objects.values_list("sha256", "size"))
    for digest in sorted(named):
        if not uploads.kept(digest):
            found.faults.append(_("Filen %s saknas.") % digest)
            continue
        with default_storage.open(uploads.place(digest)) as file:
            content = file.read()
        if hashlib.sha256(content).hexdigest() != digest:
            found.faults.append(_("Filen %s har ett annat innehåll.") % digest)
        if len(content) != sizes.get(digest, len(content)):
            found.faults.append(_("Filen %s har en annan storlek.") % digest)
    return found
