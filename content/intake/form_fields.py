"""Form fields that remove invisible characters from what people type."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from content.text.invisible_characters import without_invisible


class PlainTextField(forms.CharField):
    """Several lines of text, without invisible characters."""

    widget: type[forms.Widget] | forms.Widget = forms.Textarea(attrs={"rows": 6})

    def to_python(self, value: object) -> str:
        text = without_invisible(str(value or ""))
        # Joiners are part of words in many scripts, but are no text by themselves.
        return super().to_python(text if any(map(str.isprintable, text)) else "") or ""


class LineField(PlainTextField):
    """One line of text; line breaks become spaces, so that it is safe in an e-mail's header."""

    widget: type[forms.Widget] | forms.Widget = forms.TextInput

    def to_python(self, value: object) -> str:
        return super().to_python(" ".join(without_invisible(str(value or "")).split()))


class NameField(LineField):
    """The name of the person who writes."""

    widget = forms.TextInput(attrs={"autocomplete": "name"})
    default_error_messages = {"required": _("Enter your name.")}

    def __init__(self, **kwargs: Any):
        super().__init__(**{"label": _("Your name"), "max_length": 200, **kwargs})


class AddressField(forms.EmailField):
    """An e-mail address as people have them, without the quoted forms of RFC 5322."""

    widget = forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"})
    default_error_messages = {
        "invalid": _("Enter an e-mail address in the right form, such as name@example.org."),
        "required": _("Enter your e-mail address."),
    }

    def __init__(self, **kwargs: Any):
        super().__init__(**{"label": _("E-mail address"), "max_length": 254, **kwargs})

    def clean(self, value: object) -> str:
        address = super().clean(without_invisible(str(value or "")))
        # In an e-mail's header commas separate addresses; quotation marks allow them inside one,
        # and so do encoded words (RFC 2047), which some servers decode.
        is_odd = any(part in address for part in (",", '"', "=?"))
        # `localhost` and numbers would be machines of ours.
        is_on_a_machine = "." not in address.rpartition("@")[2] or address.endswith("]")
        if address and (is_odd or is_on_a_machine):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return address
