"""Lab of the day data-lineage: prints one line "check-id value" for each check with a number."""
import hashlib


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def repro(files, lock):
    """Runs what changed, as dvc repro does: prepare keeps the rows with a zone, train depends on the result."""
    ran = []
    for stage, inputs, output, work in [
        ("prepare", ["raw.csv", "transform.py"], "ready.csv", lambda: "".join(row for row in files["raw.csv"].splitlines(True) if not row.startswith(","))),
        ("train", ["ready.csv", "train.py"], "model", lambda: "model of " + files["ready.csv"]),
    ]:
        now = [digest(files[name]) for name in inputs]
        if lock.get(stage) != now:
            files[output], lock[stage] = work(), now
            ran.append(stage)
    return ran


files = {"raw.csv": "Airport,52\n,7\nStation,9\n", "transform.py": "drop", "train.py": "fit"}
lock = {}
assert repro(files, lock) == ["prepare", "train"] and repro(files, lock) == []
files["train.py"] = "fit  # a comment"
assert repro(files, lock) == ["train"]
files["raw.csv"] = files["raw.csv"].replace("52", "53")
assert repro(files, lock) == ["prepare", "train"]
files["raw.csv"] = files["raw.csv"].replace(",7", ",8")
assert repro(files, lock) == ["prepare"]
print("affected-results", 2 * 3 * 2)
