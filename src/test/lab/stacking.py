"""Lab of the day stacking: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import RandomForestClassifier, StackingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
bases = {
    "regression": make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)),
    "svm": make_pipeline(StandardScaler(), SVC()),
    "forest": RandomForestClassifier(50, random_state=0),
}
stack = StackingClassifier(list(bases.items()), final_estimator=LogisticRegression(), cv=5).fit(X_train, y_train)
wrong = {name: model.fit(X_train, y_train).predict(X_test) != y_test for name, model in bases.items()}
assert wrong["regression"].sum() == 6 and wrong["svm"].sum() == 6 and abs(wrong["forest"].sum() - 8) <= 2
assert abs((stack.predict(X_test) != y_test).sum() - 6) <= 1
print(f"base-fits {len(bases) * 5 + len(bases)}")
print(f"points-per-row {100 / len(y_test):.1f}")
