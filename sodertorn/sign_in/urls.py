"""Signing in and one's own account: allauth's views by the names it knows them by, at Swedish addresses."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.urls import include, path, re_path

from sodertorn.sign_in import views

signing_in = [
    path("", views.sign_in, name="sign_in"),
    path("skickad/", views.sign_in_sent, name="sign_in_sent"),
    path("lank/<str:token>/", views.sign_in_link, name="sign_in_link"),
    path("losenord/", account.login, name="account_login"),
    path("kod/", second_factor.authenticate, name="mfa_authenticate"),
    path("nytt-losenord/", views.reset_password, name="account_reset_password"),
    path("nytt-losenord/skickat/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "nytt-losenord/klart/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^nytt-losenord/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]

own_account = [
    path("", second_factor.index, name="mfa_index"),
    path("losenord/", account.password_change, name="account_change_password"),
    path("losenord/valj/", account.password_set, name="account_set_password"),
    path("app/", totp.activate_totp, name="mfa_activate_totp"),
    path("app/ta-bort/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("reservkoder/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("reservkoder/nya/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("nycklar/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("nycklar/ny/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("nycklar/<int:pk>/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("nycklar/<int:pk>/ta-bort/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("bekrafta/", account.reauthenticate, name="account_reauthenticate"),
    path("bekrafta/kod/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("bekrafta/nyckel/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
]

urlpatterns = [
    path("logga-in/", include(signing_in)),
    path("logga-ut/", account.logout, name="account_logout"),
    path("utloggad/", views.signed_out, name="signed_out"),
    path("konto/", include(own_account)),
]
