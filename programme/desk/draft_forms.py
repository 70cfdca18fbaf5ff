"""The form in which a whole draft is edited, and the one that begins a draft.

The editor's form is made from the draft's value: the structure travels in it as one
hidden `item` for each text, so that the page needs no script to add, move or remove. What
the fields may hold is decided by the act, not here: nothing typed is dropped on the way.
"""

from dataclasses import replace

from django import forms
from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programme.draft_names import choices, field_label, full_name
from programme.draft_words import field_name
from programme.drafting import KEY, MOST_ITEMS, ORDER, PARTICULARS, Draft, Item, arranged
from programme.models import Revision
from programme.models.structure import PARENT, SINGLE
from sodertorn.desk.fields import DeskForm, PlainField
from sodertorn.words import sentence_case

SEPARATOR, NONE, REMOVED, KEPT = " ", "-", "removed", "kept"
LINE = 58
"""About how many characters stand on a line of the editor, for the height of its boxes."""
LONGEST_NUMBER = 6


class Words(forms.CharField):
    """A box that takes whatever is typed; the act of saving says what is wrong with it."""

    def __init__(self, **options):
        super().__init__(required=False, strip=False, **options)

    def run_validators(self, value):
        pass


def box_label(draft: Draft, item: Item, words: str) -> str:
    """What a box is called among all of them, as where a mistake is told: `Fokusområde 1, mål 2`."""
    name = sentence_case(full_name(draft, item))
    return name if words == "text" else f"{name}, {field_label(words).lower()}"


class DraftForm(DeskForm):
    """All boxes of a draft, filled with its value."""

    def __init__(self, draft: Draft, why: str = "", name: str = ""):
        self.draft = draft
        typed = dict(draft.particulars) | {"why": why, "name": name}
        for item in draft.items:
            typed |= {field_name(item, words): getattr(item, words) for words in item.fields}
        super().__init__(typed, auto_id="%s")
        for word in PARTICULARS:
            self.fields[word] = Words(label=field_label(word), widget=particular_widget(word))
        for item in draft.items:
            for words in item.fields:
                box = textarea(getattr(item, words)) if words == "text" else forms.TextInput()
                self.fields[field_name(item, words)] = Words(label=box_label(draft, item, words), widget=box)
        self.fields["why"] = Words(
            label=_("Varför ändras det?"), help_text=_("Frivilligt. Sparas med versionen.")
        )
        self.fields["name"] = Words(
            label=_("Versionens namn"), help_text=_("Frivilligt, för en version som ska gå att hitta igen.")
        )


def particular_widget(name: str) -> forms.Widget:
    if name in ("term", "replaces"):
        return forms.Select(choices=[("", _("Inte valt")), *choices(name)])
    if name == "not_before":
        return forms.TextInput({"type": "date", "min": "1900-01-01", "max": "2199-12-31"})
    return textarea("", rows=1) if name == "title" else forms.TextInput({"inputmode": "numeric"})


def textarea(text: str, rows: int = 0) -> forms.Textarea:
    """A box as high as its text, also where the browser doesn't let it grow by itself."""
    lines = sum(1 + len(line) // LINE for line in text.split("\n"))
    return forms.Textarea({"rows": rows or min(max(lines, 2), 40), "cols": 40})


def written(item: Item) -> str:
    """An item's place, as the hidden field carries it."""
    return SEPARATOR.join([item.key, item.kind, item.parent or NONE, REMOVED if item.removed else KEPT])


def read_form(typed) -> Draft:
    """The draft that a form carries. Raises BadRequest for what no page of ours sends."""
    lines = typed.getlist("item")
    if len(lines) > 2 * MOST_ITEMS:  # two that met may have more than one may save: that is theirs to mend
        raise BadRequest("more texts than a page of ours has")
    items = [read_item(line, typed) for line in lines]
    by_key = {item.key: item for item in items}
    for item in items:
        parent = by_key.get(item.parent)
        if (parent.kind if parent else None) != PARENT.get(item.kind):
            raise BadRequest("a text outside its place")
    singles = [item.kind for item in items if item.kind in SINGLE]
    if len(by_key) != len(items) or len(singles) != len(set(singles)):
        raise BadRequest("a text twice")
    particulars = {name: newlines(typed.get(name, "")) for name in PARTICULARS}
    return arranged(particulars, items)


def read_item(line: str, typed) -> Item:
    key, kind, parent, state = (line.split(SEPARATOR) + 4 * [""])[:4]
    if not KEY.fullmatch(key) or kind not in ORDER or state not in (REMOVED, KEPT):
        raise BadRequest("no such text")
    item = Item(key, kind, "" if parent == NONE else parent, removed=state == REMOVED)
    words = {name: newlines(typed.get(field_name(item, name), "")) for name in item.fields}
    return replace(item, **words)


def newlines(text: str) -> str:
    """Line ends as they are stored: a browser sends them as CR LF."""
    return text.replace("\r\n", "\n")


def read_number(typed, name: str) -> int:
    """The number of a version that a form carries."""
    text = typed.get(name, "")
    if not text.isascii() or not text.isdigit() or len(text) > LONGEST_NUMBER:
        raise BadRequest("no number of a version")
    return int(text)


def is_full(draft: Draft) -> bool:
    return len(draft.items) >= MOST_ITEMS


class StartForm(DeskForm):
    """A new draft: what it is called, and what it begins from."""

    title = PlainField(limit=300, label=gettext_lazy("Titel"))
    slug = PlainField(
        limit=80,
        label=gettext_lazy("Adress"),
        help_text=gettext_lazy(
            "Programmets adress på webben, oftast perioden: 2027-2030. Den ändras inte sedan."
        ),
    )
    source = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Börja från"),
        help_text=gettext_lazy(
            "Texterna kopieras, och varje mål och område anges gå tillbaka på det som det kopierades från. "
            "Utkastet ersätter ändå det sista programmet i raden."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        titles = dict(choices("replaces"))
        self.programmes = {revision.slug: revision for revision in Revision.objects.filter(pk__in=titles)}
        named = [(slug, titles[str(revision.pk)]) for slug, revision in self.programmes.items()]
        self.fields["source"].choices = [("", _("Ett tomt program")), *sorted(named, reverse=True)]

    def clean_slug(self):
        slug = self.cleaned_data["slug"].lower().replace("–", "-")  # the dash that Word makes
        field = Revision._meta.get_field("slug")
        field.run_validators(slug)
        if Revision.objects.filter(slug=slug).exists():
            raise forms.ValidationError(_("Adressen används redan av ett annat program."))
        return slug

    def clean_source(self):
        return self.programmes.get(self.cleaned_data["source"])


class NameForm(DeskForm):
    """The name of one version among several on a page."""

    name = Words(label=gettext_lazy("Namn"))

    def __init__(self, data, *, number: int):
        super().__init__(data, auto_id=f"%s-{number}")
        self.number = number
