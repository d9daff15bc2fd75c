"""The switch on the start page: whether a person gets the day sheet once a week by e-mail."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext

from twinning_site.workbench.models import WeeklySheet


def switch(request: HttpRequest) -> HttpResponse:
    """Begin or end the weekly e-mail as the button says, and lead back to the start page."""
    if request.method == "POST" and isinstance(request.user, User):
        if "begin" in request.POST and request.user.email:
            today = timezone.localdate()
            WeeklySheet.objects.get_or_create(user=request.user, defaults={"queued_on": today})
            words = gettext("From next Monday on, the day sheet comes to %(address)s once a week.")
            messages.success(request, words % {"address": request.user.email})
        elif "end" in request.POST:
            WeeklySheet.objects.filter(user=request.user).delete()
            messages.success(request, gettext("The day sheet no longer comes by e-mail."))
    return redirect("admin:index")


def switch_context(request: HttpRequest) -> dict[str, object]:
    """Return for `admin/start.html` whether the person gets it: 1 query."""
    return {"has_weekly_sheet": WeeklySheet.objects.filter(user=request.user.pk).exists()}
