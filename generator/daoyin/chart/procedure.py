"""A procedure as the graph that is drawn: the same steps, with lanes, hand-overs and missed limits as boxes."""

from daoyin import address
from daoyin.chart.label import badge, lane_name
from daoyin.diagram.graph import Flow, Graph, Lane, Node
from daoyin.model import Catalogue, Limit, Procedure
from daoyin.steps import Step, Way, steps, target, way


def procedure(catalogue: Catalogue, of: Procedure) -> Graph:
    """The chart of a procedure. Each hand-over is a box of its own in the lane of the step that hands over.

    Limits whose lapse leads to the same place share one box, since that box is no part of the story.
    """
    story = steps(catalogue, of)
    ids = {step.number: step.node.id for step in story}
    nodes: list[Node] = []
    flows: list[Flow] = []
    overdue: dict[tuple[str, str], str] = {}
    for step in story:
        nodes.append(_node(catalogue, of, step))
        for way_on in step.ways:
            goal = ids.get(way_on.number) if way_on.kind == "step" else None
            if goal is None:
                leaving = _handover(of, step, way_on, len(nodes))
                nodes.append(leaving)
                goal = leaving.id
            flows.append(Flow(source=step.node.id, target=goal, label=way_on.answer or ""))
        for limit in step.limits:
            if limit.missed and limit.missed.then:
                missed = way(catalogue, of, target(limit.missed.then))
                where = (missed.page, missed.anchor)
                if where not in overdue:
                    nodes.append(_handover(of, step, missed, len(nodes)))
                    overdue[where] = nodes[-1].id
                flows.append(Flow(source=step.node.id, target=overdue[where], label=_missed(limit), kind="missed"))
    lanes = dict.fromkeys((*of.process.lane_order, *(node.lane for node in nodes)))
    return Graph(
        title=of.name,
        description=of.summary,
        lanes=tuple(Lane(id=lane, name=lane_name(catalogue, lane)) for lane in lanes),
        nodes=tuple(nodes),
        flows=tuple(flows),
    )


def _node(catalogue: Catalogue, procedure: Procedure, step: Step) -> Node:
    node = step.node
    return Node(
        id=node.id,
        kind=node.kind,
        lane=node.lane,
        name=node.name,
        number=step.number,
        badges=tuple(text for limit in step.limits if (text := badge(catalogue, limit))),
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
