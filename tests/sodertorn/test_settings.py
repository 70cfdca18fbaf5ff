"""Production starts only when everything that makes it safe is set, and says what is missing."""

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from sodertorn.checks import database_is_durable

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "sodertorn" / "settings.py"

GOOD = {
    "SECRET_KEY": "kR7v-2mQx9_TzLwB4nYpH8sJcF6gD3aEuV1oXiK5tMbN0qWyZ-PrSlGhC",
    "ALLOWED_HOSTS": "register.example.se, www.register.example.se",
    "SITE_URL": "https://register.example.se",
    "DATABASE_URL": "sqlite:////tmp/no-such-folder/register.sqlite3",
    "OWNER_NAME": "Huddinge kommun",
    "OWNER_NUMBER": "212000-0068",
    "OWNER_ARCHIVE": "Kommunstyrelsen i Huddinge kommun",
    "OWNER_DATA_PROTECTION": "dataskyddsombud@example.se",
    "OWNER_EMAIL": "register@example.se",
}


@pytest.fixture
def load(monkeypatch):
    """The settings as they are read with this environment and no other."""

    def load(**environment):
        for name in names_in_settings():
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return load


def names_in_settings() -> set[str]:
    return set(re.findall(r'(?:text|get|email_url)\("([A-Z_]+)"', SETTINGS.read_text()))


def start(*command, **environment):
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
    )


def test_deployment_check_is_clean_with_proper_settings(tmp_path):
    environment = GOOD | {"DATABASE_URL": f"sqlite:///{tmp_path}/register.sqlite3"}

    check = "manage.py check --deploy --database default --fail-level WARNING"

    done = start(*check.split(), **environment)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "no issues (0 silenced)" in done.stdout


@pytest.mark.parametrize("program", ["-m sodertorn.wsgi", "manage.py migrate"])
def test_nothing_said_means_production_which_does_not_start(program):
    done = start(*program.split())

    assert done.returncode != 0
    for name in GOOD:
        assert f"{name} is not set" in done.stderr


@pytest.mark.parametrize("name", GOOD)
def test_each_missing_setting_is_named_alone_with_what_to_do(load, name):
    with pytest.raises(ImproperlyConfigured) as refused:
        load(**{key: value for key, value in GOOD.items() if key != name})

    said = str(refused.value)
    assert f"{name} is not set" in said
    assert "Set it" in said
    if name != "ALLOWED_HOSTS":  # which SITE_URL has to agree with
        assert said.count("sodertorn.E") == 1


@pytest.mark.parametrize(
    "name, value, identity, explanation",
    [
        ("DEBUG", "1", "E003", "Unset DEBUG"),
        ("SECRET_KEY", "short", "E005", "too easy to guess"),
        ("SECRET_KEY", "a" * 80, "E005", "too easy to guess"),
        ("SECRET_KEY", "django-insecure-" + GOOD["SECRET_KEY"], "E005", "too easy to guess"),
        ("ALLOWED_HOSTS", "*", "E006", "open to names that are not ours"),
        ("ALLOWED_HOSTS", "register.example.se,.example.se", "E006", "open to names"),
        ("SITE_URL", "http://register.example.se", "E007", "https://"),
        ("SITE_URL", "https://elsewhere.example.se", "E007", "stands in ALLOWED_HOSTS"),
        ("SITE_URL", "https://register.example.se/program", "E007", "nothing after it"),
        ("DATABASE_URL", "mysql://user@host/register", "E002", "postgres:// or sqlite:///"),
        ("DATABASE_URL", "register", "E002", "postgres:// or sqlite:///"),
        ("DATABASE_URL", "postgres://user@host:port/name", "E002", "postgres:// or sqlite:///"),
        ("OWNER_NUMBER", "212000-0069", "E009", "mistyped"),
        ("OWNER_NUMBER", "811218-9876", "E009", "mistyped"),  # a person's: the third digit is 1
        ("OWNER_EMAIL", "register", "E010", "no e-mail address"),
        ("SODERTORN_MODE", "prod", "E001", "production, local, demo, test"),
    ],
)
def test_each_unsafe_setting_is_refused_with_its_explanation(load, name, value, identity, explanation):
    with pytest.raises(ImproperlyConfigured) as refused:
        load(**GOOD | {name: value})

    said = " ".join(str(refused.value).split())
    assert f"sodertorn.{identity}" in said
    assert explanation in said


def test_production_sets_cookies_that_only_this_host_gets_over_https(load):
    settings = load(**GOOD)

    assert settings["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert settings["CSRF_COOKIE_NAME"] == "__Host-csrftoken"
    assert settings["SESSION_COOKIE_SECURE"] and settings["CSRF_COOKIE_SECURE"]
    assert settings["SECURE_HSTS_SECONDS"] == 31_536_000
    assert not settings["DEBUG"]


def test_the_demo_never_uses_the_register_s_database(load):
    settings = load(SODERTORN_MODE="demo", DATABASE_URL=GOOD["DATABASE_URL"], SECRET_KEY="x")

    assert settings["DEMO"]
    assert settings["DATABASES"]["default"]["NAME"].name == "demo.sqlite3"


def test_a_local_copy_needs_nothing_and_has_no_owner(load):
    settings = load(SODERTORN_MODE="local", SECRET_KEY="x")

    assert set(settings["OWNER"].values()) == {""}
    assert settings["SITE_URL"] == "http://127.0.0.1:8000"


def test_debug_is_for_a_local_copy_only(load):
    assert load(SODERTORN_MODE="local", DEBUG="1", SECRET_KEY="x")["DEBUG"]
    with pytest.raises(ImproperlyConfigured, match="Unset DEBUG"):
        load(SODERTORN_MODE="demo", DEBUG="1", SECRET_KEY="x")


def test_the_random_key_is_made_once_and_readable_by_its_owner_only(load, monkeypatch, tmp_path):
    code = SETTINGS.read_text()
    (tmp_path / "sodertorn").mkdir()
    copy = tmp_path / "sodertorn" / "settings.py"
    copy.write_text(code)
    monkeypatch.setattr(sys.modules[__name__], "SETTINGS", copy)

    first, second = (load(SODERTORN_MODE="local")["SECRET_KEY"] for _ in range(2))

    assert first == second and len(first) > 50
    assert (tmp_path / "var" / "secret").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("port", ["80 80", "0", "65536", "http"])
def test_a_port_that_is_none_is_explained(load, port):
    with pytest.raises(ImproperlyConfigured, match="1 to 65535"):
        load(SODERTORN_MODE="local", PORT=port, SECRET_KEY="x")


def test_every_setting_is_told_of_in_the_guide():
    guide = (ROOT / "docs" / "operate.md").read_text()

    assert [name for name in sorted(names_in_settings()) if f"`{name}`" not in guide] == []


@pytest.mark.django_db
def test_a_database_that_may_lose_what_it_acknowledged_is_doubted():
    if connection.vendor == "sqlite":  # opened by our own settings, which leave nothing to doubt
        assert database_is_durable(None, databases=["default"]) == []
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit TO off")
        doubts = database_is_durable(None, databases=["default"])
        assert any("synchronous_commit is off" in doubt.msg for doubt in doubts)
