"""The picture of the rooms, drawn from the imports: `python docs/rooms.py` writes docs/images/rooms.svg.

A room is a package of `factcheck/`, or one of its modules. Every room stands above all that it imports; imports inside
functions count like any other.
"""

from __future__ import annotations

import ast
from functools import cache
from html import escape
from pathlib import Path

DOCS = Path(__file__).parent
PACKAGE = DOCS.parent / "factcheck"
GROUND = "ground"  # the modules beside the rooms, which every room may import
_WIDE, _HIGH, _GAP = 118, 34, 26


def room_of(path: Path) -> str:
    """The room that a file of the package belongs to."""
    inside = path.relative_to(PACKAGE).parts
    if len(inside) > 1:
        return inside[0]
    return "factcheck" if inside[0] in {"__init__.py", "__main__.py"} else GROUND


@cache
def imports() -> dict[str, frozenset[str]]:
    """Room → the other rooms that it imports, at the head of a module or inside a function."""
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        here = found.setdefault(room_of(path), set())
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for module in modules_of(node, path):
                part = module.split(".")[1:2] or [""]
                here.add(part[0] if part[0] in rooms else GROUND)
    return {room: frozenset(held - {room}) for room, held in sorted(found.items())}


def modules_of(node: ast.AST, path: Path) -> list[str]:
    """The modules of this package that a statement of the file imports, by their full names."""
    if isinstance(node, ast.Import):
        return [name.name for name in node.names if name.name.startswith("factcheck.")]
    if not isinstance(node, ast.ImportFrom):
        return []
    module = node.module or ""
    if node.level:  # `from .. import zh`: as many folders up as there are dots behind the first
        around = path.relative_to(PACKAGE.parent).parts[: -node.level]
        module = ".".join([*around, *filter(None, [module])])
    if module == "factcheck":
        return [f"factcheck.{name.name}" for name in node.names]
    return [module] if module.startswith("factcheck.") else []


def layers() -> list[list[str]]:
    """The rooms from the ground up, each above all that it imports.

    Raises `ValueError` where imports go in a circle.
    """
    left = {room: set(held) for room, held in imports().items()}
    found: list[list[str]] = []
    while left:
        free = sorted(room for room, held in left.items() if not held & left.keys())
        if not free:
            raise ValueError(f"imports go in a circle: {', '.join(sorted(left))}")
        found.append(free)
        for room in free:
            del left[room]
    return found


def drawn() -> str:
    """The picture as SVG: a row a layer, the ground at the foot, a line for each import of the layers right below."""
    rows = layers()[::-1]
    width = max(len(row) for row in rows) * (_WIDE + _GAP) + _GAP
    height = len(rows) * (_HIGH + _GAP) + _GAP
    at = {
        room: (
            (width - len(row) * (_WIDE + _GAP) + _GAP) // 2 + column * (_WIDE + _GAP),
            _GAP + number * (_HIGH + _GAP),
        )
        for number, row in enumerate(rows)
        for column, room in enumerate(row)
    }
    level = {room: number for number, row in enumerate(rows) for room in row}
    lines = [
        f'<line x1="{at[room][0] + _WIDE // 2}" y1="{at[room][1] + _HIGH}" x2="{at[other][0] + _WIDE // 2}" '
        f'y2="{at[other][1]}" stroke="#9aa5b1"/>'
        for room, held in imports().items()
        for other in sorted(held)
        if level[other] == level[room] + 1
    ]
    boxes = [
        f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{_HIGH}" rx="6" fill="#f2f5f8" stroke="#52606d"/>'
        f'<text x="{x + _WIDE // 2}" y="{y + _HIGH // 2 + 5}" text-anchor="middle" fill="#1f2933">{escape(room)}</text>'
        for room, (x, y) in at.items()
    ]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
        f'font-size="14"><rect width="{width}" height="{height}" fill="#ffffff"/>'
    )
    return "\n".join([head, *lines, *boxes, "</svg>\n"])


if __name__ == "__main__":
    (DOCS / "images" / "rooms.svg").write_text(drawn(), "utf-8")
