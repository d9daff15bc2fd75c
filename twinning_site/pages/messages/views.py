"""Messages to the office and to groups, and feedback on pages."""

from functools import partial

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from content.intake.csrf import keep_input_on_csrf_failure
from content.intake.guarded_form import GuardedForm
from content.intake.receiving import receive
from content.models import Council
from links.models import LinkGroup
from twinning_site.pages.messages import actions
from twinning_site.pages.messages.forms import EnquiryForm, FeedbackForm, own_path
from twinning_site.pages.models import Enquiry, Feedback

_SIGNER = Signer(salt="pages.message-sent")


@keep_input_on_csrf_failure
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, slug: str = "") -> HttpResponse:
    """Show and process the form for a message to the group `slug`, or to the office."""
    group = get_object_or_404(LinkGroup.objects.published(), slug=slug) if slug else None
    context = {"group": group, "keep_days": settings.ENQUIRY_KEEP_DAYS}
    show = partial(_show, request, "pages/contact.html", context)
    # Without a council there is no address to send to; the page says so.
    if request.method != "POST" or Council.current() is None:
        return show(EnquiryForm())
    form = EnquiryForm(request.POST)
    return receive(
        request,
        form,
        model=Enquiry,
        store=lambda fingerprint, suspicions: actions.send_enquiry(
            form.cleaned_data,
            group=group,
            fingerprint=fingerprint,
            language=get_language(),
            held_for=suspicions,
        ),
        show=show,
        done=lambda enquiry: redirect("pages:message-sent", token=_SIGNER.sign(enquiry.reference)),
    )


@never_cache
@require_safe
def sent(request: HttpRequest, token: str) -> HttpResponse:
    """Show the reference of a message; nothing personal, as others may see the address."""
    try:
        reference = _SIGNER.unsign(token)
    except BadSignature as error:
        raise Http404 from error
    return render(request, "pages/message_sent.html", {"reference": reference})


@keep_input_on_csrf_failure
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest) -> HttpResponse:
    """Show and process the form; the links on every page lead here with `page` and `rating`."""
    data = request.POST if request.method == "POST" else request.GET
    page = own_path(data.get("page", ""))
    show = partial(_show, request, "pages/feedback.html", {"page": page})
    if request.method != "POST":
        return show(FeedbackForm(initial={"page": page, "rating": data.get("rating")}))
    form = FeedbackForm(request.POST)
    return receive(
        request,
        form,
        model=Feedback,
        store=lambda fingerprint, suspicions: actions.give_feedback(
            form.cleaned_data,
            fingerprint=fingerprint,
            language=get_language(),
            held_for=suspicions,
        ),
        show=show,
        done=lambda _row: redirect(
            f"{reverse('pages:feedback-thanks')}?{urlencode({'page': page})}"
        ),
    )


@require_safe
def feedback_thanks(request: HttpRequest) -> HttpResponse:
    """Thank the reader and link back to the page."""
    page = own_path(request.GET.get("page", ""))
    return render(request, "pages/feedback_thanks.html", {"page": page})


def _show(
    request: HttpRequest,
    template: str,
    context: dict,
    form: GuardedForm,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    return render(request, template, {**context, "form": form, "problem": problem}, status=status)
