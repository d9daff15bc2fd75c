"""Addresses at social networks, one a line, in the order in which they are shown."""

from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from content.text.lines import lines_of
from content.text.plain_fields import PlainTextField

MAX_ADDRESSES = 20
# By host; one that is below it has its name, such as de-de.facebook.com
NETWORKS = {
    "bsky.app": "Bluesky",
    "facebook.com": "Facebook",
    "flickr.com": "Flickr",
    "instagram.com": "Instagram",
    "linkedin.com": "LinkedIn",
    "mastodon.online": "Mastodon",
    "mastodon.social": "Mastodon",
    "mstdn.social": "Mastodon",
    "nextdoor.co.uk": "Nextdoor",
    "nextdoor.com": "Nextdoor",
    "pinterest.com": "Pinterest",
    "pixelfed.social": "Pixelfed",
    "social.bund.de": "Mastodon",
    "t.me": "Telegram",
    "threads.com": "Threads",
    "threads.net": "Threads",
    "tiktok.com": "TikTok",
    "twitter.com": "X",
    "vimeo.com": "Vimeo",
    "whatsapp.com": "WhatsApp",
    "x.com": "X",
    "xing.com": "Xing",
    "youtu.be": "YouTube",
    "youtube.com": "YouTube",
}
_is_https = URLValidator(schemes=["https"])


class SocialAddress(NamedTuple):
    """An address, and the words of its link."""

    url: str
    name: str


def social_addresses(text: str) -> list[SocialAddress]:
    """Return addresses with the names of their networks.

    Two at one network are told apart by the account. A network that is not known is called by its
    host, without `www.`.
    """
    urls = lines_of(text)
    names = [_network(url) for url in urls]
    return [
        SocialAddress(url, f"{name} ({_account(url)})" if names.count(name) > 1 else name)
        for url, name in zip(urls, names, strict=True)
    ]


def validate_social_addresses(text: str) -> None:
    """Refuse what is no address of a page on the web that everybody can open.

    Raises:
        ValidationError: with the line that is wrong.
    """
    lines = lines_of(text)
    if len(lines) > MAX_ADDRESSES:
        raise ValidationError(
            _("Give %(most)s addresses at most."), code="many", params={"most": MAX_ADDRESSES}
        )
    for line in lines:
        try:
            _is_https(line)
            is_wrong = "@" in urlsplit(line).netloc
        except ValidationError:
            is_wrong = True
        if is_wrong:
            raise ValidationError(
                _("“%(line)s” is no address like https://mastodon.social/@council."),
                code="address",
                params={"line": line[:100]},
            )
    if len(set(lines)) < len(lines):
        raise ValidationError(_("An address is there twice."), code="twice")


class SocialAddressesField(PlainTextField):
    """Addresses, one a line; to migrations a text field of Django."""

    default_validators = [validate_social_addresses]

    def formfield(self, **kwargs: Any) -> Any:
        """Return the field of a form, which is written from left to right in every language."""
        kwargs["widget"] = forms.Textarea(
            attrs={"rows": 5, "cols": 80, "dir": "ltr", "spellcheck": "false"}
        )
        return super().formfield(**kwargs)

    def to_python(self, value: object) -> Any:
        """Leave out empty lines and spaces around addresses."""
        value = super().to_python(value)
        return "\n".join(lines_of(value)) if isinstance(value, str) else value


def _network(url: str) -> str:
    host = (urlsplit(url).hostname or url).removeprefix("www.")
    labels = host.split(".")
    above = (".".join(labels[start:]) for start in range(len(labels)))
    return next((NETWORKS[name] for name in above if name in NETWORKS), host)


def _account(url: str) -> str:
    """Return the path, which names the account at most networks."""
    return urlsplit(url).path.strip("/") or url
