"""Lab of the day google-cloud-functions: an upload event handled twice, at once, and with a broken row."""
import csv
import json
import math
import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)
pipeline = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(X, y)
mean, scale = pipeline[0].mean_, pipeline[0].scale_
coef, intercept = pipeline[1].coef_[0], pipeline[1].intercept_[0]


def score_upload(event):
    if not event["name"].startswith("in/"):
        return "ignored"
    bucket, stem = Path(event["bucket"]), Path(event["name"]).stem
    good, bad = [], []
    for row in csv.reader(open(bucket / event["name"])):
        try:
            values = [float(v) for v in row]
            z = intercept + sum(w * (v - m) / s for v, m, s, w in zip(values, mean, scale, coef))
            good.append(1 / (1 + math.exp(-z)))
        except ValueError:
            bad.append(row)
    for folder, content in (("results", good), ("rejected", bad)):
        if content:
            target = bucket / folder / f"{stem}.json"
            target.parent.mkdir(exist_ok=True)
            descriptor, part = tempfile.mkstemp(dir=bucket)
            with os.fdopen(descriptor, "w") as file:
                file.write(json.dumps(content))
            os.replace(part, target)
    return "scored"


with tempfile.TemporaryDirectory() as folder:
    bucket = Path(folder)
    (bucket / "in").mkdir()
    for name, rows in (("a", X[:10]), ("b", X[10:20])):
        lines = [[str(v) for v in row] for row in rows]
        if name == "b":
            lines[3][0] = "n/a"
        csv.writer(open(bucket / "in" / f"{name}.csv", "w", newline="")).writerows(lines)
    events = [{"bucket": folder, "name": n} for n in ("in/a.csv", "in/a.csv", "in/b.csv")]
    for event in events:
        assert score_upload(event) == "scored"
    with ThreadPoolExecutor() as pool:
        list(pool.map(score_upload, [events[0], events[0]]))
    assert score_upload({"bucket": folder, "name": "results/a.json"}) == "ignored"
    files = sorted(str(f.relative_to(bucket)) for f in bucket.rglob("*.json"))
    print("#", files)
    print("result-files", sum(f.startswith("results") for f in files))
    scored = json.loads((bucket / "results/a.json").read_text()) + json.loads((bucket / "results/b.json").read_text())
    print("scored-rows", len(scored))
    print("# benign", sum(p > 0.5 for p in scored))
