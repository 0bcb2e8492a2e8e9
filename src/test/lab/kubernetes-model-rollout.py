"""Lab of the day kubernetes-model-rollout: how the default bounds of a rolling update are rounded."""
from math import ceil, floor

replicas = 10
print("most-pods", replicas + ceil(0.25 * replicas))
assert replicas - floor(0.25 * replicas) == 8
assert ceil(0.25 * 3) == 1 and floor(0.25 * 3) == 0
