"""Lab of the day pandas-tables: prints one line "check-id value" for each check with a number."""
from io import StringIO

import pandas as pd
from sklearn.datasets import load_wine

wine = load_wine(as_frame=True).frame
wine.loc[[3, 50, 99, 120, 150], "ash"] = None
wine["lot"] = [f"{i:04d}" for i in range(178)]
text = wine.to_csv(index=False)
assert str(pd.read_csv(StringIO(text))["lot"].dtype) == "int64"
wine = pd.read_csv(StringIO(text), dtype={"lot": str})
strong = wine.loc[wine["alcohol"] > 14]
print("strong-wines", len(strong))
assert strong["target"].value_counts().to_dict() == {0: 19, 2: 3}
print("known-ash", int(wine["ash"].describe()["count"]))
assert wine["ash"].isna().sum() == 5
best = wine.sort_values("proline", ascending=False).iloc[0]
assert best["lot"] == "0018" and best["proline"] == 1680
