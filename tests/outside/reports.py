"""Every XML report of the simulator, fetched by requests and read by lxml, compared with what
`btapi report` prints: the same JSON, or it is a fault. That two readers agree proves that they agree,
and nothing about an appliance.

Usage: btapi simulate --product P --no-limits -- python tests/outside/reports.py P
"""

import json
import os
import subprocess
import sys
import time

import requests
from control_port import control
from report_reader import read

PRODUCT = sys.argv[1]
HOST = os.environ["BT_API_HOST"]
PROFILES = ("rs-19", "documented", "sra")
HOUR = 3600

SESSIONS = {
    "pra": [("AccessSession", {}), ("AccessSessionListing", {}), ("AccessSessionSummary", {"report_type": "user"}),
            ("Team", {})],
    "rs": [("SupportSession", {}), ("SupportSessionListing", {}), ("SupportSessionSummary", {"report_type": "rep"}),
           ("SupportTeam", {}), ("SupportCustExitSurvey", {"report_type": "rep", "id": "all"}),
           ("SupportRepExitSurvey", {"report_type": "rep", "id": "all"}), ("PresentationSession", {})],
}
BOTH = [("VaultAccountActivity", {}), ("JumpItem", {})]


def token():
    answer = requests.post(
        f"https://{HOST}/oauth2/token",
        data={"grant_type": "client_credentials"},
        auth=(os.environ["BT_CLIENT_ID"], os.environ["BT_CLIENT_SECRET"]),
        timeout=30,
    )
    answer.raise_for_status()
    return answer.json()["access_token"]


def fetch(bearer, name, parameters):
    answer = requests.post(
        f"https://{HOST}/api/reporting",
        data={"generate_report": name, **parameters},
        headers={"Authorization": f"Bearer {bearer}"},
        timeout=60,
    )
    answer.raise_for_status()
    # Lines before the declaration are what one shape is about; no other reader takes them.
    return answer.content.lstrip()


def ours(name, options, document=None):
    command = ["btapi", "report", name, *options, "-o", "json"]
    environment = dict(os.environ)
    if document is not None:
        command = ["btapi", "report", name, "--file", "-", "-o", "json"]
        # A saved report needs no credentials.
        for variable in ("BT_API_HOST", "BT_CLIENT_ID", "BT_CLIENT_SECRET"):
            environment.pop(variable, None)
    done = subprocess.run(command, input=document, capture_output=True, env=environment)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stderr.decode()}"
    return json.loads(done.stdout) if done.stdout.strip() else []


def difference(path, left, right):
    """Where two values differ first."""
    if isinstance(left, dict) and isinstance(right, dict):
        for name in sorted(left.keys() | right.keys()):
            if left.get(name, "missing") != right.get(name, "missing"):
                return difference(f"{path}.{name}", left.get(name, "missing"), right.get(name, "missing"))
    if isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for place, (one, other) in enumerate(zip(left, right)):
            if one != other:
                return difference(f"{path}[{place}]", one, other)
    return f"{path}: ours {json.dumps(left)[:300]}, lxml {json.dumps(right)[:300]}"


def cases():
    """Names, parameters as the API has them, and the same as options."""
    end = int(time.time()) - HOUR
    start = end - 300 * 24 * HOUR
    for name, parameters in SESSIONS[PRODUCT] + BOTH:
        extra = [f"--{key.replace('_', '-')}={value}" for key, value in parameters.items()]
        window = {"start_time": start, "duration": end - start}
        yield name, {**window, **parameters}, ["--from", str(start), "--to", str(end), *extra]
    if PRODUCT == "rs":
        day = time.strftime("%Y-%m-%d", time.gmtime(end - 48 * HOUR))
        yield "ArchiveListing", {"date": day}, ["--date", day]
        window = {"start_time": start, "duration": end - start}
        yield "LicenseUsage", {**window, "group_by": "day"}, ["--from", str(start), "--to", str(end), "--group-by", "day"]


def main():
    bearer, faults, items, documents = token(), [], {}, 0
    shapes = [shape["name"] for shape in control("GET", "/documents")["shapes"]]
    for profile in PROFILES:
        control("PATCH", "/documents", {"profile": profile, "shapes": {name: False for name in shapes}})
        for name, parameters, options in cases():
            document = fetch(bearer, name, parameters)
            theirs = read(document)
            documents += 1
            count = len(theirs if isinstance(theirs, list) else theirs["license_time_intervals"])
            items[name] = max(items.get(name, 0), count)
            for printed in (ours(name, options), ours(name, options, document)):
                if printed != theirs:
                    faults.append(f"{profile} {name}: {difference('', printed, theirs)}")
    for fault in faults[:20]:
        print(f"  FAULT {fault}")
    told = ", ".join(f"{name} {count}" for name, count in sorted(items.items()))
    print(f"reports, {PRODUCT}: {documents} in {len(PROFILES)} profiles, each from the appliance and from a file; "
          f"items: {told}; {len(faults)} faults")
    empty = [name for name, count in items.items() if not count and name not in ("PresentationSession", "JumpItem")]
    if empty:
        print(f"  FAULT nothing to compare in {', '.join(sorted(empty))}")
    sys.exit(1 if faults or empty else 0)


if __name__ == "__main__":
    main()
