"""What if a board comes later, or refers the matter back? Asked of the runway; nothing is recorded."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from adoption.runway import Runway, Stop
from adoption.runway_page import body_of
from sodertorn.desk.fields import DayField, DeskForm
from sodertorn.words import listed, sentence_case, short_day, the_day

DAY, BACK, AGAIN = "dag", "ater", "igen"


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

    def clean(self):
        given = super().clean()
        for stop in self.stops:
            for name in (f"{DAY}-{stop.seat.seat}", f"{AGAIN}-{stop.seat.seat}"):
                on = given.get(name)
                if on and on < self.runway.day:
                    words = _("%s har redan varit.") % sentence_case(the_day(on))
                    self.add_error(name, ValidationError(words))
        return given

    @property
    def adopting(self) -> dict[str, date]:
        """The days that are asked about; those that are planned where nothing, or something impossible, is asked."""
        if not self.is_bound or not self.is_valid():
            return self.runway.planned
        return {stop.seat.seat: on for stop in self.stops if (on := self._day(stop))}

    def _day(self, stop: Stop) -> date | None:
        """A board that refers the matter back at its meeting adopts it on another day, or on one that nobody knows."""
        on, back, again = (self.cleaned_data[f"{name}-{stop.seat.seat}"] for name in (DAY, BACK, AGAIN))
        return again if back or again else on

    def rows(self) -> list[dict]:
        """The table that holds all that the picture shows of what is to come, each row with its fields."""
        return [
            {
                "name": sentence_case(body_of(self.runway, stop)),
                "deadline": short_day(stop.deadline) if stop.deadline else "",
                "meeting": short_day(stop.meeting) if stop.meeting else "",
                "missed": short_day(stop.missed) if stop.missed else "",
                "day": self[f"{DAY}-{stop.seat.seat}"],
                "back": self[f"{BACK}-{stop.seat.seat}"],
                "again": self[f"{AGAIN}-{stop.seat.seat}"],
            }
            for stop in self.stops
        ]

    def answer(self) -> str:
        """What would be, beside what is planned; nothing when nothing is asked."""
        if self.errors:
            return _("Något är fel ifyllt och inte medräknat: bilden visar det som är planerat.")
        if not self.is_bound or self.adopting == self.runway.planned:
            return ""
        lacking = self.runway.unplanned(self.adopting)
        if lacking:
            who = listed([body_of(self.runway, stop) for stop in lacking])
            return (
                _(
                    "Då går det inte att säga när programmet tidigast kan börja gälla: ingen dag är känd för %s."
                )
                % who
            )
        first = self.runway.first_day(self.adopting)
        if first is None:
            return _("Då börjar programmet inte gälla.")
        words = _("Då kan programmet börja gälla tidigast %s") % the_day(first)
        return words + self._than_planned(first) + "."

    def _than_planned(self, first: date) -> str:
        planned = self.runway.planned
        before = None if self.runway.unplanned(planned) else self.runway.first_day(planned)
        if before is None:
            return ""
        if before == first:
            return _(", samma dag som nu")
        words = _(", %d dagar senare än planerat") if first > before else _(", %d dagar tidigare än planerat")
        return words % abs((first - before).days)
