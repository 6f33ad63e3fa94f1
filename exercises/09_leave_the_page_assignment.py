"""To hand in after lesson 9 (09_leave_the_page.md): two walks in a web of one's own, and their keys."""

from mediakit.check import Exercise, Writing
from mediakit.check.exercises import lesson_beside
from mediakit.check.routes import one_site, web_of

lesson = lesson_beside(__file__)
walk = lesson.walk
ABOUT = "web"
THIRD, SIXTH = 3, 6


def path_to(number: int, how: str = "well"):
    """A path to the site with this number."""
    return lambda text: walk(web_of(text), web_of(text).sites[number - 1], how)


NUMBERS = {
    **lesson.NUMBERS,
    **{f"{how}, {number}": path_to(number, how) for number in (THIRD, SIXTH)
       for how in ("well", "without leaving", "first result", "without a reason", "wrong verdict")},
}  # fmt: skip


def slips(number: int) -> dict[str, str]:
    """Paths that lack something; what they lack is said part by part."""
    hows = ("without leaving", "first result", "without a reason", "wrong verdict")
    return {f"{how}, {number}": lesson.BY_ITSELF for how in hows}


HINTS = (
    "Search for the site's name. Choose a result of somebody whom the site's people do not pay, and then judge.",
    'In `because="…"` name the page that you found, or what it says who pays.',
    "The answer is `mk.web.path()`, without quotation marks.",
)
UNDERSTOOD = "That a page was opened is in the path. What somebody understood does not."
VERDICT = "The right verdict may also be “do not rely”. Four points say that it was right, not which one it was."

ASSIGNMENT = (
    Exercise(
        id="a9-third",
        kind="list",
        key=f"well, {THIRD}",
        solution="mk.web.path()",
        points=4,
        scored=lambda given: one_site(given, THIRD),
        mistakes=slips(THIRD),
        hints=HINTS,
    ),
    Exercise(
        id="a9-sixth",
        kind="list",
        key=f"well, {SIXTH}",
        solution="mk.web.path()",
        points=4,
        scored=lambda given: one_site(given, SIXTH),
        mistakes=slips(SIXTH),
        hints=HINTS,
    ),
    Exercise(
        id="a9-shown",
        kind="list",
        key=("A", "C"),
        solution='["A", "C"]',
        points=2,
        mistakes={
            ("A", "B", "C"): UNDERSTOOD,
            ("A", "B"): UNDERSTOOD,
            ("A", "C", "D"): VERDICT,
            ("A", "D"): VERDICT,
            ("A",): "A is in the path. There is one more that you can see in the order of its steps.",
            ("C",): "C is in the path. There is one more that you can see in what was opened.",
            ("A", "B", "C", "D", "E"): "Not all of them. Which could you check with a finger on the strip?",
        },
        hints=(
            "Put your finger on the step that shows it.",
            "What is inside a head, or on another day, is on no strip.",
        ),
    ),
    Writing(id="a9-writing", numbers=(lesson.numbers,)),
)
