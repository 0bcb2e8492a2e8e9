"""Lab of the day scaling-and-normalisation: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from sklearn.tree import DecisionTreeClassifier

X, y = load_wine(return_X_y=True)


def score(X, *steps):
    train, test, train_y, test_y = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
    return make_pipeline(*steps).fit(train, train_y).score(test, test_y)


def three(X):
    return [score(X, *scaler, KNeighborsClassifier()) for scaler in ([], [StandardScaler()], [MinMaxScaler()])]


raw, standard, ranged = three(X)
print(f"raw-score {raw:.3f}")
assert [round(45 * s) for s in (raw, standard, ranged)] == [30, 42, 43]
louder = X.copy()
louder[:, 6] *= 1000
assert three(louder)[1:] == [standard, ranged] and round(three(louder)[0], 3) == 0.844
assert round(45 * score(StandardScaler().fit_transform(X), KNeighborsClassifier())) == 43
tree = DecisionTreeClassifier(random_state=0)
assert score(X, tree) == score(X, StandardScaler(), tree)
assert X.std(axis=0)[[12, 10]].round(2).tolist() == [314.02, 0.23]
print(f"z-of-proline {(1218 - 747) / 314:.2f}")
assert np.isclose(30 / 45, raw)
