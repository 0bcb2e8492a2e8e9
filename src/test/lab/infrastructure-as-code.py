"""Lab of the day infrastructure-as-code: plan and apply in a few lines."""
import copy

desired = {
    "training-data": {"versioning": True, "public": False},
    "models": {"versioning": True, "public": False},
    "logs": {"versioning": False, "public": False},
}


def plan(desired, world):
    steps = [("create", n) for n in desired if n not in world]
    steps += [("change", n) for n in desired if n in world and world[n] != desired[n]]
    return steps + [("delete", n) for n in world if n not in desired]


def apply(desired, world):
    steps = plan(desired, world)
    for verb, name in steps:
        if verb == "delete":
            del world[name]
        else:
            world[name] = copy.deepcopy(desired[name])
    return steps


world = {}
assert len(apply(desired, world)) == 3
print(f"second-apply {len(apply(desired, world))}")
world["models"]["public"] = True
world["forgotten"] = {"versioning": False, "public": True}
assert plan(desired, world) == [("change", "models"), ("delete", "forgotten")]
del desired["logs"]
print(f"actions-after-edit {len(apply(desired, world))}")
assert plan(desired, world) == []
