"""Lab of the day bias: four worlds of 5,000 applicants and the yes-rates of the model in each."""
import numpy as np
from sklearn.linear_model import LogisticRegression


def world(bar_b=0.8, with_district=True, share_b=0.5, true_labels=False):
    rng = np.random.default_rng(158)
    b = rng.random(5000) < share_b
    skill = rng.normal(0, 1, 5000)
    district = np.where(rng.random(5000) < 0.8, b, ~b)
    yes = skill > (0 if true_labels else np.where(b, bar_b, 0))
    X = np.column_stack([skill, district]) if with_district else skill[:, None]
    guess = LogisticRegression().fit(X, yes).predict(X)
    return guess[~b].mean(), guess[b].mean()


worlds = {"past": world(), "no district": world(with_district=False), "few": world(share_b=0.05), "true": world(true_labels=True)}
for name, (a, b) in worlds.items():
    print("#", name, round(100 * a, 1), round(100 * b, 1), round(100 * (a - b), 1))
print(f"gap-with-district {100 * (worlds['past'][0] - worlds['past'][1]):.1f}")
print(f"gap-without-district {100 * (worlds['no district'][0] - worlds['no district'][1]):.1f}")
