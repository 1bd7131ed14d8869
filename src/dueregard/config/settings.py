"""Settings: environment variables only; a wrong value stops the start with a sentence saying what to do."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONE, SELF

CODE = Path(__file__).resolve().parents[1]


def _stop(sentence: str) -> None:
    raise SystemExit(f"dueregard: {sentence}")


def _yes(name: str) -> bool:
    value = os.environ.get(name, "no").lower()
    if value not in {"yes", "no"}:
        _stop(f"{name} is {value!r}; set it to yes or no")
    return value == "yes"


def _home() -> Path:
    clone = CODE.parents[1]
    home = Path(os.environ.get("DUEREGARD_HOME") or (clone / "var" if (clone / "pyproject.toml").exists() else Path.home() / ".dueregard"))
    for folder in (home, home / "files", home / "mail"):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return home


def _kept(name: str, size: int) -> Path:
    """A key file of this install, made once and readable by its owner alone."""
    path = HOME / name
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(size))
    return path


def _database(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        _stop("DATABASE_URL must begin with postgresql:// (leave it out to use the embedded SQLite database)")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "OPTIONS": options,
    }


HOME = _home()
SECRET_KEY = os.environ.get("DUEREGARD_SECRET_KEY") or _kept("secret-key", 32).read_text()
KEY_FILE = _kept("sealing-key", 32)
DEBUG = False
DEMO = _yes("DUEREGARD_DEMO")  # the demo: invented people, plain http on this machine, mail to files
INVENTED = DEMO or _yes("DUEREGARD_INVENTED")  # only invented data is kept here, so the disk need not be encrypted
DISK_ENCRYPTED = _yes("DUEREGARD_DISK_ENCRYPTED")
SECURE = _yes("DUEREGARD_HTTPS")
ALLOWED_HOSTS = [host for host in os.environ.get("DUEREGARD_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if SECURE else []

if os.environ.get("DATABASE_URL"):
    DATABASES = {"default": _database(os.environ["DATABASE_URL"])}
    if os.environ.get("DATABASE_OWNER_URL"):
        DATABASES["owner"] = {**_database(os.environ["DATABASE_OWNER_URL"]), "TEST": {"MIRROR": ""}}
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": HOME / "dueregard.sqlite3",
            "CONN_MAX_AGE": None,  # reopening the file costs a quarter of a page
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
                " PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000",
            },
        }
    }

INSTALLED_APPS = [
    "dueregard.config",
    "dueregard.home",
    "dueregard.assurance",
    "dueregard.training",
    "dueregard.plan",
    "dueregard.partnership",
    "dueregard.risk",
    "dueregard.documents",
    "dueregard.dispatch",
    "dueregard.search",
    "dueregard.accounts",
    "dueregard.guidance",
    "dueregard.organisations",
    "dueregard.audit",
    "dueregard.ui",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "dueregard.ui.receiving.ReceivingMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "dueregard.accounts.middleware.IdleMiddleware",
    "dueregard.accounts.middleware.ViewerMiddleware",
]
ROOT_URLCONF = "dueregard.config.urls"
WSGI_APPLICATION = "dueregard.config.wsgi.application"
FORM_RENDERER = "dueregard.ui.renderer.Fields"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "jinja2",
        "APP_DIRS": True,
        "OPTIONS": {"environment": "dueregard.ui.pages.environment", "context_processors": ["dueregard.ui.frame.frame"]},
    },
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"

# The sign-in library: by e-mail address, by invitation only; every page and word of it is ours (accounts/)
LOCKED_MINUTES = 15
ACCOUNT_ADAPTER = "dueregard.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is proved by opening the invitation sent to it
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_RATE_LIMITS = {  # a council's people often share one address, so only the account itself is held tightly
    "login": "120/m/ip",
    "login_failed": f"60/m/ip,5/{LOCKED_MINUTES}m/key",
    "reset_password": "20/m/ip,3/15m/key",
}
ACCOUNT_FORMS = {
    "login": "dueregard.accounts.forms.SignInForm",
    "reauthenticate": "dueregard.accounts.forms.ReauthenticateForm",
    "change_password": "dueregard.accounts.forms.ChangePasswordForm",
    "reset_password": "dueregard.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "dueregard.accounts.forms.ResetPasswordKeyForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if SECURE else 0  # https ends at a proxy, which says whose request it is
MFA_ADAPTER = "dueregard.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Due Regard"
MFA_TOTP_TOLERANCE = 1  # clocks differ; accounts.forms.taken_once sees to it that no code works twice
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # see ACCOUNT_EMAIL_VERIFICATION
MFA_FORMS = {
    "authenticate": "dueregard.accounts.forms.SecondFactorForm",
    "reauthenticate": "dueregard.accounts.forms.SecondFactorAgainForm",
    "activate_totp": "dueregard.accounts.forms.SecondFactorSetUpForm",
}
USERSESSIONS_ADAPTER = "dueregard.accounts.adapter.SessionsAdapter"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
IDLE_MINUTES = 30
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LANGUAGE_CODE = "en-gb"
USE_TZ = True
TIME_ZONE = "Europe/London"
DATE_INPUT_FORMATS = ["%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d"]

STATIC_URL = "/static/"
STATICFILES_DIRS: list[Path] = []
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
MEDIA_ROOT = HOME / "files"
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
FILE_UPLOAD_PERMISSIONS = 0o600
MOST_FILE_BYTES = 20 * 1024 * 1024

EMAIL_FILE_PATH = HOME / "mail"
EMAIL_URL = os.environ.get("DUEREGARD_SMTP", "")
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend" if EMAIL_URL else "django.core.mail.backends.filebased.EmailBackend"
EMAIL_HOST, _, EMAIL_PORT = EMAIL_URL.partition(":") if EMAIL_URL else ("localhost", "", "25")
DEFAULT_FROM_EMAIL = os.environ.get("DUEREGARD_MAIL_FROM", "Due Regard <no-reply@localhost>")
ADDRESS = os.environ.get("DUEREGARD_ADDRESS", "http://localhost:8000").rstrip("/")  # how the site is reached: the links in mails begin so

CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}
REMEMBER = True  # what was worked out from records stays in the process until they change; tests that write rows without deeds turn it off
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("DUEREGARD_LOG", "WARNING")},
}
