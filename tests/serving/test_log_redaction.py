import logging

import pytest

from twinning_site.serving.log_redaction import RedactingFormatter


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("Not sent to ada.l+x@example.org", "Not sent to (address)"),
        ("Not Found: /volunteer/application/VOL-7K3Q-9X:s3-cr_et/", 
         "Not Found: /volunteer/application/(key)/"),
        ("GET /volunteer/application/VOL-7K3Q-9X%3As3-cr_et/?from=ada%40example.org",
         "GET /volunteer/application/(key)/?from=(address)"),
        ("a@b.cc+ada@example.org ada@x.de@", "(address) (address)"),
        ("ada@exa_mple.co.uk, d'or@x.fr; <li%2Fada%40example.org>",
         "(address), (address); <(address)>"),
        ("user@localhost has 100% of @decorated", "user@localhost has 100% of @decorated"),
        ("from ip=192.0.2.7: no method", "from ip=(left out): no method"),
        ("from ip=2001:db8::7: no method", "from ip=(left out): no method"),
        ("refused\nDETAIL:  Failing row contains (1, Ada).\nx", "refused\nDETAIL: (left out)\nx"),
        ("Letter 7 was not delivered", "Letter 7 was not delivered"),
    ],
)  # fmt: skip
def test_personal_data_and_keys_are_redacted(text, logged):
    record = logging.LogRecord("x", logging.INFO, "", 0, "%s", (text,), None)

    assert RedactingFormatter("%(message)s").format(record) == logged


def test_tracebacks_are_redacted():
    try:
        raise ValueError("ada@example.org")
    except ValueError as error:
        failure = (ValueError, error, error.__traceback__)
    record = logging.LogRecord("x", logging.ERROR, "", 0, "crash", (), failure)

    assert "ada@" not in RedactingFormatter("%(message)s").format(record)


def test_endless_lines_are_cut():
    record = logging.LogRecord("x", logging.INFO, "", 0, "x" * 1_000_000, (), None)

    assert len(RedactingFormatter("%(message)s").format(record)) < 60_000
