"""A file that came and was never registered goes when it is old; what a row names, or somebody has begun with, stays."""

import time_machine
from django.core.management import call_command
from django.utils import timezone

from adoption.models import Started
from sodertorn.desk.uploads import keep, kept
from sodertorn.unnamed_files import KEPT
from tests.factories import CaseFactory, ExtractFactory, UserFactory
from tests.pdf_files import pdf, upload


def test_what_nobody_registered_is_removed_when_it_is_old(db, capsys):
    with time_machine.travel(timezone.now() - KEPT, tick=False):
        left, named, begun, again = (keep(upload(pdf(pages=pages))) for pages in (1, 2, 3, 4))
    ExtractFactory(sha256=named)
    case = CaseFactory()
    Started.objects.create(user=UserFactory(is_staff=True), case=case, typed={"extract": begun})
    young = keep(upload(pdf(pages=5)))
    assert keep(upload(pdf(pages=4))) == again

    call_command("announce")

    assert "1 filer som aldrig registrerades" in capsys.readouterr().out
    assert [kept(one) for one in (left, named, begun, again, young)] == [False, True, True, True, True]
