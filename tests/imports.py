"""Who imports whom in the tree, read from the source: for the laws and the picture of the rooms.

Imports in functions and under ``TYPE_CHECKING`` count as any other; nothing is imported, so that
no Qt is needed, and what an import runs on its way (a package's ``__init__``) does not count.
"""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def dotted(path: Path, root: Path = ROOT) -> str:
    """The name a file is imported by: ``desk/posts/gate.py`` is ``desk.posts.gate``."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def parsed(source: str) -> ast.Module:
    """A source as a tree, made once for all that look at it.

    Trees hold no circles: rubbish is not looked for among their millions of nodes.
    """
    gc.disable()
    try:
        return ast.parse(source)
    finally:
        gc.freeze()
        gc.enable()


def forget() -> None:
    """Let the trees go: what runs after in this process would be searched for rubbish with them."""
    parsed.cache_clear()
    defined.cache_clear()
    gc.unfreeze()


def modules(*packages: str, root: Path = ROOT) -> dict[str, str]:
    """The source of each module below the packages, by its dotted name."""
    return {
        dotted(path, root): path.read_text(encoding="utf-8")
        for package in packages
        for path in sorted((root / package).rglob("*.py"))
    }


def imported(source: str) -> Iterator[tuple[str, str]]:
    """What a module imports, anywhere in it: (module, name), the name blank for ``import a.b``."""
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.module, alias.name) for alias in node.names)


def graph(tree: Mapping[str, str]) -> dict[str, set[str]]:
    """The modules of the tree that each of its modules imports."""
    found: dict[str, set[str]] = {}
    for module, source in tree.items():
        names = {
            f"{origin}.{name}" if f"{origin}.{name}" in tree else origin
            for origin, name in imported(source)
        }
        found[module] = (names & tree.keys()) - {module}
    return found


def circles(edges: Mapping[str, set[str]]) -> list[list[str]]:
    """Modules that import each other, directly or by way of others (Tarjan's components)."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        order[module] = lowest[module] = len(order)
        path.append(module)
        for other in sorted(edges[module]):
            if other not in order:
                visit(other)
                lowest[module] = min(lowest[module], lowest[other])
            elif other in path:
                lowest[module] = min(lowest[module], order[other])
        if lowest[module] == order[module]:
            start = path.index(module)
            if len(path) - start > 1:
                found.append(sorted(path[start:]))
            del path[start:]

    for module in sorted(edges):
        if module not in order:
            visit(module)
    return sorted(found)


def _defined(body: list[ast.stmt]) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from ((alias.asname or alias.name).partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.If | ast.Try | ast.With):
            for block in ("body", "orelse", "finalbody"):
                yield from _defined(getattr(node, block, []))
        else:
            targets = (part for part in ast.walk(node) if isinstance(part, ast.Name))
            yield from (part.id for part in targets if isinstance(part.ctx, ast.Store))


@cache
def defined(source: str) -> set[str]:
    """The names that a module has for others: what it defines, assigns or imports at its top."""
    return set(_defined(parsed(source).body))


def unresolved(source: str, tree: Mapping[str, str]) -> list[str]:
    """Imports from the tree's own packages that lead nowhere."""
    packages = {module.partition(".")[0] for module in tree}
    # A folder without an ``__init__`` is a package too.
    folders = {module.rpartition(".")[0] for module in tree}
    wrong = []
    for origin, name in imported(source):
        if origin.partition(".")[0] not in packages:
            continue
        is_module = f"{origin}.{name}" in tree or f"{origin}.{name}" in folders
        if not name:
            is_module = origin in tree or origin in folders
        if not is_module and name not in defined(tree.get(origin, "")):
            wrong.append(f"{origin}.{name}" if name else origin)
    return wrong
