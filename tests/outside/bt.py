"""Runs `bt pra …` as a user would, without a terminal or on one, and keeps book of what ran."""

import atexit
import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

from appliance import ROOT

BT = os.path.join(os.path.dirname(sys.executable), "bt")
HOME = tempfile.mkdtemp(prefix="bt-cli-")
atexit.register(shutil.rmtree, HOME)
ENV = {
    **os.environ,
    "HOME": HOME,
    "BT_PRA_API_URL": ROOT,
    "BT_PRA_CLIENT_ID": os.environ["BT_CLIENT_ID"],
    "BT_PRA_CLIENT_SECRET": os.environ["BT_CLIENT_SECRET"],
    "COLUMNS": "240",
    "NO_COLOR": "1",
    "TERM": "dumb",
    "PROMPT_TOOLKIT_NO_CPR": "1",
}
ran = set()
faults = []
steps = [0]


def commands():
    """Returns every command of `bt pra`, as its own help would list them."""
    import typer.main
    from bt_cli.cli import app

    def walk(node, path):
        if hasattr(node, "commands"):
            for name, inner in node.commands.items():
                yield from walk(inner, (*path, name))
        else:
            yield path

    return set(walk(typer.main.get_command(app).commands["pra"], ()))


class Run:
    def __init__(self, words, code, out, err):
        self.words, self.code, self.out, self.err = words, code, out, err

    @property
    def json(self):
        try:
            return json.loads(self.out)
        except ValueError:
            check(False, f"{self}: stdout is not JSON: {self.out[:200]!r}")
            raise

    def __str__(self):
        return "bt pra " + " ".join(map(str, self.words))


def note(words):
    """Remembers which command the words run."""
    words = tuple(word for word in map(str, words))
    for length in range(len(words), 0, -1):
        if words[:length] in KNOWN:
            ran.add(words[:length])
            return
    raise LookupError(f"bt pra has no command {words}")


def check(right, text):
    steps[0] += 1
    if not right:
        faults.append(text)


def bt(*words, code=0, err=None):
    """Runs a command without a terminal; `err` is what stderr must contain."""
    note(words)
    done = subprocess.run(
        [BT, "pra", *map(str, words)], env=ENV, cwd=HOME, capture_output=True, text=True, timeout=60,
        stdin=subprocess.DEVNULL,
    )
    run = Run(words, done.returncode, done.stdout, done.stderr)
    check(run.code == code, f"{run}: exit {run.code}, not {code}: {run.out[-300:]}{run.err[-300:]}")
    if err is not None:
        check(err in re.sub(r"\s+", " ", run.err), f"{run}: stderr has no {err!r}: {run.err[:400]!r}")
    return run


def talk(*words, answers, code=0):
    """Runs a command on a terminal and answers its questions: (what is waited for, what is typed)."""
    note(words)
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(HOME)
        os.execve(BT, [BT, "pra", *map(str, words)], {**ENV, "TERM": "xterm", "LINES": "60"})
    seen, rest, deadline, ended = "", list(answers), time.monotonic() + 60, False
    while time.monotonic() < deadline and not ended:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                piece = os.read(terminal, 65536)
            except OSError:
                piece = b""
            ended = not piece
            seen += piece.decode(errors="replace")
        while rest and rest[0][0] in seen.rpartition("\0")[2]:
            os.write(terminal, rest.pop(0)[1].encode())
            seen += "\0"  # what was answered is not looked at again
    if not ended:
        os.kill(pid, 9)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os.close(terminal)
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\0", "", seen)
    run = Run(words, status, plain, "")
    check(not rest, f"{run}: never asked {rest[:1]}: {plain[-300:]!r}")
    check(status == code, f"{run}: exit {status}, not {code}: {plain[-300:]!r}")
    return run


def same(run, wanted):
    """The JSON on stdout is exactly what the appliance answers."""
    check(run.json == wanted, f"{run}: differs from the appliance: {run.out[:200]} / {str(wanted)[:200]}")


def shows(run, *texts):
    flat = re.sub(r"\s+", " ", run.out)
    for text in texts:
        check(str(text) in flat, f"{run}: {text!r} is not shown: {flat[:300]!r}")


def never_run():
    """Returns the commands that no step has run."""
    return sorted(KNOWN - ran)


KNOWN = commands()
