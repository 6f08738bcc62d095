"""The lint rule that keeps words from becoming markup in a script finds each way to do so."""

import re
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT

WAYS = """\
document.body.innerHTML = "a";
document.body.outerHTML = "a";
document.body["innerHTML"] = "a";
document.body.insertAdjacentHTML("beforeend", "a");
document.body.setHTMLUnsafe("a");
document.body.setAttribute("srcdoc", "a");
Object.assign(document.body, { innerHTML: "a" });
document.write("a");
window.document.writeln("a");
document.createRange().createContextualFragment("a");
Document.parseHTMLUnsafe("a");
new DOMParser().parseFromString("a", "text/html");
"""
FINE = 'document.body.textContent = "a";\ndocument.body.append("a");\n'


def test_each_way_from_words_to_markup_is_found_and_nothing_else(tmp_path: Path) -> None:
    for name in ("biome.jsonc", "types/no-markup.grit"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    script = tmp_path / "theme/a.js"
    script.parent.mkdir()
    script.write_text(WAYS + FINE, "utf-8")
    biome = [str(ROOT / "node_modules/.bin/biome"), "lint", "--max-diagnostics=none", "theme/a.js"]
    told = subprocess.run(biome, cwd=tmp_path, capture_output=True, text=True, check=False).stderr
    found = {int(line) for line in re.findall(r"a\.js:(\d+):\d+ plugin", told)}
    assert found == set(range(1, WAYS.count("\n") + 1))
