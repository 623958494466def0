"""Small mistakes that can be made in the body of a function, each of them a mutant."""

import ast
import copy
import difflib
import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

_NOTES = "__called__"
_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


@dataclass(frozen=True)
class Mutant:
    """One mistake in one function.

    Attributes:
        module: where the function is.
        name: what it is called there, such as `State.close`.
        number: which of the mistakes that can be made in it.
        line: where it is in the file.
    """

    module: str
    name: str
    number: int
    line: int

    @property
    def label(self) -> str:
        """What it is called in the records of a run."""
        return f"{self.module}:{self.name}:{self.number}"


class Source:
    """A module, and the mistakes that can be made in it."""

    def __init__(self, name: str) -> None:
        self.module: ModuleType = importlib.import_module(name)
        self.path = Path(str(self.module.__file__))
        self.tree = ast.parse(self.path.read_text(encoding="utf-8"))

    @cached_property
    def functions(self) -> dict[str, ast.FunctionDef]:
        """The functions and methods by their names, but for those within others."""
        return dict(_functions(self.tree, ""))

    def mutants(self) -> Iterator[Mutant]:
        """All that can be put into effect in a process that runs, and change the function."""
        for name, function in self.functions.items():
            if _at(self.module, name) is not None:
                whole = ast.dump(function)
                for number, (node, _) in enumerate(_mistakes(function)):
                    mutant = Mutant(self.module.__name__, name, number, node.lineno)
                    if ast.dump(self.mutated(mutant)) != whole:
                        yield mutant

    def mutated(self, mutant: Mutant) -> ast.FunctionDef:
        """The function with the mistake in it."""
        function = copy.deepcopy(self.functions[mutant.name])
        for number, (_, make) in enumerate(_mistakes(function)):
            if number == mutant.number:
                make()
                return ast.fix_missing_locations(function)
        raise LookupError(mutant)

    def put_in_effect(self, mutant: Mutant) -> None:
        """Make the mistake in this process."""
        tree = copy.deepcopy(self.tree)
        _replace(tree, mutant.name.split("."), self.mutated(mutant))
        code = compile(tree, str(self.path), "exec", dont_inherit=True)
        function = _at(self.module, mutant.name)
        assert function is not None
        function.__code__ = _named(code, mutant.name)

    def forget(self) -> None:
        """Forget what functions of the module keep of earlier calls."""
        for value in vars(self.module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()

    def note(self, reached: set[str]) -> None:
        """Let each function of the module, in this process, add its name where it is called."""
        noting = copy.deepcopy(self.tree)
        for name, function in _functions(noting, ""):
            place = int(ast.get_docstring(function) is not None)
            line = f"{_NOTES}.add({self.module.__name__ + ':' + name!r})"
            function.body.insert(place, ast.parse(line).body[0])
        self.module.__dict__[_NOTES] = reached
        tree = ast.fix_missing_locations(noting)
        whole = compile(tree, str(self.path), "exec", dont_inherit=True)
        for name in self.functions:
            if (function := _at(self.module, name)) is not None:
                function.__code__ = _named(whole, name)

    def difference(self, mutant: Mutant) -> str:
        """The lines of the function that are otherwise."""
        before, after = (
            ast.unparse(function).splitlines()
            for function in (self.functions[mutant.name], self.mutated(mutant))
        )
        changed = difflib.unified_diff(before, after, lineterm="", n=0)
        return "\n".join(line for line in changed if not line.startswith(("---", "+++", "@@")))


def _functions(tree: ast.Module | ast.ClassDef, within: str) -> Iterator[tuple[str, Any]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{within}{node.name}.")
        elif isinstance(node, ast.FunctionDef):
            yield f"{within}{node.name}", node


def _at(module: ModuleType, name: str) -> FunctionType | None:
    """The function of that name, whatever it is wrapped in."""
    *classes, last = name.split(".")
    there: Any = module
    for each in classes:
        there = getattr(there, each, None)
    there = vars(there).get(last) if there is not None else None
    for within in ("fget", "func", "__func__", "__wrapped__"):
        there = getattr(there, within, there)
    is_ours = isinstance(there, FunctionType) and there.__qualname__ == name
    return there if is_ours and there.__module__ == module.__name__ else None


def _replace(tree: ast.Module | ast.ClassDef, names: list[str], by: ast.FunctionDef) -> None:
    for place, node in enumerate(tree.body):
        if isinstance(node, ast.ClassDef) and node.name == names[0] and names[1:]:
            _replace(node, names[1:], by)
        elif isinstance(node, ast.FunctionDef) and [node.name] == names:
            tree.body[place] = by


def _named(code: CodeType, name: str) -> CodeType:
    """The code of a function in that of a module; of several that have its name, the last."""
    for part in name.split("."):
        inner = (each for each in code.co_consts if isinstance(each, CodeType))
        code = [each for each in inner if each.co_name == part][-1]
    return code


def _mistakes(function: ast.FunctionDef) -> Iterator[tuple[Any, Callable[[], None]]]:
    """The places in a function, each with what makes the mistake there."""
    for node in _nodes(function):
        yield from _in_expression(node)
        yield from _in_statement(node)


def _nodes(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """What a function does; its annotations and the like do nothing."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    for statement in body:
        yield from _below(statement)


def _below(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.FunctionDef):
        yield from _nodes(node)
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name != "annotation":
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from _below(child)


def _in_expression(node: ast.AST) -> Iterator[tuple[Any, Callable[[], None]]]:
    match node:
        case ast.Compare():
            for place, operator in enumerate(node.ops):
                yield node, _setter(node.ops, place, _OTHER[type(operator)]())
        case ast.BinOp() | ast.BoolOp() if type(node.op) in _OTHER:
            yield node, _changer(node, "op", _OTHER[type(node.op)]())
        case ast.Constant() if (other := _other_constant(node.value)) is not None:
            yield node, _changer(node, "value", other)
        case ast.UnaryOp(op=ast.USub()):
            yield node, _changer(node, "op", ast.UAdd())
        case ast.comprehension():
            for place, test in enumerate(node.ifs):
                yield test, _setter(node.ifs, place, ast.Constant(True))
        case ast.Call() if node.keywords:
            yield node, _changer(node, "keywords", node.keywords[:-1])


def _in_statement(node: ast.AST) -> Iterator[tuple[Any, Callable[[], None]]]:
    match node:
        case ast.IfExp() | ast.If() | ast.While():
            if not isinstance(node.test, (ast.Compare, ast.BoolOp)):  # those are changed themselves
                yield node.test, _changer(node, "test", ast.UnaryOp(ast.Not(), node.test))
        case ast.Return(value=ast.expr() as value):
            if not (isinstance(value, ast.Constant) and value.value is None):
                yield node, _changer(node, "value", ast.Constant(None))
        case ast.AugAssign() if type(node.op) in _OTHER:
            yield node, _changer(node, "op", _OTHER[type(node.op)]())
        case ast.Assign() | ast.AnnAssign(value=ast.expr()):
            yield node, _changer(node, "value", ast.Constant(None))
        case ast.Expr(value=ast.Call() | ast.YieldFrom()):
            yield node, _changer(node, "value", ast.Constant(None))


def _other_constant(value: object) -> object:
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 1
    if isinstance(value, str):
        return f"XX{value}XX"
    return None


def _setter(of: list[Any], place: int, value: object) -> Callable[[], None]:
    def make() -> None:
        of[place] = value

    return make


def _changer(of: ast.AST, name: str, value: object) -> Callable[[], None]:
    def make() -> None:
        setattr(of, name, value)

    return make
