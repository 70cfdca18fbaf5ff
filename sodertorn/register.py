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
from adoption.models import Case, CaseDetail, Citation, Decision, FollowUp, Municipality, Seat
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
from sodertorn.journal import Act, Entry
from sodertorn.rule_facts import rule_facts
from sodertorn.standing import standing
from sodertorn.swedish import sort_key

READ_FOR_AN_ACT = (
    *("all_placements", "all_withdrawals", "all_decisions", "all_follow_ups", "all_cases", "all_details"),
    "entries",
)
"""The rows that an act may add to, and that tell what it made of the register."""


def in_order(rows: QuerySet) -> list:
    """In the order in which they were recorded: to sort here is cheaper than to have Django write it into SQL."""
    return sorted(rows.order_by(), key=lambda row: row.pk)


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
    def all_placements(self) -> list[Placement]:
        related = ("entry", "revision", "replaces", "adjusts", "instead_of", "term")
        return in_order(Placement.objects.select_related(*related))

    @cached_property
    def seats(self) -> dict[int, list[Seat]]:
        """Each placement's seats, in Swedish order, by the number of its entry."""
        grouped = defaultdict(list)
        for seat in in_order(Seat.objects.select_related("body__municipality")):
            grouped[seat.placement_id].append(seat)
        return {
            number: sorted(seats, key=lambda s: sort_key(str(s.body.municipality or "")))
            for number, seats in grouped.items()
        }

    @cached_property
    def all_withdrawals(self) -> list[Withdrawal]:
        return in_order(Withdrawal.objects.select_related("entry", "revision"))

    @cached_property
    def all_decisions(self) -> list[Decision]:
        related = ("entry", "case__entry", "case__revision", "case__body__municipality")
        return in_order(Decision.objects.select_related(*related))

    @cached_property
    def all_follow_ups(self) -> list[FollowUp]:
        related = ("entry", "decision__entry", "lifts__entry", "through__entry", "extract")
        return in_order(FollowUp.objects.select_related(*related))

    @cached_property
    def all_cases(self) -> list[Case]:
        return in_order(Case.objects.select_related("entry", "revision", "body__municipality"))

    @cached_property
    def all_details(self) -> list[CaseDetail]:
        return in_order(CaseDetail.objects.select_related("entry"))

    @cached_property
    def citations(self) -> dict[int, list[Citation]]:
        """What the sources say, by the number of the entry."""
        grouped = defaultdict(list)
        for citation in in_order(Citation.objects.select_related("source__municipality")):
            grouped[citation.entry_id].append(citation)
        return grouped

    @cached_property
    def entries(self) -> list[Entry]:
        """All entries by the moment, in order."""
        entries = Entry.objects.all()
        return in_order(entries.filter(recorded__lte=self.at) if self.at else entries)

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
        return Municipality.objects.in_swedish_order()

    @cached_property
    def seat_names(self) -> dict[str, str]:
        """The seats' names in the order in which they always stand."""
        return {m.slug: m.name for m in self.municipalities} | {values.COMMITTEE: _("samarbetskommittén")}

    @cached_property
    def all_text_records(self) -> list[TextRecord]:
        return in_order(TextRecord.objects.select_related("entry", "part"))

    @cached_property
    def text_records(self) -> dict[int, TextRecord]:
        """What stands of each text of a transcript, by its part."""
        return {record.part_id: record for record in standing(self.all_text_records, self.at)}

    @cached_property
    def checked_texts(self) -> set[int]:
        """The entries of texts that another person has compared with their source."""
        checks = standing(TextCheck.objects.select_related("entry").order_by(), self.at)
        return {check.record_id for check in checks}

    @cached_property
    def texts(self) -> dict[str, list[ProgrammeText]]:
        """Each programme's texts in their order, by its address."""
        parts = defaultdict(list)
        for part in Part.objects.filter(revision__in=Revision.objects.placed()):
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
        related = ("entry", "later__revision", "earlier__revision")
        return standing(Lineage.objects.select_related(*related).order_by(), self.at)

    @cached_property
    def translations(self) -> dict[tuple[int, int | None], Translation]:
        """English translations, by programme and part (None: the title)."""
        rows = Translation.objects.select_related("entry").order_by()
        return {(t.revision_id, t.part_id): t for t in standing(rows, self.at)}

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
