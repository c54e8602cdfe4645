from hashlib import blake2b

import pytest

from plugins.plan.kept_names import CircleError, kept_files


def kept(files: dict[str, str], folder: str = "/theme") -> dict[str, tuple[str, str]]:
    """Give new name and text by old name; each name holds the digest of the bytes."""
    found = {}
    for old, file in kept_files({name: text.encode() for name, text in files.items()}, folder).items():
        digest = blake2b(file.content, digest_size=4).hexdigest()
        assert digest in file.name
        found[old] = (file.name, file.content.decode())
    return found


def names(files: dict[str, str]) -> dict[str, str]:
    return {old: name for old, (name, _) in kept(files).items()}


def test_a_name_has_the_folders_of_the_old_one_and_a_digest_before_its_ending() -> None:
    assert names({"js/a.min.js": "", "icon.svg": "<svg/>", "LICENCE": "free"}) == {
        "js/a.min.js": "kept/js/a.min.1271cf25.js",
        "icon.svg": "kept/icon.5df627ef.svg",
        "LICENCE": "kept/LICENCE.6cf378d6",
    }


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("url(fonts/a.woff2)", "url(fonts/{font})"),
        ("url( './fonts/a.woff2?v=2#x' )", "url( './fonts/{font}?v=2#x' )"),
        ('url("/theme/fonts/a.woff2")', 'url("/theme/kept/fonts/{font}")'),
        ("url(../theme/fonts/a.woff2)", "url(/theme/kept/fonts/{font})"),
        ("url(../media/a.png)", "url(/media/a.png)"),
        ("url(fonts/none.woff2)", "url(/theme/fonts/none.woff2)"),
        ('@import "fonts/a.woff2";', '@import "fonts/{font}";'),
        ("url(#x) url(data:image/png;base64,AA==) url(https://example.org/a.png)",) * 2,
        ('/* url(fonts/a.woff2) */ content: "url(fonts/a.woff2)"',) * 2,
    ],
)
def test_an_address_in_a_stylesheet_leads_where_it_led(written: str, expected: str) -> None:
    files = kept({"plaza.css": written, "fonts/a.woff2": "wOF2"})
    font = files["fonts/a.woff2"][0].rpartition("/")[2]
    assert files["plaza.css"][1] == expected.replace("{font}", font)


def test_below_a_path_an_address_from_the_root_leads_where_it_led() -> None:
    files = kept({"a.css": "url(/blog/theme/b.svg) url(/theme/b.svg) url(b.svg)", "b.svg": "<svg/>"}, "/blog/theme")
    new = files["b.svg"][0]
    assert files["a.css"][1] == f"url(/blog/theme/{new}) url(/theme/b.svg) url({new.removeprefix('kept/')})"


@pytest.mark.parametrize(
    "written",
    [
        'import {{ a }} from "./{b}";',
        "import'./{b}'",
        'export * from "./{b}";',
        "const b = await import(`./{b}`);",
        'new URL("./{b}", import.meta.url)',
    ],
)
def test_a_module_finds_those_that_it_imports(written: str) -> None:
    files = kept({"js/a.js": written.format(b="b.mjs"), "js/b.mjs": "export const a = 1;"})
    assert files["js/a.js"][1] == written.format(b=files["js/b.mjs"][0].rpartition("/")[2])


@pytest.mark.parametrize(
    "written",
    ['Array.from("./b.js")', 'new URL("./b.js", location.href)', 'import "b.js"', 'import(`./${"b"}.js`)', '"./b.js"'],
)
def test_what_is_no_address_of_a_module_stays(written: str) -> None:
    assert kept({"a.js": written, "b.js": ""})["a.js"][1] == written


def test_a_file_has_another_name_when_one_that_it_names_has_other_bytes() -> None:
    one, two = (
        names({"a.css": "url(b.svg)", "b.svg": text, "c.svg": "<svg/>"}) for text in ("<svg></svg>", "<svg> </svg>")
    )
    assert [name for name in one if one[name] != two[name]] == ["a.css", "b.svg"]


@pytest.mark.parametrize("files", [{"a.js": 'import "./b.js"', "b.js": 'import "./a.js"'}, {"a.css": "url(a.css)"}])
def test_files_that_name_each_other_in_a_circle_are_refused(files: dict[str, str]) -> None:
    with pytest.raises(CircleError, match=r"^a\.\w+ -> .*a\.\w+$"):
        kept(files)


def test_bytes_that_are_no_text_go_through_as_they_are() -> None:
    assert kept_files({"a.js": b"// \xff\n"}, "/theme")["a.js"].content == b"// \xff\n"
