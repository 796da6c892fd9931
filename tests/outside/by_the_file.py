#!/usr/bin/env python3
"""schemathesis, made by other people, judges the simulator by the unchanged OpenAPI files.

For every operation of a file schemathesis makes requests: right ones, wrong ones, and ones about
things that do not exist. It judges each answer: no 5xx; status, media type, headers and body as
the file says; wrong requests refused. Right requests are given the ids of things that exist.

What the file itself gets wrong is excused by category. Each excuse looks at the request and the
answer, not only at the kind of the finding, and each category has an exact number of operations:
more is a fault, and so is fewer.

Usage: btapi --product PRODUCT simulate -- python tests/outside/by_the_file.py PRODUCT SPEC.yaml
       (with --self-test: spoils answers, one way at a time, and fails if that goes unnoticed)
"""

import collections
import json
import os
import sys
import time

import jsonschema
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core import NOT_SET
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", ".ci"))
from appliance import BASE, ROOT, Eye
from conformance import Spec
from excuses import EXPECTED, UNREACHED, excuse
from prepare import prepare
from world import World

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
# Examples of each kind for each operation.
TAMED, WILD, WRONG = 8, 4, 14
# One thing of each kind is shown.
SHOWN = 24
NOWHERE = 99_999_999
SEED = 20_250_301


class Judge:
    def __init__(self, product, path):
        self.product = product
        self.spec = Spec(path)
        self.schema = schemathesis.openapi.from_dict(json.loads(json.dumps(self.spec.root, default=str)))
        self.eye = Eye()
        self.world = World(self.eye, self.spec)
        self.session = requests.Session()
        self.session.verify = os.environ["REQUESTS_CA_BUNDLE"]
        self.headers = {"Authorization": f"Bearer {self.eye.login()}", "Accept": "application/json"}
        self.calls = 0
        self.good = collections.Counter()
        self.excused = collections.defaultdict(set)
        self.faults = collections.Counter()
        self.spoil = None

    def operations(self):
        """All operations, in an order in which nothing is taken away from under another one."""
        found = [result.ok() for result in self.schema.get_all_operations()]
        rank = {"get": 0, "post": 1, "patch": 2, "delete": 3}
        return sorted(found, key=lambda op: (rank[op.method], -op.path.count("/") if op.method == "delete" else 0, op.path))

    def run(self):
        for operation in self.operations():
            self.one(operation)

    def one(self, operation):
        self.world.forget()
        declared = self.spec.operations[operation.method.upper(), operation.path]
        ident = declared["operationId"]
        right = SHOWN if operation.method == "get" and "{" in operation.path else TAMED
        places = self.world.paths(operation.path, right) if "{" in operation.path else [{}]
        body = self.spec.resolve(declared.get("requestBody") or {}).get("content", {}).get("application/json", {}).get("schema")
        known = {self.spec.resolve(parameter)["name"] for parameter in declared.get("parameters", [])}
        at = 0
        for case in examples(operation, GenerationMode.POSITIVE, right + WILD):
            if at < right:
                if places:
                    case.path_parameters = dict(places[at % len(places)])
                case.query = {name: value for name, value in (case.query or {}).items() if name in known and at % 2}
                if isinstance(case.body, dict) and body:
                    case.body = self.world.tame(body, case.body, at)
                elif body and case.body is NOT_SET:
                    case.body = {}
                prepare(self, ident, case, at)
            self.judge(ident, declared, case)
            at += 1
        for case in examples(operation, GenerationMode.NEGATIVE, WRONG):
            self.judge(ident, declared, case)
        for case in self.directed(operation, declared, body, places):
            self.judge(ident, declared, case)

    def directed(self, operation, declared, body, places):
        """Wrong requests that must not be left to chance, each wrong in one way."""
        place = dict(places[0]) if places else {}
        parameters = {self.spec.resolve(parameter)["name"] for parameter in declared.get("parameters", [])}
        ways = ["nowhere"] if [name for name in place if name not in ("platform", "installer_id")] else []
        ways += ["unknown parameter"] if operation.method == "get" else []
        ways += ["no number", "small page"] if "per_page" in parameters else []
        ways += ["empty code name"] if "code_name" in parameters else []
        ways += ["unknown field", "no object"] if body else []
        for way in ways:
            case = examples(operation, GenerationMode.POSITIVE, 1)[0]
            case.path_parameters, case.query = dict(place), {}
            if isinstance(case.body, dict) and body:
                case.body = self.world.tame(body, case.body, 0)
            if way == "nowhere":
                case.path_parameters[list(place)[-1]] = NOWHERE
            elif way == "unknown parameter":
                case.query = {"bogus": "1"}
            elif way == "no number":
                case.query = {"per_page": "many"}
            elif way == "small page":
                case.query = {"per_page": 1}
            elif way == "empty code name":
                case.query = {"code_name": ""}
            else:
                fields = case.body if isinstance(case.body, dict) else {}
                case.body, case.media_type = {**fields, "bogus": 1} if way == "unknown field" else [], "application/json"
            yield case

    def judge(self, ident, declared, case):
        response = case.call(base_url=ROOT + BASE, session=self.session, headers=self.headers, timeout=60)
        self.calls += 1
        if self.spoil:
            self.spoil(response)
        if 200 <= response.status_code < 300:
            self.good[ident] += 1
        try:
            case.validate_response(response, checks=CHECKS, headers=self.headers)
        except FailureGroup as group:
            for failure in group.exceptions:
                category = excuse(self.spec, ident, declared, case, response, failure)
                if category:
                    self.excused[category].add(ident)
                else:
                    first = str(failure.message).strip().replace("\n", " | ")[:300]
                    self.faults[f"{ident}: {failure.title}: {first} [{case.method} {case.path_parameters} {str(case.query)[:80]} {shown(case.body)} -> {response.status_code} {response.content[:160]!r}]"] += 1

    def finish(self):
        faults = list(self.faults)
        idents = {operation["operationId"] for operation in self.spec.operations.values()}
        for ident in sorted(idents):
            reason = UNREACHED.get(ident)
            if not self.good[ident] and not reason:
                faults.append(f"{ident}: no request succeeded")
            elif self.good[ident] and reason:
                faults.append(f"{ident}: is reached, but said not to be because {reason}")
        for category, (_, expected) in EXPECTED.items():
            count = len(self.excused[category])
            if count != expected[self.product]:
                faults.append(f"excuse {category}: {count} operations, {expected[self.product]} expected: {sorted(self.excused[category])}")
        reached = sum(1 for ident in idents if self.good[ident])
        print(f"{self.product}: {self.calls} calls, {len(idents)} operations, {reached} with a success")
        for category, operations in sorted(self.excused.items()):
            print(f"  excused {category}, {len(operations)} operations: {EXPECTED[category][0]}")
        for ident, reason in UNREACHED.items():
            if ident in idents:
                print(f"  not reached: {ident}: {reason}")
        return faults


def examples(operation, mode, count):
    """Returns what schemathesis makes for an operation, the same each time."""
    made = []

    @seed(SEED)
    @settings(max_examples=count, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def collect(case):
        made.append(case)

    try:
        collect()
    except Exception as error:
        if "Unsatisfiable" not in type(error).__name__ and "negative" not in str(error).lower():
            raise
    return made[:count]


def shown(body):
    return "" if body is NOT_SET else json.dumps(body, default=str)[:300]


def self_test(judge):
    """Spoils the answers of some operations, one way at a time. Each way must be noticed."""
    wanted = {
        "api.config.jump-group.index", "api.config.jump-item.shell-jump.show", "api.config.jumpoint.store",
        "api.config.vault.account.check-out", "api.config.user.update", "api.config.vault.account-group.index",
    }
    operations = [operation for operation in judge.operations() if operation.definition.raw["operationId"] in wanted]
    assert len(operations) == len(wanted), operations

    def replaced(response, content):
        response.content, response.content_size = content, len(content)
        response.clear_cache()

    def changed(response, change):
        if response.status_code in (200, 201) and response.content[:1] in b"[{":
            value = json.loads(response.content)
            value = [change(item) for item in value] if isinstance(value, list) else change(value)
            replaced(response, json.dumps(value).encode())

    def status(code, when=lambda code: True):
        def spoil(response):
            if when(response.status_code):
                response.status_code = code
        return spoil

    ways = {
        "500": status(500),
        "418": status(418),
        "404 for a success, without a message": lambda r: (status(404, lambda code: code < 300)(r), replaced(r, b"{}")),
        "401 where nothing is unknown": lambda r: (status(401, lambda code: code < 300)(r), replaced(r, b'{"message":"Unrecognized: x"}')),
        "wrong requests are taken": status(200, lambda code: code in (401, 404, 422)),
        "HTML": lambda r: r.headers.update({"content-type": ["text/html"]}),
        "no JSON": lambda r: replaced(r, b"oops"),
        "a text for an id": lambda r: changed(r, lambda item: {**item, "id": "x", "type": 5}),
        "no name": lambda r: changed(r, lambda item: {name: value for name, value in item.items() if name not in ("name", "public_display_name", "type", "username")}),
        "null for a text": lambda r: changed(r, lambda item: {name: None for name in item}),
        "page numbers that are none": lambda r: r.headers.update({"x-bt-pagination-total": ["many"]}) if "link" in r.headers else None,
        "errors that are no lists": lambda r: replaced(r, b'{"message":"Validation Failed","errors":{"name":"x"}}') if r.status_code == 422 else None,
    }
    missed = []
    for name, spoil in ways.items():
        judge.spoil = spoil
        noticed = []
        for operation in operations:
            judge.faults.clear()
            judge.one(operation)
            if judge.faults:
                noticed.append(operation.path)
        least = 1 if name.startswith(("page numbers", "errors that")) else len(operations) // 2
        print(f"  {name}: noticed at {len(noticed)} of {len(operations)} operations")
        if len(noticed) < least:
            missed.append(name)
    print(f"{judge.product}: answers spoiled in {len(ways)} ways; {len(missed)} not noticed {missed or ''}")
    return 1 if missed else 0


def main():
    judge = Judge(*[word for word in sys.argv[1:] if not word.startswith("--")])
    if "--self-test" in sys.argv:
        return self_test(judge)
    started = time.monotonic()
    judge.run()
    faults = judge.finish()
    for fault in faults[:600]:
        print(f"  FAULT {fault}")
    print(f"{judge.product}: {len(faults)} faults, {time.monotonic() - started:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
