"""Web addresses and telephone numbers as they are mistyped, and what each is answered with."""

import pytest

from macros.records.contacts import Contact
from macros.records.links import Link
from macros.records.sources import Source
from tests.data.test_records import GOOD, answers

NO_WEB = "a web address that begins with https:// or http://"
CANNOT = "a web address that can exist"
NO_SITE = "the name of a site, such as www.example.org"
NO_USER = "an address without a user name"
NO_PORT = "an address without a port, or with a whole one"
NO_NUMBER = "a telephone number that exists in the United Kingdom, such as 024 7683 3333"
ADDRESSES = {
    "http://www.example.org": [],
    "https://www.example.org:443/a_(b)/?c=d&e=%C3%A9#f": [],
    "www.example.org": [NO_WEB],
    "ftp://www.example.org/": [NO_WEB],
    "https:///about/": [NO_WEB],
    "https://user@www.example.org/": [NO_USER],
    "https://user:word@www.example.org/": [NO_USER],
    "https://www.example.org@evil.example/": [NO_USER],
    "https://a..b/": [NO_SITE],
    "https://.example.org/": [NO_SITE],
    "https://www.example.org./": [NO_SITE],
    "https://-www.example.org/": [NO_SITE],
    "https://localhost/": [NO_SITE],
    "https://127.0.0.1/": [NO_SITE],
    "https://[::1]/": [NO_SITE],
    "https://www.example.org:99999/": [CANNOT],
    "https://www.example.org:/": [NO_PORT],
    "https://[www.example.org/": [CANNOT],
    "https://www.example.org\\about/": ["an address without the character \\"],
    "https://www.example.org/a\\b": ["an address without the character \\"],
    "https://www.example.org/a b": ["an address without spaces"],
    "https://www.example.org/é": ["an address without the character é"],
    "https://www.ехample.org/": ["an address without the character е"],  # noqa: RUF001 - Cyrillic
    "https://www.example.org/\x07": ["text without hidden characters"],
}
NUMBERS = {
    "0800 1111": "",
    "0800 5999 247": "",
    "01926 414144": "",
    "999": "",
    "08001111": "Write it 0800 1111.",
    "02476788555": "Write it 024 7678 8555.",
    "024 76788555": "Write it 024 7678 8555.",
    "0 24 7678 8555": "Write it 024 7678 8555.",
    "024 7678 855": "It has 10 digits. Compare it, one by one, with the source.",
    "024 7678 85555": "It has 12 digits. Compare it, one by one, with the source.",
    "024 7678 855O": "Use digits and single spaces only; no letters, brackets or +44.",
    "+44 24 7678 8555": "Use digits and single spaces only; no letters, brackets or +44.",
    "24 7678 8555": "A spreadsheet drops the first 0: format the column as text.",
}


@pytest.mark.parametrize("model", [Contact, Link, Source])
@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_leads_astray_is_refused(
    address: str, model: type[Contact | Link | Source]
) -> None:
    named = {"url_text": "The page"} if model is Contact else {}
    found = answers(model, {**GOOD[model], **named, "url": address})
    assert [one.wanted for one in found] == ADDRESSES[address]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_answered_with_how_to_mend_it(number: str) -> None:
    found = [one.fix for one in answers(Contact, {**GOOD[Contact], "phone": number})]
    assert found == ([NUMBERS[number]] if NUMBERS[number] else [])
