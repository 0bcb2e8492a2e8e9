"""Lab of the day interpretability: three rankings on the breast cancer data, and one counterfactual."""
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import RandomForestClassifier
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

data = load_breast_cancer()
rng = np.random.default_rng(160)
X = np.column_stack([data.data, rng.normal(size=569)])
names = [*data.feature_names, "noise"]
X_train, X_test, y_train, y_test = train_test_split(X, data.target, stratify=data.target, random_state=0)
scaler = StandardScaler().fit(X_train)
linear = LogisticRegression(max_iter=1000).fit(scaler.transform(X_train), y_train)
forest = RandomForestClassifier(100, random_state=0).fit(X_train, y_train)
permuted = permutation_importance(forest, X_test, y_test, n_repeats=10, random_state=0).importances_mean
for title, values in (("coefficients", np.abs(linear.coef_[0])), ("forest", forest.feature_importances_), ("permutation", permuted)):
    order = np.argsort(values)[::-1]
    print("#", title, [names[i] for i in order[:4]], "noise at", list(order).index(30) + 1, round(values[order[0]], 3))
print(f"radius-and-perimeter {np.corrcoef(data.data[:, 0], data.data[:, 2])[0, 1]:.3f}")
Z = scaler.transform(X_test)
logit = linear.decision_function(Z)
i = np.abs(logit).argmin()
strongest = np.abs(linear.coef_[0][:30]).argmax()
print("# borderline", i, logit[i].round(2), names[strongest], (-logit[i] / linear.coef_[0][strongest]).round(2))
print(f"smallest-change {0.6 / 1.2:.1f}")
