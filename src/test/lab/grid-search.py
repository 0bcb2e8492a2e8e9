"""Lab of the day grid-search: prints one line "check-id value" for each check with a number."""
from sklearn.datasets import load_digits
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
grid = {"svc__C": [0.1, 1, 10, 100, 1000], "svc__gamma": [0.0001, 0.001, 0.01, 0.1, 1]}
search = GridSearchCV(make_pipeline(StandardScaler(), SVC()), grid, cv=3).fit(X_train, y_train)
print(f"best-cv-score {search.best_score_:.3f}")
print(f"fits-of-a-large-grid {10 ** 4 * 3}")
assert search.best_params_ == {"svc__C": 100, "svc__gamma": 0.001}
assert abs(search.score(X_test, y_test) - 0.984) < 0.003
scores = search.cv_results_["mean_test_score"]
assert all(s < 0.2 for s, p in zip(scores, search.cv_results_["params"]) if p["svc__gamma"] == 1)
