import argparse
import calendar
import difflib
import html
import ipaddress
import pprint
import shlex
import string
import sys
import urllib.parse as up

parser = argparse.ArgumentParser(prog="tool", description="Does things.", epilog="Bye.")
parser.add_argument("files", nargs="*", help="what to read")
parser.add_argument("-n", "--number", type=int, default=3, metavar="N", help="how many (default: %(default)s)")
parser.add_argument("--mode", choices=["fast", "slow"], required=True)
parser.add_argument("-v", action="count", default=0)
group = parser.add_mutually_exclusive_group()
group.add_argument("--yes", action="store_true")
group.add_argument("--no", action="store_false")
print(parser.parse_args(["a", "b", "--mode", "fast", "-vv", "-n7", "--yes"]))
parser.print_help()
sys.stderr = sys.stdout
for args in ([], ["--mode", "x"], ["--mode", "fast", "-n", "q"], ["--mode=fast", "--yes", "--no"], ["--mode", "slow", "--what"]):
    try:
        parser.parse_args(args)
    except SystemExit as e:
        print("exit", e.code)
commands = argparse.ArgumentParser(prog="git").add_subparsers(dest="cmd")
commands.add_parser("add").add_argument("path")
print(argparse.ArgumentParser(prog="p").parse_known_args(["--x", "1"]), sorted(commands.choices))

pprint.pprint({"name": "x" * 30, "list": list(range(25)), "nested": {"a": [1, {"b": (2, 3)}], "long": "words " * 20}}, width=60)
print(pprint.pformat([{i: "v" * 20} for i in range(4)], indent=2, compact=True), pprint.saferepr({2: 1, 1: 2}))
pprint.pp({"b": 1, "a": {3, 1, 2}}, sort_dicts=False)

old, new = ["one", "two", "three"], ["one", "2", "three", "four"]
print(*difflib.unified_diff(old, new, "a", "b", lineterm=""), sep="\n")
print(*difflib.ndiff(["hallo\n"], ["hello\n"]), sep="")
print(difflib.get_close_matches("appel", ["ape", "apple", "peach"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio())
print(difflib.SequenceMatcher(None, "qabxcd", "abycdf").get_opcodes())

print(shlex.split("a 'b c' \"d \\\" e\" # f"), shlex.join(["x", "a b", "it's"]), shlex.quote(""))
try:
    shlex.split("a 'b")
except ValueError as e:
    print(e)
t = string.Template("$who owes ${amount} $$ to ${other}")
print(t.safe_substitute(who="Ann", amount=3), t.get_identifiers())
try:
    t.substitute(who="x")
except KeyError as e:
    print(repr(e))
print(string.capwords("hello big world"), string.Formatter().format("{0!r:>5}|{x[1]}", "a", x=[1, 2]))
print(html.escape("<a href=\"x\">'&'</a>"), html.unescape("&lt;&eacute;&#x41;&#66;&nosuch;&amp"))
u = up.urlparse("https://user:pw@example.com:8080/a/b;p?q=1&r=a%20b&q=2#frag")
print(u, u.hostname, u.port, up.parse_qs(u.query), up.parse_qsl("a=&b=1", keep_blank_values=True))
print(up.quote("a b/ü?"), up.quote_plus("a b&c"), up.unquote("%C3%BC+"), up.urlencode({"q": "a b", "l": [1, 2]}, doseq=True), up.urljoin("http://h/a/b", "../c?d"))
net = ipaddress.ip_network("192.168.0.0/29")
print(net.num_addresses, [str(h) for h in net.hosts()][:2], ipaddress.ip_address("192.168.0.3") in net, net.broadcast_address, ipaddress.ip_address("::1").exploded)
for bad in ("300.1.1.1", "10.0.0.1/8"):
    try:
        ipaddress.ip_network(bad)
    except ValueError as e:
        print(e)
print(calendar.month(2024, 2), calendar.monthrange(2023, 2), calendar.isleap(2000), calendar.day_name[0], calendar.timegm((1970, 1, 2, 0, 0, 0)))
