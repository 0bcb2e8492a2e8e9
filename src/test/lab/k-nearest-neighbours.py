"""Lab of the day k-nearest-neighbours: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X, y = load_iris(return_X_y=True)
known, new, answers, truth = train_test_split(X[:, 2:], y, test_size=50, stratify=y, random_state=0)


def vote(known, answers, new, k):
    order = np.argsort(np.linalg.norm(known - new, axis=1))
    return np.bincount(answers[order[:k]]).argmax()


def right(k):
    return sum(vote(known, answers, row, k) == label for row, label in zip(new, truth))


print("right-at-fifteen", right(15))
print("far-too-many", right(100))
assert np.bincount(answers).tolist() == [33, 33, 34] and np.bincount(truth)[2] == 16
for k in (1, 15, 100):
    theirs = (KNeighborsClassifier(n_neighbors=k).fit(known, answers).predict(new) == truth).sum()
    assert abs(theirs - right(k)) <= 1
