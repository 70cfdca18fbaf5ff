"""Files that somebody uploads: looked at before they are kept, then kept by their hash and never changed."""

import hashlib
import re
import subprocess
import sys
from contextlib import suppress
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _

from sodertorn.storage import LARGEST

PHOTOS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
"""How a JPEG and a PNG begin."""
HEIC = {b"ftyp" + brand for brand in (b"heic", b"heix", b"hevc", b"mif1", b"msf1")}
HASH = re.compile(r"[0-9a-f]{64}")


def place(sha256: str) -> str:
    """Where the file with a hash is kept."""
    return f"{sha256[:2]}/{sha256}.pdf"


def keep(upload: UploadedFile, *, photos: bool = False) -> str:
    """Keep a PDF as it is and give its SHA-256; of a photo, where one may come, the page that is made of it.

    Raises ValidationError when it isn't one that can be kept.
    """
    refuse_too_large(upload)
    content = upload.read()
    if photos and content.startswith(PHOTOS):
        content = page_of_photo(content)
    elif photos and content[4:12] in HEIC:
        words = _(
            "Bilden är i formatet HEIC. Välj den igen bland telefonens bilder, eller spara den som JPEG."
        )
        raise ValidationError(words, code="heic")
    elif photos and not content.startswith(b"%PDF-"):
        words = _("Filen är ingen PDF och inget foto. Spara dokumentet som PDF, eller fotografera det.")
        raise ValidationError(words, code="no_pdf")
    refuse_unfit(content)
    return keep_content(content)


def page_of_photo(photo: bytes) -> bytes:
    """A PDF of one page (sodertorn.uploaded.photo_pdf)."""
    made = b""
    with suppress(TimeoutError):
        made = in_a_process("sodertorn.uploaded.photo_pdf", photo)
    if not made:
        raise ValidationError(_("Bilden går inte att läsa. Ta den på nytt."), code="broken")
    return made


def keep_content(content: bytes) -> str:
    """Keep a file by its hash, which is returned: whole, before any row names it.

    One that lies there is written anew, so that it is as young as if it had just come (sodertorn.unnamed_files).
    Raises ValidationError for one that has been destroyed.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    refuse_destroyed(sha256)
    if not kept(sha256) or size(sha256) != len(content) or age(sha256) > timedelta(days=1):
        default_storage.save(place(sha256), ContentFile(content))
    return sha256


def age(sha256: str) -> timedelta:
    """How long ago the file with a hash came last."""
    return timezone.now() - default_storage.get_modified_time(place(sha256))


def refuse_destroyed(sha256: str) -> None:
    """Raises ValidationError for a file that an administrator has destroyed."""
    follow_ups = apps.get_model("adoption", "FollowUp").objects
    if destroyed := follow_ups.filter(step="extract_destroyed", extract=sha256).first():
        words = _("Filen är förstörd (händelse %d) och tas inte emot igen. Lämna in en maskad kopia.")
        raise ValidationError(words % destroyed.pk, code="destroyed")


def kept(sha256: str) -> bool:
    return bool(HASH.fullmatch(sha256)) and default_storage.exists(place(sha256))


def size(sha256: str) -> int:
    return default_storage.size(place(sha256))


def download(sha256: str, name: str) -> FileResponse:
    """The file as it was uploaded: to be saved, never opened in the register's own place."""
    response = FileResponse(
        default_storage.open(place(sha256)), as_attachment=True, filename=name, content_type="application/pdf"
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def refuse_too_large(upload: UploadedFile) -> None:
    """How large it is nobody knows: it was cut off where it became too large (sodertorn.storage.CutOff)."""
    if upload.size > LARGEST:
        words = _(
            "Filen är större än %s, och kan inte tas emot. Välj ett utdrag i stället för hela protokollet."
        )
        raise ValidationError(words % filesizeformat(LARGEST), code="too_large")


def refuse_unfit(content: bytes) -> None:
    """Refuse what is no PDF, can't be opened by all, or does something when it is opened."""
    if not content.startswith(b"%PDF-"):
        raise ValidationError(_("Filen är ingen PDF. Spara eller skanna dokumentet som PDF."), code="no_pdf")
    verdict = looked_at(content).partition(" ")[0]
    if verdict == "fit":
        return
    refusals = {
        "locked": _("PDF-filen är låst med lösenord. Spara den utan lösenord."),
        "encrypted": _("PDF-filen är krypterad. Spara den utan skydd."),
        "empty": _("PDF-filen har inga sidor."),
        "active": _(
            "PDF-filen innehåller skript eller bifogade filer. Skriv ut den till en ny PDF och välj den."
        ),
    }
    broken = _("PDF-filen är skadad och går inte att läsa. Hämta eller skanna den på nytt.")
    words = refusals.get(verdict, broken)
    raise ValidationError(words, code=verdict or "broken")


def looked_at(content: bytes) -> str:
    """What sodertorn.uploaded.pdf_look says of a PDF; nothing when it took too much time or memory."""
    with suppress(TimeoutError):
        return in_a_process("sodertorn.uploaded.pdf_look", content).decode().strip()
    return ""


def in_a_process(module: str, content: bytes, *arguments: str, seconds: int = 15) -> bytes:
    """What a module makes of a file that somebody uploaded; nothing when it failed. Raises TimeoutError.

    The process is told none of the register's secrets, which stand in its environment.
    """
    command = [sys.executable, "-m", module, *arguments]
    try:
        done = subprocess.run(
            command,
            input=content,
            capture_output=True,
            timeout=seconds,
            cwd=settings.BASE_DIR,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise TimeoutError from late
    return done.stdout
