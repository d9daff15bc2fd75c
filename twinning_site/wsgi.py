"""The WSGI application that the web server runs."""

import os
from collections.abc import Callable, Iterable

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application

Application = Callable[[dict, Callable], Iterable[bytes]]

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twinning_site.settings")


def with_readable_content_type(application: Application) -> Application:
    """Replace a content type that Django cannot parse, on which it would answer 500.

    Django parses it before any middleware runs. `known_charsets` in
    `twinning_site/serving/middleware.py` answers the replacement with 400.
    """

    def wrapper(environ: dict, start_response: Callable) -> Iterable[bytes]:
        try:
            WSGIRequest({**environ})  # in a copy, whose PATH_INFO it decodes
        except (LookupError, ValueError):
            environ["CONTENT_TYPE"] = "text/plain; charset=unreadable"
        return application(environ, start_response)

    return wrapper


application = with_readable_content_type(get_wsgi_application())
if settings.PAGE_STORE:
    from twinning_site.page_store.middleware import PageStore  # needs the models

    application = PageStore(application, settings.PAGE_STORE_BYTES)
