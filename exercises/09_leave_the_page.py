"""Should I believe this site? Leave it and look. The exercises of lesson 9.

Every key is a function of a web: the one whose pages are the notebook's text, or the one that a path names. With any
other text the lesson goes on in the first web.
"""

import re

from mediakit.check import Exercise, Prediction, Writing
from mediakit.check.routes import all_sites, one_site, web_of
from mediakit.compare import compare
from mediakit.text import Text
from mediakit.web.invented import text_of
from mediakit.web.walks import judged_all, walk

ABOUT = "web"
OF_WORDS = ("readability", "hedges_and_boosters", "emotive_words")


def first(text: Text):
    """The first site."""
    return web_of(text).sites[0]


def other(text: Text):
    """The other site on the same question."""
    return web_of(text).sites[1]


def payers(text: Text) -> tuple[str, ...]:
    """Who pays for the first site, in full and by the name alone."""
    return forms(first(text).pays)


def forms(payer: str) -> tuple[str, ...]:
    """A payer as people write it."""
    return tuple(dict.fromkeys((payer, payer.removeprefix("the ").removesuffix(" Circle"))))


def differences(text: Text):
    """What the kit can say of sound and unsound sites, measure by measure."""
    sound, unsound = (text_of("sites", tuple(site for site in web_of(text).sites if site.sound is wanted)) for wanted in (True, False))
    return compare(sound, unsound, measures=OF_WORDS).differences.values()


def all_alike(verdict: str):
    """The path of somebody who says the same of every site."""
    return lambda text: judged_all(web_of(text), {site.id: verdict for site in web_of(text).sites})


def numbers(text: Text) -> dict[str, float]:
    """Every number that stands on a page about the first question, and what can be counted in a web."""
    web = web_of(text)
    known: dict[str, float] = {"sites": 8, "sites on one question": 2, "sound sites": sum(bool(s.sound) for s in web.sites)}
    for page in web.pages:
        if page.topic == first(text).topic:
            for number in re.findall(r"\d+", page.text.body):
                known[f"{number}, on the page “{page.title}”"] = int(number)
    known |= {f"opened pages: {count}": count for count in range(1, 9)}
    return known


ONLY_CLAIMS = "That a test is described is on the page. Whether it was made like that is not."
PAYS = "“Friends of the project” may be anybody. Did the page give a name?"
NOT_FREE = "Whose words does it print, and who founded it? Follow the money and the words."
NAMELESS = "Perhaps they are independent, perhaps not. Nobody can know who writes there."

NUMBERS = {
    "who pays": payers,
    "who pays for the other site": lambda text: forms(other(text).pays),
    "the first site": lambda text: first(text).named,
    "the other site": lambda text: other(text).named,
    "measures that tell them apart": lambda text: sum(gap.told.startswith("higher") for gap in differences(text)),
    "measures that are higher for sound sites": lambda text: sum((gap.value or 0) > 0 for gap in differences(text)),
    "measures": lambda text: len(OF_WORDS),
    "sound sites with a banner": lambda text: sum(bool(s.sound) for s in web_of(text).sites if s.look == "handsome"),
    "unsound sites": lambda text: sum(not site.sound for site in web_of(text).sites),
    "a good path": lambda text: walk(web_of(text), first(text)),
    "a path without leaving": lambda text: walk(web_of(text), first(text), "without leaving"),
    "a path by the first result": lambda text: walk(web_of(text), first(text), "first result"),
    "a path without a reason": lambda text: walk(web_of(text), first(text), "without a reason"),
    "a path to the other verdict": lambda text: walk(web_of(text), first(text), "wrong verdict"),
    "eight right verdicts": lambda text: judged_all(web_of(text)),
    "eight times doubt": all_alike("do not rely"),
    "eight times trust": all_alike("trust"),
    "eight times cannot tell": all_alike("cannot tell"),
}
BY_ITSELF = "What a path lacks is said part by part."

EXERCISES = (
    Exercise(
        id="own-pages",
        kind="list",
        key=("A", "D"),
        solution='["A", "D"]',
        mistakes={
            ("A", "B", "D"): PAYS,
            ("A", "B"): PAYS,
            ("B",): PAYS,
            ("A", "C", "D"): ONLY_CLAIMS,
            ("A", "C"): ONLY_CLAIMS,
            ("A", "B", "C", "D"): f"{PAYS} {ONLY_CLAIMS}",
            ("A",): "A is on the page. There is one more that you can put your finger on.",
            ("D",): "D is on the page. There is one more that you can put your finger on.",
            ("A", "B", "C", "D", "E"): "Not all of them. Which could you check without leaving the two pages?",
        },
        hints=(
            "Put your finger on the place. Where there is no place, the page does not show it.",
            "“Our costs are paid by friends”: is that a name?",
            'Two of the five. Write them like this: `["X", "Y"]`.',
        ),
        explain="A site shows its claims and its words. Who pays, whether a test was so, and what others found, stand elsewhere.",
    ),
    Exercise(
        id="stand-apart",
        kind="list",
        key=("B", "E"),
        solution='["B", "E"]',
        mistakes={
            ("B", "C", "E"): NOT_FREE,
            ("B", "C"): NOT_FREE,
            ("B", "D", "E"): NOT_FREE,
            ("B", "C", "D", "E"): NOT_FREE,
            ("B", "E", "F"): NAMELESS,
            ("B", "F"): NAMELESS,
            ("A", "B", "E"): "The “about” is the site once more: the same people, the same money.",
            ("B",): "B stands apart. There is one more.",
            ("E",): "E stands apart. There is one more.",
        },
        hints=(
            "Two questions for each: who pays for it? Whose words are these?",
            "A press release is written by the one whom it is about.",
            "Two of the six.",
        ),
        explain="Each may be wrong all the same. But neither is paid by the site's people, and neither repeats their words.",
    ),
    Exercise(
        id="who-pays",
        kind="words",
        key="who pays",
        solution='"Treefton"',
        mistakes={
            "who pays for the other site": "{given}? That is who pays for the other site on this question.",
            "the first site": "{given} is the site itself. Whose money is behind it?",
            "the other site": "{given} is the other site on this question. Look for the first one.",
            ("friends", "friends of the project", "sponsors", "supporters"): "So it says on the site. What is their name?",
        },
        hints=(
            "Search for the site's name, and read the results before you click.",
            "An encyclopaedia and a newspaper both looked into a register.",
            "In the encyclopaedia, the two sites on this question are set in bold.",
        ),
        explain="{given}. The site did not say so; two pages that stand apart do.",
    ),
    Exercise(
        id="first-path",
        kind="list",
        key="a good path",
        solution="mk.web.path()",
        scored=lambda given: one_site(given, 1),
        mistakes={
            "a path without leaving": BY_ITSELF,
            "a path by the first result": BY_ITSELF,
            "a path without a reason": BY_ITSELF,
            "a path to the other verdict": BY_ITSELF,
        },
        hints=(
            "Begin again with `mk.web.start()`: what comes first in a path cannot be taken back.",
            "Search for the site's name. Choose a result of somebody whom the site's people do not pay.",
            'In `because="…"` name the page that you found, or what it says who pays.',
        ),
    ),
    Exercise(
        id="measures-apart",
        key="measures that tell them apart",
        solution="0",
        mistakes={
            "measures": "{given}? Those are all the rows. Read the last column.",
            "measures that are higher for sound sites": "{given}? There the number is higher. But the interval has both sides of zero in it.",
        },
        hints=(
            "Read the last column, “what can be said”.",
            "Where the interval of the difference has both sides of zero in it, the kit will not say which is higher.",
        ),
        explain="Not one. These measures describe words well, and say nothing about who stands behind them.",
    ),
    Exercise(
        id="four-cells",
        kind="list",
        key="eight right verdicts",
        solution="mk.web.path()",
        scored=all_sites,
        mistakes={"eight times doubt": BY_ITSELF, "eight times trust": BY_ITSELF, "eight times cannot tell": BY_ITSELF},
        hints=(
            'Every site needs a verdict: `mk.web.verdict(4, "trust", because="…")`. The last one on a site counts.',
            "For each question there are two sites. Fact check and scholar say which of them reports the test as it was.",
            "Who doubts too readily loses sound sites; who trusts too readily keeps unsound ones.",
        ),
    ),
)

PREDICTIONS = (
    Prediction(
        id="banner-guess", question="How many of the four sites with a banner are sound?", key="sound sites with a banner", unit="sites"
    ),
    Prediction(
        id="measures-guess",
        question="In how many of three measures can the kit tell sound and unsound sites apart?",
        key="measures that tell them apart",
        unit="measures",
    ),
    Prediction(
        id="doubt-all-guess",
        question="Somebody doubts all eight sites. How many verdicts are right?",
        key="unsound sites",
        unit="verdicts",
    ),
)

WRITINGS = (Writing(id="write-verdict", numbers=(numbers,)),)
