"""What the desk's pages about texts of transcripts record, and what the register then says."""

from functools import partial

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from adoption.models import Citation
from programme.desk.text_forms import AnnexForm, PlaceForm, StrikeCheckForm, TextCheckForm, TextForm
from programme.desk.texts import Place, State, cited_for, place_of, source_words, written_by
from programme.models import Placement, TextCheck, TextRecord
from programme.text_services import add_place, attach_annex, check_text, enter_text, strike_check
from sodertorn.desk import office
from sodertorn.desk.acts import DeskAct
from sodertorn.desk.uploads import size
from sodertorn.journal import Act, Correction, EntryKind
from sodertorn.register import Register


def texts_url(slug: str) -> str:
    return reverse("desk:texts_of", args=[slug])


def text_act(place: Place, user, frame: dict) -> DeskAct:
    """Enter one text, or change it."""
    slug = place.part.revision.slug

    def perform(form: TextForm, reason: str) -> TextRecord:
        explained = form.explanation() if "correction" in form.fields else {}
        struck = explained.get("correction") == Correction.NEVER_HAPPENED
        stated = {} if struck else form.stated()
        who = {"office": office(), "by": user}
        return enter_text(part=place.part, citations=form.citations(), **who, **explained, **stated)

    return DeskAct(
        title=place.label,
        form=partial(TextForm, place=place, initial=beginning(place, user)),
        perform=perform,
        says=text_says,
        done=lambda fact: texts_url(slug),
        about=lambda form: {slug},
        template="desk/text.html",
        frame=frame,
    )


def beginning(place: Place, user) -> dict:
    """What the form holds when it is opened: what stands, or for a missing text the source that was used last."""
    words = place.text.words
    if place.record and place.record.has_words:
        return {name: getattr(words, name) for name in ("heading", "text", "network")} | {
            "note": place.text.note
        }
    cited = Citation.objects.filter(
        entry__kind=EntryKind.TEXT, entry__by=user, entry__textrecord__part__revision=place.part.revision
    )
    last = cited.order_by("-entry", "-id").first()
    return {"source": last and last.source_id, "heading": words.heading}


def text_says(before: Register, after: Register, fact: TextRecord) -> list[str]:
    """What the register then says of a text, sentence by sentence."""
    slug = fact.part.revision.slug
    told = {"what": place_of(after, slug, fact.part_id).label, "programme": after.placements[slug].short_name}
    if fact.entry.void:
        return [_("Texten ”%(what)s” i %(programme)s är struken.") % told, *earlier_words(fact)]
    if not fact.has_words:
        words = _("Texten ”%(what)s” i %(programme)s är inte införd. Anmärkning: %(note)s")
        return [words % (told | {"note": fact.note})]
    said = [
        done_words(fact) % told,
        _("Så står det på programmets sida: ”%s”.") % (fact.text or fact.heading),
    ]
    if fact.network:
        said.append(_("Nätverk: %s.") % fact.network)
    if fact.note:
        said.append(_("Anmärkning: %s") % fact.note)
    cited = dict.fromkeys(source_words(citation) for citation in cited_for(after, fact))
    said += [_("Källa: %s.") % words for words in cited]
    said += earlier_words(fact)
    return [*said, _("Någon annan än du behöver kontrollera texten mot källan.")]


def done_words(fact: TextRecord) -> str:
    if fact.entry.act == Act.CORRECT:
        return _("Texten ”%(what)s” i %(programme)s är rättad.")
    if fact.entry.follows and TextRecord.objects.get(entry=fact.entry.follows).has_words:
        return _("Texten ”%(what)s” i %(programme)s är kompletterad.")
    return _("Texten ”%(what)s” i %(programme)s är införd.")


def earlier_words(fact: TextRecord) -> list[str]:
    """What a correction strikes: it stays readable (R8)."""
    if fact.entry.act != Act.CORRECT:
        return []
    earlier = TextRecord.objects.get(entry=fact.entry.follows)
    said = _("Det som stod förut finns kvar i händelseloggen, struket: ”%s”.") % (
        earlier.text or earlier.heading
    )
    why = _("Skälet som sparas: %s") % fact.entry.reason
    return [said, why] if earlier.has_words and not earlier.same(fact) or fact.entry.void else [why]


def check_act(place: Place, user, frame: dict) -> DeskAct:
    """Another person says that a text agrees with its source."""
    slug = place.part.revision.slug

    def says(before, after, fact):
        told = {"what": place.label, "programme": after.placements[slug].short_name}
        return [
            _("Texten ”%(what)s” i %(programme)s är kontrollerad.") % told,
            _("På programmets sida står: ”Kontrollerad mot källan av en annan person.” Inget namn visas."),
            _("Om texten rättas behöver den kontrolleras igen."),
        ]

    return DeskAct(
        title=_("Kontrollera: %s") % place.label,
        form=partial(TextCheckForm, newest=place.record.pk),
        perform=lambda form, reason: check_text(
            record=place.record, note=form.cleaned_data["note"], office=office(), by=user
        ),
        says=says,
        done=lambda fact: texts_url(slug),
        about=lambda form: {slug},
        template="desk/text_check.html",
        frame=frame,
    )


def strike_check_act(place: Place, user, frame: dict) -> DeskAct:
    """A check that was a mistake is taken back."""
    slug = place.part.revision.slug

    def says(before, after, fact):
        told = {"what": place.label, "programme": after.placements[slug].short_name}
        return [
            _("Texten ”%(what)s” i %(programme)s är inte kontrollerad.") % told,
            _("Kontrollen stryks men kan fortfarande läsas i händelseloggen (händelse %d).")
            % fact.entry.fact,
            _("Någon annan än den som har fört in texten behöver kontrollera den på nytt."),
            _("Skälet som sparas: %s") % fact.entry.reason,
        ]

    def perform(form: StrikeCheckForm, reason: str) -> TextCheck:
        return strike_check(record=place.record, office=office(), by=user, **form.cleaned_data)

    return DeskAct(
        title=_("Ta tillbaka kontrollen: %s") % place.label,
        form=StrikeCheckForm,
        perform=perform,
        says=says,
        done=lambda fact: texts_url(slug),
        about=lambda form: {slug},
        template="desk/text_check.html",
        frame=frame,
    )


def refusal(place: Place, user, placement: Placement) -> str:
    """Why somebody can't check a text, or nothing."""
    if place.record is None or not place.record.has_words:
        return _("Det finns inga ord att kontrollera ännu.")
    if place.state == State.CHECKED:
        return _("Texten är redan kontrollerad.")
    if place.record.entry.fact in written_by(user, placement):
        return _("Du har själv fört in eller ändrat texten. Därför ska någon annan kontrollera den.")
    return ""


def place_act(placement: Placement, places: list[Place], user, frame: dict) -> DeskAct:
    """A further place in a transcript, with its first text."""
    slug = placement.revision.slug

    def perform(form: PlaceForm, reason: str) -> TextRecord:
        where = {"revision": placement.revision, "kind": form.kind, "parent": form.parent}
        who = {"office": office(), "by": user, "citations": form.citations()}
        stated = {name: value for name, value in form.stated().items() if value}
        return add_place(**where, **who, **stated)

    return DeskAct(
        title=_("En text till"),
        form=partial(PlaceForm, places=places),
        perform=perform,
        says=text_says,
        done=lambda fact: texts_url(slug),
        about=lambda form: {slug},
        template="desk/text_new.html",
        frame=frame,
    )


def annex_act(placement: Placement, user, frame: dict) -> DeskAct:
    """Attach the annex of a transcript."""
    slug = placement.revision.slug

    def perform(form: AnnexForm, reason: str) -> Placement:
        explained = form.explanation() if "correction" in form.fields else {}
        return attach_annex(
            revision=placement.revision,
            sha256=form.cleaned_data["file"],
            citations=form.citations(),
            office=office(),
            by=user,
            **explained,
        )

    return DeskAct(
        title=_("Bilagan"),
        form=partial(AnnexForm, standing=placement.annex_sha256, person=user),
        perform=perform,
        says=annex_says,
        done=lambda fact: texts_url(slug),
        about=lambda form: {slug},
        template="desk/annex.html",
        frame=frame,
    )


def annex_says(before: Register, after: Register, fact: Placement) -> list[str]:
    told = {"programme": fact.short_name, "size": filesizeformat(size(fact.annex_sha256))}
    said = [
        _("Filen (%(size)s) är bilagan till %(programme)s.") % told,
        _("Den sparas som den är. Programmets sida visar dess kontrollsumma: %s.") % fact.annex_sha256,
    ]
    if fact.entry.act == Act.CORRECT:
        said.append(_("Den förra filen finns kvar. Skälet som sparas: %s") % fact.entry.reason)
    return said
