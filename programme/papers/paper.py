"""A paper as a value: blocks of words, the same for Word and for print."""

from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.utils.translation import override

from adoption.models import Municipality
from programme.errata import Errata
from programme.models import PaperWordings, Placement
from programme.papers.facts import values
from programme.papers.wordings import Run, Values, fill, gap, words_of
from sodertorn.words import sentence_case, the_day

TEXT, TITLE, HEADING, SUBHEADING = "text", "title", "heading", "subheading"


@dataclass(frozen=True)
class Block:
    """A paragraph or a heading."""

    kind: str
    runs: list[Run]


@dataclass
class Paper:
    """One paper of a municipality: what it is called, its day, and what it says."""

    kind: str
    name: str
    title: str
    day: date
    blocks: list[Block] = field(default_factory=list)

    def add(self, kind: str, *paragraphs: list[Run]) -> None:
        self.blocks += [Block(kind, runs) for runs in paragraphs]

    def head(self, words: str, kind: str = HEADING) -> None:
        self.add(kind, [Run(words)])


class Papers:
    """The papers of one municipality about one programme, and what is missing in them.

    They are about `today`; `dated` is the day of the municipality's own report, and None leaves a gap.
    """

    def __init__(self, register, placement: Placement, municipality: Municipality, *, today, dated=None):
        self.placement, self.municipality = placement, municipality
        errata = Errata(register, today)
        self.written = max([placement.sent_on, *errata.days(placement.revision.slug)])
        """The day of what the letter says last: it holds the errata too (R1b)."""
        self.day = dated or self.written
        with override("sv"):
            self.values: Values = values(register, placement, municipality, today=today, dated=dated)
        self.body = words_of(self.values["organet"])
        self.own = PaperWordings.objects.filter(revision=placement.revision).first() or PaperWordings()

    def begin(self, paper: Paper) -> None:
        if settings.DEMO:
            paper.add(TEXT, [Run("Demonstration. Uppgifterna är påhittade.")])
        paper.head(self.placement.title, TITLE)

    def worded(self, place: str) -> list[list[Run]]:
        return fill(self.own.worded(place), self.values)

    @property
    def proposal(self) -> list[list[Run]]:
        """The proposed decision, in the form in which the municipality decides."""
        passive = self.municipality.decision_form.startswith("…")
        return self.worded("proposal_passive" if passive else "proposal_active")

    @property
    def letter(self) -> Paper:
        """The covering letter (missiv): one page."""
        paper = Paper("missiv", "missiv", f"Missiv: {self.placement.title}", self.written)
        self.begin(paper)
        paper.add(TEXT, [Run(f"Till {self.body} i {self.municipality.full_name}")])
        paper.add(TEXT, *self.worded("letter"))
        with override("sv"):
            sent = the_day(self.placement.sent_on)
            if self.written > self.placement.sent_on:
                sent += f", kompletterat {the_day(self.written)} med rättelse av skrivfel"
        paper.add(TEXT, [Run(f"Södertörnskommunernas samverkansstrateg, {sent}")])
        return paper

    @property
    def report(self) -> Paper:
        """The officer's report, with the headings of Huddinge's of 15 February 2023."""
        name = self.municipality.paper or "beslutsunderlag"
        paper = Paper("underlag", name, f"{sentence_case(name)}: {self.placement.title}", self.day)
        self.begin(paper)
        paper.head("Förslag till beslut")
        paper.head(f"{sentence_case(self.body)}s beslut", SUBHEADING)
        paper.add(TEXT, *self.proposal)
        paper.head("Sammanfattning")
        paper.add(TEXT, *self.worded("summary"))
        paper.head("Beskrivning av ärendet")
        for heading, place in (
            ("Bakgrund", "background"),
            ("Syftet", "purpose"),
            ("Processen för att ta fram utvecklingsprogrammet", "process"),
            ("Södertörns utvecklingsprogram i korthet", "in_short"),
        ):
            paper.head(heading, SUBHEADING)
            paper.add(TEXT, *self.worded(place))
        paper.head("Förvaltningens synpunkter")
        paper.add(TEXT, *self.worded("view"), [gap("förvaltningens egna synpunkter")])
        paper.head("Ekonomiska och juridiska konsekvenser")
        paper.add(TEXT, *self.worded("consequences"), [gap("förvaltningens bedömning för kommunen")])
        paper.add(TEXT, [gap("namn och titel")])
        paper.head("Bilaga")
        paper.add(TEXT, [Run(f"Bilaga 1. {self.placement.title}")])
        paper.head("Beslutet ska skickas till")
        paper.add(TEXT, [Run("Södertörnskommunernas samverkansstrateg")])
        return paper

    @property
    def minutes(self) -> list[list[Run]]:
        """What can be pasted into the minutes."""
        return [*self.proposal, *self.worded("minutes")]

    @property
    def gaps(self) -> list[str]:
        """What the register doesn't know of what the papers state, each once."""
        blocks = [*self.letter.blocks, *self.report.blocks]
        found = [run.gap for block in blocks for run in block.runs if run.gap]
        return list(dict.fromkeys(found))

    def proposed(self) -> str:
        """The proposed decision as one text."""
        return "\n\n".join(words_of(runs) for runs in self.proposal)
