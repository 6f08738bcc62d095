"""The Nu checker finds no error in any file, short addresses and the page of a wrong one too."""

import subprocess

from tests.conftest import ROOT, SITE

# Made for a run of seconds: no collecting beside the work, no second thoughts on how to compile.
BRIEF = ("-Xss8m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
VNU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"


def test_the_nu_checker_finds_no_error() -> None:
    files = sorted(SITE.rglob("*.html"))
    assert SITE / "404.html" in files
    assert any(path.is_relative_to(SITE / "go") for path in files)
    command = ["java", *BRIEF, "-jar", str(VNU), "--errors-only", "--skip-non-html", str(SITE)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert not checked.stderr
