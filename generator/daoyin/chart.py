"""A procedure as the graph that is drawn: the same steps, with lanes, hand-overs and missed limits as boxes."""

from collections.abc import Sequence

from daoyin import address
from daoyin.diagram.graph import Flow, Graph, Lane, Node
from daoyin.model import Catalogue, Limit, Procedure, Road, Stage
from daoyin.road import found, links
from daoyin.steps import Step, Way, steps, target, way


def graph(catalogue: Catalogue, procedure: Procedure) -> Graph:
    """The chart of a procedure. Each hand-over is a box of its own in the lane of the step that hands over.

    Limits whose lapse leads to the same place share one box, since that box is no part of the story.
    """
    story = steps(catalogue, procedure)
    ids = {step.number: step.node.id for step in story}
    nodes: list[Node] = []
    flows: list[Flow] = []
    overdue: dict[tuple[str, str], str] = {}
    for step in story:
        nodes.append(_node(catalogue, procedure, step))
        for way_on in step.ways:
            goal = ids.get(way_on.number) if way_on.kind == "step" else None
            if goal is None:
                leaving = _handover(procedure, step, way_on, len(nodes))
                nodes.append(leaving)
                goal = leaving.id
            flows.append(Flow(source=step.node.id, target=goal, label=way_on.answer or ""))
        for limit in step.limits:
            if limit.missed and limit.missed.then:
                missed = way(catalogue, procedure, target(limit.missed.then))
                where = (missed.page, missed.anchor)
                if where not in overdue:
                    nodes.append(_handover(procedure, step, missed, len(nodes)))
                    overdue[where] = nodes[-1].id
                flows.append(Flow(source=step.node.id, target=overdue[where], label=_missed(limit), kind="missed"))
    lanes = dict.fromkeys((*procedure.process.lane_order, *(node.lane for node in nodes)))
    return Graph(
        title=procedure.name,
        description=procedure.summary,
        lanes=tuple(Lane(id=lane, name=lane_name(catalogue, lane)) for lane in lanes),
        nodes=tuple(nodes),
        flows=tuple(flows),
    )


def road(catalogue: Catalogue, road: Road) -> Graph:
    """The chart of a road: its lanes are the phases.

    A stage has the limits of its procedures as badges; who leads them stands where a step has its documents.
    """
    phases = dict.fromkeys(stage.phase for stage in road.stages)
    return Graph(
        title=road.name,
        description=road.says,
        lanes=tuple(Lane(id=phase, name=phase) for phase in phases),
        nodes=tuple(_stage(catalogue, stage, number) for number, stage in enumerate(road.stages, 1)),
        flows=tuple(
            Flow(source=link.source.id, target=link.target.id, label=link.answers[0] if len(link.answers) == 1 else "")
            for link in links(catalogue, road)
        ),
    )


def _stage(catalogue: Catalogue, stage: Stage, number: int) -> Node:
    procedures = [catalogue.procedure[id] for id in found(catalogue, stage)]
    limits = [limit for procedure in procedures for limit in procedure.limits if limit.within]
    return Node(
        id=stage.id,
        kind="task",
        lane=stage.phase,
        name=stage.name or (procedures[0].name if procedures else stage.id),
        number=number,
        badges=tuple(dict.fromkeys(map(badge, limits))),
        documents=leaders(catalogue, procedures),
    )


def leaders(catalogue: Catalogue, procedures: Sequence[Procedure]) -> tuple[str, ...]:
    """The short names of those who lead procedures, each once."""
    roles = dict.fromkeys(procedure.competent_authority for procedure in procedures)
    return tuple(lane_name(catalogue, role) for role in roles if role)


def lane_name(catalogue: Catalogue, role: str) -> str:
    """What the head of a lane says."""
    found = catalogue.role.get(role)
    return (found.short or found.name) if found else role


def badge(limit: Limit) -> str:
    """A limit as its badge says it: `60 日`, `60 日（可延 30 日）`; where the law sets no number, who sets it."""
    if not limit.within:
        return "期限另定" if limit.set_by else ""
    extension = f"（可延 {limit.extend.by}）" if limit.extend else ""
    return f"{limit.within}{'' if limit.must else '内'}{extension}"


def _node(catalogue: Catalogue, procedure: Procedure, step: Step) -> Node:
    node = step.node
    return Node(
        id=node.id,
        kind=node.kind,
        lane=node.lane,
        name=node.name,
        number=step.number,
        badges=tuple(text for text in map(badge, step.limits) if text),
        documents=tuple(catalogue.document[id].name for id in node.outputs if id in catalogue.document),
        parallel=node.parallel or node.join == "all",
        href=address.relative(
            address.procedure(procedure.id), address.procedure(procedure.id), address.step_anchor(node.id)
        ),
    )


def _handover(procedure: Procedure, step: Step, way_on: Way, serial: int) -> Node:
    return Node(
        id=f"to-{step.node.id}-{serial}",
        kind="handover",
        lane=step.node.lane,
        name=way_on.name,
        href=address.relative(way_on.page, address.procedure(procedure.id), way_on.anchor),
    )


def _missed(limit: Limit) -> str:
    return "超期" if limit.must else "逾期"
