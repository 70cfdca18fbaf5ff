"""The canonical form: the same words give the same bytes, other words never do."""

import hashlib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from programme.canonical import canonical, fingerprint
from programme.models import Part, Revision
from programme.models.structure import PartKind
from programme.texts import arrange

ANNEX = "a" * 64


def stated(**changed) -> Revision:
    known = {"title": "Programmet", "period_first": 2027, "period_last": 2030, "horizon": 2040}
    return Revision(**known | changed)


def tree(*parts: tuple) -> list:
    """Texts in order; each (kind, text), with heading and network if wanted; goals and points go under the last above."""
    rows, above = [], {}
    for number, (kind, text, *more) in enumerate(parts, 1):
        words = dict(zip(("heading", "network"), more, strict=False))
        parent = {PartKind.GOAL: PartKind.FOCUS_AREA, PartKind.POINT: PartKind.GOAL}.get(kind)
        row = Part(
            pk=number,
            key=f"k{number}",
            kind=kind,
            text=text,
            position=number,
            parent=above.get(parent),
            **words,
        )
        above[kind] = row
        rows.append(row)
    return arrange(rows, {}, transcript=False)


def test_the_form_is_what_the_page_says():
    texts = tree(
        (PartKind.VISION, "Södertörn leder."),
        (PartKind.SECTION, "Rad ett\nrad två", "Inledning"),
        (PartKind.FOCUS_AREA, "Infrastruktur", "", "Planeringschefer"),
        (PartKind.GOAL, "Stark infrastruktur"),
        (PartKind.POINT, "Spårväg syd"),
        (PartKind.ANNEX, "", "Bilaga 1"),
    )

    form = canonical(stated(not_before=date(2027, 1, 1)), texts, ANNEX)

    assert form.decode().splitlines() == [
        "sodertorns-utvecklingsprogram 1",
        *[
            "title",
            "  Programmet",
            "period",
            "  2027-2030",
            "horizon",
            "  2040",
            "not-before",
            "  2027-01-01",
        ],
        *["vision", "  Södertörn leder.", "section", "  Rad ett", "  rad två", "heading", "  Inledning"],
        *["focus-area", "  Infrastruktur", "network", "  Planeringschefer"],
        *["goal", "  Stark infrastruktur", "point", "  Spårväg syd", "annex-sha256", f"  {ANNEX}"],
    ]
    assert fingerprint(form) == hashlib.sha256(form).hexdigest()


def test_composed_and_decomposed_letters_and_line_ends_are_the_same_words():
    one = canonical(stated(), tree((PartKind.VISION, "Ångest\nvis")), "")
    other = canonical(stated(), tree((PartKind.VISION, "A\u030angest\r\nvis")), "")

    assert one == other


def test_no_words_can_pass_for_a_tag():
    honest = canonical(stated(), tree((PartKind.VISION, "Ett"), (PartKind.PURPOSE, "två")), "")
    forged = canonical(stated(), tree((PartKind.VISION, "Ett\npurpose\n  två")), "")

    assert honest != forged


kinds = st.sampled_from([PartKind.SECTION, PartKind.VISION, PartKind.FOCUS_AREA])
words = st.text(alphabet="ab \n", max_size=4)
texts = st.lists(st.tuples(kinds, words, words), max_size=3).map(
    lambda rows: sorted(rows, key=lambda row: list(PartKind).index(row[0]))
)


@given(texts, texts)
def test_different_texts_have_different_forms(one, other):
    forms = [canonical(stated(), tree(*rows), "") for rows in (one, other)]

    assert (forms[0] == forms[1]) == (one == other)
