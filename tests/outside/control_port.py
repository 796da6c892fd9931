"""The control port of the simulator, for scripts that watch it."""

import json
import os
import urllib.request


def control(method, path, body=None):
    request = urllib.request.Request(
        os.environ["BT_SIMULATOR_CONTROL"] + path,
        data=None if body is None else json.dumps(body).encode(),
        method=method,
        headers={"Authorization": "Bearer " + os.environ["BT_SIMULATOR_TOKEN"]},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        text = answer.read()
    return json.loads(text) if text.strip() else None
