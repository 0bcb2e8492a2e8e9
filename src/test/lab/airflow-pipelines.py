"""Lab of the day airflow-pipelines: prints one line "check-id value" for each check with a number."""
from graphlib import CycleError, TopologicalSorter

print(f"after-two-retries {100 * 0.2 ** 3:.1f}")
assert round(0.1**3, 6) == 0.001
tasks = {"transform": {"extract"}, "load": {"transform"}, "report": {"load"}}
assert list(TopologicalSorter(tasks).static_order()) == ["extract", "transform", "load", "report"]
try:
    list(TopologicalSorter({**tasks, "extract": {"report"}}).static_order())
except CycleError:
    pass
else:
    raise AssertionError("a circle has no order")
