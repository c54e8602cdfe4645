"""Which files are one post: the key and language in a file's name, and who is the original of whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from plugins.catalogue.lang import canonical, is_well_formed
from plugins.diagnostics import Diagnostic, error

KEY = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class FileName:
    """What the path of a Markdown file says."""

    path: str
    collection: str  # "posts" or "pages"
    key: str
    lang: str  # canonical


def read_name(path: str, langs: Sequence[str]) -> FileName | Diagnostic:
    """Read `posts/2013/backups.es.md`; folders below the collection only order the files."""
    collection, _, rest = path.partition("/")
    stem = rest.rpartition("/")[2].removesuffix(".md")
    key, _, tag = stem.rpartition(".")
    if not key or not is_well_formed(tag):
        expected = f"expected <key>.<lang>.md, as {stem or 'backups'}.{langs[0]}.md"
        return error(path, 1, "file-name", f"the file's name says no language; {expected}")
    lang = canonical(tag)
    if lang not in langs:
        nearest = get_close_matches(lang, langs, 1, 0)
        return error(
            path, 1, "unknown-lang",
            f"the site has no language {tag!r}; expected one of {', '.join(langs)}",
            f"rename the file to {key}.{nearest[0]}.md, or add {lang} to LANGUAGES",
        )  # fmt: skip
    if not KEY.fullmatch(key):
        return error(path, 1, "file-name", f"the key {key!r} may hold only letters, digits, '.', '_' and '-'")
    return FileName(path, collection, key, lang)


def pair(names: Iterable[FileName]) -> tuple[dict[tuple[str, str], dict[str, FileName]], tuple[Diagnostic, ...]]:
    """Group names by (collection, key), then lang. A key twice in a language, or in two cases, is an error."""
    groups: dict[tuple[str, str], dict[str, FileName]] = {}
    spelling: dict[tuple[str, str], FileName] = {}
    diagnostics = []
    for name in sorted(names, key=lambda name: (name.path.count("/"), name.path)):
        first = spelling.setdefault((name.collection, name.key.lower()), name)
        group = groups.setdefault((name.collection, first.key), {})
        if first.key != name.key:
            message = f"the key {name.key!r} differs from {first.key!r} of {first.path} only in case"
            diagnostics.append(error(name.path, 1, "key-case", message, "rename one of them"))
        elif twin := group.get(name.lang):
            message = f"the key {name.key!r} is already used in {name.lang} by {twin.path}"
            diagnostics.append(
                error(name.path, 1, "key-twice", message, "a key is unique in its collection, whatever the folder")
            )
        else:
            group[name.lang] = name
    return groups, tuple(diagnostics)


def find_original(
    originals: Mapping[str, str | None], path_of: Mapping[str, str], line_of: Mapping[str, int]
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Find the one language of a key that was translated from no other.

    `originals` maps each language to the one its file names in `original`. Gives None with errors where there is
    no such file, more than one, a language that the key lacks, or a circle.
    """
    diagnostics = [
        error(
            path_of[lang], line_of[lang], "unknown-original",
            f"there is no original in {named}; this post exists in {', '.join(sorted(originals))}",
            f"write the language this text was translated from, or add the file in {named}",
        )
        for lang, named in originals.items() if named is not None and named not in originals
    ]  # fmt: skip
    roots = sorted(lang for lang, named in originals.items() if named is None)
    if len(roots) > 1:
        files = ", ".join(path_of[lang] for lang in roots)
        diagnostics.extend(
            error(
                path_of[lang], 1, "two-originals",
                f"{len(roots)} files of this post say that they are the original: {files}",
                f"add `original: {_other(lang, roots)}` to the one that is a translation",
            )
            for lang in roots
        )  # fmt: skip
        return None, tuple(diagnostics)
    if not diagnostics:
        diagnostics.extend(_circles(originals, path_of, line_of, has_root=bool(roots)))
    return (roots[0] if roots and not diagnostics else None), tuple(diagnostics)


def _circles(
    originals: Mapping[str, str | None], path_of: Mapping[str, str], line_of: Mapping[str, int], has_root: bool
) -> list[Diagnostic]:
    found = []
    for lang in sorted(originals):
        chain = [lang]
        while (step := originals[chain[-1]]) is not None and step not in chain:
            chain.append(step)
        if step is None:
            continue
        if len(originals) == 1:
            rule, message = "no-original", f"this file says it was translated from {step}, its own language"
        elif has_root:
            rule, message = "original-circle", f"the originals go in a circle: {' from '.join([*chain, step])}"
        else:
            rule, message = "no-original", f"no file of this post is the original: {' from '.join([*chain, step])}"
        found.append(
            error(path_of[lang], line_of[lang], rule, message, "take `original` out of the file that was written first")
        )
    return found


def _other(lang: str, roots: Sequence[str]) -> str:
    return next(root for root in roots if root != lang)
