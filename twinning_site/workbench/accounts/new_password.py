"""Ask for a new password by e-mail, in the look of the admin."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.admin import site
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from content.audit import record
from content.intake.rate_limits import client_network
from content.mail.compose import queue_letter
from content.mail.placeholders import Filled
from content.models import RateCount
from content.models.records.audit_entry import Deed
from twinning_site.workbench.site_letters import NEW_PASSWORD

# E-mails of one day, to one address and for one network; beyond that nothing is sent.
MAX_PER_ADDRESS, MAX_PER_NETWORK = 3, 20


class NewPasswordForm(PasswordResetForm):
    """Puts the e-mail into the outbox."""

    def get_users(self, email: str) -> Any:
        return [user for user in super().get_users(email) if user.is_staff]

    def send_mail(
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        from_email: str | None,
        to_email: str,
        html_email_template_name: str | None = None,
    ) -> None:
        address = reverse("password_reset_confirm", args=[context["uid"], context["token"]])
        queue_letter(
            NEW_PASSWORD,
            lambda: {
                "account": Filled.line(context["user"].get_username()),
                "password_page": Filled.link(f"{settings.SITE_URL}{address}"),
                "hours": Filled.line(settings.PASSWORD_RESET_TIMEOUT // 3600),
            },
            to=to_email,
            language=settings.LANGUAGE_CODE,
        )


class AdminLook:
    """Gives a view the context of the admin's pages."""

    request: HttpRequest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)  # type: ignore[misc] # of the view
        return site.each_context(self.request) | context


class AskView(AdminLook, views.PasswordResetView):
    form_class = NewPasswordForm
    template_name = "registration/password_reset_form.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Answer alike whether there is such an account, and whether an e-mail was sent."""
        email = form.cleaned_data["email"].lower()
        of_address = _count("address", email)
        of_network = _count("network", client_network(self.request))
        if of_address <= MAX_PER_ADDRESS and of_network <= MAX_PER_NETWORK:
            return super().form_valid(form)
        return redirect(self.get_success_url())


class ChooseView(AdminLook, views.PasswordResetConfirmView):
    user: User

    def form_valid(self, form: Any) -> HttpResponse:
        answer = super().form_valid(form)
        record(self.request, Deed.RIGHTS, who=self.user.get_username(), detail="password by e-mail")
        return answer


class SentView(AdminLook, views.PasswordResetDoneView):
    pass


class DoneView(AdminLook, views.PasswordResetCompleteView):
    pass


def _count(kind: str, value: str) -> int:
    key = salted_hmac(f"workbench.new_password.{kind}", f"{timezone.localdate()} {value}")
    return RateCount.objects.count_one(key.hexdigest(), timezone.now() + timedelta(days=1))


urlpatterns = [
    # Django's page for signing in links to this name.
    path("", AskView.as_view(), name="admin_password_reset"),
    path("sent/", SentView.as_view(), name="password_reset_done"),
    path("done/", DoneView.as_view(), name="password_reset_complete"),
    path("<uidb64>/<token>/", ChooseView.as_view(), name="password_reset_confirm"),
]
