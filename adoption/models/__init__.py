from adoption.models.bodies import Body, BodyKind, Municipality, Seat, TakingOffice
from adoption.models.cases import Case, CaseDetail, HandlingOfficer
from adoption.models.decisions import Decision
from adoption.models.follow_ups import Extract, FollowUp
from adoption.models.letters import Letter
from adoption.models.people import Registrar, SignInLink
from adoption.models.questions import Asked, Question, StillRight
from adoption.models.registering import PublishedMinutes, Started
from adoption.models.sources import Citation, Source

__all__ = [
    "Asked",
    "Body",
    "BodyKind",
    "Case",
    "CaseDetail",
    "Citation",
    "Decision",
    "Extract",
    "FollowUp",
    "HandlingOfficer",
    "Letter",
    "Municipality",
    "PublishedMinutes",
    "Question",
    "Registrar",
    "Seat",
    "SignInLink",
    "Source",
    "Started",
    "StillRight",
    "TakingOffice",
]
