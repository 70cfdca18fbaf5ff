"""What if a board comes later, or refers the matter back? Asked of the runway; nothing is recorded."""

from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from adoption.runway import Runway, Stop
from adoption.runway_page import Course, adopting, body_of, deadline_words
from sodertorn.desk.fields import DayField, DeskForm
from sodertorn.words import listed, sentence_case, short_day, the_day

DAY, BACK, AGAIN = "dag", "ater", "igen"
YEAR = 365.25


class WhatIf(DeskForm):
    """For each seat that has not adopted: the day on which it does, or that it first refers the matter back, until another."""

    def __init__(self, runway: Runway, data=None):
        self.runway = runway
        self.stops = [stop for stop in runway.stops if not stop.comes]
        asked = data if data and any(name.startswith((DAY, BACK, AGAIN)) for name in data) else None
        super().__init__(asked)
        for stop in self.stops:
            seat = stop.seat.seat
            self.fields[f"{DAY}-{seat}"] = DayField(
                required=False, initial=stop.meeting, label=gettext_lazy("Antar det den")
            )
            self.fields[f"{BACK}-{seat}"] = forms.BooleanField(
                required=False, label=gettext_lazy("Återremitterar eller bordlägger först")
            )
            self.fields[f"{AGAIN}-{seat}"] = DayField(
                required=False, label=gettext_lazy("Antar det i så fall den")
            )
            for name in (DAY, BACK, AGAIN):
                self.fields[f"{name}-{seat}"].about = sentence_case(body_of(runway, stop))

    def clean(self):
        given = super().clean()
        for stop in self.stops:
            for name in (f"{DAY}-{stop.seat.seat}", f"{AGAIN}-{stop.seat.seat}"):
                on = given.get(name)
                if on and on < self.runway.day:
                    self.add_error(name, _("%s har redan varit.") % sentence_case(the_day(on)))
            self._refuse_order(given, stop)
        return given

    def _refuse_order(self, given: dict, stop: Stop) -> None:
        """A matter that is referred back comes again at a later meeting, and only then is there another day."""
        on, back, again = (given.get(f"{name}-{stop.seat.seat}") for name in (DAY, BACK, AGAIN))
        name = f"{AGAIN}-{stop.seat.seat}"
        if again is None or name in self.errors:
            return
        if not back:
            self.add_error(
                name, _("Kryssa i att ärendet återremitteras eller bordläggs, eller låt dagen vara tom.")
            )
        elif on and again <= on:
            self.add_error(
                name,
                _("Det ligger inte efter sammanträdet %s, då ärendet återremitteras eller bordläggs.")
                % the_day(on),
            )

    @property
    def courses(self) -> dict[str, Course]:
        """Where it is supposed to go otherwise than planned; nothing where nothing, or something impossible, is asked."""
        if not self.is_bound or not self.is_valid():
            return {}
        asked = {stop: self._course(stop) for stop in self.stops}
        return {stop.seat.seat: one for stop, one in asked.items() if one != Course(on=stop.meeting)}

    def _course(self, stop: Stop) -> Course:
        """A board that refers the matter back at its meeting adopts it on another day, or on one that nobody knows."""
        on, back, again = (self.cleaned_data[f"{name}-{stop.seat.seat}"] for name in (DAY, BACK, AGAIN))
        return Course(back=on, on=again) if back else Course(on=on)

    def rows(self) -> list[dict]:
        """The fields of each seat that has not adopted."""
        return [
            {
                "name": sentence_case(body_of(self.runway, stop)),
                "deadline": deadline_words(self.runway, stop),
                "meeting": short_day(stop.meeting) if stop.meeting else "",
                "missed": short_day(stop.missed) if stop.missed else "",
                "day": self[f"{DAY}-{stop.seat.seat}"],
                "back": self[f"{BACK}-{stop.seat.seat}"],
                "again": self[f"{AGAIN}-{stop.seat.seat}"],
            }
            for stop in self.stops
        ]

    def answer(self) -> str:
        """What would be, and of what; nothing when nothing is asked."""
        if self.errors:
            return _("Något är fel ifyllt och inte medräknat: bilden visar det som är planerat.")
        courses = self.courses
        if not courses:
            return ""
        told = {
            "what": listed(
                [
                    self._supposed(stop, courses[stop.seat.seat])
                    for stop in self.stops
                    if stop.seat.seat in courses
                ]
            )
        }
        days = adopting(self.runway, courses)
        if lacking := self.runway.unplanned(days):
            told["who"] = listed([body_of(self.runway, stop) for stop in lacking])
            words = _(
                "Om %(what)s går det inte att säga när programmet tidigast kan börja gälla: ingen dag är känd för %(who)s."
            )
            return words % told
        first = self.runway.first_day(days)
        if first is None:
            return _("Om %(what)s börjar programmet inte gälla.") % told
        told |= {"day": the_day(first), "than": self._than_planned(first)}
        return _("Om %(what)s kan programmet börja gälla tidigast %(day)s%(than)s.") % told

    def _supposed(self, stop: Stop, course: Course) -> str:
        """`kommunstyrelsen i Tyresö antar det den 16 mars 2027`."""
        told = {"body": body_of(self.runway, stop)}
        told |= {"back": course.back and the_day(course.back), "on": course.on and the_day(course.on)}
        if course.back and course.on:
            return _("%(body)s återremitterar eller bordlägger det %(back)s och antar det %(on)s") % told
        if course.back:
            return _("%(body)s återremitterar eller bordlägger det %(back)s") % told
        if course.on:
            return _("%(body)s antar det %(on)s") % told
        return _("dagen inte är känd för %(body)s") % told

    def _than_planned(self, first: date) -> str:
        planned = self.runway.planned
        before = None if self.runway.unplanned(planned) else self.runway.first_day(planned)
        if before is None:
            return ""
        if before == first:
            return _(", samma dag som planerat")
        days = abs((first - before).days)
        if years := int(days / YEAR):
            words = (
                ngettext(", mer än %d år senare än planerat", ", mer än %d år senare än planerat", years)
                if first > before
                else ngettext(
                    ", mer än %d år tidigare än planerat", ", mer än %d år tidigare än planerat", years
                )
            )
            return words % years
        words = (
            ngettext(", %d dag senare än planerat", ", %d dagar senare än planerat", days)
            if first > before
            else ngettext(", %d dag tidigare än planerat", ", %d dagar tidigare än planerat", days)
        )
        return words % days
