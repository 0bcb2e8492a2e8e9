"""Lab of the day spark: prints one line "check-id value" for each check with a number."""
from make_taxis import make_taxis

taxis = make_taxis().dropna(subset=["pickup_zone"])
groups = taxis.groupby(["pickup_zone", taxis["pickup"].dt.hour]).ngroups
print("groups", groups)
print("travelling-rows", 100 * groups)
