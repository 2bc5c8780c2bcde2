"""Settings of Sphinx for the documentation; `make docs` builds it with warnings as errors."""  # noqa: INP001

from importlib.metadata import version as _version

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
autodoc_preserve_defaults = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
# docstrings write names in single backticks
default_role = "code"

