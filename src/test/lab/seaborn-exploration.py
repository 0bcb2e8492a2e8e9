"""Lab of the day seaborn-exploration: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_breast_cancer

table = load_breast_cancer(as_frame=True).frame
print(f"radius-and-area {table['mean radius'].corr(table['mean area']):.3f}")
zero = table[table["mean concavity"] == 0]
print("zero-concavity", len(zero))
assert (zero["target"] == 1).all()
medians = table.groupby("target")["mean radius"].median()
assert medians.round(1).tolist() == [17.3, 12.2]
x = np.arange(-3, 4)
assert abs(np.corrcoef(x, x**2)[0, 1]) < 1e-12
