"""Rewrites a module so that mypyc makes native classes of its attrs classes; what the module does stays the same.

mypyc compiles a class with a decorator that it does not know as an ordinary Python class: its fields are then looked up
by name, which costs more than the interpreter's own caches gain. So each internal attrs class loses its decorator and
is given the `__init__` that attrs would write; comparison, hash, repr, freezing and what `attrs.fields` and
`attrs.evolve` ask for are taken from a twin that attrs makes when the module is imported.

The source in the tree is never changed: the build hook rewrites copies (see `hatch_build.py`). Line numbers stay, so
that tracebacks of compiled modules point into the source.
"""

from __future__ import annotations

import ast
from typing import Final, NamedTuple

_DECORATORS: Final = frozenset({"define", "frozen"})
_TAKEN: Final = (
    "__attrs_attrs__",
    "__match_args__",
    "__eq__",
    "__hash__",
    "__repr__",
    "__setattr__",
    "__delattr__",
    "__getstate__",
    "__setstate__",
)
"""What a native class is given of its twin, where the twin has it."""
_MODELLED: Final = frozenset({"default", "factory", "init", "repr", "eq", "kw_only"})
"""The arguments of `field` that are understood; a class with others stays as it is."""

_OF_ATTRS: Final = frozenset({"__init__", "__attrs_init__", "__attrs_pre_init__", "__attrs_post_init__"})


class Edit(NamedTuple):
    """A stretch of the source, by its first and last line (from 1) and columns in bytes, and what stands there then."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Field(NamedTuple):
    """A field of an attrs class: its statement, its name, and the arguments of `field`."""

    node: ast.AnnAssign
    name: str
    options: dict[str, ast.expr]
    default: str | None
    """The method that `@name.default` decorates."""

    @property
    def parameter(self) -> str:
        """Return its name in `__init__`."""
        return self.name.lstrip("_")

    @property
    def in_init(self) -> bool:
        """Tell whether `__init__` takes it."""
        return not _is_false(self.options.get("init"))


class NotNativeError(Exception):
    """A module holds a class that cannot be made native: it is left to the interpreter."""


def rewrite(source: str) -> str:
    """Return the source of a module with native classes in place of attrs ones.

    Raises:
        NotNativeError: a class has bases, validators, converters or other things that only attrs knows.
    """
    tree = ast.parse(source)
    edits: list[Edit] = []
    for node in tree.body:
        if not isinstance(node, ast.ClassDef):
            continue
        if any(isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Tuple) for each in node.body):
            raise NotNativeError(node.name)  # mypyc takes assignments to single names alone
        if any(isinstance(base, ast.Name) and base.id == "NamedTuple" for base in node.bases):
            edits += _quoted(node)
        elif (decorator := _attrs_decorator(node)) is not None:
            edits += _native(node, decorator)
    return _applied(source, edits)


def _attrs_decorator(node: ast.ClassDef) -> ast.expr | None:
    """Return the decorator that makes it an attrs class."""
    found = [each for each in node.decorator_list if _called(each) in _DECORATORS]
    if not found:
        return None
    if node.bases or len(node.decorator_list) > 1:
        raise NotNativeError(node.name)
    return found[0]


def _called(node: ast.expr | None) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return called.id if isinstance(called, ast.Name) else ""


def _keywords(node: ast.expr | None) -> dict[str, ast.expr]:
    if not isinstance(node, ast.Call):
        return {}
    return {keyword.arg or "": keyword.value for keyword in node.keywords}


def _is_false(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def _quoted(node: ast.ClassDef) -> list[Edit]:
    """Quote the types of a named tuple: mypyc evaluates them else, and some are imported for type checkers alone."""
    notes = [field.annotation for field in node.body if isinstance(field, ast.AnnAssign)]
    return [_replacing(note, repr(ast.unparse(note))) for note in notes if not isinstance(note, ast.Constant)]


def _fields(node: ast.ClassDef) -> list[Field]:
    """Return the fields of an attrs class, in order."""
    methods: dict[str, str] = {}
    for method in node.body:
        if not isinstance(method, ast.FunctionDef):
            continue
        if method.name in _OF_ATTRS:
            raise NotNativeError(node.name)
        for decorator in method.decorator_list:
            if isinstance(decorator, ast.Attribute) and isinstance(decorator.value, ast.Name):
                if decorator.attr != "default":
                    raise NotNativeError(node.name)
                methods[decorator.value.id] = method.name
    found = []
    for each in node.body:
        if not isinstance(each, ast.AnnAssign) or "ClassVar" in ast.unparse(each.annotation):
            continue
        name = each.target.id if isinstance(each.target, ast.Name) else ""
        options = _keywords(each.value) if _called(each.value) == "field" else {"default": each.value}
        if options.keys() - _MODELLED:
            raise NotNativeError(node.name)
        known = {option: value for option, value in options.items() if value is not None}
        found.append(Field(each, name, known, methods.get(name)))
    return found


def _native(node: ast.ClassDef, decorator: ast.expr) -> list[Edit]:
    """Return what makes an attrs class a plain one: each edit keeps the number of lines."""
    fields, docstring = _fields(node), node.body[0]
    if not fields or not isinstance(docstring, ast.Expr):
        raise NotNativeError(node.name)  # its `__init__` takes the line of a field, which moves behind the docstring
    edits = [_replacing(decorator, "", before=1)]
    methods = [each for each in node.body if isinstance(each, ast.FunctionDef)]
    decorators = [each for method in methods for each in method.decorator_list if isinstance(each, ast.Attribute)]
    edits += [_replacing(each, "", before=1) for each in decorators if each.attr == "default"]
    first = fields[0]
    made = _init(fields, kw_only="kw_only" in _keywords(decorator))
    edits.append(_replacing(first.node, made))
    place = (docstring.end_lineno or 0, docstring.end_col_offset or 0)
    edits.append(Edit(*place, *place, f"; {first.name}: {ast.unparse(first.node.annotation)}"))
    edits += [_replacing(field.node, f"{field.name}: {ast.unparse(field.node.annotation)}") for field in fields[1:]]
    behind = (max(each.end_lineno or 0 for each in node.body) + 1, 0)
    return [*edits, Edit(*behind, *behind, _adoption(node, fields, decorator))]


def _init(fields: list[Field], *, kw_only: bool) -> str:
    """Return the `__init__` that attrs would write."""
    parameters, lines = ["self", *("*" for _ in range(kw_only))], []
    keyed = kw_only
    for field in fields:
        note, value = ast.unparse(field.node.annotation), _default(field)
        if not field.in_init:
            if value is None:
                raise NotNativeError(field.name)
            lines.append(f"self.{field.name} = {value}")
            continue
        if "kw_only" in field.options and not keyed:
            keyed = True
            parameters.append("*")
        plain = field.options.get("default")
        if value is None:
            parameters.append(f"{field.parameter}: {note}")
        elif plain is not None and _called(plain) != "Factory":
            parameters.append(f"{field.parameter}: {note} = {value}")
        else:  # made anew for each object
            parameters.append(f"{field.parameter}: {note} | None = None")
            lines.append(f"self.{field.name} = {value} if {field.parameter} is None else {field.parameter}")
            continue
        lines.append(f"self.{field.name} = {field.parameter}")
    return f"def __init__({', '.join(parameters)}) -> None: {'; '.join(lines)}"


def _default(field: Field) -> str | None:
    """Return the expression inside `__init__` that gives the default of a field."""
    if field.default is not None:
        return f"self.{field.default}()"
    plain, factory = field.options.get("default"), field.options.get("factory")
    if plain is not None and _called(plain) == "Factory" and isinstance(plain, ast.Call):
        made = plain.args[0]
        if "takes_self" not in _keywords(plain):
            return f"{ast.unparse(made)}()"
        if not isinstance(made, ast.Lambda):
            return f"{ast.unparse(made)}(self)"
        if made.args.args[0].arg != "self":
            raise NotNativeError(field.name)
        return ast.unparse(made.body)
    if factory is not None:
        return f"{ast.unparse(factory)}()"
    return None if plain is None else ast.unparse(plain)


def _adoption(node: ast.ClassDef, fields: list[Field], decorator: ast.expr) -> str:
    """Return the statements that give a native class what attrs knows to make.

    Its functions are asked for by `getattr`: their types promise the value of a field, and compiled code checks it.
    """
    options = [
        "slots=True",
        "order=False",
        *(f"{name}={ast.unparse(value)}" for name, value in _keywords(decorator).items()),
    ]
    if _called(decorator) == "frozen":
        options.append("frozen=True")
    told = []
    for field in fields:
        arguments = ", ".join(f"{name}={ast.unparse(value)}" for name, value in field.options.items())
        told.append(f"{field.name!r}: getattr(_attrs, 'field')({arguments})")
    twin = f"getattr(_attrs, 'make_class')({node.name!r}, {{{', '.join(told)}}}, {', '.join(options)})"
    return (
        f"import attrs as _attrs; [setattr({node.name}, _n, _v) for _n, _v in vars({twin}).items() if _n in {_TAKEN!r}]"
    )


def _replacing(node: ast.expr | ast.stmt, text: str, before: int = 0) -> Edit:
    """Replace a node, and so many characters before it; the lines that it took stay."""
    lines = "\n" * ((node.end_lineno or 0) - node.lineno)
    return Edit(node.lineno, node.col_offset - before, node.end_lineno or 0, node.end_col_offset or 0, text + lines)


def _applied(source: str, edits: list[Edit]) -> str:
    lines = source.encode().split(b"\n")
    for edit in sorted(edits, reverse=True):
        head, tail = lines[edit.line - 1][: edit.column], lines[edit.end_line - 1][edit.end_column :]
        lines[edit.line - 1 : edit.end_line] = [head + edit.text.encode() + tail]
    return b"\n".join(lines).decode()
