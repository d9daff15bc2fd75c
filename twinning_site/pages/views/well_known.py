"""Files that browsers and security researchers ask for at fixed addresses."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from content.models import Council
from content.text.contact_addresses import mailto_uri


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Return the contact for reports of a vulnerability (RFC 9116)."""
    council = Council.current()
    contact = settings.SECURITY_CONTACT or (mailto_uri(council.email) if council else "")
    expires = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    lines = {
        "Contact": contact or f"{settings.SITE_URL}/contact/",
        "Expires": (expires + timedelta(days=180)).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Preferred-Languages": ", ".join(settings.SITE_LANGUAGES),
        "Canonical": f"{settings.SITE_URL}/.well-known/security.txt",
    }
    text = "".join(f"{name}: {value}\n" for name, value in lines.items())
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Redirect to the icon; browsers ask for it beside files without a link to one."""
    return redirect(static("img/favicon.svg"))
