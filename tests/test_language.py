"""Is a text in English? Invented texts in several languages, and English of several kinds."""

from __future__ import annotations

import pytest

import mediakit as mk
from mediakit.errors import NotEnoughText
from mediakit.language import english_share, seems_english
from mediakit.texts.packaged import PACKAGED, packaged

OTHERS = {
    "German": "Der Rat der Stadt hat am Dienstag beschlossen, den alten Hafen offen zu halten. Die Sitzung dauerte bis Mitternacht. "
    "„Wir haben zugehört“, sagte Anna Berg, die den Rat leitet. „Sie haben uns erzählt, was der Hafen für diese Stadt bedeutet.“ "
    "Im Mai wird die Mauer noch einmal geprüft, und ein Bericht soll im Sommer des nächsten Jahres vorliegen.",
    "French": "Le conseil de la ville a décidé mardi de garder ouvert le vieux port, après une réunion qui a duré jusqu’à minuit. "
    "« Nous avons écouté », a déclaré Anne Colline, qui le dirige. « Vous nous avez dit ce que le port signifie pour cette ville. » "
    "Les ingénieurs examineront encore le mur en mai, et un rapport est attendu pour l’été de l’année prochaine.",
    "Spanish": "El consejo de la ciudad votó el martes para mantener abierto el viejo puerto, tras una reunión que duró hasta la medianoche. "
    "«Hemos escuchado», dijo Ana Colina, que lo dirige. «Ustedes nos dijeron lo que el puerto significa para esta ciudad.» "
    "Los ingenieros mirarán otra vez el muro en mayo, y se espera un informe para el verano del año que viene.",
    "Dutch": "De raad van de stad heeft dinsdag besloten om de oude haven open te houden, na een vergadering die tot middernacht was "
    "uitgelopen. “We hebben geluisterd”, zei Anna Berg, die de raad leidt. “U heeft ons verteld wat de haven voor deze stad is.” "
    "In mei wordt de muur nog een keer bekeken, en in de zomer van het volgende jaar is er een rapport over de haven.",
    "Danish": "Byrådet har tirsdag besluttet at holde den gamle havn åben, efter et møde der varede til midnat. “Vi har lyttet,” sagde "
    "Anna Berg, som leder rådet. “I har fortalt os, hvad havnen betyder for byen.” I maj vil ingeniører se på muren igen, og en rapport "
    "ventes i løbet af sommeren til næste år, for der er meget at se på under vandet og over det.",
    "Italian": "Il consiglio della città ha votato martedì per tenere aperto il vecchio porto, dopo una riunione che è durata fino a "
    "mezzanotte. “Abbiamo ascoltato”, ha detto Anna Colle, che lo guida. “Ci avete detto che cosa significa il porto per la città.” "
    "A maggio gli ingegneri guarderanno ancora il muro, e un rapporto è atteso per l’estate dell’anno prossimo.",
    "Russian": "Городской совет решил во вторник сохранить старую гавань открытой после заседания, которое длилось до полуночи. "
    "«Мы слушали», сказала Анна Холм, которая им руководит. «Вы рассказали нам, что гавань значит для этого города.» "
    "В мае инженеры снова осмотрят стену, а летом следующего года ожидается отчёт о том, что они увидели под водой и над ней.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_seen(language: str) -> None:
    assert not seems_english(mk.text(OTHERS[language]))


@pytest.mark.parametrize("language", OTHERS)
def test_what_counts_english_words_gives_the_reason_and_the_rest_goes_on(language: str) -> None:
    report = mk.profile(mk.text(OTHERS[language]))
    assert set(report.findings) == {"who_speaks", "sentence_length", "readability", "variety"}
    assert all("not to be in English" in reason for reason in report.reasons.values())
    assert report["readability"].value == report["readability"]["LIX"]
    shown = {row[0]: row for row in report.rows()}
    assert shown["Passives"][1] == "—" and "English" in shown["Passives"][3]


def test_in_another_language_marks_are_seen_but_nobody_is_named() -> None:
    finding = mk.who_speaks(mk.text(OTHERS["German"]))
    assert 10 < finding.value < 60
    assert {item.kind for item in finding.evidence} == {"cannot tell"}


def test_a_german_text_beside_an_english_one_and_in_a_chart() -> None:
    german = mk.text(OTHERS["German"])
    compared = mk.compare(german, mk.letter())
    assert compared["sentence_length"].value is not None
    assert "—" in str(compared)
    with pytest.raises(NotEnoughText, match="English"):
        mk.emotive_words(german)
    with pytest.raises(NotEnoughText, match="English"):
        mk.pronouns(text=german)


@pytest.mark.parametrize("name", [row.name for row in PACKAGED])
def test_the_packaged_texts_are_english(name: str) -> None:
    assert seems_english(packaged(name))
    assert english_share(packaged(name)) > 0.25


@pytest.mark.parametrize("body", ["", "Guten Tag.", "No.", "Peace now!", "Ann Hill, Tom Reed, Harbour Road " * 3])
def test_a_few_words_are_taken_for_english(body: str) -> None:
    assert seems_english(mk.text(body))


def test_a_plain_list_in_english_is_english() -> None:
    body = "Meal one: eggs, spinach and toast. Meal two: chicken, rice, the rest of the beans. " * 6
    assert seems_english(mk.text(body))
