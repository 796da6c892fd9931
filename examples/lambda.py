"""Removes the Shell Jump items of a cloud machine that was stopped for good.

Made for a function that a cloud event starts: `handler` gets the event, the id of the machine
is the tag of its Jump Items. By hand: `python3 lambda.py MACHINE_ID`.

The token outlives one event where the function is kept warm: it starts out invalid, and is
fetched only when the appliance answers 401. Needs requests-oauthlib, and BT_API_HOST,
BT_CLIENT_ID and BT_CLIENT_SECRET in the environment.
"""

import os
import sys

from oauthlib.oauth2 import BackendApplicationClient
from requests.auth import HTTPBasicAuth
from requests_oauthlib import OAuth2Session

HOST = os.environ["BT_API_HOST"]
CLIENT_ID = os.environ["BT_CLIENT_ID"]

session = OAuth2Session(
    client=BackendApplicationClient(client_id=CLIENT_ID),
    token={"access_token": "none yet", "token_type": "Bearer"},
)


def request(method, path, **options):
    """Calls the Configuration API, with a new token if need be, and raises for a refusal."""
    url = f"https://{HOST}/api/config/v1/{path}"
    answer = session.request(method, url, headers={"Accept": "application/json"}, **options)
    if answer.status_code == 401:
        print("the token is not valid (any more): fetching one")
        session.fetch_token(
            f"https://{HOST}/oauth2/token",
            auth=HTTPBasicAuth(CLIENT_ID, os.environ["BT_CLIENT_SECRET"]),
        )
        answer = session.request(method, url, headers={"Accept": "application/json"}, **options)
    answer.raise_for_status()
    return answer


def remove(machine):
    """Deletes all Shell Jump items that have `machine` as their tag. Returns their ids."""
    items = request("GET", "jump-item/shell-jump", params={"tag": machine}).json()
    for item in items:
        request("DELETE", f"jump-item/shell-jump/{item['id']}")
        print(f"removed Shell Jump {item['id']} ({item['name']})")
    return [item["id"] for item in items]


def handler(event, _context):
    """Answers the event of a machine's end."""
    return {"removed": remove(event["detail"]["instance-id"])}


if __name__ == "__main__":
    for machine_id in sys.argv[1:]:
        if not remove(machine_id):
            print(f"{machine_id}: nothing to remove")
