"""A page's text is judged on what it becomes: however it is typed, only prose comes through."""

import pytest

from macros.reading.markdown_parser import parser
from macros.reading.page_prose import faults_in

HOSTILE = {
    '~~~\n```\n~~~\n<script src="//evil.example/x.js"></script>': "3: HTML",
    '<iframe src="https://evil.example"></iframe>': "0: HTML, 0: a typed web address",
    '<meta http-equiv="refresh" content="0;url=//evil.example">': "0: HTML",
    "<form action='//evil.example'>\n\nText\n\n</form>": "0: HTML, 4: HTML",
    "A <b onclick='x()'>bold</b> word": "0: HTML",
    "<!-- a comment -->": "0: HTML",
    "&lt;script&gt;": "0: HTML",
    "[a][b]\n\n[b]: javascript:alert(1)": "2: a typed web address",
    "[a](data:text/html,x)": "0: a typed web address",
    "[a](&#106;avascript:alert(1))": "0: a typed web address",
    "[a](java\tscript:alert(1))": "0: a hidden tab, 0: a typed web address",
    "[a](//evil.example)": "0: a typed web address",
    "[a](\\evil.example)": '0: a link to "\\evil.example"',
    "[a](/about/)": '0: a link to "/about/"',
    "[a](contacts.html)": '0: a link to "contacts.html"',
    "<https://evil.example>": "0: a typed web address",
    "See https://evil.example now": "0: a typed web address",
    "See www.evil.example now": "0: a typed web address",
    "<someone@example.org>": "0: a typed web address",
    "Write to someone@example.org": "0: a typed web address",
    "[a](contacts.md){ href=javascript:alert(1) onclick=x }": "0: a call with one brace",
    "## Heading { onclick=x }": "0: a call with one brace",
    "![A map](https://evil.example/map.png)": "0: a picture",
    "![A map](map.png)": "0: a picture",
    "Call 024&#32;7678&nbsp;8555": "0: a typed telephone number",
    "Call 024 **7678** 8555": "0: a typed telephone number",
    "Call 024\n7678 8555": "1: a typed telephone number",
    "- List\n    - Call 024 7678 8555": "1: a typed telephone number",
    "Tell the council within\n5 days": "1: a typed time limit",
    "Tell the council within *five* days": "0: a typed time limit",
    "Two\n\n| a | b |\n|---|---|\n| 1 | 2 |": "3: a typed table",
    "Heading\n===": "1: a main heading",
    "###### Deep": '0: "h6 id"',
    '[a](b.md "title")': '0: "a title"',
    '`{{ phone("mash") }}`': "0: a call inside code",
    "Call\u202e them": "0: a hidden right-to-left override",
    "Call\n\u00adthem": "1: a hidden soft hyphen",
    "Call \ue0000\ue002": "0: a hidden character U+E000, 0: a hidden character U+E002",
    "one\n\n[a](https://x.org)\n\n[a](https://x.org)": (
        "2: a typed web address, 4: a typed web address"
    ),
}
FINE = (
    "## Heading\n\nA sentence with **strong** and *soft* words.\n\n- One\n- [Two](../about/a.md#b)",
    "1. First\n2. Second\n\n> Somebody's words\n\n---",
    "```text\n<b>, 024 7678 8555 and { in a block of code\n```",
    '{% raw %}`x`{% endraw %}\n\n{{ contacts("mash") }}\n\nCall {{ phone("mash") }} now.',
    "5 days later, the 2 weeks before, 3 < 4",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_page_may_not_become_is_told_with_its_line(text: str) -> None:
    assert ", ".join(f"{line}: {fault.found}" for line, fault in faults_in(text)) == HOSTILE[text]


@pytest.mark.parametrize("text", FINE)
def test_plain_prose_passes(text: str) -> None:
    assert list(faults_in(text)) == []


def test_markup_in_a_page_stays_text_even_where_nobody_judged_it() -> None:
    for text in HOSTILE:
        html = parser().convert(text)
        for tag in ("<script", "<iframe", "<meta", "<form", "<b ", "<!--"):
            assert tag not in html
