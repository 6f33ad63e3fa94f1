"""The same page in fewer bytes: what outputs repeat at every cell and mark is said once."""

from __future__ import annotations

import re

_STYLE = re.compile(r' style="([\w\s:;#.%,-]*)"(?=[^<>]*>)(?![^<>]*\bclass=)')  # nothing that could end a style element
_PAGE_HAS_IT = {f"vertical-align:top;text-align:left{more}" for more in ("", ";font-weight:normal")}
_DIRECTION = re.compile(r'(<t[hd]\b[^<>]*) dir="auto"')


def smaller(html: str) -> str:
    """The same page with each style, which outputs repeat at every cell and mark, said once in its head."""
    names: dict[str, str] = {}

    def named(found: re.Match[str]) -> str:
        if found[1] in _PAGE_HAS_IT:
            return ""
        return f' class="{names.setdefault(found[1], f"z{len(names)}")}"'

    head, end, body = html.partition("</style>")
    body = _STYLE.sub(named, _DIRECTION.sub(r"\1", body))
    return head + "".join(f".{name} {{ {style} }}\n" for style, name in names.items()) + end + body
