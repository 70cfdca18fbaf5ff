"""What may be wrong with the settings, each with an id and what to do about it.

Mistakes in what was set stop every start, whatever starts it (`refuse_mistakes`, called last in
the settings): a server runs no system checks. Doubts about a database that runs are system
checks: `manage.py check --deploy --database default`.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from django.core.checks import Error, Warning, register
from django.core.exceptions import ImproperlyConfigured

MODES = ("production", "local", "demo", "test")
ENGINES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")


def is_organisation_number(number: str) -> bool:
    """Ten digits; the third at least 2 (else it's a person's number); the last a check digit."""
    if not re.fullmatch(r"\d\d[2-9]\d{3}-?\d{4}", number):
        return False
    digits = [int(d) for d in number if d != "-"]
    doubled = [sum(divmod(d * 2, 10)) for d in digits[0:9:2]]
    return (sum(doubled) + sum(digits[1::2])) % 10 == 0


def mistakes(settings: Mapping) -> Iterator[Error]:
    if settings["MODE"] not in MODES:
        yield Error(
            f"SODERTORN_MODE is {settings['MODE']!r}.",
            hint=f"Set it to one of {', '.join(MODES)}; unset means production.",
            id="sodertorn.E001",
        )
        return
    yield from database_mistakes(settings)
    if settings["DEBUG"] and settings["MODE"] != "local":
        yield Error(
            "DEBUG is on: error pages would show settings and data to anyone.",
            hint="Unset DEBUG; it's for SODERTORN_MODE=local only.",
            id="sodertorn.E003",
        )
    if settings["MODE"] == "production":
        yield from production_mistakes(settings)
        yield from owner_mistakes(settings["OWNER"])
    elif not settings["PORT"].isdecimal() or not 0 < int(settings["PORT"]) < 65536:
        yield Error(
            f"PORT is {settings['PORT']!r}.",
            hint="Set it to a number from 1 to 65535.",
            id="sodertorn.E004",
        )


def database_mistakes(settings: Mapping) -> Iterator[Error]:
    name = "DEMO_DATABASE_URL" if settings["DEMO"] else "DATABASE_URL"
    hint = "For example postgres://user:password@host/name or sqlite:////srv/register/var/register.sqlite3."
    engine = settings["DATABASES"]["default"]["ENGINE"]
    if not engine:
        yield Error(f"{name} is not set.", hint=f"Set it. {hint}", id="sodertorn.E002")
    elif engine not in ENGINES:
        yield Error(
            f"{name} names no database that the register can use.",
            hint=f"It must begin with postgres:// or sqlite:///. {hint}",
            id="sodertorn.E002",
        )


def production_mistakes(settings: Mapping) -> Iterator[Error]:
    key = settings["SECRET_KEY"]
    if len(key) < 50 or len(set(key)) < 10 or key.startswith("django-insecure-"):
        yield Error(
            "SECRET_KEY is " + ("too easy to guess." if key else "not set."),
            hint="Set it to at least 50 random characters, known to nobody else. One to take:"
            ' python3 -c "import secrets; print(secrets.token_urlsafe(64))"',
            id="sodertorn.E005",
        )
    if not settings["SECOND_FACTOR"]:
        yield Error(
            "SECOND_FACTOR is off: a password alone would let anybody in who has seen it.",
            hint="Unset it; in production strategists and administrators always need a second factor.",
            id="sodertorn.E011",
        )
    hosts = settings["ALLOWED_HOSTS"]
    if not hosts or any("*" in host or host.startswith(".") for host in hosts):
        yield Error(
            "ALLOWED_HOSTS is " + ("open to names that are not ours." if hosts else "not set."),
            hint="Set it to the register's own names, with commas between: register.example.se.",
            id="sodertorn.E006",
        )
    site = urlsplit(settings["SITE_URL"])
    if site.scheme != "https" or site.hostname not in hosts or site.path or site.query:
        yield Error(
            f"SITE_URL is {settings['SITE_URL']!r}." if site.geturl() else "SITE_URL is not set.",
            hint="Set it to the register's public address: https:// and a name that stands in"
            " ALLOWED_HOSTS, nothing after it.",
            id="sodertorn.E007",
        )


def owner_mistakes(owner: Mapping[str, str]) -> Iterator[Error]:
    """A register that nobody answers for may not look like an authority's."""
    what = {
        "name": "the authority that owns the register",
        "number": "its organisationsnummer",
        "archive": "the authority that takes care of its archive (arkivmyndighet)",
        "data_protection": "how to reach its data protection officer (dataskyddsombud)",
        "email": "the address that answers questions about the register",
    }
    for key, meaning in what.items():
        if not owner[key]:
            yield Error(f"OWNER_{key.upper()} is not set.", hint=f"Set it: {meaning}.", id="sodertorn.E008")
    if owner["number"] and not is_organisation_number(owner["number"]):
        yield Error(
            f"OWNER_NUMBER {owner['number']!r} is no organisationsnummer.",
            hint="Ten digits such as 212000-0068; one of them is mistyped, or the last is wrong.",
            id="sodertorn.E009",
        )
    if owner["email"] and not re.fullmatch(r"[^@\s]+@[^@\s]+", owner["email"]):
        yield Error(
            f"OWNER_EMAIL {owner['email']!r} is no e-mail address.",
            hint="For example register@example.se.",
            id="sodertorn.E010",
        )


def refuse_mistakes(settings: Mapping) -> None:
    found = list(mistakes(settings))
    if found:
        lines = [f"  {fault.id}  {fault.msg}\n                {fault.hint}" for fault in found]
        raise ImproperlyConfigured(f"The register ({settings['MODE']}) does not start:\n" + "\n".join(lines))


@register("database", deploy=True)
def database_is_durable(app_configs, databases=None, **kwargs) -> list[Warning]:
    """What the database promises after a power cut, and whether the way to it is private."""
    from django.db import connections

    doubts = []
    for alias in databases or []:
        ask = postgresql_doubts if connections[alias].vendor == "postgresql" else sqlite_doubts
        doubts += ask(connections[alias])
    return [Warning(doubt, hint=hint, id="sodertorn.W001") for doubt, hint in doubts]


def postgresql_doubts(connection) -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        for name in ("fsync", "synchronous_commit", "full_page_writes", "data_checksums"):
            cursor.execute(f"SHOW {name}")
            if (value := cursor.fetchone()[0]) in {"off", "local"}:
                hint = "Turn it on in postgresql.conf (checksums: pg_checksums --enable)."
                yield f"PostgreSQL's {name} is {value}: decisions may be lost or damaged.", hint
    way = connection.get_connection_params()
    host = way.get("host", "")
    here = not host or host.startswith("/") or host in {"localhost", "127.0.0.1", "::1"}
    if not here and way.get("sslmode") != "verify-full":
        hint = "End DATABASE_URL with ?sslmode=verify-full."
        yield f"The way to PostgreSQL on {host} is not certain to be private.", hint


def sqlite_doubts(connection) -> Iterator[tuple[str, str]]:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    wanted |= {"recursive_triggers": 1, "secure_delete": 1}
    with connection.cursor() as cursor:
        for name, value in wanted.items():
            found = cursor.execute(f"PRAGMA {name}").fetchone()[0]
            if found != value:
                yield f"SQLite's {name} is {found}, not {value}.", "See settings.SQLITE_OPTIONS."
