"""Lab of the day error-analysis: the mistakes of a logistic regression on the digits."""
import pandas as pd
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

X, y = load_digits(return_X_y=True)
proba = cross_val_predict(LogisticRegression(max_iter=2000), X / 16, y, cv=5, method="predict_proba")
guess = proba.argmax(axis=1)
t = pd.DataFrame({"truth": y, "guess": guess, "sure": proba.max(axis=1)})
wrong = t[t["truth"] != t["guess"]].sort_values("sure", ascending=False)
print(f"mistakes {len(wrong)}")
print("#", wrong.groupby(["truth", "guess"]).size().sort_values(ascending=False).head(6).to_dict())
print("#", wrong["truth"].value_counts().head(4).to_dict())
unordered = wrong[["truth", "guess"]].apply(lambda r: tuple(sorted(r)), axis=1).value_counts()
print("#", unordered.head(4).to_dict())
print("ceiling", round(100 * 40 / 2000, 1))
assert unordered.index[0] == (1, 8) and unordered.iloc[0] == 16
