"""What comes after a decision is filed, corrected, ruled on and checked, each with a page that asks first."""

from copy import deepcopy

import pytest

from adoption.models import FollowUp
from sodertorn.desk.uploads import keep
from sodertorn.register import Register
from tests.desk.decided import address, held, is_there, says
from tests.desk.rooms import carried_file, confirmed, desk_of, errors, read, send, strategist
from tests.factories import DecisionFactory, ExtractFactory, FollowUpFactory, SentFactory, answer, day
from tests.pdf_files import upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(scope="module")
def adopted_once(shared):
    return DecisionFactory(case__placement=SentFactory(seats=["huddinge"]), by=strategist(name="Strateg Ett"))


@pytest.fixture
def desk(adoption):
    return desk_of(adoption.entry.by)


@pytest.fixture
def another():
    return desk_of(strategist(name="Strateg Två"))


@pytest.fixture
def adoption(adopted_once):
    """The only seat's, by which the programme applies since day 10."""
    return deepcopy(adopted_once)


def filed(step):
    return FollowUp.objects.filter(step=step).latest("entry")


def file(desk, adoption, name, number=14, **other):
    return confirmed(
        desk,
        address(adoption, "uppfoljning/"),
        **{"what": name, "on": day(number).isoformat(), "source_kind": "message"} | other,
    )


# Filing


@pytest.mark.parametrize("name", ["signed", "announced", "taken_down", "appealed", "judgment", "legal_force"])
def test_the_life_of_the_minutes_is_filed(desk, adoption, name):
    done = file(desk, adoption, name, words="FR 123-25", odd_reason="Så var det.")

    assert done.response.url == address(adoption)
    assert (filed(name).on, filed(name).words) == (day(14), "FR 123-25")


@pytest.mark.parametrize("name", ["annulled", "rescinded", "inhibition"])
def test_an_end_changes_what_applies_and_says_so(desk, adoption, name):
    typed = {"step": "review", "what": name, "on": day(15).isoformat(), "source_kind": "message"}
    page = send(desk, address(adoption, "uppfoljning/"), **typed)
    assert "måste det antas på nytt" in " ".join(says(page))

    file(desk, adoption, name, 15)

    assert [answer(n).kind for n in (14, 15)] == ["applies", "unsettled"]


def test_an_inhibition_is_lifted(desk, adoption):
    inhibition = FollowUpFactory(decision=adoption, step="inhibition", on=day(15))

    file(desk, adoption, "inhibition_lifted", 18, lifts=str(inhibition.pk))

    assert [answer(n).kind for n in (14, 15, 17, 18)] == ["applies", "unsettled", "unsettled", "applies"]


def test_an_extract_is_filed_with_its_name(desk, adoption):
    carried, sha256 = carried_file(desk), keep(upload())

    file(desk, adoption, "extract_filed", extract=carried, extract_named="§ 7.pdf")

    assert (filed("extract_filed").extract_id, filed("extract_filed").file_name) == (sha256, "§ 7.pdf")
    assert f"/admin/utdrag/{sha256}/" in read(desk, address(adoption)).values("a", "href")


WRONG = {
    "nothing chosen": ({"what": ""}, "Vad har hänt?"),
    "no day": ({"on": ""}, "Ange dagen"),
    "a day to come": ({"on": "2199-01-01"}, "har inte varit än"),
    "the year 20233": ({"on": "20233-01-01"}, "ingen dag"),
    "a personal number": ({"words": "811228-9874"}, "personnummer"),
    "no file": ({"what": "extract_filed"}, "Välj filen"),
    "nothing about how it is known": ({"source_words": ""}, "Välj hur det är känt"),
    "nothing to lift": ({"what": "inhibition_lifted"}, "Vad har hänt?"),
    "nothing to review": ({"what": "extract_reviewed"}, "Vad har hänt?"),
    "a check, which has its own page": ({"what": "checked"}, "Vad har hänt?"),
}


@pytest.mark.parametrize(("other", "told"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_told_and_all_that_was_typed_is_there(desk, adoption, other, told):
    typed = {"what": "signed", "on": day(14).isoformat(), "words": "mål 1", "source_words": "så"} | other

    page = send(desk, address(adoption, "uppfoljning/"), step="review", **typed)

    assert told in errors(page)
    possible = {"signed", "extract_filed", ""}
    assert is_there(
        {name: words for name, words in typed.items() if name != "what" or words in possible}, page
    )
    assert not FollowUp.objects.exists()


def test_the_same_again_leads_to_the_decision(desk, adoption):
    typed = {"what": "signed", "on": day(14).isoformat(), "source_kind": "message", "seen": "9999"}
    send(desk, address(adoption, "uppfoljning/"), step="confirm", **typed)

    again = send(desk, address(adoption, "uppfoljning/"), step="confirm", **typed, odd_reason="En gång till.")

    assert again.response.url == address(adoption)
    assert "redan registrerad" in read(desk, address(adoption)).main
    assert FollowUp.objects.filter(step="signed").count() == 1


MESSAGE = {"source_kind": "message", "seen": "9999", "step": "confirm"}
ODD = {
    "signed before the meeting": ("signed", 9, "före sammanträdet"),
    "signed after 15 days": ("signed", 25, "mer än 14 dagar"),
    "announced before it was signed": ("announced", 11, "innan det justerades"),
    "announced late": ("announced", 17, "mer än två dagar"),
    "taken down too early": ("taken_down", 30, "innan överklagandetiden"),
    "legal force within three weeks": ("legal_force", 20, "kunde ännu överklagas"),
    "a judgment without an appeal": ("judgment", 20, "ingen uppgift om överklagande"),
    "a second one": ("announced", 14, "redan en sådan uppgift"),
}


@pytest.mark.parametrize(("name", "number", "told"), ODD.values(), ids=ODD.keys())
def test_what_is_odd_is_confirmed_with_a_reason(desk, adoption, name, number, told):
    if name != "signed":
        FollowUpFactory(decision=adoption, step="signed", on=day(13))
        FollowUpFactory(decision=adoption, step="announced", on=day(13))
    typed = MESSAGE | {"what": name, "on": day(number).isoformat()}
    assert told in send(desk, address(adoption, "uppfoljning/"), **typed).main

    send(desk, address(adoption, "uppfoljning/"), **typed, odd_reason="Så står det på anslagstavlan.")

    assert filed(name).entry.reason == "Så står det på anslagstavlan."


def test_an_appeal_and_legal_force_speak_against_each_other(desk, adoption):
    typed = MESSAGE | {"on": day(40).isoformat()}
    FollowUpFactory(decision=adoption, step="appealed", on=day(20))
    force = send(desk, address(adoption, "uppfoljning/"), **typed, what="legal_force")
    FollowUpFactory(decision=adoption, step="legal_force", on=day(35))
    judgment = send(desk, address(adoption, "uppfoljning/"), **typed, what="judgment")

    assert "Beslutet är överklagat, och registret har ingen uppgift om dom." in force.main
    assert "Beslutet har redan fått laga kraft enligt registret." in judgment.main


def test_only_an_adoption_can_be_ended(desk):
    noted = DecisionFactory(outcome="noted")

    assert "annulled" not in read(desk, address(noted, "uppfoljning/")).values("option", "value")


# Correcting what was filed


def test_what_was_filed_is_corrected(desk, adoption):
    signed = FollowUpFactory(decision=adoption, on=day(14))
    there = address(adoption, f"uppfoljning/{signed.pk}/ratta/")
    assert held(read(desk, there))["on"] == day(14).isoformat()

    confirmed(desk, there, correction="typing_error", reason="Slog fel.", on=day(15).isoformat())

    assert (filed("signed").on, filed("signed").entry.reason) == (day(15), "Slog fel.")


def test_what_never_happened_is_struck(desk, adoption):
    end = FollowUpFactory(decision=adoption, step="annulled", on=day(15))
    there = address(adoption, f"uppfoljning/{end.pk}/ratta/")

    confirmed(desk, there, correction="never_happened", reason="Fel kommun.", on="")

    assert answer(20).kind == "applies"


def test_a_correction_that_changes_nothing_is_refused(desk, adoption):
    signed = FollowUpFactory(decision=adoption, on=day(14))
    there = address(adoption, f"uppfoljning/{signed.pk}/ratta/")

    page = send(desk, there, step="confirm", correction="typing_error", reason="Fel.", on=day(14).isoformat())

    assert "Ingenting ändrades." in errors(page)


@pytest.mark.parametrize("number", [1, 999])
def test_what_was_not_filed_on_the_decision_is_not_there(desk, adoption, number):
    assert read(desk, address(adoption, f"uppfoljning/{number}/ratta/")).status == 404


# Ruling


@pytest.fixture
def doubtful(adoption):
    return DecisionFactory(
        case__placement=SentFactory(seats=["tyreso"]),
        case__slug="tyreso",
        conditional=True,
        doubt_words="om medel finns",
    )


def test_a_doubtful_adoption_is_ruled_on(desk, doubtful):
    there = address(doubtful, "avgora/")
    page = send(desk, there, step="review", counts="yes", words="Medel finns.")
    assert says(page)[0] == "Antagandet räknas."

    confirmed(desk, there, counts="yes", words="Medel finns.")

    assert filed("ruled").counts is True
    assert Register().late.adoption(doubtful.case.revision.slug, "tyreso", day(10))


def test_what_is_to_be_ruled_on_stands_beside_the_form(desk, doubtful):
    FollowUpFactory(decision=doubtful, step="extract_filed", extract=ExtractFactory())

    page = read(desk, address(doubtful, "avgora/"))

    assert "om medel finns" in page.main
    assert any("/utdrag/" in link for link in page.values("a", "href"))


def test_a_changed_ruling_is_a_correction(desk, doubtful):
    there = address(doubtful, "avgora/")
    confirmed(desk, there, counts="yes", words="Medel finns.")

    confirmed(
        desk,
        there,
        counts="no",
        words="Medel fanns inte.",
        correction="typing_error",
        reason="Vi läste fel.",
    )

    assert (filed("ruled").counts, filed("ruled").entry.act) == (False, "correct")


@pytest.mark.parametrize("missing", ["counts", "words"])
def test_a_ruling_says_whether_and_why(desk, doubtful, missing):
    typed = {"counts": "no", "words": "Medel finns inte."} | {missing: ""}

    page = send(desk, address(doubtful, "avgora/"), step="confirm", **typed)

    assert errors(page)
    assert is_there(typed, page)


def test_the_same_ruling_again_leads_to_the_decision(desk, doubtful):
    there, typed = address(doubtful, "avgora/"), {"counts": "yes", "words": "Ja.", "seen": "9999"}
    send(desk, there, step="confirm", **typed)

    again = send(desk, there, step="confirm", correction="typing_error", reason="Igen.", **typed)

    assert again.response.url == address(doubtful)
    assert FollowUp.objects.filter(step="ruled").count() == 1


def test_what_is_not_doubtful_has_nothing_to_rule_on(desk, adoption):
    page = read(desk, address(adoption, "avgora/"))

    assert "inget tveksamt att avgöra" in page.main
    assert "counts" not in held(page)


# A decision that never was


def test_what_never_happened_has_nothing_after_it(desk, adoption):
    confirmed(desk, address(adoption, "ratta/"), correction="never_happened", reason="Fel program.")

    for page in ("uppfoljning/", "avgora/", "granska/"):
        assert "aldrig fattats" in read(desk, address(adoption, page)).main


def test_the_extract_that_is_reviewed_is_one_of_those_filed(desk, adoption):
    FollowUpFactory(decision=adoption, step="extract_filed", extract=ExtractFactory())
    typed = {"what": "extract_reviewed", "on": day(14).isoformat(), "reviewed": ExtractFactory().pk}

    assert errors(send(desk, address(adoption, "uppfoljning/"), step="confirm", **typed))
