"""Lab of the day git-commits: prints one line "check-id value" for each check with a number."""
import math
import subprocess
import tempfile
from pathlib import Path


def git(folder, *words):
    identity = ["-c", "user.name=Learner", "-c", "user.email=learner@example.org"]
    return subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


with tempfile.TemporaryDirectory() as folder:
    git(folder, "init")
    for name in [".gitignore", "reading.py", "summary.py", "main.py"]:
        Path(folder, name).write_text("print(1)\n")
        git(folder, "add", name)
        git(folder, "commit", "-m", f"Add {name}")
    Path(folder, "main.py").write_text("print(1 / 0)\n")
    git(folder, "commit", "-am", "Print the share")
    git(folder, "revert", "--no-edit", "HEAD")
    print("count-after-revert", git(folder, "rev-list", "--count", "HEAD"))
    assert Path(folder, "main.py").read_text() == "print(1)\n"

print("halving", math.ceil(math.log2(1000)))
assert math.ceil(math.log2(100)) == 7
