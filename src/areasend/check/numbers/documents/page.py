"""Pages: HTML of any origin read as its readers read it. Saved GOV.UK pages, word processors' HTML, our own pages.

The parser repairs what is not well-formed, as a browser does, loads nothing and expands no entity of a page's own.
"""

import re

from lxml import etree
from lxml.etree import _Element

from areasend.check.errors import PublicationUnreadable
from areasend.check.numbers.documents.decoding import decode
from areasend.check.numbers.documents.limits import MAX_ATTRIBUTES, MAX_FILE, MAX_LINES, MAX_TAGS, refuse_above
from areasend.check.numbers.documents.model import Document
from areasend.check.numbers.documents.page_elements import HANDLERS
from areasend.check.numbers.documents.page_walk import Walk

# A start tag by the HTML standard: quotation marks hold a value together only behind an equals sign.
_TAG = re.compile(r"""<[a-zA-Z](?:[^>"'=]++|=\s*+(?:"[^"]*+"?|'[^']*+'?)?|["'])*+""")
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"?|'[^']*+'?)""")


def read_page(content: bytes, file: str) -> Document:
    """Reads one page; `file` is how its places are named. Raises `PublicationUnreadable`."""
    refuse_above(MAX_FILE, len(content), what="bytes in a file", where=file)
    text = decode(content, file, is_page=True)
    refuse_above(MAX_TAGS, text.count("<"), what="tags in a page", where=file)
    refuse_above(MAX_ATTRIBUTES, _attributes(text), what="attributes in a tag", where=file)
    source = tuple(text.split("\n"))
    refuse_above(MAX_LINES, len(source), what="lines in a file", where=file)
    root = _tree(text, file)
    walk = Walk(file, root, HANDLERS)
    has_main = next(root.iter("main"), None) is not None
    walk.out.furniture = has_main
    walk.read()
    title = " ".join((root.findtext("head/title") or "").split())
    return walk.out.document(title, source)


def _attributes(text: str) -> int:
    """At most how many attributes the tag with the most has; 0 where no tag is long. A parser takes each attribute
    past all before it, so that a tag with 100,000 of them would take half a minute."""
    long = (found[0] for found in _TAG.finditer(text) if found.end() - found.start() > MAX_ATTRIBUTES)
    return max((len(_VALUE.sub(" ", tag).split()) for tag in long), default=0)


def _tree(text: str, file: str) -> _Element:
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    root = etree.fromstring(text.encode("utf-8"), parser)
    for entry in parser.error_log:
        if entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT or entry.level == etree.ErrorLevels.FATAL:
            rule = "a page is neither nested hundreds of elements deep nor has megabytes in one piece"
            raise _refused(file, rule, entry.message)
    if root is None:
        raise _refused(file, "a page has text", "none")
    return root


def _refused(file: str, rule: str, found: str) -> PublicationUnreadable:
    remedy = "save the page again from a browser, or give its text"
    return PublicationUnreadable(rule=rule, found=found, where=file, remedy=remedy)
