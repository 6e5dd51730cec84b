"""A road as the graph that is drawn: its stages, in a lane for each phase."""

from daoyin.chart.label import badge, leaders
from daoyin.diagram.graph import Flow, Graph, Lane, Node
from daoyin.model import Catalogue, Road, Stage
from daoyin.road import found, links


def road(catalogue: Catalogue, of: Road) -> Graph:
    """The chart of a road: its lanes are the phases.

    A stage has the limits of its procedures as badges; who leads them stands where a step has its documents.
    """
    phases = dict.fromkeys(stage.phase for stage in of.stages)
    return Graph(
        title=of.name,
        description=of.says,
        lanes=tuple(Lane(id=phase, name=phase) for phase in phases),
        nodes=tuple(_stage(catalogue, stage, number) for number, stage in enumerate(of.stages, 1)),
        flows=tuple(
            Flow(source=link.source.id, target=link.target.id, label=link.answers[0] if len(link.answers) == 1 else "")
            for link in links(catalogue, of)
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
        badges=tuple(dict.fromkeys(badge(catalogue, limit) for limit in limits)),
        documents=leaders(catalogue, procedures),
    )
