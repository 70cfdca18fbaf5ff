"""How a reader makes sure that a programme's words are the ones that were sent (R10)."""

from django.utils.translation import gettext as _

from adoption.pages import Url
from programme.canonical import canonical, fingerprint, is_whole
from sodertorn.desk.uploads import kept

GROUP = 8
"""Characters: eight groups of eight are easier to compare than sixty-four in a row."""


def form_in_register(register, slug: str) -> bytes | None:
    """The canonical form of a programme, or None of a transcript in which a text is missing (R11)."""
    placement, texts = register.placements[slug], register.texts[slug]
    if placement.sent_on is None and not is_whole(texts, placement.annex_sha256):
        return None
    return canonical(placement, texts, placement.annex_sha256)


def public_annex(register, slug: str) -> str:
    """The SHA-256 of the document that everybody may have: one that was sent, and that the register keeps."""
    placement = register.placements[slug]
    return placement.annex_sha256 if placement.sent_on and kept(placement.annex_sha256) else ""


def proof(register, slug: str, url: Url) -> dict:
    """What the programme's page says of its checksum, and how to check it oneself."""
    placement, form = register.placements[slug], form_in_register(register, slug)
    document = public_annex(register, slug)
    page = {
        "annex": groups(placement.annex_sha256),
        "annex_url": url("programme:annex", slug) if document else "",
        "annex_name": f"{slug}-{document[:12]}.pdf",
    }
    if form is None:
        return page | {"sentence": _("En avskrift har ingen kontrollsumma så länge en text saknas.")}
    sentence = _("Beräknad av texten så som den sändes. Ändras ett enda tecken blir den en annan.")
    if placement.sent_on is None:
        sentence = _("Beräknad av avskriften. Det som antogs är källans dokument, inte den här texten.")
    return page | {
        "sentence": sentence,
        "groups": groups(placement.fingerprint or fingerprint(form)),
        "form_url": url("programme:canonical", slug),
    }


def groups(sha256: str) -> list[str]:
    return [sha256[start : start + GROUP] for start in range(0, len(sha256), GROUP)]
