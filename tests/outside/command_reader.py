"""The documents of the Command API as lxml reads them, turned into the JSON that bt-sra-xml-model
is said to write. Written from the description of the documents, not from that crate's code.
"""

import re
from datetime import datetime, timezone

from lxml import etree

SPACE = " \t\n\r"
CLIENTS = ("representative", "support_customer", "presentation_attendee", "push_agent")


def local(node):
    return etree.QName(node).localname


def text_of(node):
    """All text directly inside, comments and what follows them included."""
    return (node.text or "") + "".join(child.tail or "" for child in node)


def tree(node):
    """An element that nothing describes."""
    made = {"name": local(node)}
    attributes = {name: value for name, value in node.attrib.items()}
    if attributes:
        made["attributes"] = dict(sorted(attributes.items()))
    content = []

    def add(text):
        if text:
            if content and isinstance(content[-1], str):
                content[-1] += text
            else:
                content.append(text)

    add(node.text)
    elements = False
    for child in node:
        if isinstance(child.tag, str):
            elements = True
            content.append(tree(child))
        add(child.tail)
    if elements:
        content = [piece for piece in content if not isinstance(piece, str) or piece.strip()]
    if content:
        made["content"] = content
    return made


def number(text):
    return int(text.strip())


def flag(text):
    return {"1": True, "0": False, "true": True, "false": False}[text.strip()]


def word(text):
    return text.strip()


def same(text):
    return text


def moment(epoch, text):
    """A time: the seconds of the attribute count, else the text."""
    stated = int(epoch) if epoch and re.fullmatch(r"\s*-?\d+\s*", epoch) else None
    bare = text.strip()
    if stated is not None:
        at = datetime.fromtimestamp(stated, timezone.utc)
    elif re.fullmatch(r"-?\d+", bare):
        at = datetime.fromtimestamp(int(bare), timezone.utc)
    else:
        bare = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", bare.replace("Z", "+00:00"))
        at = datetime.fromisoformat(bare).astimezone(timezone.utc)
    whole = at.replace(microsecond=0)
    return {"at": whole.isoformat(), "epoch": stated, "text": text}


class Taken:
    """An element, taken apart name by name; what is left is kept."""

    def __init__(self, node):
        self.node = node
        self.left = [child for child in node if isinstance(child.tag, str)]
        self.attributes = dict(node.attrib)
        self.whole, self.has_text = [], False

    def take(self, name):
        for child in self.left:
            if local(child) == name:
                self.left.remove(child)
                return child
        return None

    def attribute(self, name, read, needed=False):
        value = self.attributes.pop(name, None)
        if value is None or (read is not same and not value.strip()):
            assert not needed, f"{local(self.node)} lacks @{name}"
            return None
        return read(value)

    def value(self, name, read=same, needed=False):
        child = self.take(name)
        if child is None:
            assert not needed, f"{local(self.node)} lacks {name}"
            return None
        if child.attrib or any(isinstance(inner.tag, str) for inner in child):
            self.whole.append(tree(child))
        text = text_of(child)
        if read is not same and not text.strip():
            assert not needed, f"{name} is blank"
            return None
        return read(text)

    def guess(self, name, read=same):
        child = next((child for child in self.left if local(child) == name), None)
        if child is None:
            return None
        text = text_of(child)
        try:
            if read is not same and not text.strip():
                return None
            read(text)
        except (ValueError, KeyError):
            return None
        return self.value(name, read)

    def guess_attribute(self, name, read):
        try:
            return self.attribute(name, read) if name in self.attributes else None
        except (ValueError, KeyError):
            return None

    def time(self, name, loose=False, needed=False):
        child = self.take(name)
        if child is None:
            assert not needed, f"{local(self.node)} lacks {name}"
            return None
        epoch = child.get("ts") or child.get("timestamp")
        others = set(child.attrib) - {"ts", "timestamp"}
        if others or any(isinstance(inner.tag, str) for inner in child):
            self.whole.append(tree(child))
        text = text_of(child)
        if not text.strip() and not epoch:
            return None
        try:
            return moment(epoch, text)
        except ValueError:
            if loose:
                return text
            raise

    def all(self, name, read):
        found = [child for child in self.left if local(child) == name]
        for child in found:
            self.left.remove(child)
        return [read(child) for child in found]

    def text(self):
        self.has_text = True
        return text_of(self.node)

    def extra(self):
        rest = {}
        if self.attributes:
            rest["attributes"] = dict(sorted(self.attributes.items()))
        elements = self.whole + [tree(child) for child in self.left]
        if elements:
            rest["elements"] = elements
        text = text_of(self.node).strip()
        if text and not self.has_text:
            rest["text"] = text
        return {"extra": rest} if rest else {}


def api_information(node):
    taken = Taken(node)
    made = {
        "api_version": taken.value("api_version", word, needed=True),
        "company_name": taken.value("company_name"),
        "timestamp": taken.time("timestamp", needed=True),
    }
    permissions = taken.take("permissions")
    listed, whole = {}, not permissions.attrib and not text_of(permissions).strip()
    for child in permissions:
        if not isinstance(child.tag, str):
            continue
        if local(child) == "permission":
            name, others = child.get("name"), set(child.attrib) - {"name"}
        else:
            # The guides print names of permissions as names of elements.
            name, others = local(child), set(child.attrib)
            name = name if name.startswith("perm_") else None
        plain = not others and not any(isinstance(inner.tag, str) for inner in child)
        if name is None or not plain or name.strip() in listed:
            whole = False
        else:
            listed[name.strip()] = text_of(child).strip()
    if not whole:
        taken.whole.append(tree(permissions))
    made["permissions"] = dict(sorted(listed.items()))
    return {**made, **taken.extra()}


def health_check(node):
    taken = Taken(node)

    def appliance(child):
        inner = Taken(child)
        made = {"id": inner.attribute("id", word, needed=True), "hostname": inner.text().strip()}
        return {**made, **inner.extra()}

    made = {
        "appliance": appliance(taken.take("appliance")),
        "version": taken.value("version", word, needed=True),
        "success": taken.value("success", flag, needed=True),
        "error_message": taken.value("error_message"),
        "failover_role": taken.value("failover_role", word, needed=True),
    }
    ips = taken.take("enabled_shared_ips")
    elements = [] if ips is None else [child for child in ips if isinstance(child.tag, str)]
    made["enabled_shared_ips"] = [text_of(child).strip() for child in elements if local(child) == "ip"]
    if any(local(child) != "ip" or child.attrib or len(child) for child in elements):
        taken.whole.append(tree(ips))
    made["last_data_sync_time"] = taken.time("last_data_sync_time")
    made["last_data_sync_status"] = taken.value("last_data_sync_status")
    return {**made, **taken.extra()}


def appliances(node):
    def one(child):
        taken = Taken(child)
        return {
            "id": taken.attribute("id", word, needed=True),
            "name": taken.value("name", needed=True),
            "public_hostname": taken.value("public_hostname", word, needed=True),
            "cluster_role": taken.value("cluster_role", word, needed=True),
            "failover_role": taken.value("failover_role", word, needed=True),
            "accepting_connections": taken.value("accepting_connections", flag, needed=True),
            "timezone_offset": taken.value("timezone_offset", number, needed=True),
            **taken.extra(),
        }

    taken = Taken(node)
    return {"appliances": taken.all("appliance", one), **taken.extra()}


def logged_in_reps(node):
    def link(child):
        inner = Taken(child)
        html = inner.text()
        if inner.left:
            # As it stands in the document, where namespaces are declared further up.
            pieces = [etree.tostring(piece, encoding="unicode") for piece in inner.left]
            html = re.sub(r' xmlns(:\w+)?="[^"]*"', "", (child.text or "") + "".join(pieces))
            inner.left = []
        return {"html": html.strip(), **inner.extra()}

    def one(child):
        taken = Taken(child)
        made = {
            "id": taken.attribute("id", number, needed=True),
            "display_name": taken.value("display_name"),
            "public_display_name": taken.value("public_display_name"),
            "private_display_name": taken.value("private_display_name"),
            "username": taken.guess("username"),
            "type": taken.value("type", word, needed=True),
        }
        direct = taken.take("direct_link")
        made["direct_link"] = None if direct is None else link(direct)
        made["logged_in_since"] = taken.time("logged_in_since", loose=True, needed=True)
        made["presentation_count"] = taken.value("presentation_count", number, needed=True)
        made["support_session_count"] = taken.value("support_session_count", number, needed=True)
        made["showing_on_rep_list"] = taken.value("showing_on_rep_list", flag, needed=True)
        return {**made, **taken.extra()}

    taken = Taken(node)
    return {"reps": taken.all("rep", one), **taken.extra()}


def support_teams(node):
    def issue(child):
        taken = Taken(child)
        return {
            "id": taken.guess_attribute("id", number),
            "code_name": taken.guess("code_name"),
            "title": taken.guess("title"),
            **taken.extra(),
        }

    def member(child):
        taken = Taken(child)
        return {
            "id": taken.guess_attribute("id", number),
            "public_display_name": taken.guess("public_display_name"),
            "private_display_name": taken.guess("private_display_name"),
            **taken.extra(),
        }

    def listed(taken, name, item, read):
        child = taken.take(name)
        if child is None:
            return None
        inner = Taken(child)
        items = inner.all(item, read)
        if inner.extra():
            taken.whole.append(tree(child))
        return items

    def one(child):
        taken = Taken(child)
        made = {
            "id": taken.attribute("id", number, needed=True),
            "name": taken.value("name", needed=True),
            "issues": listed(taken, "issues", "issue", issue),
            "members": listed(taken, "members", "representative", member),
        }
        return {**made, **taken.extra()}

    taken = Taken(node)
    return {"support_teams": taken.all("support_team", one), **taken.extra()}


def session_key(node):
    def queue(child):
        taken = Taken(child)
        made = {"kind": taken.text().strip(), "available": taken.guess_attribute("available", number)}
        return {**made, **taken.extra()}

    taken = Taken(node)
    made = {
        "type": taken.value("type", word, needed=True),
        "ttl": taken.guess("ttl", number),
        "expires": taken.time("expires", needed=True),
        "queue": queue(taken.take("queue")),
        "queue_id": taken.value("queue_id", number),
        "external_key": taken.value("external_key"),
        "short_key": taken.value("short_key", word, needed=True),
        "key_url": taken.value("key_url", word, needed=True),
        "mail_subject": taken.value("mail_subject", needed=True),
        "mail_body": taken.value("mail_body", needed=True),
    }
    return {**made, **taken.extra()}


def virtual_customer(node):
    taken = Taken(node)
    made = {"download_url": taken.value("download_url", word, needed=True), "lsid": taken.guess("lsid", word)}
    return {**made, **taken.extra()}


def custom_attributes(node):
    def one(child):
        taken = Taken(child)
        return {
            "code_name": taken.attribute("code_name", same, needed=True),
            "display_name": taken.attribute("display_name", same),
            "value": taken.text(),
            **taken.extra(),
        }

    taken = Taken(node)
    return {"custom_attributes": taken.all("custom_attribute", one), **taken.extra()}


def connected_client_list(node):
    def count(child):
        taken = Taken(child)
        made = {"type": taken.attribute("type", word, needed=True), "count": number(taken.text())}
        return {**made, **taken.extra()}

    def appliance(child):
        taken = Taken(child)
        made = {"id": taken.attribute("id", word, needed=True), "counts": taken.all("count", count)}
        return {**made, **taken.extra()}

    def summary(child):
        taken = Taken(child)
        return {"appliances": taken.all("appliance_summary", appliance), **taken.extra()}

    def client(child):
        taken = Taken(child)
        client_id = taken.attribute("id", word) or taken.value("id", word, needed=True)
        return {"type": taken.attribute("type", word, needed=True), "id": client_id, **taken.extra()}

    taken = Taken(node)
    made = {
        "connected_client_summary": summary(taken.take("connected_client_summary")),
        "connected_clients": taken.all("connected_client", client),
    }
    return {**made, **taken.extra()}


def connected_clients(node):
    def representative(taken):
        made = {
            "user_id": taken.guess("user_id", number),
            "type": taken.guess("type", word),
            "username": taken.guess("username"),
            "public_display_name": taken.guess("public_display_name"),
            "private_display_name": taken.guess("private_display_name"),
            "start_session_url": taken.guess("start_session_url"),
            "presentation_count": taken.guess("presentation_count", number),
            "support_session_count": taken.guess("support_session_count", number),
        }
        for name in ("showing_on_rep_list", "routing_available", "routing_busy", "routing_enabled", "routing_idle"):
            made[name] = taken.guess(name, flag)
        return {"representative": made} if any(value is not None for value in made.values()) else {}

    def platform(child):
        taken = Taken(child)
        made = {"id": taken.attribute("id", same, needed=True), "name": taken.text()}
        return {**made, **taken.extra()}

    def one(child):
        kind = local(child).removeprefix("connected_")
        taken = Taken(child)
        made = {
            "type": kind,
            "id": taken.attribute("id", word, needed=True),
            "hostname": taken.value("hostname", needed=True),
            "platform": platform(taken.take("platform")),
            "timezone_offset": taken.value("timezone_offset", number, needed=True),
            "connected_since": taken.time("connected_since"),
            "lsid": taken.guess("lsid", word),
        }
        if kind == "representative":
            made.update(representative(taken))
        connections = taken.take("client_connections")
        made["client_connections"] = None if connections is None else tree(connections)
        return {**made, **taken.extra()}

    taken = Taken(node)
    names = {f"connected_{kind}" for kind in CLIENTS}
    clients = [child for child in taken.left if local(child) in names]
    taken.left = [child for child in taken.left if local(child) not in names]
    return {"clients": [one(child) for child in clients], **taken.extra()}


def success(node):
    taken = Taken(node)
    return {"message": taken.text().strip(), **taken.extra()}


READERS = {
    reader.__name__: reader
    for reader in (
        api_information, health_check, appliances, logged_in_reps, support_teams, session_key,
        virtual_customer, custom_attributes, connected_client_list, connected_clients, success,
    )
}


def read(document):
    """Turns a document into the JSON of a reply: one member, called after the root element."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(document, parser)
    return {local(root): READERS[local(root)](root)}
