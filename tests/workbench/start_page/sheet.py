"""What the day sheet shows, and its answers as a browser sends them."""

from django.test import Client

ANSWER = "/admin/day-sheet/answer/"


def panels(client: Client) -> dict[str, list]:
    """The entries of each panel by its title."""
    sections = client.get("/admin/").context["sections"]
    return {str(panel.title): panel.entries for _section, panels in sections for panel in panels}


def entry_of(client: Client, row):
    """The entry of a row."""
    name = f"{row._meta.label_lower}:{row.pk}"
    return next(e for entries in panels(client).values() for e in entries if e.row == name)


def as_sent(client: Client, row, answer: str, **typed) -> dict[str, str]:
    """The fields of an answer, as the sheet has them now."""
    entry = entry_of(client, row)
    assert answer in [one.name for one in entry.answers]
    day = {one.name: one.day for one in entry.answers}[answer]
    stamp = client.get("/admin/").context["form_stamp"]
    fields = {"row": entry.row, "seen": entry.seen, "answer": answer, "form_stamp": stamp}
    return fields | ({"day": f"{day:%Y-%m-%d}"} if day else {}) | typed


def give(client: Client, row, answer: str, **typed) -> str:
    """Give an answer; return the page that it leads to."""
    response = client.post(ANSWER, as_sent(client, row, answer, **typed), follow=True)
    assert response.redirect_chain == [("/admin/", 302)]
    return response.text
