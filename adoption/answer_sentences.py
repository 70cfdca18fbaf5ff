"""What applies, said in sentences (domain.md, Terms). Facts in, translated text out; nothing is decided here."""

from collections.abc import Iterable

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from adoption.answers import Answer, Kind, Required, State
from adoption.facts import BOARD, COMMITTEE, COUNCIL
from adoption.models.follow_ups import ENDS, FollowUpKind
from adoption.sentences import body_words
from sodertorn.words import listed, number, paragraph, sentence_case, the_day


class AnswerSentences:
    """One answer of the rule, in the words of the register that it was given from; `past` tells of a day that is over."""

    def __init__(self, register, answer: Answer, *, past: bool = False):
        self.register = register
        self.answer = answer
        self.past = past

    def name(self, slug: str) -> str:
        return self.register.placements[slug].short_name

    def body(self, seat: str, kind: str = BOARD) -> str:
        """A seat's body in running text; its board unless a decision says which."""
        return body_words(COMMITTEE if seat == COMMITTEE else kind, self.register.seat_names[seat])

    @property
    def programme(self):
        return self.register.placements.get(self.answer.programme)

    @property
    def seats(self) -> int:
        return len(self.register.seats.get(self.programme.pk, [])) if self.programme else 0

    def title(self) -> str:
        """The answer as a heading."""
        match self.answer.kind:
            case Kind.APPLIES if self.past:
                return _("%s gällde") % sentence_case(self.name(self.answer.programme))
            case Kind.APPLIES:
                return _("%s gäller") % sentence_case(self.name(self.answer.programme))
            case Kind.UNSETTLED:
                return _("Det är inte avgjort vad som gäller")
            case Kind.NOT_KNOWN:
                return _("Det är inte känt här vad som gällde")
        return _("Inget program är känt för den här dagen")

    def sentences(self) -> list[str]:
        """The answer in full: since when, how sure, and what must be said beside it."""
        match self.answer.kind:
            case Kind.APPLIES:
                return [self.since(), self.sure(), *self.adjusted(), *self.period_over(), *self.later_ended()]
            case Kind.UNSETTLED:
                return [self.lost()]
            case Kind.NOT_KNOWN:
                return [self.between(), *self.missing_days()]
        return [self.none_known()]

    def since(self) -> str:
        since, title = self.answer.since, self.programme.title
        if not since.exact:
            return self.since_interval()
        said = {
            "title": title,
            "applies": pgettext("sedan en dag", "gällde")
            if self.past
            else pgettext("sedan en dag", "gäller"),
            "day": the_day(since.latest),
            "all": number(self.seats),
        }
        if not self.answer.completed_by:
            words = (
                _(
                    "%(title)s %(applies)s sedan %(day)s. Alla %(all)s hade antagit det innan dess, och tidigare skulle det inte börja gälla."
                )
                if self.programme.not_before == since.latest
                else _("%(title)s %(applies)s sedan %(day)s. Alla %(all)s har antagit det.")
            )
            return words % said
        last = self.answer.completed_by
        if len(last) == self.seats:
            words = _("%(title)s %(applies)s sedan %(day)s, då alla %(all)s antog det.")
            return words % said
        words = (
            _(
                "%(title)s %(applies)s sedan %(day)s, då %(board)s som den sista av %(all)s antog det%(paragraph)s."
            )
            if len(last) == 1
            else _("%(title)s %(applies)s sedan %(day)s, då %(board)s som de sista av %(all)s antog det.")
        )
        return words % (
            said
            | {
                "board": listed([self.body(decision.seat, decision.body) for decision in last]),
                "paragraph": f" ({paragraph(last[0].paragraph)})" if last[0].paragraph else "",
            }
        )

    def since_interval(self) -> str:
        since = self.answer.since
        words = _("%(day)s hade alla %(all)s antagit det; dagarna är ännu inte införda.")
        known = sentence_case(words % {"day": the_day(since.latest), "all": number(self.seats)})
        if since.earliest:
            return known + " " + _("Tidigast började det gälla %s.") % the_day(since.earliest)
        return known

    def sure(self) -> str:
        """How many of the decisions are checked against signed minutes (R13)."""
        checked, seats = self.answer.checked, self.seats
        if checked == seats:
            return _("Alla %s besluten är granskade mot justerade protokoll.") % number(seats)
        if not checked:
            words = _(
                "Det är antaget av alla %(all)s enligt registrerade beslut. Inget av besluten är ännu granskat mot justerat protokoll."
            )
        else:
            words = ngettext(
                "Det är antaget av alla %(all)s enligt registrerade beslut, varav ett är granskat mot justerat protokoll.",
                "Det är antaget av alla %(all)s enligt registrerade beslut, varav %(checked)s är granskade mot justerat protokoll.",
                checked,
            )
        return words % {"all": number(seats), "checked": number(checked)}

    def adjusted(self) -> list[str]:
        """The adjusted wording that is used, if there is one (R9)."""
        used = self.answer.adjustment
        if not used:
            return []
        first = self.register.late.start(used)
        words = _(
            "Det används i justerad lydelse, av samarbetskommittén sedan %s; något beslut av kommunstyrelserna är inte känt."
        )
        return [words % the_day(first)]

    def period_over(self) -> list[str]:
        """The remark when the period has run out without a successor (R5)."""
        last = self.programme.period_last
        if last is None or self.answer.day.year <= last:
            return []
        ahead = [self.name(required.programme) for required in self.answer.required]
        if not ahead:
            reason = _("Perioden %(period)s är slut och inget nytt program är antaget av alla %(all)s.")
        elif any(required.seats for required in self.answer.required):
            reason = _("Perioden %(period)s är slut och %(next)s är inte antaget av alla %(all)s.")
        else:
            reason = _("Perioden %(period)s är slut och %(next)s har ännu inte börjat gälla.")
        rule = (
            _(
                "Till dess räknas %s som gällande. Det är registrets regel, inte något som kommunerna har beslutat."
            )
            if ahead
            else _(
                "Tills alla har antagit ett nytt räknas %s som gällande. Det är registrets regel, inte något som kommunerna har beslutat."
            )
        )
        stated = {"period": self.programme.period, "next": listed(ahead), "all": number(self.seats)}
        return [reason % stated + " " + rule % self.programme.short_name]

    def later_ended(self) -> list[str]:
        """The remark that a decision which the answer rests on was later ended (R6)."""
        return [
            _(
                "Det antagande som %(body)s gjorde upphörde senare, %(day)s. Det ändrar inte svaret för den här dagen."
            )
            % {"body": self.body(decision.seat, decision.body), "day": the_day(end.on)}
            for decision in self.answer.because
            for end in self.register.follow_ups[decision.entry.fact]
            if end.step in ENDS and end.on > self.answer.day
        ]

    def lost(self) -> str:
        mine = next(one for one in self.answer.required if one.programme == self.answer.programme)
        words = _(
            "Sedan %(day)s har inte längre alla antagit %(programme)s. För att det ska gälla igen måste det antas på nytt av %(boards)s."
        )
        return (
            words
            % {
                "day": the_day(self.answer.since.latest) if self.answer.since.latest else _("en okänd dag"),
                "programme": self.name(self.answer.programme),
                "boards": listed(self.bodies(mine)),
            }
            + self.inhibited()
        )

    def bodies(self, required: Required) -> list[str]:
        """Those that must still adopt a programme: the council, where the board has passed it on (R2)."""
        return [self.body(s, COUNCIL if s in required.at_council else BOARD) for s in required.seats]

    def inhibited(self) -> str:
        """That an adoption which is inhibited stands again when that is lifted (R3b)."""
        seats = [s for s in self.answer.unadopted if self.is_inhibited(s)]
        if not seats:
            return ""
        words = _("Upphävs inhibitionen i %s, står antagandet där igen.")
        return " " + words % listed([self.register.seat_names[seat] for seat in seats])

    def is_inhibited(self, seat: str) -> bool:
        day, slug = self.answer.day, self.answer.programme
        filed = [f for rows in self.register.follow_ups.values() for f in rows if f.on and f.on <= day]
        lifted = {f.lifts.entry.fact for f in filed if f.lifts}
        return any(
            f.step == FollowUpKind.INHIBITION
            and f.entry.fact not in lifted
            and (f.decision.case.revision.slug, f.decision.case.body.seat) == (slug, seat)
            for f in filed
        )

    def between(self) -> str:
        states, either = self.answer.between, pgettext("mellan alternativ", " eller ")
        if all(state.kind == Kind.APPLIES for state in states):
            return _("Antingen gällde %s.") % either.join(self.name(state.programme) for state in states)
        known = [self._state(state) for state in states if state.kind in (Kind.APPLIES, Kind.UNSETTLED)]
        if len(known) < len(states):  # what was comes first, then what is not known
            words = _("Antingen %s, eller så känner registret inget program som alla hade antagit den dagen.")
            return words % either.join(known)
        return _("Antingen %s.") % either.join(known)

    def _state(self, state: State) -> str:
        if state.kind == Kind.UNSETTLED:
            return _("var det oavgjort om %s gällde") % self.name(state.programme)
        return _("gällde %s") % self.name(state.programme)

    def missing_days(self) -> list[str]:
        """Which missing days make it unknown (R14)."""
        undated = self.answer.undated
        if not undated:
            return []
        programmes = listed([self.name(slug) for slug in dict.fromkeys(d.programme for d in undated)])
        latest = {d.latest for d in undated}
        who = listed([self.register.seat_names[d.seat] for d in undated])
        if len(latest) == 1 and None not in latest:
            words = _(
                "Det beror på vilka dagar %(who)s antog %(programme)s. Registret vet bara att det var gjort %(day)s."
            )
            return [words % {"who": who, "programme": programmes, "day": the_day(latest.pop())}]
        return [
            _("Det beror på vilka dagar %(who)s antog %(programme)s.") % {"who": who, "programme": programmes}
        ]

    def none_known(self) -> str:
        unentered = [self.name(slug) for slug in self.answer.unentered]
        first = _("Registret känner inget program som alla hade antagit den dagen.")
        if not unentered:
            return first
        return first + " " + _("Besluten om %s är inte införda.") % listed(unentered)

    def required(self, of: Iterable[Required] | None = None) -> list[str]:
        """What each programme that comes after still lacks (R5)."""
        sentences = []
        for required in self.answer.required if of is None else of:
            name = sentence_case(self.name(required.programme))
            if required.seats:
                words = _("%(programme)s är sänt för antagande. Ännu inte antaget av %(boards)s.")
                sentences.append(words % {"programme": name, "boards": listed(self.bodies(required))})
            if required.not_before:
                words = _("%(programme)s börjar gälla tidigast %(day)s.")
                sentences.append(words % {"programme": name, "day": the_day(required.not_before)})
        return sentences


def applies_or_not_yet(register, answer, slug: str) -> list[str]:
    """Since when a programme applies, or that it doesn't yet, by the answer for a day; nothing of one that is past."""
    if answer.kind == Kind.APPLIES and answer.programme == slug:
        return [AnswerSentences(register, answer, past=answer.day < localdate()).since()]
    return [_("Det gäller inte än.")] if any(one.programme == slug for one in answer.required) else []
