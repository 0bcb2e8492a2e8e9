"""Lab of the day simple-linear-regression: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score
from sklearn.model_selection import train_test_split

X, y = load_diabetes(return_X_y=True, as_frame=True, scaled=False)
X_train, X_test, y_train, y_test = train_test_split(X[["bmi"]], y, test_size=0.25, random_state=0)
bmi, target = X_train["bmi"].to_numpy(), y_train.to_numpy()
z = (bmi - bmi.mean()) / bmi.std()
slope = intercept = 0.0
for _ in range(100):
    error = intercept + slope * z - target
    intercept, slope = intercept - 0.1 * 2 * error.mean(), slope - 0.1 * 2 * (error * z).mean()
model = LinearRegression().fit(X_train, y_train)
assert abs(slope / bmi.std() - model.coef_[0]) < 0.0005
assert abs(slope - 49.4) < 0.1 and abs(intercept - 151.9) < 0.1
print(f"slope-per-unit {slope / bmi.std():.2f}")

guess, flat = model.predict(X_test), np.full(len(y_test), y_train.mean())
print(f"mae-of-line {mean_absolute_error(y_test, guess):.1f}")
assert abs(mean_absolute_error(y_test, flat) - 58.3) < 0.1
assert abs(mean_squared_error(y_test, guess) ** 0.5 - 64.7) < 0.1
assert r2_score(y_test, guess) > 0.1 > 0 >= r2_score(y_test, flat)
