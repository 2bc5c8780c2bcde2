"""Settings of Sphinx for the documentation; `make docs` builds it with warnings as errors."""  # noqa: INP001

import ast as _ast
import inspect as _inspect
from importlib.metadata import version as _version

from arabnews import Article as _Article

project = "arabnews"
author = "The arabnews developers"
copyright = "The arabnews developers"  # noqa: A001 - Sphinx's own name for it
release = version = _version("arabnews")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["plugins/example/README.md", "sample.txt"]
html_theme = "furo"
html_title = f"arabnews {release}"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = False
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
# docstrings write names in single backticks
default_role = "code"


def _show_cached_properties(cls: type) -> None:
    """Put plain properties where attrs puts slots for cached ones: autodoc would see nothing of them."""
    (tree,) = _ast.parse(_inspect.getsource(cls)).body
    for method in tree.body if isinstance(tree, _ast.ClassDef) else ():
        if not isinstance(method, _ast.FunctionDef) or method.name.startswith("_") or method.returns is None:
            continue
        if "cached_property" in [_ast.unparse(decorator) for decorator in method.decorator_list]:

            def getter(self: object) -> None: ...

            getter.__doc__ = _ast.get_docstring(method)
            getter.__annotations__ = {"return": _ast.unparse(method.returns)}
            setattr(cls, method.name, property(getter))
            slots = tuple(name for name in cls.__dict__["__slots__"] if name != method.name)
            setattr(cls, "__slots__", slots)  # noqa: B010 - a type checker knows none to assign to


_show_cached_properties(_Article)
