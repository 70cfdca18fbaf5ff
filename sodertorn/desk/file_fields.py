"""A file in a form is kept as soon as it has come, so that it need not be chosen again.

The form carries the file's hash: beside another field's error, and on the page that asks
whether all is right; signed for whoever uploaded it, for nobody else may file it or read it so
(sodertorn.desk.own_files). In the form itself it stands plain.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from sodertorn.desk.fields import DeskForm
from sodertorn.desk.own_files import signed, unsigned
from sodertorn.desk.uploads import keep, kept
from sodertorn.plain_text import clean

LONGEST_NAME = 200


class PdfInput(forms.FileInput):
    """Chooses a file, and says which one has come already, by the name that it had."""

    named = ""
    person: int
    """Whose form it is: the number of the account."""
    reads = False
    """Whether the form has other fields that can be read from the file."""

    def __init__(self, attrs=None):
        super().__init__({"accept": "application/pdf,.pdf"} | (attrs or {}))

    def value_from_datadict(self, data, files, name):
        self.named = data.get(f"{name}_named", "")
        return data.get(name, "")

    def render(self, name, value, attrs=None, renderer=None):
        chooser = super().render(name, None, attrs, renderer)
        sha256 = value if value and kept(value) else ""
        return render_to_string(
            "components/pdf_input.html",
            {
                "name": name,
                "sha256": sha256,
                "carried": signed(sha256, self.person),
                "named": self.named,
                "chooser": chooser,
                "reads": self.reads,
            },
        )


class PdfField(forms.CharField):
    """The SHA-256 of a file that is kept, or nothing; with `photos` also of what is made of a photo. Its form must be one that `KeepsFiles`."""

    widget = PdfInput

    def __init__(self, *, photos: bool = False, **more):
        super().__init__(**more)
        self.photos = photos
        if photos:  # a telephone that takes others makes a JPEG of them
            self.widget.attrs["accept"] += ",image/jpeg,image/png"

    def to_python(self, value):
        sha256 = super().to_python(value)
        if sha256 and not kept(sha256):
            raise not_kept()
        return sha256


def not_kept() -> ValidationError:
    return ValidationError(_("Filen finns inte kvar. Välj den igen."), code="not_kept")


def beside_another(unfit: ValidationError, named: str) -> ValidationError:
    """What is wrong with a file, where one that came before it stays."""
    words = _(
        "Den filen är inte mottagen. Filen %s, som kom förut, är kvar och lämnas in om du inte byter den."
    )
    stays = " ".join((words % named).split())  # it may have no name
    return ValidationError(" ".join([*unfit.messages, stays]), code=unfit.code)


class KeepsFiles(DeskForm):
    """Keeps each PDF that `person` uploads at once and puts its hash among what was typed."""

    def __init__(self, data=None, files=None, *, person, **more):
        super().__init__(None if data is None else data.copy(), files, **more)
        self.person = person.pk
        self.unfit: dict[str, ValidationError] = {}
        for name, field in self.fields.items():
            if isinstance(field, PdfField):
                field.widget.person = self.person
                field.widget.named = self.initial.get(f"{name}_named", "")[:LONGEST_NAME]
                if self.is_bound:
                    self._keep(name)

    def _keep(self, name: str) -> None:
        """A browser also sends the empty file box, as an empty text by the same name as the hash."""
        place = self.add_prefix(name)
        carried = next(filter(None, self.data.getlist(place)), "")
        self.data[place] = unsigned(carried, self.person)
        if carried and not self.data[place]:
            self.unfit[name] = not_kept()
        if f"{place}_drop" in self.data:
            self.data[place] = self.data[f"{place}_named"] = ""
            self.unfit.pop(name, None)
            del self.data[f"{place}_drop"]
        if upload := self.files.get(place):
            try:
                self.data[place] = keep(upload, photos=self.fields[name].photos)
                self.data[f"{place}_named"] = upload.name[:LONGEST_NAME]
                self.unfit.pop(name, None)
            except ValidationError as unfit:
                old = self.data.get(f"{place}_named", "") if self.data[place] else None
                self.unfit[name] = unfit if old is None else beside_another(unfit, old)

    def to_carry(self):
        """What was typed, with each file as this person's own."""
        carried = self.data.copy()
        for name, field in self.fields.items():
            if isinstance(field, PdfField):
                place = self.add_prefix(name)
                carried[place] = signed(self.data.get(place, ""), self.person)
        return carried

    def file_name(self, name: str) -> str:
        """What the file in a field was called, unless the name itself holds what may not be kept."""
        try:
            return clean(self.data.get(f"{self.add_prefix(name)}_named", ""), LONGEST_NAME)
        except ValidationError:
            return ""

    def clean(self):
        given = super().clean()
        for name, unfit in self.unfit.items():
            if name in self.fields:
                self._errors.pop(name, None)  # that none was chosen
                self.add_error(name, unfit)
        return given
