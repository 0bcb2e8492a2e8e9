"""Lab of the day bash-automation: prints one line "check-id value" for each check with a number."""
import subprocess
import tempfile
from pathlib import Path

SCRIPT = """#!/usr/bin/env bash
set -euo pipefail
target="out/$(date +%F)"
mkdir -p "$target"
for name in mon tue wed; do cp "data/$name.csv" "$target/"; done
cat "$target"/*.csv | wc -l
python3 main.py > "$target/summary.txt" 2> "$target/errors.txt"
"""


def bash(command, folder):
    return subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True)


with tempfile.TemporaryDirectory() as folder:
    bash(r"mkdir -p data; printf 'a\nb\nc\n' > data/mon.csv; printf 'a\nb\n' > data/tue.csv; printf 'a\nb\nc\nd\n' > data/wed.csv", folder)
    Path(folder, "main.py").write_text("print(17)\n")
    Path(folder, "prepare.sh").write_text(SCRIPT)
    first = bash("bash prepare.sh", folder)
    after_first = bash("ls -R out; cat out/*/*", folder).stdout
    second = bash("bash prepare.sh", folder)
    assert first.returncode == second.returncode == 0 and first.stdout == second.stdout
    assert bash("ls -R out; cat out/*/*", folder).stdout == after_first
    print("total-lines", second.stdout.strip())
    piped = bash("set -o pipefail; grep xyz data/mon.csv | wc -l", folder)
    assert piped.stdout.strip() == "0"
    print("pipe-exit", piped.returncode)
    assert bash("grep xyz data/mon.csv | wc -l", folder).returncode == 0
    assert bash("grep x missing.csv | wc -l", folder).returncode == 0
    bash("rm -r out; mv data/tue.csv tue.csv", folder)
    assert bash("bash prepare.sh", folder).returncode != 0
    assert not bash("cat out/*/summary.txt", folder).stdout
    Path(folder, "prepare.sh").write_text(SCRIPT.replace("set -euo", "# set -euo"))
    assert bash("bash prepare.sh", folder).returncode == 0
