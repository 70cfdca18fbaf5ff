"""Form fields of the desk: days and texts as the register keeps them."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sodertorn.moments import NoSuchDay, parse_day
from sodertorn.plain_text import clean
from sodertorn.words import sentence_case, the_day


class DeskForm(forms.Form):
    """A form whose empty fields the server tells of; the browser only stops a day that doesn't exist.

    A browser that is told to check nothing sends such a day as nothing at all.
    """

    use_required_attribute = False

    def to_carry(self):
        """What was typed, as the page that asks whether all is right carries it along."""
        return self.data


class DayInput(forms.DateInput):
    """The browser's own calendar; a line of text for what is no day, which a browser would not show."""

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"]
        context["widget"]["type"] = "date" if not shown or is_day(shown) else "text"
        return context


def is_day(text: str) -> bool:
    try:
        return bool(parse_day(text))
    except NoSuchDay:
        return False


class DayField(forms.Field):
    """A calendar day written YYYY-MM-DD. With `past=True` not one that is to come."""

    def __init__(self, *, past: bool = False, **more):
        more.setdefault("widget", DayInput())
        super().__init__(**more)
        self.past = past

    def to_python(self, value):
        if value in self.empty_values:
            return None
        try:
            day = parse_day(str(value).strip())
        except NoSuchDay as wrong:
            words = _("”%s” är ingen dag som registret kan ha. Skriv år, månad och dag: 2027-02-16.")
            raise ValidationError(words % str(wrong)[:20], code="no_day") from wrong
        if self.past and day > localdate():
            words = _("%(day)s har inte varit än. Skriv en dag till och med i dag, %(today)s.")
            raise ValidationError(
                words % {"day": sentence_case(the_day(day)), "today": the_day(localdate())}, code="to_come"
            )
        return day


class Plain:
    """A text field in plain words (sodertorn.plain_text). Too long a text is told of, never cut by the browser."""

    lines = 0

    def widget_attrs(self, widget):
        attributes = super().widget_attrs(widget)
        attributes.pop("maxlength", None)
        return attributes

    def to_python(self, value):
        text = super().to_python(value)
        return clean(text if self.lines else " ".join(text.split()), self.max_length)


class PlainField(Plain, forms.CharField):
    """A text of at most `limit` characters (for a model's field: its `max_length`); on one line unless `lines` is given."""

    def __init__(self, *, limit: int = 0, lines: int = 0, **more):
        if lines:
            more.setdefault("widget", forms.Textarea({"rows": lines}))
        if limit:
            more["max_length"] = limit
        super().__init__(**more)
        self.lines = lines


class PlainEmail(Plain, forms.EmailField):
    pass


class PlainSlug(Plain, forms.SlugField):
    pass


class PlainAddress(Plain, forms.URLField):
    """A web address."""

    default_error_messages = {
        "invalid": gettext_lazy("Skriv hela adressen, så som den står i webbläsaren: https://…")
    }
