"""Lab of the day cross-validation: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline

rng = np.random.default_rng(0)
N = rng.normal(size=(100, 2000))
z = rng.integers(0, 2, 100)
leaked = cross_val_score(LogisticRegression(max_iter=1000), SelectKBest(k=20).fit_transform(N, z), z, cv=5).mean()
fair = cross_val_score(make_pipeline(SelectKBest(k=20), LogisticRegression(max_iter=1000)), N, z, cv=5).mean()
print(f"leaked-score {leaked:.2f}")
print(f"rows-per-model {240 - 240 // 5}")
assert abs(fair - 0.59) < 0.05 and z.mean() == 0.57
