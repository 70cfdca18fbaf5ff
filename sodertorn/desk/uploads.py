"""Files that somebody uploads: looked at before they are kept, then kept by their hash and never changed."""

import hashlib
import re
from io import BytesIO

import pikepdf
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

LARGEST = 20 * 1024 * 1024
"""Bytes; the largest extract or annex that is taken."""

ACTIVE = (
    "/JavaScript",
    "/JS",
    "/Launch",
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/RichMedia",
    "/XFA",
    "/SubmitForm",
    "/ImportData",
)
MOST_OBJECTS = 100_000
HASH = re.compile(r"[0-9a-f]{64}")


def place(sha256: str) -> str:
    """Where the file with a hash is kept."""
    return f"{sha256[:2]}/{sha256}.pdf"


def keep(upload: UploadedFile) -> str:
    """Keep a PDF as it is and give its SHA-256. Raises ValidationError when it isn't one that can be kept."""
    refuse_too_large(upload)
    content = upload.read()
    refuse_unfit(content)
    sha256 = hashlib.sha256(content).hexdigest()
    if not default_storage.exists(place(sha256)):
        default_storage.save(place(sha256), ContentFile(content))
    return sha256


def kept(sha256: str) -> bool:
    return bool(HASH.fullmatch(sha256)) and default_storage.exists(place(sha256))


def size(sha256: str) -> int:
    return default_storage.size(place(sha256))


def refuse_too_large(upload: UploadedFile) -> None:
    if upload.size > LARGEST:
        words = _(
            "Filen är %(size)s; högst %(limit)s tas emot. Välj ett utdrag i stället för hela protokollet."
        )
        raise ValidationError(
            words % {"size": filesizeformat(upload.size), "limit": filesizeformat(LARGEST)}, code="too_large"
        )


def refuse_unfit(content: bytes) -> None:
    """Refuse what is no PDF, can't be opened by all, or does something when it is opened."""
    if not content.startswith(b"%PDF-"):
        raise ValidationError(_("Filen är ingen PDF. Spara eller skanna dokumentet som PDF."), code="no_pdf")
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            encrypted, pages, active = pdf.is_encrypted, len(pdf.pages), find_active(pdf)
    except pikepdf.PasswordError as locked:
        raise ValidationError(
            _("PDF-filen är låst med lösenord. Spara den utan lösenord."), code="encrypted"
        ) from locked
    except (pikepdf.PdfError, RuntimeError, RecursionError, ValueError) as broken:
        raise ValidationError(
            _("PDF-filen är skadad och går inte att läsa. Hämta eller skanna den på nytt."), code="broken"
        ) from broken
    if encrypted:
        raise ValidationError(_("PDF-filen är krypterad. Spara den utan skydd."), code="encrypted")
    if not pages:
        raise ValidationError(_("PDF-filen har inga sidor."), code="empty")
    if active:
        words = _("PDF-filen innehåller skript eller bilagor (%s). Skriv ut den till en ny PDF och välj den.")
        raise ValidationError(words % active.lstrip("/"), code="active")


def find_active(pdf: pikepdf.Pdf) -> str:
    """The name of the first thing in the file that acts or hides another file, or nothing."""
    for count, found in enumerate(pdf.objects):
        if count > MOST_OBJECTS:
            raise ValueError("too many objects")
        if name := active_in(found, 0):
            return name
    return ""


def active_in(found: pikepdf.Object, depth: int) -> str:
    """Looks through direct objects only: the indirect ones come in their turn."""
    if depth > 50:
        raise ValueError("nested too deeply")
    for key, value in inside(found):
        if key in ACTIVE:
            return key
        if isinstance(value, pikepdf.Name) and key in ("/S", "/Type") and str(value) in ACTIVE:
            return str(value)
        direct = isinstance(value, pikepdf.Object) and not value.is_indirect
        if direct and (name := active_in(value, depth + 1)):
            return name
    return ""


def inside(found: pikepdf.Object):
    """What an object holds, with its names where it has them."""
    if isinstance(found, pikepdf.Stream):
        return found.stream_dict.items()
    if isinstance(found, pikepdf.Dictionary):
        return found.items()
    return [("", value) for value in found] if isinstance(found, pikepdf.Array) else []
