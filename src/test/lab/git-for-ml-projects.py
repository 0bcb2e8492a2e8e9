"""Lab of the day git-for-ml-projects: prints one line "check-id value" for each check with a number."""
import os
import subprocess
import tempfile
from pathlib import Path


def git(folder, *words):
    identity = ["-c", "user.name=Learner", "-c", "user.email=learner@example.org"]
    return subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


with tempfile.TemporaryDirectory() as folder:
    git(folder, "init")
    Path(folder, "big.bin").write_bytes(os.urandom(20_000_000))
    git(folder, "add", ".")
    git(folder, "commit", "-m", "Add the data")
    git(folder, "rm", "-q", "big.bin")
    git(folder, "commit", "-m", "Remove the data")
    git(folder, "gc", "--quiet")
    size = next(line for line in git(folder, "count-objects", "-vH").splitlines() if line.startswith("size-pack"))
    amount, unit = size.split(": ")[1].split()
    assert unit == "MiB"
    print(f"size-after-deletion {float(amount):.1f}")
