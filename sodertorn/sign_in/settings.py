"""How allauth is set: nobody signs up, an account has one address, and the desk asks for a second factor."""


def sign_in_settings(production: bool) -> dict:
    return {
        "LOGIN_URL": "account_login",
        # The account
        "ACCOUNT_ADAPTER": "sodertorn.sign_in.adapter.Adapter",
        "ACCOUNT_USER_MODEL_USERNAME_FIELD": None,
        "ACCOUNT_LOGIN_METHODS": {"email"},
        "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*"],  # says too that one signs in with a password
        "ACCOUNT_EMAIL_VERIFICATION": "none",  # a strategist invites the address
        "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,
        "ACCOUNT_EMAIL_NOTIFICATIONS": True,
        "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
        "ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR": "django.contrib.auth.tokens.PasswordResetTokenGenerator",
        "ACCOUNT_LOGOUT_REDIRECT_URL": "signed_out",
        "ACCOUNT_SESSION_REMEMBER": True,  # as long as SESSION_COOKIE_AGE says, and no longer
        "ACCOUNT_RATE_LIMITS": {
            **{"sign_in_link": "30/m/ip", "ask_for_link": "20/m/ip,5/h/key"},
            **{"confirm": "30/m/ip", "ask_anew": "2/h/key", "report": "10/h/key"},
        },
        # The second factor
        "MFA_ADAPTER": "sodertorn.sign_in.adapter.SecondFactor",
        "MFA_FORMS": {
            "add_webauthn": "sodertorn.sign_in.forms.AddKeyForm",
            "edit_webauthn": "sodertorn.sign_in.forms.EditKeyForm",
        },
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_TOTP_ISSUER": "Södertörns utvecklingsprogram",
        "MFA_TOTP_TOLERANCE": 1,  # clocks of telephones are up to half a minute wrong
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not production,
        # nginx, which sets X-Forwarded-For itself
        "ALLAUTH_TRUSTED_PROXY_COUNT": 1 if production else 0,
    }
