"""Fills forms of the admin as an officer does: takes what the page shows and changes some."""

from html.parser import HTMLParser

PRESSED = {"submit", "button", "image", "reset"}


class _Form(HTMLParser):
    """The values that a browser would send from the main form of a page of the admin."""

    def __init__(self):
        super().__init__()
        self.data: dict[str, list[str]] = {}
        self.inside = False
        self.select = self.area = ""

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        name = attributes.get("name", "")
        if tag == "form":
            self.inside = attributes.get("id", "").endswith("_form")
        elif not self.inside or "disabled" in attributes:
            return
        elif tag == "input" and name and attributes.get("type") not in PRESSED | {"file"}:
            ticked = attributes.get("type") not in {"checkbox", "radio"} or "checked" in attributes
            if ticked:
                unsaid = "on" if attributes.get("type") == "checkbox" else ""
                self.data.setdefault(name, []).append(attributes.get("value") or unsaid)
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in attributes:
            self.data.setdefault(self.select, []).append(attributes.get("value") or "")
        elif tag == "textarea":
            self.area = name
            self.data[name] = [""]

    def handle_data(self, data):
        if self.area:
            self.data[self.area][0] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = ""
        elif tag == "textarea" and self.area:
            # A line break at the beginning is dropped (HTML standard, 13.2.6.4.7).
            self.data[self.area][0] = self.data[self.area][0].removeprefix("\n")
            self.area = ""


def form_data(response) -> dict[str, list[str]]:
    """What the form on this page would send if nothing were changed: {name: values}."""
    form = _Form()
    form.feed(response.content.decode())
    return {
        name: values
        for name, values in form.data.items()
        if "__prefix__" not in name and name != "csrfmiddlewaretoken"
    }


def save(client, address: str, button: str = "_save", **changes):
    """Open a form, type `changes` into it, press a button; give the answer."""
    data = form_data(client.get(address)) | changes | {button: "on"}
    return client.post(address, data)


def errors_of(response) -> dict[str, list[str]]:
    """What stands beside the fields of a form that was refused."""
    form = response.context["adminform"].form
    return {name: list(map(str, errors)) for name, errors in form.errors.items()}
