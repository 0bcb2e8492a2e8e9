"""Lab of the day data-quality-checks: prints one line "check-id value" for each check with a number."""
from make_taxis import make_taxis

taxis = make_taxis()


def failed(t):
    rules = {
        "pickup": t["pickup"].notna().all(),
        "payment present": t["payment"].isna().mean() <= 0.02,
        "payment known": t["payment"].dropna().isin(["cash", "credit card"]).all(),
        "fare": t["fare"].between(1, 250).all(),
        "distance": (t["distance"] >= 0).all(),
        "rows": len(t) >= 5000,
    }
    return [name for name, passed in rules.items() if not passed]


def one_borough(t):
    return t.groupby("pickup_zone")["pickup_borough"].nunique().max() == 1


print(f"missing-payments {100 * taxis['payment'].isna().mean():.2f}")
assert failed(taxis) == [] and one_borough(taxis)
exchanged = taxis.rename(columns={"pickup_zone": "dropoff_zone", "dropoff_zone": "pickup_zone"})
assert failed(exchanged) == [] and not one_borough(exchanged)
zeros = taxis.copy()
zeros.loc[:99, "fare"] = 0
assert failed(zeros) == ["fare"] and failed(taxis.head(3000)) == ["rows"]
