"""Lets somebody onto a machine for a while, because a ticket says so.

For a service desk or a chatbot: reads a ticket as JSON from standard input, asks the appliance
for access on behalf of the user, and prints what came of it as JSON.

    {"ticket": "CHG0012", "user": "alice", "machine": "web 7", "minutes": 60, "approver": "bob"}

With "approver", the request is approved in that user's name. Exit status: 0 done, 1 the
appliance failed or refused, 2 the ticket cannot be carried out (and "reason" says why).

Needs btapi and nothing beyond Python. btapi takes the appliance and the API account from
BT_API_HOST, BT_CLIENT_ID and BT_CLIENT_SECRET; nothing secret passes through here.
"""

import json
import subprocess
import sys
import time


class Refused(Exception):
    """The ticket cannot be carried out as it is."""


def btapi(*arguments, body=None):
    """Runs btapi, and returns what it answers. Its own words about failures go to our stderr."""
    run = subprocess.run(
        ["btapi", "-o", "json", *arguments],
        input=None if body is None else json.dumps(body),
        stdin=subprocess.DEVNULL if body is None else None,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(run.stdout) if run.stdout.strip() else None


def only(resource, field, value):
    """Returns the one thing that has this value: filters are exact, but for case."""
    found = btapi("list", resource, f"{field}={value}")
    if len(found) != 1:
        raise Refused(f"{len(found)} of {resource} have {field} {value!r}")
    return found[0]


def carry_out(ticket):
    """Asks for access, and approves it if the ticket names somebody who may."""
    missing = [name for name in ("ticket", "user", "machine", "minutes") if not ticket.get(name)]
    if missing:
        raise Refused(f"the ticket lacks {', '.join(missing)}")
    minutes = ticket["minutes"]
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not 1 <= minutes <= 24 * 60:
        raise Refused("minutes must be a whole number from 1 to 1440")
    user = only("user", "username", ticket["user"])
    item = only("jump-item/shell-jump", "name", ticket["machine"])
    approver = only("user", "username", ticket["approver"]) if ticket.get("approver") else None
    request = {
        "user_id": user["id"],
        "jump_item_type": "shell_jump",
        "jump_item_id": item["id"],
        "start": int(time.time()) + 60,
        "duration": minutes * 60,
        "reason": f"ticket {ticket['ticket']}",
    }
    result = {"ticket": ticket["ticket"], "state": "requested"}
    if approver is None:
        btapi("post", "jump-approval/request", "-", body=request)
        return result
    # What waits for the approver, before and after.
    waiting = f"jump-approval/{approver['id']}"
    before = {one["id"] for one in btapi("list", waiting)}
    btapi("post", "jump-approval/request", "-", body=request)
    mine = [
        one["id"]
        for one in btapi("list", waiting)
        if one["id"] not in before and (one["jump_item_id"], one["state"]) == (item["id"], "pending")
    ]
    if len(mine) != 1:
        reason = f"requested, but {len(mine)} requests wait for {ticket['approver']}"
        raise Refused(reason)
    answer = {
        "id": mine[0],
        "user_id": approver["id"],
        "answer": "approved",
        "comments": f"ticket {ticket['ticket']}",
    }
    btapi("post", "jump-approval/approve", "-", body=answer)
    return result | {"request": mine[0], "state": "approved"}


def main():
    try:
        ticket = json.load(sys.stdin)
        if not isinstance(ticket, dict):
            raise Refused("a ticket is a JSON object")
        print(json.dumps(carry_out(ticket)))
    except (Refused, json.JSONDecodeError) as error:
        print(json.dumps({"state": "refused", "reason": str(error)}))
        return 2
    except subprocess.CalledProcessError as error:
        print(json.dumps({"state": "failed", "reason": f"btapi ended with {error.returncode}"}))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
