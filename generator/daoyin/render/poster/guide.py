"""The wall guide: one procedure on one sheet, to be read standing. Its chart, by when, whom to turn to, what basis."""

from collections.abc import Iterator

from daoyin import address, citation
from daoyin.model import PARTS, Catalogue, Limit, Procedure
from daoyin.model.period import UNITS
from daoyin.render import press
from daoyin.render.page import limits
from daoyin.render.page.limits import LimitRow
from daoyin.render.page.sheet import Link, Sheet
from daoyin.render.page.uses import runs
from daoyin.steps import Step, Way, steps

PRACTICE = "当地的做法，不是全国的规定。到了现场，以当地公布的为准。"
_MUST = {True: "可以", False: "应当"}
"""What the law's limit is to its holder: a citizen's right, or a body's duty. A practice has neither word."""
CONTACT = ("address", "telephone", "reception", "online", "tracking")
"""The items of art. 18 that someone who stands before the sheet needs; the others are on the sheet itself."""


def says(catalogue: Catalogue, procedure: Procedure, place: str, page: str) -> dict[str, object]:
    """What a procedure's wall guide says, whatever the paper. `place` is where it hangs, `page` its full address."""
    sheet = Sheet(catalogue, address.procedure(procedure.id))
    here = catalogue.place.get(place)
    roles = [role for role in (procedure.competent_authority, *procedure.process.lane_order) if role]
    local = here is not None and here.level != "country"  # a sheet of the whole country hangs in some place's hall
    body = press.body(catalogue, place, roles) if local else None
    return {
        "kicker": " · ".join((here.name if here else place, PARTS[procedure.part], "办事导引图")),
        "practice": PRACTICE if procedure.basis == "practice" else "",
        "reports": _reports(sheet, procedure),
        "summary": procedure.summary,
        "now": procedure.do_now or "",
        "limits": [_limit(procedure, row) for row in limits.rows(sheet, procedure)],
        "evidence": procedure.evidence,
        "rights": [right.says + _cited(sheet.cites(right.law)) for right in procedure.rights],
        "bodies": list(_bodies(catalogue, procedure)),
        "law": _law(catalogue, procedure),
        "body": body.name if body else "",
        "contact": [{"name": item.name, "says": item.says} for item in press.items(body, CONTACT)],
        "story": " ".join(_told(step) for step in steps(catalogue, procedure)),
        "code": press.code(page) if page else (),
        "address": page,
    }


def _reports(sheet: Sheet, procedure: Procedure) -> list[str]:
    """The reports that a practice rests on: a print cannot lead to them, so it names them whole."""
    return [
        f"{report.publisher}《{report.title}》（{report.date}{'，年份为推定' if report.inferred else ''}）"
        for report in sheet.sources(procedure.sources)
    ]


def _limit(procedure: Procedure, row: LimitRow) -> dict[str, object]:
    """One limit: the number to be read from afar, and every word that belongs to it."""
    limit = next(limit for limit in procedure.limits if address.limit_anchor(limit.id) == row.id)
    remedy = f"转到《{row.remedy.name}》。" if row.remedy else ""
    return {
        "long": row.within if limit.within else "期限另定",
        "unit": _unit(limit, row),
        "act": f"{row.holder.name}{_MUST[row.right] if procedure.basis == 'law' else '：'}{row.act}",
        "start": f"从{row.start.name}起算",
        "also": [
            *((row.prefer,) if row.prefer else ()),
            *((f"例外：{row.unless}",) if row.unless else ()),
            *(f"不算在内：{what}{_cited(law)}" for what, law in row.exclusions),
            *((row.note,) if row.note else ()),
        ],
        "extension": f"延长：{row.extension}{_cited(row.extension_law)}",
        "law": "、".join(_warned(cite) for cite in row.law),
        "sources": [f"{source.publisher}《{source.title}》" for source in row.sources],
        "who": ("您" if row.right else row.holder.name) + f"没有按时{row.act}" if row.missed else "",
        "missed": f"{row.missed}{remedy}{_cited(row.missed_law)}" if row.missed else "",
    }


def _unit(limit: Limit, row: LimitRow) -> str:
    """In what its days are counted; why there is no number to count."""
    if row.doubt or not limit.within:
        return "依据的效力没有核实" if row.doubt else row.within
    return f"按“{UNITS[limit.within.unit].removeprefix('个')}”计"


def _bodies(catalogue: Catalogue, procedure: Procedure) -> Iterator[dict[str, object]]:
    """Everyone whose column the chart has: full name, short name where it differs, and the numbers of the steps."""
    story = steps(catalogue, procedure)
    for number, lane in enumerate(procedure.process.lane_order):
        role = catalogue.role.get(lane)
        mine = [step.number for step in story if step.node.lane == lane]
        answers = [step.number for step in story if lane == step.accountable != step.node.lane]
        yield {
            "name": role.name if role else lane,
            "lane": number,
            "short": role.short or "" if role else "",
            "steps": f"第 {runs(mine)} 步",
            "answers": f"第 {runs(answers)} 步" if answers else "",
        }


def _law(catalogue: Catalogue, procedure: Procedure) -> tuple[str, ...]:
    """Every article that the sheet rests on, by instrument: 《信访工作条例》第17条第1款、第35条."""
    cited = dict.fromkeys(
        (
            *procedure.law,
            *(law for limit in procedure.limits for law in limit.law),
            *(law for node in procedure.process.nodes for law in node.law),
        )
    )
    widest = [law for law in cited if law.article and not any(law.within(other) for other in cited if other != law)]
    return citation.together(catalogue, sorted(widest), citation.full)


def _cited(links: tuple[Link, ...]) -> str:
    """Articles behind a sentence: （条例第35条）."""
    return f"（{'、'.join(_warned(link) for link in links)}）" if links else ""


def _warned(link: Link) -> str:
    return f"{link.name}（{link.note}）" if link.note else link.name


def _told(step: Step) -> str:
    """One step as it is heard by who does not see the chart."""
    ways = "；".join(_way(way) for way in step.ways) if not step.follows or step.ways[0].answer else ""
    return f"第 {step.number} 步，{step.node.name}。{f'{ways}。' if ways else ''}"


def _way(way: Way) -> str:
    lead = {"procedure": "转到", "remedy": "另一条路："}.get(way.kind, "回到" if way.back else "到")
    return f"{way.answer or ''}{'，' if way.answer else ''}{lead}{f'第 {way.number} 步' if way.number else way.name}"
