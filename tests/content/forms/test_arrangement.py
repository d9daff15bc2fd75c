from django.http import QueryDict

from content.forms.arrangement import ArrangementWidget, Entry

WIDGET = ArrangementWidget(
    [
        Entry("cities", "Cities"),
        Entry("groups", "Groups"),
        Entry("page:schools", "Schools", may_hide=False, may_be_below=True),
    ]
)


def read(query):
    return WIDGET.value_from_datadict(QueryDict(query), {}, "menu")


def sent(cities=10, groups=20, schools=30, below="", hidden=()):
    shown = "".join(f"&menu-{one}-shown=on" for one in {"cities", "groups"} - set(hidden))
    return (
        f"menu-cities-position={cities}&menu-groups-position={groups}"
        f"&menu-page:schools-position={schools}&menu-page:schools-below={below}{shown}"
    )


def test_rows_as_they_are_by_default_are_no_text():
    assert read(sent()) == ""


def test_numbers_put_rows_in_order_and_boxes_hide():
    assert read(sent(cities=25, hidden=["groups"])).splitlines() == [
        "-groups", "cities", "page:schools",
    ]  # fmt: skip


def test_row_goes_below_another_one():
    assert read(sent(below="cities")).splitlines() == ["cities", "cities/page:schools", "groups"]


def test_nonsense_is_no_error():
    query = sent(cities="x", below="nowhere") + "&menu-x-position=1&menu-groups-below=cities"
    assert read(query).splitlines() == ["groups", "page:schools", "cities"]


def test_shown_order_is_read_back_as_it_is():
    text = "groups\ngroups/page:schools\n-cities"
    html = WIDGET.render("menu", text, {"id": "id_menu"})
    assert html.index("Groups") < html.index("Schools") < html.index("Cities")
    assert read(f"menu={text.replace(chr(10), '%0A')}") == text
    assert WIDGET.value_omitted_from_data(QueryDict("other=1"), {}, "menu")
