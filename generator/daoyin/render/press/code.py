"""A QR code (GB/T 18284, ISO/IEC 18004) as rows of modules, which `press.typ` draws as one vector shape."""

import segno


def code(address: str) -> tuple[str, ...]:
    """An address -> the rows of its code, `1` for a dark module, without the quiet zone.

    A seventh of it may be soiled or torn (level M), as a wall needs.
    """
    made = segno.make_qr(address, error="m", boost_error=False)
    return tuple("".join("1" if module else "0" for module in row) for row in made.matrix)
