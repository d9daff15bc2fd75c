"""Tell officers which links in a text that they saved lead to something readers cannot see yet."""

from collections.abc import Iterable

from django.contrib import admin, messages
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.admin.related_links import change_link
from content.forms.checked_links import changed_rich_texts
from content.forms.offered_rows import offered
from content.models import PublishingState
from content.web.link_targets import by_model, linked_keys, public_targets

MAX_WARNINGS = 10
WORDS = {
    PublishingState.DRAFT: _("A link in this text leads to a draft: {target}"),
    PublishingState.SCHEDULED: _("A link in this text leads to what appears later: {target}"),
    PublishingState.EXPIRED: _("A link in this text leads to what was taken down: {target}"),
    # It is published, but belongs to something that is not.
    PublishingState.LIVE: _("A link in this text leads to what readers cannot see: {target}"),
}


def warn_of_hidden_targets(
    request: HttpRequest, forms: Iterable[ModelForm], site: admin.AdminSite
) -> None:
    """Name what the changed texts of saved forms link to and readers do not see."""
    texts = [
        html
        for form in forms
        for name in changed_rich_texts(form)
        for html in getattr(form.instance, name).data.values()
    ]
    keys = linked_keys(*texts)
    hidden = by_model(keys - public_targets(keys).keys())
    for model, numbers in hidden.items():
        known = offered(request.user, model._default_manager.filter(pk__in=numbers))
        for row in known[:MAX_WARNINGS]:
            words = format_html(str(WORDS[row.publishing_state]), target=change_link(row, site))
            until = gettext("Until readers can see it, they see the words without a link.")
            messages.warning(request, format_html("{}. {}", words, until))
