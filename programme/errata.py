"""The errata beside a sent text, as a page of a day tells of them (R1b). Nothing here changes a word of the text."""

from collections import defaultdict
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from adoption.models import Municipality
from programme.models import Answer, Erratum, ErratumAnswer, Placement
from programme.models.structure import PartKind
from programme.texts import ProgrammeText
from sodertorn.standing import standing
from sodertorn.words import listed, number, paragraph, sentence_case, the_day


class Errata:
    """What the register knows of errata that were decided, and of answers that were given, by the day."""

    def __init__(self, register, day: date):
        self.register, self.day = register, day

    @cached_property
    def standing(self) -> list[Erratum]:
        rows = Erratum.objects.select_related("entry", "part__revision").order_by("entry")
        return [one for one in standing(rows, self.register.at) if one.decided_on <= self.day]

    @cached_property
    def answers(self) -> dict[int, list[ErratumAnswer]]:
        """What the municipalities have answered, by the number of the erratum's fact."""
        grouped = defaultdict(list)
        rows = ErratumAnswer.objects.select_related("entry", "municipality").order_by("entry")
        for answer in standing(rows, self.register.at) if self.standing else ():
            if answer.on <= self.day:
                grouped[answer.erratum_id].append(answer)
        return grouped

    def of(self, slug: str) -> list[Erratum]:
        """The errata of a programme, in the order in which they were entered."""
        return [one for one in self.standing if one.part.revision.slug == slug]

    def days(self, slug: str) -> list[date]:
        """When its errata were decided, and those answered that are disputed: what papers tell of them."""
        found = self.of(slug)
        disputed = [one for one in found if self.disputed(one)]
        return [
            *(one.decided_on for one in found),
            *(answer.on for one in disputed for answer in self.answers[one.entry.fact]),
        ]

    def facts(self, slug: str) -> list[int]:
        """The numbers of a programme's errata and of the answers to them."""
        found = [one.entry.fact for one in self.of(slug)]
        return [*found, *(answer.entry.fact for fact in found for answer in self.answers[fact])]

    def beside(self, *texts: ProgrammeText) -> list[dict]:
        """What a page shows beside texts; a goal's points stand with it."""
        where: dict[int, str] = {}
        for text in texts:
            points = text.children if text.kind == PartKind.GOAL else ()
            where |= {text.part.pk: ""} | {p.part.pk: _("punkt %d") % n for n, p in enumerate(points, 1)}
        found = [one for one in self.standing if one.part_id in where]
        return [self.values(one) | {"place": where[one.part_id]} for one in found]

    def values(self, erratum: Erratum) -> dict:
        """An erratum as plain values: its words, and what is said of it, sentence by sentence."""
        return {
            "anchor": f"rattelse-{erratum.entry.fact}",
            "stands": erratum.stands,
            "reads": erratum.reads,
            "disputed": self.disputed(erratum),
            "sentences": [decided_words(erratum), *self.told_words(erratum), *self.answer_words(erratum)],
        }

    def saying(self, erratum: Erratum, answer: Answer) -> list[str]:
        """The names of the municipalities that gave an answer."""
        return [str(a.municipality) for a in self.answers[erratum.entry.fact] if a.answer == answer]

    def disputed(self, erratum: Erratum) -> bool:
        """Whether a municipality says that it changes the substance."""
        return bool(self.saying(erratum, Answer.CHANGES_SUBSTANCE))

    def told_words(self, erratum: Erratum) -> list[str]:
        if erratum.told_on is None or erratum.told_on > self.day:
            return [_("Ännu inte meddelad kommunerna.")]
        return [_("Meddelad kommunerna %s.") % the_day(erratum.told_on)]

    def answer_words(self, erratum: Erratum) -> list[str]:
        """How many have accepted it; who says that it changes the substance, and what is then left."""
        asked = len(answering(self.register, self.register.placements[erratum.part.revision.slug]))
        accepting = len(self.saying(erratum, Answer.ACCEPTS))
        disputing = self.saying(erratum, Answer.CHANGES_SUBSTANCE)
        told = {"many": number(accepting) if accepting else _("Ingen"), "all": number(asked)}
        said = []
        if accepting or not disputing:
            words = ngettext(
                "%(many)s av %(all)s kommuner har godtagit den.",
                "%(many)s av %(all)s kommuner har godtagit den.",
                accepting,
            )
            said.append(sentence_case(words % told))
        if disputing:
            words = ngettext(
                "%s anser att den ändrar programmet i sak.",
                "%s anser att den ändrar programmet i sak.",
                len(disputing),
            )
            said.append(words % listed(disputing))
            said.append(
                _("Den är därför bestridd. Ska orden ändras återstår bara att sända ett nytt program.")
            )
        return said


def answering(register, placement: Placement) -> list[Municipality]:
    """The municipalities that may answer: those that must adopt it, of an adjusted wording all; in Swedish order."""
    if placement.adjusts:
        return register.municipalities
    return [seat.body.municipality for seat in register.seats.get(placement.pk, [])]


def decided_words(erratum: Erratum) -> str:
    """`Beslutad av samarbetskommittén den 3 december 2026 (§ 14).`"""
    day = the_day(erratum.decided_on)
    if not erratum.decided_paragraph:
        return _("Beslutad av samarbetskommittén %s.") % day
    told = {"day": day, "paragraph": paragraph(erratum.decided_paragraph)}
    return _("Beslutad av samarbetskommittén %(day)s (%(paragraph)s).") % told
