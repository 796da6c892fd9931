"""Runs commands in turn and returns their own accounting by the operating system."""

import os
import statistics
import subprocess
import time


def once(command, env=None, cwd=None):
    """Runs `command`; returns wall seconds and CPU seconds (children included)."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env=env, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command}: exit {process.returncode}\n{errors.decode(errors='replace')[-2000:]}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def peak(command, env=None):
    """Runs `command` once more and returns its peak resident memory in MiB.

    By GNU time (Debian's package `time`): the kernel's accounting begins with the memory of whoever
    started the process, which for an interpreter is larger than what is measured here.
    """
    timed = ["time", "-f", "%M", *command]
    done = subprocess.run(
        timed, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True
    )
    return int(done.stderr.split()[-1]) / 1024


def interleaved(commands, rounds, env=None, warm=1):
    """Runs the named commands in turn; returns medians of wall and CPU, and the peak, by name."""
    runs = {name: [] for name in commands}
    for number in range(rounds + warm):
        for name, command in commands.items():
            figures = once(command, env)
            if number >= warm:
                runs[name].append(figures)
    medians = lambda figures: tuple(statistics.median(column) for column in zip(*figures))
    return {
        name: (*medians(figures), max(peak(commands[name], env) for _ in range(3))) for name, figures in runs.items()
    }


def show(title, medians, base):
    """Prints a table; ratios are against `base`."""
    print(title)
    for name, (wall, cpu, peak) in medians.items():
        ratio = f"  {wall / medians[base][0]:8.1f} x wall  {cpu / max(medians[base][1], 1e-6):8.1f} x CPU" if name != base else ""
        print(f"  {name:<34} {wall * 1000:10.1f} ms wall {cpu * 1000:10.1f} ms CPU {peak:8.1f} MiB{ratio}")
