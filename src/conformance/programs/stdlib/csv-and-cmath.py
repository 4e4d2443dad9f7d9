import cmath
import csv
import io

rows = [["name", "note", "n"], ["Ann", 'says "hi"', 1], ["Bob, Jr.", "two\nlines", 2.5], ["", None, True]]
out = io.StringIO()
writer = csv.writer(out)
writer.writerow(rows[0])
writer.writerows(rows[1:])
print(repr(out.getvalue()))
out.seek(0)
reader = csv.reader(out)
for row in reader:
    print(reader.line_num, row)
for quoting in (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NOTNULL, csv.QUOTE_STRINGS):
    out = io.StringIO()
    csv.writer(out, quoting=quoting, lineterminator="|").writerows(rows)
    print(repr(out.getvalue()))
text = "id;'the name';x\n1;'it''s';3\n\n2;b;\n"
print(list(csv.reader(text.splitlines(), delimiter=";", quotechar="'")))
print(list(csv.reader(["1,\"a\",2.5"], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["a, b,  'c'"], skipinitialspace=True)))
for record in csv.DictReader(io.StringIO("a,b\n1,2\n3\n4,5,6\n"), restval="-"):
    print(record)
out = io.StringIO()
d = csv.DictWriter(out, ["x", "y"], extrasaction="ignore", lineterminator="\n")
d.writeheader()
d.writerow({"x": 1, "z": 2})
print(out.getvalue())
try:
    csv.DictWriter(out, ["x"]).writerow({"q": 1})
except ValueError as e:
    print(e)
for call in (lambda: csv.writer(out).writerow(5), lambda: csv.reader([], delimiter="ab"), lambda: list(csv.reader([b"x"])),
             lambda: csv.reader([], dialect="none"), lambda: csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"])):
    try:
        call()
    except (csv.Error, TypeError) as e:
        print(type(e).__name__, e)
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_MINIMAL)
print(list(csv.reader(["a|b"], "pipes")), csv.list_dialects(), csv.get_dialect("excel-tab").delimiter)
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n4;5;6\n").delimiter)


def show(z):
    return f"{z.real:.9f} {z.imag:.9f}"


for z in (1 + 2j, -3j, -0.5 + 0.25j, 4):
    print(*(show(getattr(cmath, f)(z)) for f in ("sqrt", "exp", "log", "log10")))
    print(*(show(getattr(cmath, f)(z)) for f in ("sin", "cos", "tan", "asin", "acos", "atan")))
    print(*(show(getattr(cmath, f)(z)) for f in ("sinh", "cosh", "tanh", "asinh", "acosh", "atanh")))
print(cmath.sqrt(-1), cmath.sqrt(-4 - 0j), cmath.polar(3 + 4j)[0], show(cmath.rect(2, 1)), f"{cmath.phase(-1):.6f}")
print(cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isinf(complex(1, cmath.inf)), cmath.isnan(cmath.nan), cmath.infj, cmath.tau)
for call in (lambda: cmath.log(0), lambda: cmath.atanh(1), lambda: cmath.exp(1000), lambda: cmath.sqrt("1")):
    try:
        call()
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
