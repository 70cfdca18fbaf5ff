"""A register with ten times as much in it: rows written in bulk, since here only their number matters."""

from collections import defaultdict
from itertools import count, cycle, islice

from django.utils import timezone

from adoption.models import Body, Case, CaseDetail, Citation, Decision, FollowUp, Municipality, Seat, Source
from programme.models import Lineage, Part, Placement, Revision, TextRecord, Translation
from sodertorn.journal import Entry, Fact, head

TIMES, MUNICIPALITIES = 10, 80
FACTS = (Placement, Case, Decision, FollowUp, CaseDetail, TextRecord, Lineage, Translation)


def amounts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in (Revision, Part, Seat, Citation, *FACTS)}


class Crowd:
    """Nine more for every programme, seat, decision, text and so on that the register holds."""

    def __init__(self):
        self.amounts = amounts()
        self.numbers = count(head().number + 1)
        self.rows = defaultdict(list)
        self.placed: list[tuple[Placement, list[Body]]] = []

    def add(self) -> None:
        self.add_municipalities()
        self.add_programmes()
        for placement, boards in self.placed:
            for body in boards[1:]:  # the first has not adopted: what applies stays as it was
                self.add_decision(placement, body)
        self.add_texts()
        for model in (Entry, *FACTS, Seat, Citation):
            model.objects.bulk_create(self.rows[model])

    def each(self, model) -> int:
        """How many for each added programme."""
        return -(-(TIMES - 1) * self.amounts[model.__name__] // len(self.placed))

    def state(self, fact: Fact) -> Fact:
        number = next(self.numbers)
        entry = Entry(number=number, fact=number, recorded=timezone.now(), office="Kansliet")
        entry.kind, entry.act, fact.entry = fact.KIND, "register", entry
        self.rows[Entry].append(entry)
        self.rows[type(fact)].append(fact)
        return fact

    def add_municipalities(self) -> None:
        names = [f"Kommun {n}" for n in range(MUNICIPALITIES - Municipality.objects.count())]
        made = Municipality.objects.bulk_create(
            Municipality(code=f"9{n:03}", slug=f"kommun-{n}", name=name, full_name=name)
            for n, name in enumerate(names)
        )
        Body.objects.bulk_create(Body(municipality=municipality, kind="board") for municipality in made)

    def add_programmes(self) -> None:
        """One after the other at the end of the line; the first has every municipality for a seat."""
        last = Placement.objects.order_by("entry").last().revision
        boards = list(Body.objects.filter(kind="board").order_by("-pk"))
        turns = cycle(boards)
        for n in range((TIMES - 1) * self.amounts["Placement"]):
            revision = Revision.objects.create(slug=f"program-{n}", title=f"Program {n}")
            placement = Placement(
                revision=revision, title=revision.title, origin="transcribed", replaces=last
            )
            chosen = list(islice(turns, 7)) if n else boards
            self.placed.append((self.state(placement), chosen))
            self.rows[Seat] += [Seat(placement=placement, body=body) for body in chosen]
            last = revision

    def add_decision(self, placement: Placement, body: Body) -> None:
        day = timezone.localdate()
        case = self.state(Case(revision=placement.revision, body=body))
        adopted = Decision(case=case, outcome="adopted", earliest=day, latest=day, paragraph_kind="not_known")
        self.state(adopted)
        self.state(FollowUp(decision=adopted, step="checked", on=day))
        self.state(CaseDetail(case=case, detail="number", words="KS 1"))
        source = Source.objects.first()
        self.rows[Citation] += [
            Citation(entry=adopted.entry, source=source, words=f"Ord {n}") for n in range(4)
        ]

    def add_texts(self) -> None:
        """An area with goals in every programme; each goal goes back to one of the programme before."""
        earlier = [None] * self.each(Part)
        for placement, _boards in self.placed:
            area = Part.objects.create(revision=placement.revision, key="area", kind="focus_area")
            goals = Part.objects.bulk_create(
                Part(revision=area.revision, key=f"goal-{n}", kind="goal", parent=area)
                for n in range(len(earlier) + 1)
            )
            for part in (area, *goals):
                self.state(TextRecord(part=part, text=f"Texten {part.key}"))
                self.state(Translation(revision=part.revision, part=part, text=f"The text {part.key}"))
            for later, before in zip(goals, earlier, strict=False):
                self.state(Lineage(later=later, earlier=before))
            earlier = goals[:-1]
