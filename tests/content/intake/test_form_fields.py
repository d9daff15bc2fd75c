import pytest
from django.core.exceptions import ValidationError

from content.intake.form_fields import AddressField


@pytest.mark.parametrize(
    "address",
    [
        "ann@localhost",
        "ann@[127.0.0.1]",
        "ann@[::1]",
        "=?utf-8?q?bob=40x.example=2C?=@example.org",
        "ann@example.org,bob@example.org",
        '"ann bob"@example.org',
        "Ann <ann@example.org>",
    ],
)
def test_address_that_a_mail_server_may_read_as_another_is_refused(address):
    with pytest.raises(ValidationError, match="in the right form"):
        AddressField().clean(address)


@pytest.mark.parametrize(
    "address",
    ["ann+list@example.org", "o'neil@example.org", "a=b?@example.org", "ann@münchen.example"],
)
def test_unusual_addresses_that_people_have_are_taken(address):
    assert AddressField().clean(address) == address
