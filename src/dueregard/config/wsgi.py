"""The door a web server opens."""

import os

from django.core.wsgi import get_wsgi_application

from dueregard.ui.receiving import whole

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dueregard.config.settings")
application = whole(get_wsgi_application())
