"""Templates as they are loaded: without indentation, and with the same lines."""

import pytest
from django.template import Engine


@pytest.fixture
def engine(tmp_path):
    (tmp_path / "page.html").write_text(
        "<ul>\n  {% if yes %}\n\t<li>a  b</li>\n  {% endif %}\n</ul>\n"
    )
    (tmp_path / "mail.txt").write_text("Dear reader,\n  come.\n")
    loader = "content.web.template_loader.UnindentedLoader"
    return Engine(dirs=[tmp_path], loaders=[loader])


def test_lines_of_html_have_no_indentation(engine):
    html = engine.render_to_string("page.html", {"yes": True})
    assert html == "<ul>\n\n<li>a  b</li>\n\n</ul>\n"


def test_plain_text_stays_as_it_is_written(engine):
    assert engine.render_to_string("mail.txt") == "Dear reader,\n  come.\n"


def test_pages_are_loaded_by_it(db, client):
    assert "\n " not in client.get("/").text
