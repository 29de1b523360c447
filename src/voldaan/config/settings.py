"""Django's settings, made from what the installation says."""

from pathlib import Path

from voldaan.config.sqlite import use_bundled_sqlite

use_bundled_sqlite()

from voldaan.config.installation import Installation, database, home_folder, secret_key  # noqa: E402  (after the swap)

VOLDAAN_HOME: Path = home_folder()
INSTALLATION = Installation()

SECRET_KEY = secret_key(VOLDAAN_HOME)
DEBUG = INSTALLATION.debug
ALLOWED_HOSTS = [host.strip() for host in INSTALLATION.allowed_hosts.split(",") if host.strip()]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "voldaan.records",
    "voldaan.interfaces.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "voldaan.interfaces.web.headers.content_security_policy",
]
ROOT_URLCONF = "voldaan.config.urls"
WSGI_APPLICATION = "voldaan.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
DATABASES = {"default": database(INSTALLATION.database_url, VOLDAAN_HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_COOKIE_SAMESITE = "Strict"
DATA_UPLOAD_MAX_NUMBER_FILES = 500

# Import strings: the doors may not import this package, so the wiring reaches them from here.
VOLDAAN_CHANNELS = "voldaan.config.wiring.channels"
VOLDAAN_STRATEGIES = Path(__file__).with_name("strategies")
