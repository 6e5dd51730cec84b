"""Nobody is left without being told what can follow."""

from collections.abc import Iterator

from daoyin.check.graph import closure, onward
from daoyin.check.walk import file
from daoyin.finding import Fault, Message
from daoyin.model import Catalogue, Process


def way_on_unsaid(catalogue: Catalogue) -> Iterator[Fault]:
    """出具意见书、答复、不受理告知（文书写了 decides: true）以后，要能转到别的事项或救济途径，没有的写 no_remedy。

    After an opinion, reply or refusal (decides: true in documents.yaml) a hand-over or remedy must be reachable,
    or no_remedy must say that none is left.
    """
    for procedure in catalogue.procedures:
        process = procedure.process
        for node in process.nodes if procedure.basis == "law" else ():
            decided = [document for id in node.outputs if (document := catalogue.document.get(id)) and document.decides]
            if decided and not _way_on(process, node.id):
                message = Message(
                    "出具《{document}》以后没有写不服怎么办；请接上救济途径，或用 no_remedy 说明没有",
                    "after “{document}” nothing says what can follow; lead on to a remedy, or say no_remedy",
                    document=decided[0].name,
                )
                yield Fault(file(procedure), ("process", "nodes", node.id), message)


def _way_on(process: Process, start: str) -> bool:
    after = closure(onward(process), [start])
    leaves = any(flow.source in after and flow.target.kind != "node" for flow in process.flows)
    return leaves or any(node.no_remedy for node in process.nodes if node.id in after)
