"""Lab of the day data-privacy: prints one line "check-id value" for each check with a number."""
import numpy as np
import pandas as pd
from make_taxis import make_taxis
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

trips = make_taxis().dropna(subset=["pickup_zone", "dropoff_zone"])
hour = trips["pickup"].dt.hour
trips = trips.assign(hour=hour, quarter=hour // 6)


def sizes(place, time):
    return trips.groupby(["pickup_" + place, "dropoff_" + place, time]).size()


alone = [(sizes(place, time) == 1).sum() for place, time in [("zone", "hour"), ("zone", "quarter"), ("borough", "hour"), ("borough", "quarter")]]
print("stand-alone", alone[0])
assert alone[1] == 27 and alone[3] == 0
coarse = sizes("borough", "quarter")
print("value-of-k", coarse.min())
assert len(trips) == 5867 and round(coarse.mean()) == 92


def error(place):
    columns = pd.get_dummies(trips[["pickup_" + place, "dropoff_" + place]]).astype(float)
    train, test, train_y, test_y = train_test_split(columns, trips["fare"], test_size=0.25, random_state=0)
    guess = LinearRegression().fit(train, train_y).predict(test)
    return round(np.abs(guess - test_y).mean(), 2), round(np.abs(train_y.mean() - test_y).mean(), 2)


# The solver's last digit depends on the number of its threads.
assert np.allclose([error("zone"), error("borough")], [(4.24, 6.54), (5.08, 6.54)], atol=0.02)
