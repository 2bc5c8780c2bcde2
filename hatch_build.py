"""Builds the wheel with its hot modules compiled by mypyc, where it is asked to: `HATCH_BUILD_HOOKS_ENABLE=1`.

The wheel then holds, beside the source, one extension module for each module named here; Python prefers them. Without
the variable the wheel is plain Python and no compiler is asked for.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = ("src", "plugins")
COMPILED = (
    "arabnews/cues.py",
    "arabnews/fold.py",
    "arabnews/layers/*.py",
    "arabnews_dates/*.py",
    "arabnews_embeds/*.py",
    "arabnews_entities/**/*.py",
    "arabnews_page/**/*.py",
    "arabnews_quotes/**/*.py",
)
"""What a parse spends its time in. Packages themselves stay plain: pluggy inspects the arguments of their hooks."""
COLD = frozenset({
    "arabnews_dates/clocks.py", "arabnews_dates/counted.py", "arabnews_dates/equivalents.py",
    "arabnews_dates/hijri.py", "arabnews_dates/hijri_dates.py", "arabnews_dates/relative.py",
    "arabnews_dates/resolve_days.py", "arabnews_dates/resolve_hijri.py", "arabnews_dates/resolve_periods.py",
    "arabnews_dates/tense.py", "arabnews_dates/timex.py", "arabnews_dates/vocabulary.py", "arabnews_dates/whole.py",
    "arabnews_dates/years.py", "arabnews_embeds/attribution.py", "arabnews_embeds/contents.py",
    "arabnews_embeds/extent.py", "arabnews_embeds/frame.py", "arabnews_embeds/stamp.py", "arabnews_embeds/widget.py",
    "arabnews_entities/joining/unnamed.py", "arabnews_entities/joining/variants.py", "arabnews_entities/labelled.py",
    "arabnews_entities/model/adding.py", "arabnews_entities/model/features.py", "arabnews_entities/model/plain.py",
    "arabnews_entities/phrasing/purposes.py", "arabnews_page/body/parted.py", "arabnews_page/foot/tags.py",
    "arabnews_page/opening/claims.py", "arabnews_page/opening/kickers.py", "arabnews_page/opening/pulled.py",
    "arabnews_page/pieces/captions.py", "arabnews_page/pieces/joined.py", "arabnews_page/pieces/prefix.py",
    "arabnews_page/pieces/signature.py", "arabnews_page/subtitles/company.py", "arabnews_page/subtitles/numbered.py",
    "arabnews_page/subtitles/series.py", "arabnews_page/text/names.py", "arabnews_page/text/sources.py",
    "arabnews_page/text/spoken.py", "arabnews_quotes/channel/announced.py",
    "arabnews_quotes/channel/channel_events.py", "arabnews_quotes/channel/channel_outlets.py",
    "arabnews_quotes/channel/channel_papers.py", "arabnews_quotes/channel/on_air.py",
    "arabnews_quotes/contents/voice.py", "arabnews_quotes/cues/apart.py",
    "arabnews_quotes/cues/asked.py", "arabnews_quotes/cues/attributed.py",
    "arabnews_quotes/cues/attributed_start.py", "arabnews_quotes/cues/attributed_to.py",
    "arabnews_quotes/cues/attributions.py", "arabnews_quotes/cues/by_pronoun.py",
    "arabnews_quotes/cues/behind_relatives.py", "arabnews_quotes/cues/behind_sources.py",
    "arabnews_quotes/cues/citations.py",
    "arabnews_quotes/cues/clause_topics.py", "arabnews_quotes/cues/evidence.py", "arabnews_quotes/cues/far.py",
    "arabnews_quotes/cues/far_objects.py",
    "arabnews_quotes/cues/nobody.py", "arabnews_quotes/cues/participles.py", "arabnews_quotes/cues/settings.py",
    "arabnews_quotes/cues/swallowed.py", "arabnews_quotes/cues/thanks.py", "arabnews_quotes/cues/these_words.py",
    "arabnews_quotes/cues/told_already.py",
    "arabnews_quotes/headlines.py", "arabnews_quotes/interviews.py", "arabnews_quotes/linking/answers.py",
    "arabnews_quotes/linking/fuller_bodies.py", "arabnews_quotes/linking/kin.py",
    "arabnews_quotes/linking/named_later.py", "arabnews_quotes/linking/namings.py",
    "arabnews_quotes/linking/own_sentence.py", "arabnews_quotes/linking/sentences_before.py",
    "arabnews_quotes/linking/still_he.py", "arabnews_quotes/linking/told_beside.py",
    "arabnews_quotes/linking/told_first.py", "arabnews_quotes/nouns/addressed.py", "arabnews_quotes/nouns/agents.py",
    "arabnews_quotes/nouns/bodies.py", "arabnews_quotes/nouns/called.py", "arabnews_quotes/nouns/dangling.py",
    "arabnews_quotes/nouns/fitting.py", "arabnews_quotes/nouns/full_names.py", "arabnews_quotes/nouns/gaps.py",
    "arabnews_quotes/nouns/growth.py", "arabnews_quotes/nouns/holders.py", "arabnews_quotes/nouns/issuers.py",
    "arabnews_quotes/nouns/noun_starts.py", "arabnews_quotes/nouns/officials.py", "arabnews_quotes/nouns/papers.py",
    "arabnews_quotes/nouns/pasts.py",
    "arabnews_quotes/nouns/seats.py", "arabnews_quotes/nouns/title_names.py", "arabnews_quotes/posts.py",
    "arabnews_quotes/same_words.py", "arabnews_quotes/tables.py",
})  # fmt: skip
"""Modules that few texts ask for: compiled they would gain nothing, and take the wheel past its largest size."""
SETTINGS = """[mypy]
ignore_missing_imports = true
follow_imports = silent
disable_error_code = arg-type, attr-defined, func-returns-value, misc, type-var
"""
"""The tree is checked strictly elsewhere; what attrs knows of its classes, mypy cannot see in the native ones."""
SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup
modules = mypycify(
    ["--config-file", "mypy.ini", *sys.argv[1:]], opt_level="2", debug_level="0", multi_file=True, group_name="arabnews"
)
if sys.platform == "linux":  # elsewhere the wheel is larger: symbols and functions that nothing calls stay in it
    for module in modules:
        module.extra_compile_args += ["-fvisibility=hidden", "-ffunction-sections", "-fdata-sections"]
        module.extra_link_args += ["-Wl,-s", "-Wl,--gc-sections"]
setup(name="arabnews", packages=[], py_modules=[], ext_modules=modules, script_args=["-q", "build_ext", "--inplace"])
"""


class CompilingHook(BuildHookInterface[Any]):
    """Puts compiled modules into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile a copy of the source; an editable install stays plain."""
        if version == "editable":
            return
        self._folder = Path(tempfile.mkdtemp(prefix="arabnews-"))
        for made in compile_tree(Path(self.root), self._folder):
            build_data["force_include"][str(made)] = made.relative_to(self._folder).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's
        """Remove the copy."""
        if version != "editable":
            shutil.rmtree(self._folder)


def compile_tree(root: Path, folder: Path) -> list[Path]:
    """Copy the packages into a folder, compile the hot modules there, and return the extension modules made."""
    sys.path.insert(0, str(root / "tools"))
    from native import NotNativeError, rewrite  # noqa: PLC0415 - beside the tree, not installed

    for source in SOURCES:
        shutil.copytree(root / source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    modules = []
    for path in sorted({path for pattern in COMPILED for path in folder.glob(pattern)}):
        if path.name == "__init__.py" or path.relative_to(folder).as_posix() in COLD:
            continue
        try:
            path.write_text(rewrite(path.read_text("utf-8")), "utf-8")
        except NotNativeError as reason:
            print(f"{path.relative_to(folder)} stays plain: {reason}")  # noqa: T201 - the build tells it
            continue
        modules.append(path.relative_to(folder).as_posix())
    (folder / "mypy.ini").write_text(SETTINGS, "utf-8")
    subprocess.run([sys.executable, "-c", SETUP, *modules], cwd=folder, check=True)  # noqa: S603 - our own code
    shutil.rmtree(folder / "build")
    return sorted(path for suffix in ("*.so", "*.pyd") for path in folder.rglob(suffix))
