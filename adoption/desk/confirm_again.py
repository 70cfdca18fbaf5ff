"""The desk asks a municipality again whether its decision is registered right: it gets a letter with a new link."""

from functools import partial

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override

from adoption.desk.one_decision import why_not_ask
from adoption.desk.recording import decision_url, fact_or_404, frame
from adoption.models import Decision
from adoption.recipients import addresses_of
from adoption.sentences import told
from sodertorn.confirm_letters import ask_municipality
from sodertorn.desk.once import Answer, answer_once, once
from sodertorn.register import Register


@once
def ask(request, number):
    decision, register = fact_or_404(number), Register()
    page = frame(decision) | {
        "title": _("Fråga kommunen om det stämmer"),
        "decision_url": decision_url(decision),
    }
    if why := why_not_ask(register, decision):
        return render(request, "desk/no_act.html", page | {"why": why})
    if request.method == "POST":
        return answer_once(request, partial(asked, register, decision))
    to = addresses_of(decision.case.body.municipality)
    return render(request, "desk/decision_ask.html", page | {"lede": told(register, decision), "to": to})


def asked(register: Register, decision: Decision) -> Answer:
    with override("sv"):
        letters = ask_municipality(register, decision)
    to = ", ".join(letter.to for letter in letters)
    return Answer(decision_url(decision), _("Frågan är skickad till %s.") % to)
