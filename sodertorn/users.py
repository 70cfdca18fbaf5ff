"""Who signs in: people with an e-mail address and no user name."""

from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from sodertorn.swedish import sort_key


class UserManager(BaseUserManager):
    """Makes users; an address is found whatever its case."""

    def create_user(self, email, password=None, **fields):
        if not email:
            raise ValueError("a user needs an e-mail address")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in (användare). Never named on a public page, which names the office instead."""

    email = models.EmailField(_("e-postadress"), max_length=254, unique=True)
    name = models.CharField(_("namn"), max_length=150, blank=True, help_text=_("visas aldrig offentligt"))
    is_staff = models.BooleanField(
        _("strateg"), default=False, help_text=_("redigerar utkast och registrerar beslut")
    )
    is_superuser = models.BooleanField(
        _("administratör"), default=False, help_text=_("lägger upp konton och bestämmer vem som får vad")
    )
    reads_drafts = models.BooleanField(
        _("läsare av utkast"),
        default=False,
        help_text=_("läser utkast, till exempel i samarbetskommittén eller ledningsgruppen"),
    )
    is_active = models.BooleanField(
        _("aktiv"), default=True, help_text=_("avmarkera i stället för att ta bort")
    )
    date_joined = models.DateTimeField(_("upplagd"), default=timezone.now, editable=False)

    objects = UserManager()
    history = HistoricalRecords(excluded_fields=["password", "last_login"])

    # What the session shows of the person; set on the one who is signed in (sodertorn.middleware).
    link = None
    """The sign-in link that opened the session; None: a password did."""
    half_signed_in = False
    """Whether the account needs a second factor that the session hasn't shown."""

    EMAIL_FIELD = USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("användare")
        verbose_name_plural = pgettext_lazy("flera", "användare")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_is_used_once",
                violation_error_code="user_email_is_used_once",
                violation_error_message=_("Det finns redan en användare med den e-postadressen."),
            )
        ]

    def __str__(self):
        return self.name or self.email

    def get_full_name(self):
        return self.name or self.email

    def get_short_name(self):
        return self.name or self.email

    @cached_property
    def municipalities(self) -> list:
        """Those that the person registers for, in Swedish order; through a link only that of its case."""
        own = [row.municipality for row in self.registrations.select_related("municipality")]
        if self.link and self.link.case:
            own = [one for one in own if one == self.link.case.body.municipality]
        return sorted(own, key=lambda one: sort_key(one.name))
