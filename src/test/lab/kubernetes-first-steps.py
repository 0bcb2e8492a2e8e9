"""Lab of the day kubernetes-first-steps: a control loop that starts and stops pods until the wish is met."""
import itertools

names = (f"pod-{i}" for i in itertools.count(1))
pods, started, stopped = [], 0, 0


def reconcile(wanted):
    global started, stopped
    while len(pods) < wanted:
        pods.append(next(names))
        started += 1
    while len(pods) > wanted:
        pods.pop()
        stopped += 1


reconcile(2)
pods.remove("pod-1")  # somebody deletes a pod
reconcile(2)
reconcile(2)  # nothing to do
reconcile(4)
pods.clear()  # the node fails
reconcile(4)
reconcile(1)
print("pods-started", started)
print("# stopped by the loop", stopped, "left", pods)
