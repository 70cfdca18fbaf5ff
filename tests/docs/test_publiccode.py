"""publiccode.yml has what the standard (0.7) asks for, but for what only the owner can state."""

import re

import pytest

from .pages import read

WRITTEN = read("publiccode.yml")
MANDATORY = {
    *("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description"),
    *("legal", "maintenance", "localisation"),
}
OWNERS = {"url", "legal", "maintenance"}
"""Nobody here can say where the code is published, under which licence, and who maintains it."""


def test_every_key_that_must_be_there_is_there_or_waits_for_the_owner():
    stated = set(re.findall(r"^(\w+):", WRITTEN, re.MULTILINE))

    assert MANDATORY - stated <= OWNERS
    for key in MANDATORY - stated:
        assert re.search(rf"^# {key}:", WRITTEN, re.MULTILINE), key


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_is_described_in_the_length_that_catalogues_show(language):
    (told,) = re.findall(rf"^  {language}:\n((?:    .*\n)+)", WRITTEN, re.MULTILINE)
    short = re.search("^    shortDescription: (.*)$", told, re.MULTILINE).group(1)
    long = re.search("^    longDescription: >\n((?:      .*\n)+)", told, re.MULTILINE).group(1)

    assert len(short) <= 150
    assert 150 <= len(re.sub(r"\s+", " ", long)) <= 10_000
    assert re.search("^    features:\n      - ", told, re.MULTILINE)


def test_nothing_in_it_is_broken_by_a_tab_or_a_mark():
    lines = [line for line in WRITTEN.splitlines() if line.strip() and not line.startswith("#")]

    odd = re.compile(r" *(- )?(\w+:( .+)?|[^:#]+)| {6}.*")
    assert [line for line in lines if "\t" in line or not odd.fullmatch(line)] == []
