"""Page furniture: what a browser or a PDF adds to a publication. Kept to be shown, never read.

What is furniture is told by the text of GOV.UK's frame (header, cookies, footer, links to figures and tables), by
page numbers, and by paragraphs that hold links and nothing else. A sentence with a figure in it is none of these.
"""

import re
from collections.abc import Sequence

_WHOLE = frozenset(
    {
        "accept additional cookies",
        "back to contents",
        "back to the top",
        "back to top",
        "cookies on gov.uk",
        "crown copyright",
        "departments and policy",
        "email this page",
        "explore the topic",
        "government activity",
        "government digital service",
        "help us improve gov.uk",
        "hide cookie message",
        "hide this message",
        "is this page useful",
        "menu",
        "navigation menu",
        "no this page is not useful",
        "ogl",
        "opens in a new tab",
        "opens in new tab",
        "opens in new window",
        "print this page",
        "reject additional cookies",
        "related content",
        "report a problem with this page",
        "search gov.uk",
        "services and information",
        "share this page",
        "skip to content",
        "skip to main content",
        "support links",
        "thank you for your feedback",
        "view cookies",
        "yes this page is useful",
    }
)
_BEGINNINGS = (
    "all content is available under the open government",
    "click on ctrl",
    "ogl all content is available under the open",
    "please fill in this survey",
    "rhestr o wasanaethau cymraeg",
    "this will open a search box",
    "to help us improve gov.uk",
    "we also use cookies set by other sites",
    "we use cookies",
    "we use essential cookies",
    "we use some essential cookies",
    "we'd like to set additional cookies",
    "you can change your cookie settings",
    "you have accepted additional cookies",
    "you have rejected additional cookies",
    "your browser will highlight",
)
_POINTER = re.compile(
    r"(?:view data in an? |download )(?:accessible )?(?:table format|table|csv|chart|image)(?: \([^()]*\))?"
    r"|see (?:the )?(?:figure|table|chart|map|graph) [a-z]?\d+[a-z]?",
)
_COPYRIGHT = re.compile(r"© ?crown copyright(?: \d{4})?")
_KINDS = frozenset(
    {
        "accredited official statistics",
        "annual report",
        "closed consultation",
        "consultation outcome",
        "corporate report",
        "correspondence",
        "detailed guidance",
        "experimental statistics",
        "guidance",
        "html publication",
        "impact assessment",
        "independent report",
        "management information",
        "national statistics",
        "news story",
        "notice",
        "official statistics",
        "official statistics in development",
        "open consultation",
        "policy paper",
        "press release",
        "regulation",
        "research and analysis",
        "research and statistics",
        "statistical bulletin",
        "statistical first release",
        "statistical release",
        "statutory guidance",
        "transparency data",
    }
)
_PAGE = re.compile(
    r"(?:page\s*)?[-–—|]?\s*\d{1,4}\s*(?:[-–—|]|(?:of|/)\s*\d{1,4})?|\d{1,4}\s*\|\s*page|page\s*\|\s*\d{1,4}",
    re.IGNORECASE,
)
_SIGNS = r"[\s▾▸►▶>›»→/|•·,&*_-]*+"
_LINKS = re.compile(
    rf"(?:{_SIGNS}!?\[(?:[^\[\]\\]|\\.)*+\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)?(?:\s\"[^\"]*+\")?\))++{_SIGNS}"
)
_CONTENTS = re.compile(r"(?:table of )?contents|on this page|in this (?:report|release|publication)", re.IGNORECASE)
_LEADER = re.compile(r"(?:\s*\.){4,}\s*\d{1,4}$")
_FOOTER = re.compile(r"(?:help us improve gov\.uk|services and information|is this page useful\??)", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"\d{1,4}$")
_LONGEST_FRAME = 400
_EDGE = 5
_SHORT = 3
_FEW = 2


def begins_frame(text: str) -> bool:
    """The beginning of a passage of a page's frame that may go on over lines."""
    return _plain(text[:_LONGEST_FRAME]).startswith(_BEGINNINGS)


def is_frame(text: str) -> bool:
    """A passage of a page's frame: cookies, search help, footer, "See Figure 1"."""
    plain = _plain(text) if len(text) <= _LONGEST_FRAME else ""
    known = plain in _WHOLE or plain.startswith(_BEGINNINGS)
    return known or any(pattern.fullmatch(plain) for pattern in (_POINTER, _COPYRIGHT))


def is_kind(text: str) -> bool:
    """What GOV.UK prints above a title: "Official Statistics", "Research and analysis"."""
    return len(text) <= _LONGEST_FRAME and _plain(text) in _KINDS


def running_heads(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of lines that pages repeat at their edges: those within a few lines of a page's end (a form feed)
    that stand at three ends or more, the same or with a number at their end that counts the pages."""
    edges: dict[tuple[str, int | None], tuple[set[int], set[int]]] = {}
    ends = [place for place, source in enumerate(lines) if "\f" in source]
    for page, end in enumerate(ends):
        for near in range(max(0, end - _EDGE), min(len(lines), end + _EDGE)):
            text = " ".join(lines[near][:_LONGEST_FRAME].split())
            number = _LAST_NUMBER.search(text)
            key = (text, None) if number is None else (text[: number.start()], int(number[0]) - page)
            pages, found = edges.setdefault(key, (set(), set()))
            pages.add(page)
            found.add(near + 1)
    heads = (found for (text, _), (pages, found) in edges.items() if len(text) > _SHORT and len(pages) > _FEW)
    return frozenset(line for found in heads for line in found)


def _plain(text: str) -> str:
    return text.lower().replace("’", "'").rstrip(" .?:")


def is_page_number(text: str) -> bool:
    """ "12", "- 12 -", "Page 3 of 12" on a line by itself."""
    return len(text) <= 40 and _PAGE.fullmatch(text.strip()) is not None


def is_links(source: str) -> bool:
    """A Markdown line of links and nothing between them but signs: breadcrumbs, menus, contents lists."""
    return _LINKS.fullmatch(source) is not None


def is_contents(text: str) -> bool:
    """The heading of a contents list."""
    return len(text) <= 40 and _CONTENTS.fullmatch(text) is not None


def has_leader(text: str) -> bool:
    """An entry of a contents list with its page: "Introduction ....... 3"."""
    return _LEADER.search(text[-200:]) is not None


def is_footer(text: str) -> bool:
    """The heading with which the frame's last part begins."""
    return len(text) <= 40 and _FOOTER.fullmatch(text) is not None
