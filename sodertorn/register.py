"""The public register, read once for a page: all that is recorded, as it was known at a moment.

A fixed number of queries, whatever the amount of facts. Drafts are never read here:
every programme comes from a placement that stands.
"""

from collections import defaultdict
from datetime import date, datetime
from functools import cached_property

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from adoption import facts as values
from adoption import in_force
from adoption.answers import Answer
from adoption.models import Body, Case, CaseDetail, Citation, Decision, FollowUp, Municipality, Seat, Source
from programme.models import (
    Lineage,
    Part,
    Placement,
    Revision,
    TextCheck,
    TextRecord,
    Translation,
    Withdrawal,
)
from programme.texts import ProgrammeText, arrange, flat
from sodertorn.joined_rows import by_key, in_order, joined
from sodertorn.journal import Act, Entry
from sodertorn.rule_facts import rule_facts
from sodertorn.standing import standing
from sodertorn.swedish import sort_key

READ_FOR_AN_ACT = (
    *("all_placements", "all_withdrawals", "all_decisions", "all_follow_ups", "all_cases", "all_details"),
    "all_entries",
)
"""The rows that an act may add to, and that tell what it made of the register."""


class Register:
    """What the register knew at the moment `at` (None: now)."""

    def __init__(self, at: datetime | None = None):
        self.at = at
        self._answers: dict[date, Answer] = {}

    def before(self, number: int) -> "Register":
        """The register before an entry, of what has been read: an act tells so what it changes."""
        earlier = Register(self.at)
        for name in READ_FOR_AN_ACT:
            setattr(earlier, name, [row for row in getattr(self, name) if row.pk < number])
        earlier.seats, earlier.citations = self.seats, self.citations
        return earlier

    # Rows, whole chains, each kind in one or two queries

    @cached_property
    def all_entries(self) -> list[Entry]:
        """All entries, read first: a fact that is recorded while a page is made is not met in half of it."""
        return in_order(Entry.objects.all())

    @cached_property
    def _entries(self) -> dict[int, Entry]:
        return by_key(self.all_entries)

    def _recorded(self, rows: QuerySet, **there: dict) -> list:
        known = self._entries
        return joined([row for row in in_order(rows) if row.pk in known], entry=known, **there)

    @cached_property
    def _municipalities(self) -> dict[str, Municipality]:
        return by_key(Municipality.objects.all())

    @cached_property
    def _bodies(self) -> dict[int, Body]:
        return by_key(joined(in_order(Body.objects.all()), municipality=self._municipalities))

    @cached_property
    def all_placements(self) -> list[Placement]:
        rows = self._recorded(Placement.objects.select_related("revision", "term"))
        placed = {row.revision_id: row.revision for row in rows}
        return joined(rows, replaces=placed, adjusts=placed, instead_of=placed)

    @cached_property
    def _revisions(self) -> dict[int, Revision]:
        return {row.revision_id: row.revision for row in self.all_placements}

    @cached_property
    def seats(self) -> dict[int, list[Seat]]:
        """Each placement's seats, in Swedish order, by the number of its entry."""
        grouped = defaultdict(list)
        for seat in joined(in_order(Seat.objects.all()), body=self._bodies):
            grouped[seat.placement_id].append(seat)
        return {
            number: sorted(seats, key=lambda s: sort_key(str(s.body.municipality or "")))
            for number, seats in grouped.items()
        }

    @cached_property
    def all_withdrawals(self) -> list[Withdrawal]:
        return self._recorded(Withdrawal.objects.all(), revision=self._revisions)

    @cached_property
    def all_cases(self) -> list[Case]:
        return self._recorded(Case.objects.all(), revision=self._revisions, body=self._bodies)

    @cached_property
    def all_decisions(self) -> list[Decision]:
        return self._recorded(Decision.objects.all(), case=by_key(self.all_cases))

    @cached_property
    def all_follow_ups(self) -> list[FollowUp]:
        decisions = by_key(self.all_decisions)
        rows = self._recorded(
            FollowUp.objects.select_related("extract"), decision=decisions, through=decisions
        )
        return joined(rows, lifts=by_key(rows))

    @cached_property
    def all_details(self) -> list[CaseDetail]:
        return self._recorded(CaseDetail.objects.all())

    @cached_property
    def citations(self) -> dict[int, list[Citation]]:
        """What the sources say, by the number of the entry."""
        sources = by_key(joined(in_order(Source.objects.all()), municipality=self._municipalities))
        grouped = defaultdict(list)
        for citation in joined(in_order(Citation.objects.all()), source=sources):
            grouped[citation.entry_id].append(citation)
        return grouped

    @cached_property
    def entries(self) -> list[Entry]:
        """All entries by the moment, in order."""
        return [entry for entry in self.all_entries if self.at is None or entry.recorded <= self.at]

    # What stands at the moment

    @property
    def exists(self) -> bool:
        """Whether the register held anything at the moment (R7)."""
        entries = Entry.objects.all()
        return (entries.filter(recorded__lte=self.at) if self.at else entries).exists()

    @cached_property
    def placements(self) -> dict[str, Placement]:
        """The programmes that are in the register, by address."""
        return {p.revision.slug: p for p in standing(self.all_placements, self.at)}

    def shows(self, slug: str, day: date) -> bool:
        """Whether the programme is shown on the day: a transcript always, another once it is sent."""
        placement = self.placements.get(slug)
        return placement is not None and (placement.sent_on is None or placement.sent_on <= day)

    @cached_property
    def withdrawals(self) -> dict[str, Withdrawal]:
        return {w.revision.slug: w for w in standing(self.all_withdrawals, self.at)}

    @cached_property
    def decisions(self) -> dict[int, Decision]:
        """The decisions that stand, by the number of their fact."""
        return {d.entry.fact: d for d in standing(self.all_decisions, self.at)}

    def decided_after(self, fact: int, day: date) -> bool:
        """Whether a decision is known to have been taken after the day."""
        decision = self.decisions.get(fact)
        return bool(decision and decision.earliest and decision.earliest > day)

    @cached_property
    def follow_ups(self) -> dict[int, list[FollowUp]]:
        """What came after each decision, by the number of the decision's fact."""
        grouped = defaultdict(list)
        for follow_up in standing(self.all_follow_ups, self.at):
            grouped[follow_up.decision.entry.fact].append(follow_up)
        return grouped

    @cached_property
    def details(self) -> dict[int, list[CaseDetail]]:
        """What is known of each case, by the number of the case's entry."""
        grouped = defaultdict(list)
        for detail in standing(self.all_details, self.at):
            grouped[detail.case_id].append(detail)
        return grouped

    @cached_property
    def case_of(self) -> dict[tuple[str, str, str], Case]:
        """The cases by programme, seat and kind of body (R2)."""
        return {(case.revision.slug, case.body.seat, case.body.kind): case for case in self.cases}

    @cached_property
    def cases(self) -> list[Case]:
        return standing(self.all_cases, self.at)

    @cached_property
    def municipalities(self) -> list[Municipality]:
        return sorted(self._municipalities.values(), key=lambda municipality: sort_key(municipality.name))

    @cached_property
    def seat_names(self) -> dict[str, str]:
        """The seats' names in the order in which they always stand."""
        return {m.slug: m.name for m in self.municipalities} | {values.COMMITTEE: _("samarbetskommittén")}

    @cached_property
    def _parts(self) -> dict[int, Part]:
        placed = Part.objects.filter(revision__in=self._revisions)
        return by_key(joined(list(placed), revision=self._revisions))

    @cached_property
    def all_text_records(self) -> list[TextRecord]:
        return self._recorded(TextRecord.objects.all(), part=self._parts)

    @cached_property
    def text_records(self) -> dict[int, TextRecord]:
        """What stands of each text of a transcript, by its part."""
        return {record.part_id: record for record in standing(self.all_text_records, self.at)}

    @cached_property
    def checked_texts(self) -> set[int]:
        """The entries of texts that another person has compared with their source."""
        checks = standing(self._recorded(TextCheck.objects.all()), self.at)
        return {check.record_id for check in checks}

    @cached_property
    def texts(self) -> dict[str, list[ProgrammeText]]:
        """Each programme's texts in their order, by its address."""
        parts = defaultdict(list)
        for part in self._parts.values():
            parts[part.revision_id].append(part)
        return {
            slug: arrange(parts[p.revision_id], self.text_records, transcript=p.sent_on is None)
            for slug, p in self.placements.items()
        }

    @cached_property
    def text_by_part(self) -> dict[int, ProgrammeText]:
        return {text.part.pk: text for texts in self.texts.values() for text in flat(texts)}

    @cached_property
    def lineages(self) -> list[Lineage]:
        named = {"later": self._parts, "earlier": self._parts}
        return standing(self._recorded(Lineage.objects.all(), **named), self.at)

    @cached_property
    def translations(self) -> dict[tuple[int, int | None], Translation]:
        """English translations, by programme and part (None: the title)."""
        translations = standing(self._recorded(Translation.objects.all()), self.at)
        return {(t.revision_id, t.part_id): t for t in translations}

    # What follows from it

    def stating(self, number: int) -> list[Entry]:
        """The entries that state a fact as it stands: a correction states it all again, a supplement adds."""
        stating: list[Entry] = []
        for entry in self.chain(number):
            stating = [*(stating if entry.act == Act.SUPPLEMENT else []), entry]
        return stating

    def sources_of(self, number: int) -> list[Citation]:
        """What the sources say of a fact as it stands."""
        return [citation for entry in self.stating(number) for citation in self.citations[entry.number]]

    def offices_of(self, number: int) -> set[str]:
        """The offices that state a fact as it stands."""
        return {entry.office for entry in self.stating(number)}

    def chain(self, number: int) -> list[Entry]:
        """The entries of a fact by the moment, first to last."""
        return self.chains.get(number, [])

    @cached_property
    def chains(self) -> dict[int, list[Entry]]:
        grouped = defaultdict(list)
        for entry in self.entries:
            grouped[entry.fact].append(entry)
        return grouped

    @cached_property
    def facts(self) -> values.Facts:
        """All that the rule reads, as values, whole chains."""
        return rule_facts(self)

    @cached_property
    def late(self) -> in_force.Reading:
        """What stands at the moment, read with adoptions at their latest day."""
        return in_force.Reading(self.facts.at(self.at), cautious=True)

    @cached_property
    def early(self) -> in_force.Reading:
        """The same with adoptions at their earliest day."""
        return in_force.Reading(self.facts.at(self.at), cautious=False)

    def answer(self, day: date) -> Answer:
        """What applies on the day, by the rule."""
        if day not in self._answers:
            self._answers[day] = in_force.answer_of(self.late, self.early, day)
        return self._answers[day]
