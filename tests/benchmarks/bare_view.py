"""The least that a page of Django costs: 20 kB of constant HTML, no middleware, no template."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

LINE = "<p>Twenty kilobytes of constant text, the size of a page that lists things.</p>\n"
PAGE = (LINE * (20_000 // len(LINE) + 1))[:20_000]


def page(request: HttpRequest) -> HttpResponse:
    """Return the page."""
    return HttpResponse(PAGE, headers={"Content-Length": str(len(PAGE))})


urlpatterns = [path("", page)]
settings.configure(
    SECRET_KEY="bare", ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, MIDDLEWARE=[]
)
application = get_wsgi_application()
