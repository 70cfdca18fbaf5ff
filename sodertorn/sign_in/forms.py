"""The forms of allauth that say something untranslated (django-allauth 65.21)."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _


class AddKeyForm(AddWebAuthnForm):
    name = forms.CharField(label=_("Nyckelns namn"), required=False)


class EditKeyForm(EditWebAuthnForm):
    name = forms.CharField(label=_("Nyckelns namn"), max_length=100)
