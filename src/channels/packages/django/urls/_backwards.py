"""Finds the path that leads to a view: by its name, with namespaces before it, or by the view itself."""

import re
from urllib.parse import quote

from .exceptions import NoReverseMatch
from .resolvers import URLResolver

_SAFE = "/~:@-._!$&'()*+,;="


def find_path(resolver, viewname, args, kwargs):
    """Without the slash at its beginning."""
    candidates, shown = _candidates(resolver, viewname)
    tried = []
    for pieces in candidates:
        tried.append(''.join(piece if isinstance(piece, str) else f'(?P<{piece[0]}>{piece[1]})' for piece in pieces))
        found = _filled(pieces, args, kwargs)
        if found is not None:
            return quote(found, safe=_SAFE)
    if not tried:
        raise NoReverseMatch(f"Reverse for '{shown}' not found. '{shown}' is not a valid view function or pattern name.")
    given = f"arguments '{args}'" if args else f"keyword arguments '{kwargs}'" if kwargs else 'no arguments'
    raise NoReverseMatch(f"Reverse for '{shown}' with {given} not found. {len(tried)} pattern(s) tried: {tried}")


def _candidates(resolver, viewname):
    """The pieces of all patterns that are meant, and the name that errors mention."""
    if not isinstance(viewname, str):
        return [pieces for pieces, pattern in _leaves(resolver) if pattern.callback is viewname], \
            f'{viewname.__module__}.{viewname.__qualname__}'
    *namespaces, name = viewname.split(':')
    before, seen = [], []
    for namespace in namespaces:
        found = _namespace(resolver, namespace)
        if found is None:
            where = f" inside '{':'.join(seen)}'" if seen else ''
            raise NoReverseMatch(f"'{namespace}' is not a registered namespace{where}")
        above, resolver = found
        before += above
        seen.append(namespace)
    return [before + pieces for pieces, pattern in _leaves(resolver) if pattern.name == name], name


def _namespace(resolver, namespace):
    """What stands before it, and the branch itself; looked for through the branches that have no namespace."""
    for pattern in resolver.url_patterns:
        if not isinstance(pattern, URLResolver):
            continue
        own = pattern.pattern.pieces()
        if namespace in (pattern.namespace, pattern.app_name):
            return own, pattern
        below = None if pattern.namespace else _namespace(pattern, namespace)
        if below is not None:
            return own + below[0], below[1]
    return None


def _leaves(resolver):
    # The last pattern of a name is tried first.
    for pattern in reversed(list(resolver.url_patterns)):
        own = pattern.pattern.pieces()
        if not isinstance(pattern, URLResolver):
            yield own, pattern
        elif not pattern.namespace:
            yield from ((own + pieces, leaf) for pieces, leaf in _leaves(pattern))


def _filled(pieces, args, kwargs):
    """The path; None where the arguments are not those of the pattern, or do not fit it."""
    parameters = [piece for piece in pieces if not isinstance(piece, str)]
    if len(parameters) != len(args or kwargs) or (kwargs and {name for name, _, _ in parameters} != set(kwargs)):
        return None
    given = iter(args)
    path = ''
    for piece in pieces:
        if isinstance(piece, str):
            path += piece
            continue
        name, regex, to_url = piece
        try:
            text = str(to_url(kwargs[name] if kwargs else next(given)))
        except ValueError:
            return None
        if re.fullmatch(regex, text) is None:
            return None
        path += text
    return path


def pieces_of_regex(regex):
    """Texts and groups of a pattern of `re_path()`, as far as it is plain text between groups."""
    found, text, at, count = [], '', 0, 0
    while at < len(regex):
        character = regex[at]
        if character == '(':
            end = _end_of_group(regex, at)
            match = re.match(r'\(\?P<(\w+)>', regex[at:end])
            found += [text, (match[1] if match else f'_{count}', regex[at + (len(match[0]) if match else 1):end - 1], str)]
            text, at, count = '', end, count + 1
            continue
        if character == '\\' and at + 1 < len(regex):
            at += 1
            text += '' if regex[at] in 'AZbB' else regex[at]
        elif character == '?' and text:
            # What may be there or not is left out.
            text = text[:-1]
        elif character not in '^$':
            text += character
        at += 1
    return [*found, text]


def _end_of_group(regex, start):
    depth, at, is_class = 0, start, False
    while at < len(regex):
        character = regex[at]
        if character == '\\':
            at += 1
        elif is_class:
            is_class = character != ']'
        elif character == '[':
            is_class = True
        elif character in '()':
            depth += 1 if character == '(' else -1
            if depth == 0:
                return at + 1
        at += 1
    return len(regex)
