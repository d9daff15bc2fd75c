"""Form fields that remove invisible characters from what people type."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Control characters but tab and line feed, marks that turn the direction of what follows
# (Unicode TR 36, 2.5: "BIDI spoofing"), and halves of characters
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


class PlainTextField(forms.CharField):
    """Several lines of text, without invisible characters."""

    widget: type[forms.Widget] | forms.Widget = forms.Textarea(attrs={"rows": 6})

    def to_python(self, value: object) -> str:
        text = str(value or "").replace("\r\n", "\n").replace("\r", "\n")
        text = INVISIBLE.sub("", text)
        # Joiners are part of words in many scripts, but are no text by themselves.
        return super().to_python(text if any(map(str.isprintable, text)) else "") or ""


class LineField(PlainTextField):
    """One line of text; line breaks become spaces, so that it is safe in an e-mail's header."""

    widget: type[forms.Widget] | forms.Widget = forms.TextInput

    def to_python(self, value: object) -> str:
        return super().to_python(" ".join(re.sub("[\u2028\u2029]", " ", str(value or "")).split()))


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
        address = super().clean(value)
        # In an e-mail's header commas separate addresses; quotation marks allow them inside one.
        if "," in address or '"' in address:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return address
