"""Lab of the day performance-monitoring: digits replayed as thirty days, labels three days late."""
import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=900, random_state=0)
model = LogisticRegression(max_iter=2000).fit(X_train / 16, y_train)

rng = np.random.default_rng(0)
day = np.repeat(np.arange(1, 31), 30)
images = X_test.copy()
images[day >= 20] += rng.normal(0, 8, images[day >= 20].shape)
known = rng.random(900) < 0.7
proba = model.predict_proba(images / 16)
right = model.classes_[proba.argmax(axis=1)] == y_test
accuracy = np.array([right[(day == d) & known].mean() for d in range(1, 31)])
top = np.array([proba[day == d].max(axis=1).mean() for d in range(1, 31)])
print("#", accuracy[:19].mean(), accuracy[19:].mean(), top[:19].mean(), top[19:].mean())
low = [d for d in range(2, 31) if max(accuracy[d - 2:d]) < 0.85]
low_top = [d for d in range(2, 31) if max(top[d - 2:d]) < 0.83]
print("# second low day", low, low_top)
print(f"accuracy-alarm {low[0] + 3}")
print(f"all-labels {int(known.sum())}")
print("# labels a day", min(((day == d) & known).sum() for d in range(1, 31)), max(((day == d) & known).sum() for d in range(1, 31)))
assert accuracy[:19].mean() > 0.94 and 0.67 < accuracy[19:].mean() < 0.71
assert low_top[0] == 21
print(f"# one-day-error {100 * np.sqrt(0.95 * 0.05 / 21):.1f}")
