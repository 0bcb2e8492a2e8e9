"""Lab of the day boosting: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeRegressor

x = np.linspace(0, 6, 40).reshape(-1, 1)
y = np.sin(x[:, 0]) + np.random.default_rng(0).normal(0, 0.2, 40)
total, history = np.zeros(40), [np.sqrt(np.mean(y ** 2))]
for _ in range(20):
    total += 0.5 * DecisionTreeRegressor(max_depth=1).fit(x, y - total).predict(x)
    history.append(np.sqrt(np.mean((y - total) ** 2)))
print(f"rmse-after-twenty {history[20]:.2f}")
print(f"one-boosting-step {20 + 0.25 * 8:.0f}")
assert abs(history[0] - 0.71) < 0.01 and abs(history[1] - 0.45) < 0.01

X, target = load_diabetes(return_X_y=True)
X_train, X_valid, t_train, t_valid = train_test_split(X, target, test_size=0.25, random_state=0)
for rate, best in ((0.1, 13), (0.02, 78)):
    model = GradientBoostingRegressor(learning_rate=rate, n_estimators=500, random_state=0).fit(X_train, t_train)
    errors = [np.mean((t_valid - guess) ** 2) for guess in model.staged_predict(X_valid)]
    assert abs(np.argmin(errors) + 1 - best) <= 3 and errors[-1] > min(errors)
