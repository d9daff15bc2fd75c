"""Point out likely typing errors in e-mail addresses; they are never refused."""

from difflib import get_close_matches

# The domains of most private mailboxes in the countries that visitors write from
COMMON_DOMAINS = [
    "aol.com", "btinternet.com", "freenet.de", "gmail.com", "gmx.de", "gmx.net",
    "googlemail.com", "hotmail.co.uk", "hotmail.com", "hotmail.fr", "icloud.com",
    "laposte.net", "live.co.uk", "live.com", "mail.ru", "me.com", "msn.com", "orange.fr",
    "outlook.com", "proton.me", "protonmail.com", "sky.com", "t-online.de", "talktalk.net",
    "virginmedia.com", "web.de", "yahoo.co.uk", "yahoo.com", "yahoo.de", "yahoo.fr", "yandex.ru",
]  # fmt: skip


def likely_address(address: str) -> str:
    """Return the address that was probably meant, or "" if `address` looks right."""
    name, _at, domain = address.rpartition("@")
    domain = domain.lower()
    if domain in COMMON_DOMAINS:
        return ""
    matches = get_close_matches(domain, COMMON_DOMAINS, n=1, cutoff=0.85)
    return f"{name}@{matches[0]}" if matches else ""
