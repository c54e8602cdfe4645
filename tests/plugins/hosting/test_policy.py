from plugins.hosting.policy import content_policy, header_policy


def directives(policy: str) -> dict[str, str]:
    return dict(directive.split(" ", 1) for directive in policy.split("; "))


def test_nothing_is_allowed_but_what_a_page_uses_from_its_own_host() -> None:
    assert directives(content_policy({}, has_fonts=False)) == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "img-src": "'self'",
        "manifest-src": "'self'",
        "media-src": "'self'",
        "script-src": "'self'",
        "style-src": "'self'",
    }


def test_a_page_that_searches_fetches_and_runs_webassembly() -> None:
    policy = directives(content_policy({}, has_fonts=False, is_search=True))
    assert policy["connect-src"] == "'self'"
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"


def test_fonts_are_allowed_where_there_are_some() -> None:
    assert directives(content_policy({}, has_fonts=True))["font-src"] == "'self'"


def test_a_preview_may_fetch_what_it_tells_its_author() -> None:
    assert directives(content_policy({}, has_fonts=False, is_preview=True))["connect-src"] == "'self'"


def test_hosts_of_the_settings_are_allowed_as_they_are_named_and_no_further() -> None:
    hosts = {"img-src": ("https://media.example.org",), "frame-src": ("https://video.example.org",)}
    policy = directives(content_policy(hosts, has_fonts=False))
    assert policy["img-src"] == "'self' https://media.example.org"
    assert policy["frame-src"] == "https://video.example.org"
    assert "connect-src" not in policy


def test_nothing_inline_is_ever_allowed() -> None:
    for is_search in (False, True):
        assert "unsafe-inline" not in content_policy({}, has_fonts=True, is_search=is_search, is_preview=True)


def test_only_a_header_says_that_no_frame_may_show_the_page() -> None:
    policy = content_policy({}, has_fonts=False)
    assert "frame-ancestors" not in policy
    assert header_policy(policy) == f"{policy}; frame-ancestors 'none'"
