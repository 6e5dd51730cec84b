"""The printer's order of a booklet that is stapled through its fold: which two pages share the side of a sheet."""

PAGES_A_SHEET = 4


def sides(pages: int) -> tuple[tuple[int, int], ...]:
    """How many pages -> left and right page of each side, front and back of each sheet in turn; 0 is an empty page.

    Post: every page stands once; a sheet is turned on its short edge; folded and nested, the pages run from 1 on.
    """
    whole = -(-pages // PAGES_A_SHEET) * PAGES_A_SHEET
    pairs = []
    for sheet in range(whole // PAGES_A_SHEET):
        first, last = 2 * sheet + 1, whole - 2 * sheet
        pairs += [(last, first), (first + 1, last - 1)]
    return tuple((left if left <= pages else 0, right if right <= pages else 0) for left, right in pairs)
