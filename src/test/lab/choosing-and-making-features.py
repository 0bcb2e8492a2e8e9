"""Lab of the day choosing-and-making-features: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

data = load_breast_cancer()
X, y = data.data, data.target


def errors(k, noise=0):
    table = np.hstack([X, np.random.default_rng(57).normal(size=(569, noise))])
    train, test, train_y, test_y = train_test_split(table, y, test_size=0.25, stratify=y, random_state=0)
    model = make_pipeline(StandardScaler(), SelectKBest(f_classif, k=k), KNeighborsClassifier()).fit(train, train_y)
    assert len(test) == 143
    return (model.predict(test) != test_y).sum()


print("errors-with-all", errors(30))
print("errors-in-noise", errors("all", 300))
assert [errors(2), errors(10)] == [13, 10]
assert errors("all", 10) == errors(30) == 7 and errors(10, 300) == 10
train, _, train_y, _ = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
best = SelectKBest(f_classif, k=5).fit(train, train_y).scores_.argmax()
assert data.feature_names[best] == "worst concave points"
