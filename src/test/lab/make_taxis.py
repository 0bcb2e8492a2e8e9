"""The taxi table of the journey: 6,000 trips of March 2019, the same on every machine."""
import numpy as np
import pandas as pd

ZONES = {
    "Harbour": "South", "Old Market": "South", "Mill Lane": "South",
    "Station": "Centre", "Town Hall": "Centre", "Theatre": "Centre", "University": "Centre",
    "North Park": "North", "Hospital": "North", "Stadium": "North",
    "Airport": "East", "Fairground": "East",
}


def make_taxis(rows=6000, seed=2019):
    rng = np.random.default_rng(seed)
    names = np.array(list(ZONES))
    day = rng.integers(0, 31, rows)
    by_hour = np.array([3, 2, 1, 1, 1, 2, 4, 7, 8, 6, 5, 5, 6, 5, 5, 6, 7, 9, 10, 8, 7, 6, 5, 4.0])
    hour = rng.choice(24, rows, p=by_hour / by_hour.sum())
    second = rng.integers(0, 3600, rows)
    start = pd.Timestamp("2019-03-01") + pd.to_timedelta(day * 86400 + hour * 3600 + second, unit="s")
    by_zone = np.array([6, 8, 5, 14, 13, 11, 10, 8, 8, 5, 7, 5.0])
    origin = rng.choice(names, rows, p=by_zone / by_zone.sum())
    goal = rng.choice(names, rows, p=by_zone / by_zone.sum())
    distance = np.round(rng.lognormal(0.75, 0.6, rows), 2)
    airport = (origin == "Airport") | (goal == "Airport")
    distance = np.where(airport, np.round(distance + 6, 2), distance)
    minutes = np.maximum(1, distance * rng.normal(4.5, 0.8, rows) + rng.normal(2, 1, rows))
    fare = np.round(2 * (3 + 2.5 * distance + rng.normal(0, 1, rows))) / 2
    fare = np.maximum(fare, 3.0)
    fare = np.where(airport & (rng.random(rows) < 0.3), 52.0, fare)
    payment = rng.choice(["credit card", "cash"], rows, p=[0.72, 0.28]).astype(object)
    table = pd.DataFrame({
        "pickup": start,
        "dropoff": start + pd.to_timedelta(np.round(minutes * 60), unit="s"),
        "pickup_zone": origin.astype(object),
        "dropoff_zone": goal.astype(object),
        "pickup_borough": [ZONES[z] for z in origin],
        "dropoff_borough": [ZONES[z] for z in goal],
        "distance": distance,
        "fare": fare,
        "payment": payment,
    })
    table.loc[rng.random(rows) < 0.01, "pickup_zone"] = None
    table.loc[rng.random(rows) < 0.01, "dropoff_zone"] = None
    table.loc[rng.random(rows) < 0.01, "payment"] = None
    return table.sort_values("pickup", ignore_index=True)


if __name__ == "__main__":
    make_taxis().to_csv("taxis.csv", index=False)
