"""Order: in which order things stand side by side, so that the price of who stands before whom is low.

The linear ordering problem, by sifting: each thing in turn goes to where it costs least (R. Rudell, "Dynamic Variable
Ordering for Ordered Binary Decision Diagrams", ICCAD 1993; for crossings C. Matuszewski, R. Schönfeld and P. Molitor,
"Using Sifting for k-Layer Straightline Crossing Minimization", GD 1999). A few things are tried in all orders.
"""

from itertools import combinations, permutations

_FEW = 4


def ordered(things: list[int], before: dict[tuple[int, int], float]) -> list[int]:
    """Put things into a cheap order; `before[a, b]` is what it costs if a stands before b, nothing if that is absent.

    Post: none of the things could move, alone, to where it costs less; of orders that cost the same, the one nearest
    to that given.
    """
    if len(things) <= _FEW:
        return list(min(permutations(things), key=lambda o: sum(before.get(pair, 0.0) for pair in combinations(o, 2))))
    order = things
    for _ in things:
        changed = False
        for n in range(len(order)):
            rest = order[:n] + order[n + 1 :]
            costs = [_cost(order[n], rest[:k], rest[k:], before) for k in range(len(order))]
            k = min(range(len(order)), key=lambda k: (costs[k], abs(k - n)))
            if costs[k] < costs[n]:
                order = [*rest[:k], order[n], *rest[k:]]
                changed = True
        if not changed:
            break
    return order


def _cost(thing: int, left: list[int], right: list[int], before: dict[tuple[int, int], float]) -> float:
    """What it costs that a thing stands between these."""
    return sum(before.get((other, thing), 0.0) for other in left) + sum(
        before.get((thing, other), 0.0) for other in right
    )
