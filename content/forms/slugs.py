"""Admin forms that make the slug from the name."""

from typing import Any

from django import forms
from django.db.models import Model
from django.urls import NoReverseMatch, Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from content.text.slugs import has_latin_name, slug_of_name


class SluggedForm(forms.ModelForm):
    """Makes the slug from the name, unless the officer enters one.

    Attributes:
        has_transliterated_slug: whether it was made from a name in another script, so that
            the officer has to look at it.
    """

    has_transliterated_slug = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("slug"):
            field.required = False
            field.help_text = _(
                "The last part of the page's address, such as “bonn” or “summer-concert”. Leave "
                "it empty, and it is made from the name. If you change it, the old address "
                "leads to the new one."
            )

    def clean(self) -> dict:
        """Fill in the slug."""
        super().clean()
        cleaned = self.cleaned_data
        if "slug" in self.fields and "slug" not in self.errors:
            is_copy = "_saveasnew" in self.data
            if is_copy or not cleaned.get("slug"):
                self._make_slug(cleaned)
        return cleaned

    def _post_clean(self) -> None:
        """Refuse a slug whose address is that of another page, unless the model has done so."""
        super()._post_clean()  # type: ignore[misc] # Django has it, its stubs do not
        slug = self.cleaned_data.get("slug")
        if slug and "slug" not in self.errors and not self._resolves_to_model(slug):
            self.add_error("slug", _("This address belongs to another page of the site."))

    def _make_slug(self, cleaned: dict) -> None:
        """Fill in the slug, or ask for it if none can be made from the name."""
        name = cleaned.get("name") or cleaned.get("title")
        if not name:
            return  # The name is what has to be entered.
        stem = slug_of_name(name)[:40].strip("-")
        if not stem:
            self.add_error(
                "slug", _("No address can be made from this name. Write it in Latin letters here.")
            )
            return
        self.has_transliterated_slug = not has_latin_name(name)
        cleaned["slug"] = self._free_slug(stem)

    def _free_slug(self, stem: str) -> str:
        """Return `stem`, numbered if it is taken."""
        others = self._meta.model._default_manager.exclude(pk=self.instance.pk)
        taken = set(others.filter(slug__startswith=stem).values_list("slug", flat=True))
        slug, number = stem, 2
        while slug in taken or not self._resolves_to_model(slug):
            slug, number = f"{stem}-{number}", number + 1
        return slug

    def _resolves_to_model(self, slug: str) -> bool:
        """Return whether the address with this slug leads to a page of this model."""
        row: Model = self._meta.model(slug=slug)
        if not hasattr(row, "get_absolute_url"):
            return True
        try:
            return resolve(row.get_absolute_url()).kwargs.get("slug") == slug
        except (NoReverseMatch, Resolver404):
            return False
