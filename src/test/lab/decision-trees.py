"""Lab of the day decision-trees: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

rain = np.array([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
warm = np.array([1, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0])
windy = np.array([0, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1])
walk = np.array([1, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0])


def gini(group):
    return 1 - sum((np.bincount(group) / len(group)) ** 2)


def after(question):
    return sum(gini(walk[question == side]) * (question == side).mean() for side in (0, 1))


print(f"gini-of-rain {after(rain):.3f}")
assert abs(gini(walk) - 0.486) < 0.001 and abs(after(warm) - 0.361) < 0.001 and abs(after(windy) - 0.361) < 0.001
stump = DecisionTreeClassifier(max_depth=1, random_state=0).fit(np.column_stack([rain, warm, windy]), walk)
assert stump.tree_.feature[0] == 0

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
tree = DecisionTreeClassifier(max_depth=10, random_state=0).fit(X_train, y_train)
print(f"depth-of-the-full-tree {tree.get_depth()}")
assert tree.score(X_train, y_train) == 1 and abs(tree.score(X_test, y_test) - 0.89) < 0.03
