"""A decision's form is filled from its extract, where the person asks for it: each field marked until it is changed.

What was typed is never overwritten. The form carries along which file was read and which
fields that filled, in one hidden field, so it works without JavaScript and waits with the rest;
signed for the person, as the file itself is.
"""

from collections.abc import Callable

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _

from adoption.desk.file_reading import reading_of
from adoption.desk.filling_words import place_words, told_of, told_of_another
from adoption.reading.decided import is_limit
from adoption.reading.values import Asked, Found, Kind, Reading
from sodertorn.desk.fields import DeskForm
from sodertorn.desk.file_texts import Unreadable
from sodertorn.desk.own_files import signed, unsigned

READ = "read"
"""The step of the button that asks for it."""

CONFIRM = "desk/confirm_read.html"

BOXES = {"condition": "doubt_words", "reservation": "note"}
"""The form's field where what was read has another name there."""


class FilledFromExtract(DeskForm):
    """A form with `extract` whose other fields can be read from it."""

    read_from = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)
    told: str = ""
    """What came of the reading that was just asked for."""

    def read_extract(self, asked: Callable[[], Asked], whose: str = "", body: str = "") -> None:
        """Called when the form has all its fields; `whose` and `body` are what the decision must be of, where that is known."""
        self.question, self.must_be = asked, {"municipality": whose, "body": body}
        if "extract" not in self.fields:
            return
        self.fields["extract"].widget.reads = True
        if self.is_bound and self.data.get("step") == READ:
            self._fill()
        self._mark()

    def _fill(self) -> None:
        """Put what the file states into the boxes that are empty, or hold what an earlier file filled them with."""
        before, names = self._read_from()
        old = self._values(before)
        for name in names:
            if name in old and self.data.get(name) == old[name].value:
                del self.data[name]
        sha256 = "" if "extract" in self.unfit else self.data.get("extract", "")
        values = self._values(sha256, tell=True)
        filled = [name for name in values if name in self.fields and not self.data.get(name)]
        for name in filled:
            self.data[name] = values[name].value
        self.data["read_from"] = signed(" ".join([sha256, *filled]) if sha256 else "", self.person)
        if values:
            self.told = told_of(len(filled), decided="outcome" in values)

    def _read_from(self) -> tuple[str, list[str]]:
        sha256, *names = unsigned(self["read_from"].value() or "", self.person).split() or [""]
        return sha256, names

    def _values(self, sha256: str, tell: bool = False) -> dict[str, Found]:
        """What a file states, by the form's fields; with `tell` it is said when there is nothing."""
        told, values = "", {}
        if not sha256:
            told = _("Välj först filen som ska läsas.") if "extract" not in self.unfit else ""
        else:
            try:
                reading = reading_of(sha256, self.question())
                values = {name: one for name, one in boxes(reading).items() if self._takes(name, one)}
                told = told_of_another(reading, self.must_be) or ""
                values = {} if told else values
            except Unreadable:
                told = _(
                    "Filen kunde inte läsas: den är för stor eller för ovanligt gjord. Skriv uppgifterna själv."
                )
        if tell:
            self.told = told
        return values

    def _takes(self, name: str, one: Found) -> bool:
        choices = getattr(self.fields.get(name), "choices", None)
        return choices is None or one.value in {str(value) for value, _label in choices}

    def _mark(self) -> None:
        """Say beside each field what the file that was read states of it."""
        sha256, filled = self._read_from()
        if not sha256 or sha256 != self["extract"].value():
            return
        self.kept_as_read: list[tuple[str, str, str]] = []
        for name, one in self._values(sha256).items():
            if name in self.fields:
                self._mark_field(name, one, name in filled)

    def _mark_field(self, name: str, one: Found, filled: bool) -> None:
        field, bound = self.fields[name], self[name]
        value = bound.value()
        same = str(value) == one.value or value is True
        if same and not filled:
            return
        shown = dict(getattr(field, "choices", None) or {}).get(one.value, one.value)
        field.read = {"kept": same, "value": "" if same else shown, "place": place_words(one)}
        if not bound.use_fieldset:
            ids = [f"{bound.auto_id}_read", f"{bound.auto_id}_helptext" if field.help_text else ""]
            field.widget.attrs["aria-describedby"] = " ".join(filter(None, ids))
        if same:
            self.kept_as_read.append(
                (str(field.label), _("ja") if one.value == "on" else str(shown), place_words(one))
            )

    def add_error(self, field, error):
        """What is wrong with a marked field is read out beside its mark."""
        super().add_error(field, error)
        for name in self._errors:
            if name in self.fields and (ids := self.fields[name].widget.attrs.get("aria-describedby")):
                wrong = f"{self[name].auto_id}_error"
                self.fields[name].widget.attrs["aria-describedby"] = (
                    f"{ids.removesuffix(' ' + wrong)} {wrong}"
                )

    def full_clean(self):
        """Whoever asks for a reading isn't told yet of what is missing."""
        super().full_clean()
        if self.is_bound and self.data.get("step") == READ:
            self._errors = ErrorDict(
                {name: told for name, told in self._errors.items() if name in self.unfit}
            )

    @property
    def shown_as_read(self) -> list[tuple[str, str, str]]:
        """The fields that stand as they were read: label, value, place."""
        return getattr(self, "kept_as_read", [])


def boxes(reading: Reading) -> dict[str, Found]:
    """What was read, by the form's fields."""
    if reading.kind != Kind.MINUTES:
        return {}
    there = {BOXES.get(name, name): one for name, one in reading.fields.items()}
    if condition := reading.fields.get("condition"):
        box = "limited" if is_limit(condition.value) else "conditional"
        there[box] = Found("on", condition.page, condition.line, condition.words)
    return there


def as_read(form: FilledFromExtract) -> dict:
    """For the page that asks whether all is right."""
    return {"as_read": form.shown_as_read}
