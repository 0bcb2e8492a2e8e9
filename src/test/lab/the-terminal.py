"""Lab of the day the-terminal: prints one line "check-id value" for each check with a number."""
import subprocess
import tempfile


def run(command, folder):
    return subprocess.run(["sh", "-c", command], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


with tempfile.TemporaryDirectory() as folder:
    run("mkdir cairn", folder)
    cairn = folder + "/cairn"
    run(r"printf '%s\n' 'Mon 14' 'Tue 17' 'Wed 22' 'Thu 19' 'Fri 12' 'Sat 16' 'Sun 20' > week.txt", cairn)
    assert run("wc -l < week.txt", cairn) == "7"
    print("lines-with-a-one", run("grep 1 week.txt | wc -l", cairn))
    run("cp week.txt copy.txt; mv copy.txt old.txt; echo 'Mon 18' >> old.txt", cairn)
    assert run("wc -l < old.txt", cairn) == "8"
    assert run("head -n 3 week.txt | wc -l", cairn) == "3"
    print("missing-newline", run(r"printf 'a\nb\nc' | wc -l", cairn))
    assert run(r"printf 'a\nb\nc\n' | wc -l", cairn) == "3"
