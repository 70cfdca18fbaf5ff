"""A file that came and was never registered goes when it is old; what a row names, or somebody has begun with, stays."""

import os
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone

from adoption.models import Started
from sodertorn.desk.uploads import keep, kept, place
from sodertorn.unnamed_files import KEPT
from tests.factories import CaseFactory, ExtractFactory, UserFactory
from tests.pdf_files import pdf, upload


def test_what_nobody_registered_is_removed_when_it_is_old(db, capsys, settings, tmp_path: Path):
    durable = {"BACKEND": "sodertorn.storage.DurableStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = settings.STORAGES | {"default": durable}
    left, named, begun, again, young = (keep(upload(pdf(pages=pages))) for pages in range(1, 6))
    for old in (left, named, begun, again):
        os.utime(tmp_path / place(old), ((timezone.now() - KEPT).timestamp(),) * 2)
    ExtractFactory(sha256=named)
    person = UserFactory(is_staff=True)
    Started.objects.create(user=person, case=CaseFactory(), typed={"extract": begun})
    keep(upload(pdf(pages=4)))

    call_command("announce")

    assert "1 filer som aldrig registrerades" in capsys.readouterr().out
    assert [kept(one) for one in (left, named, begun, again, young)] == [False, True, True, True, True]
