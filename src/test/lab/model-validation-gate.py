"""Lab of the day model-validation-gate: a good candidate, and one that fails a single class."""
import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, recall_score
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

X, y = load_digits(return_X_y=True)
X_train, X_gate, y_train, y_gate = train_test_split(X / 16, y, test_size=0.4, stratify=y, random_state=0)
live = LogisticRegression(max_iter=2000).fit(X_train, y_train)
good = SVC().fit(X_train, y_train)
keep = (y_train != 8) | (np.cumsum(y_train == 8) <= 55)
thin = SVC().fit(X_train[keep], y_train[keep])


def measure(model):
    guess = model.predict(X_gate)
    return 100 * f1_score(y_gate, guess, average="macro"), 100 * recall_score(y_gate, guess, average=None)


base_f1, base_recall = measure(live)
for name, model in (("good", good), ("thin", thin)):
    f1, recall = measure(model)
    print("#", name, round(f1 - base_f1, 2), (recall - base_recall).round(1))
    if name == "thin":
        print(f"points-lost-by-eight {base_recall[8] - recall[8]:.1f}")
        assert f1 > base_f1
print("# live", round(base_f1, 2), base_recall.round(1))
