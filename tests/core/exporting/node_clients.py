"""Programs of others from the registry of npm, as node/package-lock.json names them."""

import fcntl
import pathlib
import shutil
import subprocess
import sys

SOURCES = pathlib.Path(__file__).parent / "node"


def installed(folder):
    """The folder, with the packages in it: installed once for all tests, which are skipped where that cannot be."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _is_complete(folder):
            _install(folder)
    return folder


def run(folder, script, jobs):
    """What the script answers to each line of `jobs`."""
    done = subprocess.run(["node", str(SOURCES / script)], cwd=folder, input="\n".join(jobs) + "\n", text=True,
                          capture_output=True)
    answers = done.stdout.splitlines()
    if done.returncode or len(answers) != len(jobs):
        raise SystemExit(f"{script} ends with {done.returncode} after {len(answers)} of {len(jobs)} answers:\n{done.stderr[-2000:]}")
    return answers


def _is_complete(folder):
    copy = folder / "package-lock.json"
    return (folder / "node_modules" / ".package-lock.json").exists() and copy.exists() \
        and copy.read_bytes() == (SOURCES / "package-lock.json").read_bytes()


def _install(folder):
    if not shutil.which("node") or not shutil.which("npm"):
        _skip("node or npm is missing")
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(SOURCES / name, folder / name)
    done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"], cwd=folder,
                          capture_output=True, text=True)
    if done.returncode:
        (folder / "package-lock.json").unlink()
        _skip("npm cannot install its packages: " + done.stderr.strip()[-400:])


def _skip(why):
    print(f"{why}: skipped")
    sys.exit(77)
