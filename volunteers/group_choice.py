"""Whether an application may be passed to a group (GDPR, article 6), and which groups fit."""

from collections.abc import Iterable

from links.models import LinkGroup
from volunteers.models import Application


def is_of_chosen_links(application: Application, group: LinkGroup) -> bool:
    """Return whether the group has one of the links that the applicant chose, who may be open."""
    chosen = {city.pk for city in application.cities.all()}
    return not chosen or not chosen.isdisjoint(city.pk for city in group.cities.all())


def groups_that_are_told() -> list[LinkGroup]:
    """Return the groups in which somebody receives messages, with their links."""
    groups = LinkGroup.objects.published().filter(contacts__receives_messages=True)
    return list(groups.distinct().prefetch_related("cities"))


def fitting_groups(application: Application, groups: Iterable[LinkGroup]) -> list[LinkGroup]:
    """Return those of `groups` that have a link that the applicant chose by name."""
    if not application.cities.all():
        return []
    return [group for group in groups if is_of_chosen_links(application, group)]
