"""Lab of the day accuracy: prints one line "check-id value" for each check with a number."""
from sklearn.datasets import make_classification
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier


def measure(weight):
    X, y = make_classification(5000, weights=[weight], flip_y=0, random_state=0)
    train, test, train_y, test_y = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
    lazy = DummyClassifier(strategy="most_frequent").fit(train, train_y).score(test, test_y)
    model = KNeighborsClassifier().fit(train, train_y)
    found = ((model.predict(test) == 1) & (test_y == 1)).sum()
    return lazy, model.score(test, test_y), found, test_y.sum()


lazy, score, found, rare = measure(0.98)
assert rare == 25 and lazy == 0.98 and abs(score - 0.983) < 0.005
print("found-of-rare", found)
print(f"lazy-accuracy {100 * 497 / 500:.1f}")
lazy, score, _, _ = measure(0.5)
assert lazy == 0.5 and abs(score - 0.956) < 0.02
