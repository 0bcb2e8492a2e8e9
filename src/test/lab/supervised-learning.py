"""Lab of the day supervised-learning: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_diabetes, load_iris

iris = load_iris(as_frame=True).frame
petal = iris["petal length (cm)"]
hits = np.where(petal < 2.5, 0, np.where(petal < 4.8, 1, 2)) == iris["target"]
print("rule-on-all", hits.sum())
print("hidden-five", hits[[7, 52, 77, 106, 133]].sum())
assert hits[:50].all()
target = load_diabetes(as_frame=True, scaled=False).frame["target"]
assert target.min() == 25 and target.max() == 346
