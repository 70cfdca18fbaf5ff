"""What applies, in the sentences of domain.md (Terms), word for word from facts like those."""

from copy import deepcopy
from datetime import date, timedelta

import pytest
import time_machine
from django.utils.translation import override

from tests.adoption.renewal import ADOPTED, LAST, NOON, adopt, but, said
from tests.factories import EIGHT, BodyFactory, DecisionFactory, FollowUpFactory, TranscriptFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def new(renewed):
    return deepcopy(renewed)


# The sentences of domain.md


def test_the_last_of_eight(new):
    adopt(new, *but("sodertalje"))
    adopt(new, "sodertalje", on=LAST, paragraph="22")

    assert said()[0] == (
        "Programmet gäller sedan den 16 februari 2027, "
        "då kommunstyrelsen i Södertälje som den sista av åtta antog det (§ 22)."
    )


def test_the_period_is_over(new):
    assert (
        "Perioden 2023–2026 är slut och programmet för 2027–2030 är inte antaget av alla åtta. "
        "Till dess räknas programmet för 2023–2026 som gällande. "
        "Det är registrets regel, inte något som kommunerna har beslutat."
    ) in said()


# Since when


def test_the_paragraph_is_left_out_when_it_is_not_known(new):
    adopt(new, *but("tyreso"))
    adopt(new, "tyreso", on=LAST, paragraph="")

    assert said()[0].endswith("då kommunstyrelsen i Tyresö som den sista av åtta antog det.")


def test_the_council_is_named_when_it_adopted_last(new):
    adopt(new, *but("tyreso"))
    adopt(new, "tyreso", outcome="to_council")
    adopt(new, "tyreso", on=LAST, paragraph="4", case__kind="council")

    assert "då kommunfullmäktige i Tyresö som den sista av åtta antog det (§ 4)." in said()[0]


def test_several_last_ones_are_all_named(new):
    adopt(new, *but("salem", "tyreso"))
    adopt(new, "tyreso", "salem", on=LAST)

    assert said()[0] == (
        "Programmet gäller sedan den 16 februari 2027, "
        "då kommunstyrelsen i Salem och kommunstyrelsen i Tyresö som de sista av åtta antog det."
    )


def test_all_on_one_day(new):
    adopt(new, *EIGHT, on=LAST)

    assert said()[0] == "Programmet gäller sedan den 16 februari 2027, då alla åtta antog det."


def test_days_between_which_it_began(new):
    adopt(new, *EIGHT, on=None, earliest=ADOPTED, latest=LAST)

    assert said()[0] == (
        "Den 16 februari 2027 hade alla åtta antagit det; dagarna är ännu inte införda. "
        "Tidigast började det gälla den 2 februari 2027."
    )


def test_a_past_day_is_never_told_with_senast(new):
    adopt(new, *EIGHT, on=None, latest=LAST)

    assert "senast" not in " ".join(said()).lower()


# How sure


@pytest.mark.parametrize(
    "checked, sentence",
    [
        (0, "Inget av besluten är ännu granskat mot justerat protokoll."),
        (1, "enligt registrerade beslut, varav ett är granskat mot justerat protokoll."),
        (5, "enligt registrerade beslut, varav fem är granskade mot justerat protokoll."),
        (8, "Alla åtta besluten är granskade mot justerade protokoll."),
    ],
)
def test_how_many_are_checked(new, checked, sentence):
    for decision in adopt(new, *EIGHT)[:checked]:
        FollowUpFactory(decision=decision, step="checked", on=LAST)

    assert sentence in said()[1]


# Adopted and then not


def test_what_has_lost_an_adoption_is_not_settled(new):
    adoptions = adopt(new, *EIGHT)
    FollowUpFactory(decision=adoptions[-1], step="annulled", on=LAST)

    assert said() == [
        "Sedan den 16 februari 2027 har inte längre alla antagit programmet för 2027–2030. "
        "För att det ska gälla igen måste det antas på nytt av kommunstyrelsen i Tyresö."
    ]


def test_what_is_inhibited_stands_again_when_that_is_lifted(new):
    adoptions = adopt(new, *EIGHT)
    FollowUpFactory(decision=adoptions[-1], step="inhibition", on=LAST)

    assert said()[0].endswith("Upphävs inhibitionen i Tyresö, står antagandet där igen.")


def test_what_the_council_adopted_it_must_adopt_anew(new):
    adopt(new, *but("tyreso"))
    DecisionFactory(
        case__placement=new,
        case__slug="tyreso",
        on=ADOPTED,
        outcome="to_council",
        text_change="not_stated",
        document="not_stated",
        paragraph="1",
    )
    council = DecisionFactory(
        case__placement=new, case__slug="tyreso", case__kind="council", on=ADOPTED, paragraph="2"
    )
    FollowUpFactory(decision=council, step="annulled", on=LAST)

    assert "antas på nytt av kommunfullmäktige i Tyresö." in said()[0]


def test_earlier_days_keep_their_answer_with_a_remark(new):
    adoptions = adopt(new, *EIGHT)
    FollowUpFactory(decision=adoptions[-1], step="rescinded", on=LAST)

    assert said(on=ADOPTED)[-1] == (
        "Det antagande som kommunstyrelsen i Tyresö gjorde upphörde senare, den 16 februari 2027. "
        "Det ändrar inte svaret för den här dagen."
    )


# What is not known


def test_one_or_the_other(new):
    adopt(new, *but("tyreso"))
    adopt(new, "tyreso", on=None, earliest=ADOPTED, latest=LAST)

    assert said(on=date(2027, 2, 10)) == [
        "Antingen gällde programmet för 2023–2026 eller programmet för 2027–2030.",
        "Det beror på vilka dagar Tyresö antog programmet för 2027–2030. "
        "Registret vet bara att det var gjort den 16 februari 2027.",
    ]


# An adjusted wording


def test_an_adjusted_wording_is_told_with_the_committees_day(applied, new):
    adjusted = TranscriptFactory(slug="justerad", adjustment=True, adjusts=applied.revision)
    DecisionFactory(case__placement=adjusted, case__body=BodyFactory(committee=True), on=ADOPTED)

    words = (
        "Det används i justerad lydelse, av samarbetskommittén sedan den 2 februari 2027; "
        "något beslut av kommunstyrelserna är inte känt."
    )
    assert words in said()
    assert words not in said(on=ADOPTED - timedelta(days=1))


# In English


def test_the_same_in_english(new):
    adopt(new, *but("sodertalje"))
    adopt(new, "sodertalje", on=LAST, paragraph="22")

    with override("en"):
        sentence = said()[0]

    assert all(
        words in sentence for words in ("since 16 February 2027", "Södertälje", "last of the eight", "§ 22")
    )
