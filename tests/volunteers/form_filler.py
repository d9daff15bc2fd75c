"""Fills public forms as a visitor does: takes what the page carries and adds the answers."""

from html.parser import HTMLParser


class _Inputs(HTMLParser):
    def __init__(self):
        super().__init__()
        self.hidden: list[tuple[str, str]] = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "input" and attributes.get("type") == "hidden" and "name" in attributes:
            self.hidden.append((attributes["name"], attributes.get("value") or ""))


def hidden_fields(response) -> dict[str, list[str]]:
    """The hidden fields of a page: {name: values}, without the token against forgery."""
    inputs = _Inputs()
    inputs.feed(response.content.decode())
    fields: dict[str, list[str]] = {}
    for name, value in inputs.hidden:
        if name != "csrfmiddlewaretoken":
            fields.setdefault(name, []).append(value)
    return fields
