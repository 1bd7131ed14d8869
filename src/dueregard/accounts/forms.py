"""What people type about accounts: signing in, the second factor, invitations, roles, clearances."""

from collections.abc import Iterable
from typing import Any

from allauth.account import forms as account
from allauth.account.fields import SetPasswordField
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as totp
from django import forms
from django.core.cache import cache

from dueregard.access.roles import NOT_GIVEN, SENTENCES, Role
from dueregard.accounts.rules import Level
from dueregard.ui import fields

HINT = "At least 12 characters. Three words that only you would put together are easy to remember"
CODE_KEPT = 300  # seconds a code is remembered after its one use: longer than it stays right


class Password(forms.CharField):
    """A password somebody has already."""

    kind, inline = "text", False

    def __init__(self, label: str) -> None:
        attrs = {"class": "govuk-input govuk-input--width-20", "autocomplete": "current-password", "spellcheck": "false"}
        super().__init__(
            label=label,
            strip=False,
            max_length=200,
            widget=forms.PasswordInput(attrs=attrs),
            error_messages={"required": f"Fill in “{label}”"},
        )


class NewPassword(SetPasswordField):
    """A password somebody chooses, held to the rules for one."""

    kind, inline = "text", False

    def __init__(self, label: str, *, hint: str = "") -> None:
        super().__init__(label=label, help_text=hint, max_length=200, error_messages={"required": "Choose a password"})
        self.widget.attrs = {"class": "govuk-input govuk-input--width-20", "autocomplete": "new-password", "spellcheck": "false"}


class PasswordAgain(Password):
    """A new password a second time. What is wrong with it is said once, where it was first typed."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.widget.attrs["autocomplete"] = "new-password"
        self.error_messages["required"] = "Write the new password again"


class Code(forms.CharField):
    """Six figures from an app, or a recovery code."""

    kind, inline = "text", False

    def __init__(self, label: str, *, hint: str) -> None:
        attrs = {
            "class": "govuk-input govuk-input--width-10",
            "autocomplete": "one-time-code",
            "inputmode": "numeric",
            "spellcheck": "false",
        }
        super().__init__(
            label=label,
            help_text=hint,
            max_length=20,
            widget=forms.TextInput(attrs=attrs),
            error_messages={"required": "Give the code"},
        )


def sign_in_email() -> fields.Email:
    """The address somebody signs in with, so that a browser can fill it in."""
    email = fields.Email("E-mail address")
    email.widget.attrs["autocomplete"] = "username"
    return email


# What the library's own forms ask, in our fields


class SignInForm(account.LoginForm):
    use_required_attribute = False
    password = Password("Password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = sign_in_email()
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        return str(self.cleaned_data["login"]).strip().lower()


class ReauthenticateForm(account.ReauthenticateForm):
    use_required_attribute = False
    password = Password("Password")


class ChangePasswordForm(account.ChangePasswordForm):
    use_required_attribute = False
    oldpassword = Password("The password you have now")
    password1 = NewPassword("New password", hint=HINT)
    password2 = PasswordAgain("New password again")


class ResetPasswordForm(account.ResetPasswordForm):
    use_required_attribute = False
    email = sign_in_email()


class ResetPasswordKeyForm(account.ResetPasswordKeyForm):
    use_required_attribute = False
    password1 = NewPassword("New password", hint=HINT)
    password2 = PasswordAgain("New password again")


def taken_once(code: str, *, user_id: int) -> str:
    """A code that was taken is not taken again: not at the next sign-in, not while it still would be right."""
    used = f"accounts.code-used.{user_id}.{''.join(filter(str.isalnum, code))}"
    if not cache.add(used, "used", timeout=CODE_KEPT):
        raise get_adapter().validation_error("incorrect_code")
    return code


class SecondFactorForm(second_factor.AuthenticateForm):
    use_required_attribute = False
    code = Code("Code", hint="The six figures your app shows now, or one of your recovery codes")

    def clean_code(self) -> str:
        return taken_once(super().clean_code(), user_id=self.user.pk)


class SecondFactorAgainForm(second_factor.ReauthenticateForm):
    use_required_attribute = False
    code = Code("Code", hint="The six figures your app shows now, or one of your recovery codes")

    def clean_code(self) -> str:
        return taken_once(super().clean_code(), user_id=self.user.pk)


class SecondFactorSetUpForm(totp.ActivateTOTPForm):
    use_required_attribute = False
    code = Code("Code from the app", hint="The six figures it shows once you have added this account")

    def clean_code(self) -> str:
        return taken_once(super().clean_code(), user_id=self.user.pk)


# Our own


class RoleForm(fields.Form):
    """A role and its terms."""

    once = fields.Once()
    role = fields.OneOf(
        "Role",
        [(role.value, f"{role.label}. {SENTENCES[role]}") for role in Role if role not in {*NOT_GIVEN, Role.REVIEWER}],
        help_text="A reviewer from outside is invited on the page of the round they read, by whoever signs it off",
        error_messages={"required": "Choose a role"},
    )
    person_ref = fields.Pick(
        "Who this is among the area's people", required=False, help_text="So that pages can say which actions and posts are theirs"
    )
    until = fields.Day("Last day of the role", required=False, help_text="Leave this empty where it has none. For example, 27/3/2026")

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        picked = self.fields["person_ref"]
        assert isinstance(picked, fields.Pick)
        picked.choices = [("", "Nobody, or not known"), *people]


class InviteForm(RoleForm):
    """Who is invited to which role."""

    email = fields.Email("E-mail address", error_messages={"required": "Give the address to invite"})
    field_order = ("email", "role")


class EndRoleForm(fields.Form):
    """When a role ends."""

    on = fields.Day("Last day", required=False, help_text="Leave this empty to end the role at once. For example, 27/3/2026")


class ClearanceForm(fields.Form):
    """A clearance that was seen."""

    once = fields.Once()
    level = fields.Pick("What you saw", [("", "Choose one"), *Level.choices])
    seen_on = fields.Day("When you saw it")
    until = fields.Day(
        "When it has to be seen again", help_text="Until this day the person may read Official-Sensitive. For example, 27/3/2028"
    )


class AcceptForm(fields.Form):
    """The password of a new account."""

    password = NewPassword("Choose a password", hint=HINT)
    again = PasswordAgain("The same password again")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("password") and given.get("again") and given["password"] != given["again"]:
            self.add_error("again", "The two passwords are not the same")
        return given
