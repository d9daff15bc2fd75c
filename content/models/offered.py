"""Files of the library that pages offer: one is as public as the pages, and written with them."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any, Self

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Exists, Model, OuterRef, Q

from content.models.publishing import PublishableQuerySet


class OfferedQuerySet(PublishableQuerySet):
    """Files by who may fetch them."""

    def reachable(self) -> Self:
        """Keep what the public may fetch: it is live, and so is one of its owners.

        What nothing offers stands for itself. One whose owners are all drafts is as secret as
        they are.
        """
        owners = _owners(self.model)
        live = reduce(or_, (Exists(rows.published()) for rows in owners))
        any_owner = reduce(or_, map(Exists, owners))
        return self.published().filter(live | ~any_owner)

    def written_by(self, user: AbstractUser | AnonymousUser) -> Self:
        """Keep what only pages of the user offer, and own files that nothing offers."""
        own: Any = Q(author_id=user.pk)
        foreign: Any = Q()
        for relation in self.model._meta.related_objects:
            rows: Any = relation.related_model._default_manager.all()
            is_publishable = isinstance(rows, PublishableQuerySet)
            written = rows.written_by(user) if is_publishable else rows.none()
            pointing = rows.filter(**{relation.field.name: OuterRef("pk")})
            own |= Exists(pointing.filter(pk__in=written.values("pk")))
            foreign |= Exists(pointing.exclude(pk__in=written.values("pk")))
        return self.filter(own).exclude(foreign)


def _owners(model: type[Model]) -> list[PublishableQuerySet]:
    """Return what offers the row of an outer query, in any app: a queryset for each model."""
    linked = [
        relation.related_model._default_manager.filter(**{relation.field.name: OuterRef("pk")})
        for relation in model._meta.related_objects
    ]
    return [rows for rows in linked if isinstance(rows, PublishableQuerySet)]
