import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.text.contact_addresses import mailto_uri, tel_uri, written_number
from content.text.html.cleaning import clean_html


@pytest.mark.parametrize(
    ("typed", "uri"),
    [
        ("+44 (0)20 7946 0958", "tel:+442079460958"),
        ("020 7946 0958 ext. 12", "tel:02079460958;ext=12"),
        ("020 7946 0958 or 07700 900123", "tel:02079460958"),
        ("+49 (0) 30/901820", "tel:+4930901820"),
        ("+49\xa0(0)\xa030\xa0/ 901820", "tel:+4930901820"),
        ("+49 (030) 901820", "tel:+4930901820"),
        ("030 901820 Durchwahl 12", "tel:030901820;ext=12"),
        ("02079460958x12", "tel:02079460958;ext=12"),
        ("+44 20 7946 0958;ext=7", "tel:+442079460958;ext=7"),
        ("(+44) 20 7946 0958", "tel:+442079460958"),
        ("0049 30 901820", "tel:+4930901820"),
        ("00 49 30 901820", "tel:+4930901820"),
        ("0(0)49 30 901820", "tel:+4930901820"),
        ("+39 (06) 1234567", "tel:+39061234567"),
        ("(01865) 252537", "tel:01865252537"),
        ("01865 252537 / 01865 252538", "tel:01865252537"),
        ("01865\u2011252537", "tel:01865252537"),
        ("Tel.: 01865 252537 (24 hours)", "tel:01865252537"),
        ("Room 5, 01865 252537", "tel:01865252537"),
        ("٠١٨٦٥ ٢٥٢٥٣٧", "tel:01865252537"),
        ("115", "tel:115"),
        ("+49 228 77 0, Durchwahl -12", "tel:+49228770;ext=12"),
        ("0228 77-0 (Durchwahl 12)", "tel:0228770;ext=12"),
        ("01865 252537 extn. 12", "tel:01865252537;ext=12"),
        ("22 123 45 67 wew. 12", "tel:221234567;ext=12"),
        ("02 1234567 int. 5", "tel:021234567;ext=5"),
        ("+31 (0)20 123 4567 tst 12", "tel:+31201234567;ext=12"),
        ("+7 (495) 123-45-67 доб. 12", "tel:+74951234567;ext=12"),
        ("03-1234-5678 内線12", "tel:0312345678;ext=12"),
        ("[+44] 20 7946 0958", "tel:+442079460958"),
        ("+44 01865 252537", "tel:+441865252537"),
        ("0044 01865 252537", "tel:+441865252537"),
        ("+39 06 1234567", "tel:+39061234567"),
        ("+225 07 12 34 56 78", "tel:+2250712345678"),
        ("24/7 01865 252537", "tel:01865252537"),
        ("Fax 01865 252538, Tel 01865 252537", "tel:01865252537"),
        ("Telefax: (01865) 252538; phone: 01865 252537", "tel:01865252537"),
        ("01865 252537 Fax 01865 252538", "tel:01865252537"),
    ],
)
def test_link_dials_the_first_number(typed, uri):
    assert tel_uri(typed) == uri


@pytest.mark.parametrize(
    "typed", ["", "on request", "0800 FLOWERS", "Room 5", "020 7946 0958 07700 900123", "+", "()"]
)
def test_what_is_no_number_is_no_link(typed):
    assert tel_uri(typed) == ""
    assert written_number(typed) == ""


def test_programs_read_one_number():
    assert written_number("01865 252537") == "01865 252537"
    assert written_number("+44 (0)20\xa07946 0958 or 115") == "+44 20 7946 0958"
    assert written_number("020 7946 0958, extension 12") == "020 7946 0958 ext. 12"


SCRAPS = st.sampled_from(list("0123456789 +()/-.\xa0") + ["(0)", "ext", " or ", "x"])
TYPED = st.lists(SCRAPS, max_size=30).map("".join) | st.text()


@given(TYPED)
def test_every_link_keeps_to_the_rfc(typed):
    assert re.fullmatch(r"(tel:\+?[0-9]{3,15}(;ext=[0-9]{1,7})?)?", tel_uri(typed))


@given(TYPED)
def test_the_link_of_a_link_is_the_same(typed):
    uri = tel_uri(typed)

    assert tel_uri(uri.removeprefix("tel:")) == uri


@given(TYPED)
def test_what_programs_read_dials_the_same(typed):
    assert tel_uri(written_number(typed)) == tel_uri(typed)


@given(
    st.from_regex(r"\+?[1-9][0-9]{1,3}( [1-9][0-9]{1,2}){2,3}", fullmatch=True),
    st.sampled_from(["", "-", ".", " - ", "/ ", "\xa0", "\u2011"]),
    st.sampled_from(["", "Tel. ", "Office: "]),
    st.sampled_from(["", " (mornings)", ", weekdays"]),
)
def test_separators_and_words_around_dial_the_same(number, separator, before, after):
    typed = f"{before}{number.replace(' ', separator)}{after}"

    assert tel_uri(typed) == f"tel:{number.replace(' ', '')}"


@pytest.mark.timeout(10)
@pytest.mark.parametrize("part", ["1 ", "(", "(1", "1((", "+"])
def test_a_hostile_number_takes_no_long_time(part):
    tel_uri(part * 1_000_000)


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("a+b&c%d@example.org", "mailto:a%2Bb%26c%25d@example.org"),
        ("what?subject=x#y@example.org", "mailto:what%3Fsubject%3Dx%23y@example.org"),
        ("o'brien/ann@example.org", "mailto:o%27brien%2Fann@example.org"),
        (" ann@example.org ", "mailto:ann@example.org"),
        ("post@köln.example", "mailto:post@k%C3%B6ln.example"),
        ("on request", ""),
    ],
)
def test_signs_of_an_address_are_encoded(address, uri):
    assert mailto_uri(address) == uri


@given(st.emails() | st.text())
def test_no_sign_of_an_address_ends_its_link(address):
    assert re.fullmatch(r"(mailto:[\w.~%@-]+)?", mailto_uri(address), re.ASCII)


@given(st.emails(), st.sampled_from(["", " ", "\n", "\t "]))
def test_spaces_around_an_address_are_none_of_it(address, space):
    assert mailto_uri(f"{space}{address}{space}") == mailto_uri(address)


@given(st.emails())
def test_the_link_of_an_address_stays_in_a_text(address):
    link = f'href="{mailto_uri(address)}"'

    assert link in clean_html(f"<p><a {link}>Write to us</a></p>")


@given(st.emails())
def test_an_address_is_the_same_when_it_is_decoded(address):
    assert unquote(mailto_uri(address)) == f"mailto:{address}"
