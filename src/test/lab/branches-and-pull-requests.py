"""Lab of the day branches-and-pull-requests: prints one line "check-id value" for each check with a number."""
import subprocess
import tempfile
from pathlib import Path


def git(folder, *words):
    identity = ["-c", "user.name=Learner", "-c", "user.email=learner@example.org"]
    return subprocess.run(["git", *identity, *words], cwd=folder, capture_output=True, text=True)


with tempfile.TemporaryDirectory() as folder:
    main = Path(folder, "main.py")
    lines = [f"line {i}" for i in range(1, 91)]

    def write(number, text):
        changed = list(lines)
        changed[number - 1] = text
        main.write_text("\n".join(changed) + "\n")

    write(1, "print(mean)")
    git(folder, "init", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "Print the mean")
    for branch, number, text in [("round", 1, "print(round(mean))"), ("unit", 1, "print(mean, 'degrees')"), ("far", 80, "far away")]:
        git(folder, "switch", "-c", branch, "main")
        lines[0] = "print(mean)"
        write(number, text)
        git(folder, "commit", "-am", branch)
    git(folder, "switch", "round")
    assert git(folder, "merge", "--no-edit", "far").returncode == 0
    assert git(folder, "merge", "--no-edit", "unit").returncode == 1
    text = main.read_text().splitlines()
    start = next(i for i, line in enumerate(text) if line.startswith("<<<<<<<"))
    end = next(i for i, line in enumerate(text) if line.startswith(">>>>>>>"))
    print("lines-in-conflict", end - start + 1)
