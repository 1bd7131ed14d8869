"""The door a web server opens."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from dueregard.ui.receiving import whole

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dueregard.config.settings")
application = whole(get_wsgi_application())
_ = get_resolver().url_patterns  # every page's code, before the first person asks for one
gc.collect()
gc.freeze()  # the program lasts as long as its process: looking through it for what can be thrown away costs a page of 40,000 staff 150 ms
