"""Addresses of signing in, of one's own account, and of an area's members. The library's names stay, since it looks them up."""

from allauth.account import views as account
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import include, path, re_path
from django.views.decorators.cache import never_cache

from dueregard.access.requires import public, requires
from dueregard.access.roles import Permission
from dueregard.accounts.views import invitations, members, own, sign_in

_open = public("Nobody is signed in yet")
_own = requires(Permission.SIGNED_IN)

SIGN_IN = [
    path("", _open(account.login), name="account_login"),
    path("code/", _open(sign_in.SecondStepView.as_view()), name="mfa_authenticate"),
    path("closed/", _open(account.account_inactive), name="account_inactive"),
    path("password/", _open(account.password_reset), name="account_reset_password"),
    path("password/sent/", _open(account.password_reset_done), name="account_reset_password_done"),
    path("password/new/", _open(account.password_reset_from_key_done), name="account_reset_password_from_key_done"),
    re_path(
        r"^password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$", _open(account.password_reset_from_key), name="account_reset_password_from_key"
    ),
]
# Its own namespace, so that a page can link to it without an area.
OWN = [
    path("account/", own.mine, name="mine"),
    path("sign-in/invitation/<str:secret>/", never_cache(sign_in.invitation), name="invitation"),
]
ACCOUNT = [
    path("sign-out/", public("Somebody who is signed out already may come here")(account.logout), name="account_logout"),
    path("password/", _own(account.password_change), name="account_change_password"),
    path("again/", _own(account.reauthenticate), name="account_reauthenticate"),
    path("again/code/", _own(sign_in.SecondFactorAgainView.as_view()), name="mfa_reauthenticate"),
    path("second-factor/", own.second_factor, name="mfa_index"),
    path("second-factor/set-up/", _own(never_cache(totp.activate_totp)), name="mfa_activate_totp"),
    path("second-factor/turn-off/", _own(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("recovery-codes/", _own(never_cache(codes.view_recovery_codes)), name="mfa_view_recovery_codes"),
    path("recovery-codes/new/", _own(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("sessions/", _own(own.SessionsView.as_view()), name="usersessions_list"),
]
HERE = [
    path("", members.member_list, name="member-list"),
    path("invite/", invitations.invite, name="invite"),
    path("invitations/", invitations.invitation_list, name="invitation-list"),
    path("invitations/<uuid:invitation_id>/withdraw/", invitations.invitation_withdraw, name="invitation-withdraw"),
    path("second-factor/", members.second_factor_require, name="second-factor-require"),
    path("members/<int:user_id>/", members.member, name="member"),
    path("members/<int:user_id>/role/", members.role_give, name="role-give"),
    path("members/<int:user_id>/role/<uuid:membership_id>/end/", members.role_end, name="role-end"),
    path("members/<int:user_id>/clearance/", members.clearance_record, name="clearance-record"),
    path("members/<int:user_id>/clearance/<uuid:clearance_id>/end/", members.clearance_end, name="clearance-end"),
    path("members/<int:user_id>/sign-out/", members.member_sign_out, name="member-sign-out"),
    path("members/<int:user_id>/close/", members.member_deactivate, name="member-deactivate"),
    path("members/<int:user_id>/reopen/", members.member_reactivate, name="member-reactivate"),
]
urlpatterns = [
    path("", include((OWN, "accounts"))),
    path("sign-in/", include(SIGN_IN)),
    path("account/", include(ACCOUNT)),
    path("<slug:area>/accounts/", include((HERE, "accounts-here"))),
]
