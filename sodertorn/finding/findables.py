"""What can be found: every public page of the register on a day, as the register was known at its moment.

Made of the register's own values, so that no draft and no masked word is ever among it.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from django.utils.translation import gettext as _

from adoption.answer_sentences import AnswerSentences
from adoption.pages import Url, condition, heading, remains
from adoption.sentences import numbers_of, told
from adoption.states import Adoption
from programme.errata import Errata
from programme.family import Family
from programme.goal_numbers import goal_numbers
from programme.history_page import when_words
from programme.line import Line
from programme.models.structure import PartKind
from programme.texts import ProgrammeText, flat, goals
from programme.texts_page import anchor, kind_label, missing_words
from sodertorn.finding.ranking import Findable
from sodertorn.finding.site_pages import SITE_PAGES
from sodertorn.glossary import glossary_page
from sodertorn.rules import RULES

PAGE, PROGRAMME, PLACE, TEXT, DECISION, RULE, WORD, PAIR = 1.5, 1.4, 1.3, 1.1, 1, 0.8, 0.7, 0.6
"""How much each kind is sought, beside the others."""


def findables(register, day: date, url: Url) -> list[Findable]:
    """All of it: pages first, then programmes and decisions, the last first."""
    line = Line(register, day)
    shown = [slug for slug in reversed(register.placements) if register.shows(slug, day)]
    shown.sort(key=lambda slug: slug != register.answer(day).programme)  # what applies is sought most
    return [
        *site_pages(register, day, url),
        *(programme(line, slug, url) for slug in shown),
        *municipalities(register, url),
        *chain.from_iterable(texts(line, slug, url) for slug in shown),
        *errata(register, shown, day, url),
        *(adoption(register, slug, day, url) for slug in shown if register.seats.get(placed(register, slug))),
        *decisions(register, day, url),
        *rules(url),
        *words_of_the_trade(url),
        *comparisons(line, shown, url),
    ]


def placed(register, slug: str) -> int:
    return register.placements[slug].pk


def site_pages(register, day: date, url: Url) -> Iterator[Findable]:
    """The pages that are there whatever the register holds; two tell what applies."""
    said = AnswerSentences(register, register.answer(day))
    told = {"start": " ".join(said.sentences()), "programme:in_force": said.title()}
    for name, title, text, hidden in SITE_PAGES:
        text = told.get(name, str(text))
        swedish = name == "start"
        yield Findable(str(title), url(name), _("Sida"), text, str(hidden), rank=PAGE, title_swedish=swedish)


def rules(url: Url) -> Iterator[Findable]:
    for rule in RULES:
        text = " ".join(map(str, rule["sentences"]))
        there = f"{url('rules')}#{rule['anchor']}"
        yield Findable(str(rule["title"]), there, _("Regel för vad som gäller"), text, rank=RULE)


def words_of_the_trade(url: Url) -> Iterator[Findable]:
    for word in chain.from_iterable(group["words"] for group in glossary_page()):
        there = f"{url('words')}#{word['key']}"
        yield Findable(
            word["term"], there, _("Ordförklaring"), str(word["means"]), word["swedish"], rank=WORD
        )


def municipalities(register, url: Url) -> Iterator[Findable]:
    for one in register.municipalities:
        yield Findable(
            one.full_name,
            url("adoption:municipality", one.slug),
            _("Kommun, kod %s") % one.code,
            ". ".join(filter(None, [one.office, one.paper])),
            hidden=f"{one.name} {_('kommun')} {_('beslut')}",
            rank=PLACE,
            title_swedish=True,
            text_swedish=True,
        )


def programme(line: Line, slug: str, url: Url) -> Findable:
    placement, adjusted = line.register.placements[slug], _("Justerad lydelse")
    names = [placement.short_name, slug, placement.period, str(placement.horizon or "")]
    return Findable(
        placement.title,
        url("programme:revision", slug),
        adjusted if placement.adjusts else _("Program: %s") % when_words(line.register, slug, line).lower(),
        placement.note,
        hidden=" ".join(filter(None, [*names, adjusted if placement.adjusts else ""])),
        rank=PROGRAMME,
        title_swedish=True,
        text_swedish=True,
    )


def texts(line: Line, slug: str, url: Url) -> Iterator[Findable]:
    """The texts of a programme, the points with their goal; of one that is missing, where its words stand."""
    register, numbers = line.register, goal_numbers(line.register, slug)
    name, there = register.placements[slug].short_name, url("programme:revision", slug)
    order = {goal.part.pk: place for place, goal in enumerate(goals(register.texts[slug]), 1)}
    for text in flat(register.texts[slug]):
        kind = text.kind
        if kind == PartKind.POINT:
            continue
        if kind == PartKind.GOAL:
            address = url("programme:goal", slug, numbers[text.part.pk])
            label = _("Mål %(number)d i %(programme)s") % {"number": order[text.part.pk], "programme": name}
        else:
            address = f"{there}#{anchor(text)}" if kind == PartKind.FOCUS_AREA else there
            label = _("%(kind)s i %(programme)s") % {"kind": kind_label(text), "programme": name}
        yield of_text(text, address, label)


def of_text(text: ProgrammeText, address: str, label: str) -> Findable:
    """A short text is its own title; a section has a heading, and a missing text says that it is missing."""
    said, points = (
        text.words.text,
        [point.words.text for point in text.children if text.kind == PartKind.GOAL],
    )
    title = text.words.heading or (said if len(said) <= 200 else "")
    body = [said] if said != title else []
    return Findable(
        title or (label if said else missing_words(text)),
        address,
        label,
        " ".join(filter(None, [*body, *points, text.words.network, text.note])),
        rank=TEXT if said else DECISION,
        title_swedish=bool(title),
        official=bool(title),
        text_swedish=True,
    )


def errata(register, shown: list[str], day: date, url: Url) -> Iterator[Findable]:
    """The slips in sent texts, each on the page where it stands beside its text."""
    known = Errata(register, day)
    for slug in shown:
        numbers = goal_numbers(register, slug)
        for one in known.of(slug):
            goal = one.part.parent_id if one.part.kind == PartKind.POINT else one.part_id
            page = url("programme:revision", slug)
            if goal in numbers:
                page = url("programme:goal", slug, numbers[goal])
            told = known.values(one)
            words = (
                _("”%(stands)s” skulle läsas ”%(reads)s”")
                if told["disputed"]
                else _("”%(stands)s” ska läsas ”%(reads)s”")
            )
            yield Findable(
                words % told,
                f"{page}#{told['anchor']}",
                _("Rättelse av skrivfel i %s") % register.placements[slug].short_name,
                " ".join(told["sentences"]),
                rank=TEXT,
            )


def adoption(register, slug: str, day: date, url: Url) -> Findable:
    seats = Adoption(register, slug, day)
    text = " ".join([*remains(seats, register.answer(day).required), condition(seats)])
    return Findable(
        heading(seats),
        url("adoption:revision", slug),
        _("Antagande"),
        text,
        hidden=_("kommunernas beslut"),
        rank=TEXT,
    )


def decisions(register, day: date, url: Url) -> Iterator[Findable]:
    """The decisions that stand, the last recorded first."""
    for fact, decision in reversed(register.decisions.items()):
        if register.decided_after(fact, day):
            continue
        said = (*numbers_of(register, decision.case_id), decision.text, decision.doubt_words, decision.note)
        yield Findable(
            told(register, decision),
            url("adoption:decision", fact),
            _("Beslut, händelse %d") % fact,
            " ".join(filter(None, said)),
            rank=DECISION,
            text_swedish=True,
        )


def comparisons(line: Line, shown: list[str], url: Url) -> Iterator[Findable]:
    """Of programmes next to each other in time; the chooser leads to all others."""
    family = Family(line)
    pairs = {tuple(family.in_order(slug, other)) for slug in shown for other in family.next_to(slug)}
    for earlier, later in sorted(pairs, key=lambda pair: family.order[pair[1]], reverse=True):
        names = {
            name: line.register.placements[slug].short_name
            for name, slug in (("earlier", earlier), ("later", later))
        }
        yield Findable(
            _("Från %(earlier)s till %(later)s") % names,
            url("programme:comparison", earlier, later),
            _("Jämförelse"),
            hidden=_("jämför skillnad ändringar"),
            rank=PAIR,
        )
