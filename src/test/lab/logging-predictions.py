"""Lab of the day logging-predictions: 500 requests, one JSON line each, answered from the log alone."""
import io
import json
import time
import uuid

import numpy as np
import pandas as pd
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(X_train, y_train)
log = io.StringIO()


def answer(features):
    begin = time.perf_counter()
    line = {"id": uuid.uuid4().hex, "version": "1", "features": features, "status": 200}
    if len(features) != 13:
        line.update(status=422, error="missing")
    elif not all(isinstance(v, float) for v in features):
        line.update(status=422, error="text")
    else:
        line["wine"] = int(model.predict([features])[0])
    line["ms"] = 1000 * (time.perf_counter() - begin)
    log.write(json.dumps(line) + "\n")
    return line["id"]


rng = np.random.default_rng(500)
rows = rng.integers(0, len(X_test), 500)
faults = rng.choice(["none", "missing", "text"], 500, p=[0.90, 0.06, 0.04])
for row, fault in zip(rows, faults):
    features = X_test[row].tolist()
    if fault == "missing":
        features = features[:-1]
    if fault == "text":
        features[0] = "dry"
    answer(features)

log.seek(0)
table = pd.read_json(log, lines=True)
print("#", table["error"].value_counts().to_dict())
print("faulty-requests", int((table["status"] == 422).sum()))
share = table["wine"].value_counts(normalize=True).sort_index()
print("#", share.round(3).to_dict(), table["wine"].value_counts().to_dict())
print(f"share-of-class-1 {100 * share[1.0]:.0f}")
