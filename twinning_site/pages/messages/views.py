"""Messages to the office and to groups, and feedback on pages."""

from functools import partial

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from content.intake.csrf import csrf_problem, keep_input_on_csrf_failure
from content.intake.guarded_form import GuardedForm
from content.intake.receiving import receive
from content.models import Council
from links.models import LinkGroup
from twinning_site.pages.messages import actions
from twinning_site.pages.messages.forms import EnquiryForm, FeedbackForm, own_path
from twinning_site.pages.messages.signed_addresses import (
    copy_page_reference,
    sent_page_reference,
    sent_page_token,
)
from twinning_site.pages.models import Enquiry, Feedback


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
        done=lambda enquiry: redirect(
            "pages:message-sent", token=sent_page_token(enquiry.reference)
        ),
    )


@never_cache
@require_safe
def sent(request: HttpRequest, token: str) -> HttpResponse:
    """Show the reference of a message; nothing personal, as others may see the address."""
    reference = sent_page_reference(token)
    if reference is None:
        raise Http404
    is_held = Enquiry.objects.held().filter(reference=reference).exists()
    context = {"reference": reference, "is_held": is_held}
    return render(request, "pages/message_sent.html", context)


@keep_input_on_csrf_failure
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether the reader of the mailbox wrote the message; send a copy of it on POST.

    The page shows none of its words: they may be a stranger's.
    """
    reference = copy_page_reference(token)
    enquiry = Enquiry.objects.filter(reference=reference).first() if reference else None
    problem = csrf_problem(request)
    if enquiry and request.method == "POST" and not problem:
        actions.confirm_address(enquiry)
        return redirect("pages:message-copy", token=token)
    context = {"enquiry": enquiry, "problem": problem}
    response = render(request, "pages/message_copy.html", context, status=200 if enquiry else 404)
    # The address is a key; see the pages of an applicant.
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response


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
