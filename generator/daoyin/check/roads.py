"""An overview shows the ways that the procedures take, and no more boxes than one can read from afar."""

from collections.abc import Iterator

from daoyin.finding import Fault, Message, did_you_mean
from daoyin.model import Catalogue, Road, Stage
from daoyin.model.road import MOST_STAGES
from daoyin.road import found, handed

_FILE = "procedures/roads.yaml"


def stage_unlinked(catalogue: Catalogue) -> Iterator[Fault]:
    """路线图上，环节和它前面的环节（follows），两边的事项之间要真有“转到”；除了第一个，每个环节都要有来路。

    On a road, a stage's procedures must be handed over to by those of the stages that it follows, and each but the
    first must follow one.
    """
    for road in catalogue.roads:
        for number, stage in enumerate(road.stages):
            if number and not stage.follows:
                message = Message(
                    "环节“{id}”没有来路；请用 follows 写明接在哪个环节后面",
                    "the stage “{id}” follows none; say which with follows",
                    id=stage.id,
                )
                yield Fault(_FILE, (road.id, "stages", stage.id), message)
            for place, before in enumerate(stage.follows):
                if fault := _unlinked(catalogue, road, stage.id, before):
                    yield Fault(_FILE, (road.id, "stages", stage.id, "follows", place), fault)


def _unlinked(catalogue: Catalogue, road: Road, id: str, before: str) -> Message | None:
    stages = {stage.id: stage for stage in road.stages}
    if before not in stages:
        return Message(
            "路线图里没有环节“{before}”{near}",
            "the road has no stage “{before}”{near}",
            before=before,
            near=did_you_mean(before, stages),
        )
    if catalogue.unread.intersection((*stages[before].procedures, *stages[id].procedures)):
        return None  # what cannot be read may well hand over
    if _astray(catalogue, stages[before]):
        return None  # told by unknown-procedure
    if handed(catalogue, stages[before], stages[id]) is None:
        return Message(
            "“{before}”的事项里没有一步转到“{id}”的事项；请改 follows，或者在事项里写明去向",
            "no step of “{before}” hands over to “{id}”; mend follows, or say so in the procedure",
            before=before,
            id=id,
        )
    return None


def _astray(catalogue: Catalogue, stage: Stage) -> bool:
    """Whether a procedure of a stage hands over to one that there is not."""
    procedures = [catalogue.procedure[id] for id in found(catalogue, stage)]
    return any(
        flow.target.kind == "procedure" and not catalogue.resolve(procedure.place, procedure.part, flow.target.id)
        for procedure in procedures
        for flow in procedure.process.flows
    )


def road_crowded(catalogue: Catalogue) -> Iterator[Fault]:
    """一张路线图最多 15 个环节，远处才看得清；多了请合并，或者另画一张。

    A road has at most 15 stages, so that it is read from afar; join some, or draw another road.
    """
    for road in catalogue.roads:
        if len(road.stages) > MOST_STAGES:
            message = Message(
                "“{id}”有 {count} 个环节，最多 {most} 个；请合并几个，或者另画一张",
                "“{id}” has {count} stages, at most {most}; join some, or draw another road",
                id=road.id,
                count=len(road.stages),
                most=MOST_STAGES,
            )
            yield Fault(_FILE, (road.id, "stages"), message)
