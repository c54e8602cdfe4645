from plugins.plan.voices import voice_rules


def test_the_first_language_speaks_from_the_start_and_the_second_from_the_end() -> None:
    start, end = (line for line in voice_rules(["pt-BR", "fr"]).splitlines() if line.startswith("  [lang|="))
    assert start.startswith('  [lang|="pt-BR"] { --voice: var(--voice-1);')
    assert "--at-start: 1; --at-end: 0;" in start
    assert end.startswith('  [lang|="fr"] { --voice: var(--voice-2);')
    assert "--at-start: 0; --at-end: 1;" in end


def test_any_other_language_speaks_from_between() -> None:
    rules = voice_rules(["es", "en", "ar"])
    assert '"ar"' not in rules
    assert "  [lang] { --voice: var(--voice-3); --tail-start: 50%; --tail-end: 50%; --at-start: 1;" in rules


def test_the_voice_that_an_element_names_wins_over_its_lang() -> None:
    rules = voice_rules(["es", "en"]).splitlines()
    last_by_lang = max(place for place, rule in enumerate(rules) if rule.startswith("  [lang"))
    assert all(place > last_by_lang for place, rule in enumerate(rules) if rule.startswith("  [data-voice"))


def test_a_site_in_one_language_has_one_voice_of_its_own() -> None:
    assert voice_rules(["es"]).count("|=") == 2
