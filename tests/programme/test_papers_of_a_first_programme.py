"""The papers of the first programme in the register, which replaces none, and of the one after it."""

from datetime import date

import pytest

from programme.papers.paper import Papers
from sodertorn.register import Register
from tests.factories import MunicipalityFactory, PartFactory, RevisionFactory, SentFactory
from tests.pages.site import spaces

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def papers(sent) -> Papers:
    placement, day = Register().placements[sent.revision.slug], date(2023, 2, 15)
    return Papers(Register(), placement, MunicipalityFactory(slug="huddinge"), today=day, dated=day)


def words(paper) -> str:
    return "\n".join("".join(run.words for run in block.runs) for block in paper.blocks)


def test_an_area_keeps_its_capitals_and_what_the_programme_lacks_is_not_counted():
    draft = RevisionFactory()
    PartFactory(revision=draft, kind="overall_goal", key="mal", text="Vi växer")
    area = PartFactory(revision=draft, kind="focus_area", key="it", text="IT och digitalisering")
    PartFactory(revision=draft, kind="goal", key="it/1", parent=area, text="Bredband")

    said = words(papers(SentFactory(revision=draft)).report)

    assert "ett övergripande mål samt ett långsiktigt mål för fokusområdet ”IT och digitalisering”" in said
    assert "en vision" not in said


def test_the_letter_says_when_the_programme_begins_to_apply_and_what_it_replaces():
    draft = RevisionFactory(texts=True, not_before=date(2026, 1, 1))

    first = spaces(words(papers(SentFactory(revision=draft)).letter))
    later = spaces(words(papers(SentFactory()).letter))

    assert "Huddinge och Tyresö har antagit det, tidigast från och med den 1 januari 2026." in first
    assert "kommunfullmäktige där kommunstyrelsen lämnar ärendet dit" in first
    assert f"Huddinge och Tyresö har antagit det, och ersätter då {draft.title}." in later
