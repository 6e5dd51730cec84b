"""Every duty has one holder and one place where it is done; no 应当 of the law is without a line."""

from collections.abc import Iterator

from daoyin.check.walk import file
from daoyin.finding import At, Fault, Message
from daoyin.model import Catalogue, Duty, Node, Role


def duty_uncovered(catalogue: Catalogue) -> Iterator[Fault]:
    """法规文件里列出的每一项“应当”“不得”，责任清单里都要有一行承担它（covers）。

    Every must and must-not that a law file lists must have a line of the responsibility list that covers it.
    """
    for place, duties in catalogue.duties:
        if catalogue.place.get(place) is None or catalogue.place[place].above:
            continue
        covered = {key for duty in duties for key in duty.covers}
        answered = {reference.law for duty in duties if duty.covers for reference in duty.law}
        for law in catalogue.laws:
            for article in law.articles if law.id in answered else ():
                for key, says in article.duties:
                    if f"{article.id}.{key}" not in covered:
                        message = Message(
                            "责任清单没有承担“{says}”；请在 {place}/duties.yaml 的一行 covers 里写 {article}.{key}",
                            "no line covers “{says}”; write {article}.{key} into a covers of {place}/duties.yaml",
                            says=says,
                            place=place,
                            article=article.id,
                            key=key,
                        )
                        yield Fault(file(law), ("articles", article.id, "duties", key), message)


def duty_unknown(catalogue: Catalogue) -> Iterator[Fault]:
    """covers 里的每个键，都要是所引法规文件里列出的一项义务，并且只由一行承担。

    Each key in covers must be a duty that the cited law file lists, covered by one line alone.
    """
    for place, duties in catalogue.duties:
        seen: dict[str, str] = {}
        for duty in duties:
            known = {
                f"{article.id}.{key}"
                for reference in (*duty.law, *duty.consequence)
                if reference.law in catalogue.law
                for article in catalogue.law[reference.law].articles
                if not reference.article or str(reference.article) == article.id
                for key, _ in article.duties
            }
            for number, key in enumerate(duty.covers):
                at = ("duties", duty.id, "covers", number)
                if key not in known and not any(f"laws/{unit.law}" in catalogue.unread for unit in duty.law):
                    message = Message("所引法条没有列出义务“{key}”", "the cited article lists no duty “{key}”", key=key)
                    yield Fault(f"procedures/{place}/duties.yaml", at, message)
                elif key in seen:
                    message = Message(
                        "义务“{key}”已由“{other}”承担", "“{other}” covers “{key}” already", key=key, other=seen[key]
                    )
                    yield Fault(f"procedures/{place}/duties.yaml", at, message)
                seen[key] = duty.id


def duty_untied(catalogue: Catalogue) -> Iterator[Fault]:
    """每项责任都落到步骤（step）或文书（document），或写 not_applicable；后果写 consequence 或 no_consequence。

    Every duty is tied to a step or a document, or says not_applicable; it has a consequence, or says no_consequence.
    """
    for place, duties in catalogue.duties:
        for duty in duties:
            for message in _loose(duty):
                yield Fault(f"procedures/{place}/duties.yaml", ("duties", duty.id), message)


def _loose(duty: Duty) -> Iterator[Message]:
    if not (duty.step or duty.document or duty.not_applicable):
        yield Message(
            "“{duty}”没有落到步骤或文书；请写 step、document，或用 not_applicable 说明",
            "“{duty}” is tied to no step or document; write step, document or not_applicable",
            duty=duty.duty,
        )
    if not (duty.consequence or duty.no_consequence):
        yield Message(
            "“{duty}”没有写不履行的后果；请写 consequence，或用 no_consequence 说明条例没有规定",
            "“{duty}” has no consequence; write consequence or no_consequence",
            duty=duty.duty,
        )


def lead_missing(catalogue: Catalogue) -> Iterator[Fault]:
    """basis: law 的事项要有一个牵头的机关（competent_authority），它不是信访人自己。

    A procedure of law must have one competent authority, which is not the citizen.
    """
    for procedure in catalogue.procedures:
        lead = catalogue.role.get(procedure.competent_authority or "")
        if procedure.basis == "law" and procedure.law and not procedure.competent_authority:
            message = Message("没有写由谁牵头负责；请补 competent_authority", "nobody leads; add competent_authority")
            yield Fault(file(procedure), (), message)
        elif lead and lead.kind == "citizen":
            message = Message("牵头的应当是机关、单位，不是“{name}”", "“{name}” is no body", name=lead.name)
            yield Fault(file(procedure), ("competent_authority",), message)


def two_leads(catalogue: Catalogue) -> Iterator[Fault]:
    """同一地方，一个角色只由一个机构承担：两家都管等于没有人管。

    In one place a role is filled by one body alone: where two are in charge, nobody is.
    """
    for place in catalogue.places:
        seen: dict[str, str] = {}
        for body in place.bodies:
            for number, role in enumerate(body.roles):
                if role in seen:
                    message = Message(
                        "“{role}”已经由“{other}”承担；请分清由谁负责",
                        "“{role}” is filled by “{other}” already; say who is in charge",
                        role=catalogue.role[role].name if role in catalogue.role else role,
                        other=seen[role],
                    )
                    yield Fault(file(place), ("bodies", body.id, "roles", number), message)
                seen[role] = body.name


def task_roles(catalogue: Catalogue) -> Iterator[Fault]:
    """每个步骤只有一个负责的角色：accountable 只在与 lane 不同时写；同一角色不再列为 consulted、informed。

    Each step has one accountable role: accountable is written only where it differs from the lane, and is a body's;
    no role has a second part in the step.
    """
    for procedure in catalogue.procedures:
        for node in procedure.process.nodes:
            for at, message in _parts(catalogue, node):
                yield Fault(file(procedure), ("process", "nodes", node.id, *at), message)


def _parts(catalogue: Catalogue, node: Node) -> Iterator[tuple[At, Message]]:
    answers = catalogue.role.get(node.accountable or "")
    if node.accountable == node.lane:
        message = Message(
            "做事的“{lane}”就是负责的，不用再写 accountable",
            "“{lane}” is accountable anyway; delete this",
            lane=node.lane,
        )
        yield ("accountable",), message
    elif answers and answers.kind == "citizen" and catalogue.role[node.lane].kind == "body":
        yield (
            ("accountable",),
            Message("机关、单位的步骤不能由“{name}”负责", "“{name}” cannot answer for it", name=answers.name),
        )
    taken = {node.lane, node.accountable}
    for field in ("consulted", "informed"):
        for number, role in enumerate(getattr(node, field)):
            if role in taken:
                message = Message(
                    "“{role}”在这一步已经有一份，不再列", "“{role}” has a part in this step already", role=role
                )
                yield (field, number), message
            taken.add(role)


_HIGHEST = 30
"""Levels of bodies, many times over."""


def role_composed(catalogue: Catalogue) -> Iterator[Fault]:
    """几家合成的角色（any_of、jointly）要有两个以上不同的成员，并写明依据的法条或报道；上一级（above）不能绕回自己。

    A composite role must have two or more members and rest on law or a report; no role is above itself.
    """
    for role in catalogue.roles:
        for at, message in _composed(catalogue, role):
            yield Fault("procedures/roles.yaml", (role.id, *at), message)


def _composed(catalogue: Catalogue, role: Role) -> Iterator[tuple[At, Message]]:
    members = (*role.any_of, *role.jointly)
    field = "any_of" if role.any_of else "jointly"
    if members and ((role.any_of and role.jointly) or len(set(members)) < 2 or len(set(members)) < len(members)):
        yield (
            (field,),
            Message(
                "合成的角色写 any_of 或 jointly 之一，成员两个以上，各不相同",
                "write any_of or jointly, with two members or more",
            ),
        )
    if members and not (role.law or role.sources):
        yield (
            (field,),
            Message(
                "合成的角色要写明依据（law 或 sources）：不能自己把责任合在一起",
                "a composite role must rest on law or sources: responsibilities are not joined at will",
            ),
        )
    seen, above = {role.id}, role.above
    while above and above in catalogue.role and len(seen) < _HIGHEST:
        if above in seen:
            yield ("above",), Message("上一级绕回了自己", "a role cannot be above itself")
            break
        seen.add(above)
        above = catalogue.role[above].above
    if role.id in members:
        yield (field,), Message("角色不能是自己的成员", "a role cannot be its own member")
