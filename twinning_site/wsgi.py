"""The door for the web server."""

import os
from collections.abc import Callable, Iterable

from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application

Application = Callable[[dict, Callable], Iterable[bytes]]

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twinning_site.settings")


def with_readable_content_type(application: Application) -> Application:
    """Put another content type in place of one on which Django fails.

    Django reads it before any middleware. `known_charsets` in
    `twinning_site/serving/middleware.py` answers the other one with a clear page.
    """

    def door(environ: dict, start_response: Callable) -> Iterable[bytes]:
        try:
            WSGIRequest(environ)
        except (LookupError, ValueError):
            environ["CONTENT_TYPE"] = "text/plain; charset=unreadable"
        return application(environ, start_response)

    return door


application = with_readable_content_type(get_wsgi_application())
