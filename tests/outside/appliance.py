"""The appliance as seen with nothing but Python's own library: an independent eye on what other
clients have done. Shares no code with the project and none with the clients it watches.

Expects the variables that `btapi simulate -- COMMAND` sets.
"""

import base64
import json
import os
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request

HOST = os.environ["BT_API_HOST"]
ROOT = f"https://{HOST}"
BASE = "/api/config/v1"


class Answer:
    """One answer: status, headers, body."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f"{self.status} {self.body[:300]!r}"


class Eye:
    """Looks at the appliance and changes it, with a token of its own."""

    def __init__(self):
        self.token = None
        self.tls = ssl.create_default_context(cafile=os.environ["SSL_CERT_FILE"])

    def once(self, method, url, body=None, headers=None):
        """Sends one request as it is and returns the answer, whatever its status."""
        request = urllib.request.Request(url, data=body, method=method, headers=headers or {})
        try:
            with urllib.request.urlopen(request, timeout=30, context=self.tls) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read())

    def login(self):
        pair = f"{os.environ['BT_CLIENT_ID']}:{os.environ['BT_CLIENT_SECRET']}".encode()
        answer = self.once(
            "POST",
            f"{ROOT}/oauth2/token",
            b"grant_type=client_credentials",
            {
                "Authorization": "Basic " + base64.b64encode(pair).decode(),
                "Content-Type": "application/x-www-form-urlencoded",
            },
        )
        if answer.status == 429:
            return None
        assert answer.status == 200, answer
        return answer.json["access_token"]

    def call(self, method, path, body=None, query=None):
        """Calls an operation. Waits for the rate limit, and takes a new token if this one is dead:
        the clients that are watched take more tokens than an account may have."""
        url = f"{ROOT}{BASE}{path}" + (f"?{urllib.parse.urlencode(query)}" if query else "")
        data = None if body is None else json.dumps(body).encode()
        renewed = False
        for _ in range(20):
            self.token = self.token or self.login()
            if self.token:
                headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
                if data is not None:
                    headers["Content-Type"] = "application/json"
                answer = self.once(method, url, data, headers)
                if answer.status == 401 and b"access_denied" in answer.body and not renewed:
                    self.token, renewed = None, True
                    continue
                if answer.status != 429:
                    return answer
            time.sleep(0.3)
        raise TimeoutError(f"{method} {path}: the rate limit never ended")

    def get(self, path):
        answer = self.call("GET", path)
        assert answer.status == 200, f"GET {path}: {answer}"
        return answer.json

    def gone(self, path):
        return self.call("GET", path).status == 404

    def all(self, path, **query):
        """Returns all rows of a list, page by page."""
        rows, page, last = [], 1, 1
        while page <= last:
            answer = self.call("GET", path, query={**query, "per_page": 100, "current_page": page})
            assert answer.status == 200, f"GET {path}: {answer}"
            rows += answer.json
            last = int(answer.headers.get("X-BT-Pagination-Last-Page", 1))
            page += 1
        return rows
