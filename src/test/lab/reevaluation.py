"""Lab of the day reevaluation: champion and challenger on three papers, with a tariff raised on 16 March."""
import numpy as np
from sklearn.linear_model import LinearRegression

from make_taxis import make_taxis

table = make_taxis()
table["airport"] = ((table["pickup_zone"] == "Airport") | (table["dropoff_zone"] == "Airport")).astype(int)
late = table["pickup"] >= "2019-03-16"
table.loc[late, "fare"] *= 1.1
columns = ["distance", "airport"]
day = table["pickup"].dt.day
old_train, old_exam = table[day <= 12], table[(day > 12) & (day <= 15)]
new_train, new_exam = table[(day > 15) & (day <= 28)], table[day > 28]
champion = LinearRegression().fit(old_train[columns], old_train["fare"])
challenger = LinearRegression().fit(new_train[columns], new_train["fare"])
hard = new_exam[(new_exam["airport"] == 1) | (new_exam["distance"] < 0.7)]
rng = np.random.default_rng(200)
result = {}
for name, exam in (("old", old_exam), ("new", new_exam), ("hard", hard)):
    e1 = np.abs(champion.predict(exam[columns]) - exam["fare"]).to_numpy()
    e2 = np.abs(challenger.predict(exam[columns]) - exam["fare"]).to_numpy()
    draws = [rng.integers(0, len(exam), len(exam)) for _ in range(200)]
    diff = [(e1[d] - e2[d]).mean() for d in draws]
    result[name] = ((e1 - e2).mean(), *np.percentile(diff, [2.5, 97.5]))
    print("#", name, len(exam), e1.mean().round(2), e2.mean().round(2), (e1 - e2).mean().round(2), np.percentile(diff, [2.5, 97.5]).round(2))
print(f"gain-on-new {result['new'][0]:.2f}")
assert result["new"][1] > 0 and result["old"][2] < 0 and result["hard"][2] < 0
assert abs(result["old"][0] + 0.40) < 0.02 and abs(result["hard"][0] + 0.67) < 0.03
