"""Links to phone numbers and e-mail addresses as officers type them."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from content.text.contact_addresses import mailto_uri, tel_uri

register = template.Library()


@register.simple_tag
def phone_link(number: str) -> SafeString:
    """Show a phone number, as a link if it can be dialled."""
    uri = tel_uri(number)
    if not uri:
        return format_html('<span dir="auto">{}</span>', number)
    return format_html('<a dir="ltr" href="{}">{}</a>', uri, number)


@register.simple_tag
def email_link(address: str) -> SafeString:
    """Show an e-mail address as a link."""
    return format_html('<a href="{}">{}</a>', mailto_uri(address), address)
