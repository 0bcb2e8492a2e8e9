"""Lab of the day precision-and-recall: prints one line "check-id value" for each check with a number."""
from sklearn.datasets import make_classification
from sklearn.metrics import f1_score, precision_score, recall_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall)


X, y = make_classification(5000, weights=[0.98], flip_y=0, random_state=0)
train, test, train_y, truth = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
guess = KNeighborsClassifier().fit(train, train_y).predict(test)
hits, alarms, misses = ((guess == 1) & (truth == 1)).sum(), ((guess == 1) & (truth == 0)).sum(), ((guess == 0) & (truth == 1)).sum()
print(f"recall-of-rare {hits / (hits + misses):.2f}")
print(f"f1-by-hand {f1(24 / 30, 24 / 40):.3f}")
assert abs(recall_score(truth, guess) - hits / (hits + misses)) < 1e-9
assert alarms == 0 and precision_score(truth, guess) == 1
assert abs(f1_score(truth, guess) - 0.28) < 0.06 and f1_score(truth, guess, pos_label=0) > 0.985
assert round(f1(1, 0.02), 2) == 0.04 and f1(0.5, 0.5) == 0.5
assert round((30 + 940) / 1000, 2) == 0.97
pairs = [(1.0, 0.02), (0.5, 0.5), (0.9, 0.6), (0.7, 0.75), (0.3, 1.0)]
assert sorted(pairs, key=lambda p: sum(p)) != sorted(pairs, key=lambda p: f1(*p))
