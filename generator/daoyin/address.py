"""Where each thing stands on the site. The path is the id, and an address never changes: QR codes are printed.

Every function gives a page's path without its ending, from the top of the site: `cn/handling/review`. The page is
that path with `.html`; its Markdown is the same path with `.md`.
"""

HOME = "index"
LAWS = "laws/index"
DOCUMENTS = "documents/index"
ROLES = "roles/index"
REMEDIES = "remedies"
GLOSSARY = "glossary"
SOURCES = "sources"
PLACES = "places"
COMPARISONS = "comparisons/index"
UPDATES = "changes"
TOOLS = "tools/index"
ASKS = "edit-asks"
DEADLINES = "tools/deadlines"
MY_PATH = "tools/my-path"
CLOCKS = "assets/tools/clocks.js"
"""The data of both, as a script."""
MISSED = "tools/missed"
WRITE = "tools/write"
LETTERS = "assets/tools/letters.js"
"""The data of `WRITE`, as a script."""


def procedure(id: str) -> str:
    """The guide of a procedure."""
    return id


def card(id: str) -> str:
    """The picture of a procedure for chats."""
    return f"{id}.card"


def leaflet(id: str) -> str:
    """A procedure on paper, to take home."""
    return f"{id}.leaflet"


def booklet(place: str) -> str:
    """All that is done in a place, on paper."""
    return f"{place}/booklet"


def counter_card(place: str) -> str:
    """What a place's counter has to publish, on paper."""
    return f"{place}/card"


def place(id: str) -> str:
    """The page of a jurisdiction."""
    return f"{id}/index"


def part(place: str, part: str) -> str:
    """All procedures of one part in a place."""
    return f"{place}/{part}/index"


def duties(place: str) -> str:
    """A place's responsibility list, by duty."""
    return f"{place}/duties/index"


def duties_by_body(place: str) -> str:
    """The same list, by who is responsible."""
    return f"{place}/duties/bodies"


def duties_by_step(place: str) -> str:
    """Who does what in each step (RACI)."""
    return f"{place}/duties/steps"


def gaps(place: str) -> str:
    """Overlaps and gaps of responsibility in a place and below it."""
    return f"{place}/duties/gaps"


def law(id: str) -> str:
    """An instrument."""
    return f"laws/{id}"


def document(id: str) -> str:
    """A document."""
    return f"documents/{id}"


def role(id: str) -> str:
    """Who acts, with every duty and step."""
    return f"roles/{id}"


def road(id: str) -> str:
    """The overview of a road, to print."""
    return f"roads/{id}"


def comparison(id: str) -> str:
    """How places organise one stage, side by side."""
    return f"comparisons/{id}"


def questionnaire(id: str) -> str:
    """Where a questionnaire begins."""
    return f"tools/{id}/index"


def question(questionnaire: str, id: str) -> str:
    """A question or an outcome of a questionnaire."""
    return f"tools/{questionnaire}/{id}"


def questionnaire_chart(id: str) -> str:
    """The chart of a whole questionnaire."""
    return f"tools/{id}/chart"


def questionnaire_data(id: str) -> str:
    """The script that holds the pages of a questionnaire."""
    return f"assets/questionnaires/{id}.js"


def article_anchor(unit: str) -> str:
    """The heading of an article, paragraph or item: `31.1.6` -> `art-31-1-6`."""
    return "art-" + unit.replace(".", "-")


def step_anchor(node: str) -> str:
    """A step of a procedure's text, and its box in the chart."""
    return f"step-{node}"


def limit_anchor(limit: str) -> str:
    """A row in a procedure's table of limits."""
    return f"limit-{limit}"


def missed_anchor(procedure: str, limit: str) -> str:
    """What to do when a limit was missed: `cn/handling/review`, `decide` -> `cn-handling-review-decide`."""
    return f"{procedure.replace('/', '-')}-{limit}"


def relative(target: str, page: str, anchor: str = "") -> str:
    """The link from one page to another, as it works from a folder and from a server alike.

    `relative("laws/x", "cn/handling/review", "art-34")` -> `../../laws/x.html#art-34`; to the page itself only
    the anchor is left. A target with an ending of its own (`cn/duties.csv`) keeps it.
    """
    fragment = f"#{anchor}" if anchor else ""
    ending = "" if "." in target.rpartition("/")[2] else ".html"
    if target == page:
        return fragment or page.rpartition("/")[2] + ending
    there, here = target.split("/"), page.split("/")
    shared = 0
    while shared < min(len(there), len(here)) - 1 and there[shared] == here[shared]:
        shared += 1
    return "../" * (len(here) - shared - 1) + "/".join(there[shared:]) + ending + fragment
