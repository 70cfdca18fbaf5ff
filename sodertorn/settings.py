"""The settings: one file, read from the environment, safe when nothing is said.

SODERTORN_MODE chooses what the register is: production (also when unset), local (`make run`),
demo (`make demo`) or test. Mistakes are found by `sodertorn.checks` and explained all at once;
docs/operate.md tells what each name means.
"""

import os
import secrets
import tempfile
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from sodertorn import checks
from sodertorn.sign_in.settings import sign_in_settings

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"  # everything that the register writes on its own

env = environ.Env()
env.interpolate = False  # a password may begin with a $

MODE = os.environ.get("SODERTORN_MODE") or "production"
PRODUCTION = MODE == "production"
DEMO = MODE == "demo"
TEST = MODE == "test"


def text(name: str, default: str = "") -> str:
    """What the environment says; to tests only which database: they are alike everywhere."""
    return default if TEST and name != "DATABASE_URL" else env.str(name, default=default).strip()


def kept_secret() -> str:
    """A random key made at the first start and kept, so that a restart logs nobody out."""
    file = VAR / "secret"
    try:
        VAR.mkdir(exist_ok=True)
        if not file.exists():
            with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
                new.write(secrets.token_urlsafe(64))
        return file.read_text()
    except PermissionError as fault:
        why = f"{fault.filename} belongs to another user: start as that user, or move it away."
        raise ImproperlyConfigured(why) from None


# What the register is

DEBUG = text("DEBUG").lower() in {"1", "true", "yes", "on"}
PORT = text("PORT") or "8000"
SITE_URL = text("SITE_URL", "" if PRODUCTION else f"http://127.0.0.1:{PORT}").rstrip("/")
ALLOWED_HOSTS = [host.strip() for host in text("ALLOWED_HOSTS").split(",") if host.strip()]
if not PRODUCTION:
    ALLOWED_HOSTS += ["127.0.0.1", "localhost", "[::1]"]

# The authority that answers for the register. Empty in a copy that nobody answers for.
OWNER = {
    "name": text("OWNER_NAME"),
    "number": text("OWNER_NUMBER"),
    "archive": text("OWNER_ARCHIVE"),
    "data_protection": text("OWNER_DATA_PROTECTION"),
    "email": text("OWNER_EMAIL"),
}

SECRET_KEY = text("SECRET_KEY")
if not SECRET_KEY and not PRODUCTION:
    SECRET_KEY = "only-for-tests-" * 5 if TEST else kept_secret()

# What it is made of

INSTALLED_APPS = [
    "sodertorn.desk.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "simple_history",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "sodertorn",
    "programme",
    "adoption",
]

MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",  # first, so that redirects, files and error pages carry it too
    "django.middleware.security.SecurityMiddleware",
    "sodertorn.compression.CompressText",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "sodertorn.language.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "sodertorn.middleware.SignedInMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "sodertorn.middleware.PermissionMiddleware",
]

ROOT_URLCONF = "sodertorn.urls"
WSGI_APPLICATION = "sodertorn.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sodertorn.reading.context",
                "sodertorn.desk.context.context",
            ],
        },
    },
]

# Where it keeps things

if TEST:
    VAR.mkdir(exist_ok=True)  # makemigrations --check looks into a database

SQLITE_OPTIONS = {
    # A writer takes the lock at its start: two that only read first would refuse each other later.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # FULL: an acknowledged decision survives a power cut. recursive_triggers: without it
    # INSERT OR REPLACE removes a row past the triggers that make it append-only. secure_delete:
    # what is masked is overwritten in the file too.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    " PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA secure_delete=ON;",
}


def database() -> dict:
    """The demo's address has its own name: invented facts never reach the real register."""
    url = text("DEMO_DATABASE_URL") if DEMO else text("DATABASE_URL")
    if url:
        try:
            ours = url.startswith(("postgres://", "postgresql://", "sqlite:///"))
            found = env.db_url_config(url) if ours else {"ENGINE": "unknown"}
        except ValueError:  # such as a port that is no number
            found = {"ENGINE": "unknown"}
    elif PRODUCTION:
        found = {"ENGINE": ""}
    else:
        name = MODE if DEMO or TEST else "register"
        found = {"ENGINE": "django.db.backends.sqlite3", "NAME": VAR / f"{name}.sqlite3"}
    found |= {"CONN_MAX_AGE": 0 if TEST else 60, "CONN_HEALTH_CHECKS": True}
    if found["ENGINE"] == "django.db.backends.sqlite3":
        found["OPTIONS"] = SQLITE_OPTIONS
        # A file, like NAME above: for a database in memory the live server would share one
        # connection among its threads, which crashes Python when one closes it.
        found["TEST"] = {"NAME": f"{tempfile.gettempdir()}/sodertorn-{os.getpid()}.sqlite3"}
    return found


DATABASES = {"default": database()}
CACHES = {
    "default": {  # shared by all workers: it counts attempts to sign in, and remembers codes that were used
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "sodertorn_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MEDIA_ROOT = text("FILES_DIR") or VAR / ("demo-files" if DEMO else "files")

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR / "static" if PRODUCTION else None
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_AUTOREFRESH = TEST  # looks for a file when it is asked for: each test client begins anew
STORAGES = {
    "default": {"BACKEND": "sodertorn.storage.MemoryStorage" if TEST else "sodertorn.storage.DurableStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# Language and time

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["sodertorn.formats"]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True

# Who gets in

AUTH_USER_MODEL = "sodertorn.User"
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True  # a reason is as long as it needs to be
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "MinimumLengthValidator": {"min_length": 15},
        "UserAttributeSimilarityValidator": {},
        "CommonPasswordValidator": {},
    }.items()
]
if TEST:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # slow ones only cost time

# Strategists and administrators need a second factor. Off where one tries the register out.
SECOND_FACTOR = (text("SECOND_FACTOR").lower() or ("on" if PRODUCTION else "off")) == "on"
vars().update(sign_in_settings(PRODUCTION))

SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a draft is edited as a whole
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024  # more than the largest draft that may be saved
# A request that the proxy lets through is kept in memory: a full disk must not cost what was typed beside a file.
FILE_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "sodertorn.storage.CutOff",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
CSRF_FAILURE_VIEW = "sodertorn.views.form_not_trusted"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
if PRODUCTION:  # browsers refuse __Host- names over plain HTTP
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"

# What browsers are told. Whether a request came by https is told by the WSGI server, which
# believes only the proxy beside it: so no SECURE_PROXY_SSL_HEADER here.

SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

# Mail and log

if PRODUCTION or text("EMAIL_URL"):
    vars().update(env.email_url("EMAIL_URL", default="smtp://localhost:25"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
PRINTS_MAIL = not (
    PRODUCTION or text("EMAIL_URL") or TEST
)  # on the screen, without the files that go with it
EMAIL_TIMEOUT = (
    30  # seconds to be let in; then the server is given ten minutes to take a mail (sodertorn.mail)
)
MAIL_AT_ONCE = not TEST  # tests send what is due when they look for it
DEFAULT_FROM_EMAIL = SERVER_EMAIL = OWNER["email"] or "register@localhost"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},  # not twice, and no mail by itself
        "pikepdf": {"level": "WARNING"},
    },
}

checks.refuse_mistakes(vars())
