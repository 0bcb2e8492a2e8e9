"""Lab of the day missing-data: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_diabetes

bmi = load_diabetes(as_frame=True, scaled=False).frame["bmi"]
assert len(bmi) == 442 and round(bmi.mean(), 2) == 26.38 and round(bmi.std(), 2) == 4.42
by_lot = bmi.copy()
by_lot.iloc[np.random.default_rng(52).choice(442, 88, replace=False)] = np.nan
high = bmi.where(bmi <= bmi.quantile(0.8))
assert by_lot.isna().sum() == high.isna().sum() == 88
print(f"mean-without-high {high.mean():.2f}")
print(f"calmer {by_lot.fillna(by_lot.median()).std():.2f}")
assert round(by_lot.mean(), 1) == 26.4 and round(by_lot.std(), 2) == 4.48
