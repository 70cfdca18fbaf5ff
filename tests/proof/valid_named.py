"""The Nu checker finds no error on any page with a name: the desk's, registering, signing in, refused forms, faults."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from tests.desk.test_who_may_what import NAMED
from tests.pages.site import Page
from tests.proof.checker import HTML, errors, html_of

pytest_plugins = ["tests.desk.test_who_may_what"]
pytestmark = pytest.mark.any_database


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("person", ["somebody not signed in", "both", "a registrar of Huddinge, with a link"])
@pytest.mark.django_db
def test_every_page_with_a_name(world, people, person, prefix, tmp_path):
    """As it is opened, then after an empty form was sent to it."""
    client, pages = Client(), {}
    client.cookies.load(people[person][1])
    for send in (client.get, client.post):
        for name in (name for name in NAMED if name != "account_logout"):
            address = world.address(name)
            response = send(address if address.startswith("/en/") else prefix + address)
            if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
                pages[f"{name} {send.__name__}"] = Page(response)

    assert len(html_of(pages)) > 20
    assert errors(html_of(pages), tmp_path) == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_of_faults(language, tmp_path):
    with override(language):
        pages = {name: render_to_string(f"{name}.html") for name in ("400", "429", "500")}

    assert errors(pages, tmp_path) == []


def test_the_checker_finds_what_is_wrong(tmp_path):
    (found,) = errors({"/": f"{HTML}><html lang=sv><title>Fel</title><p><div></p>"}, tmp_path)[:1]

    assert re.match(r".*:1: ", found)
