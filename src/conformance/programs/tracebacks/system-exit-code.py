import sys
print('out')
print('err', file=sys.stderr)
try:
    sys.exit(4)
finally:
    print('finally')
