/** The modules html and urllib.parse, in Python. */
import { pythonModule } from '../../python/modules.ts';

const html = pythonModule(
  'html',
  String.raw`
import re as _re

_named = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'apos': "'", 'nbsp': '\xa0', 'copy': '\xa9', 'reg': '\xae',
          'hellip': '\u2026', 'mdash': '\u2014', 'ndash': '\u2013', 'lsquo': '\u2018', 'rsquo': '\u2019',
          'ldquo': '\u201c', 'rdquo': '\u201d', 'euro': '\u20ac', 'pound': '\xa3', 'deg': '\xb0', 'times': '\xd7',
          'eacute': '\xe9', 'auml': '\xe4', 'ouml': '\xf6', 'uuml': '\xfc', 'szlig': '\xdf'}


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


def _replace(match):
    text = match.group(1)
    if text[0] != '#':
        return _named.get(text, match.group(0))
    digits = text[1:]
    return chr(int(digits[1:], 16) if digits[0] in 'xX' else int(digits))


def unescape(s):
    return _re.sub(r'&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);', _replace, s)
`,
);

const parse = pythonModule(
  'urllib.parse',
  String.raw`
from collections import namedtuple as _namedtuple

_always_safe = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


def quote(string, safe='/', encoding='utf-8', errors='strict'):
    data = string if isinstance(string, bytes) else string.encode(encoding, errors)
    return ''.join(chr(b) if chr(b) in _always_safe or chr(b) in safe else '%%%02X' % b for b in data)


def quote_plus(string, safe='', encoding='utf-8', errors='strict'):
    return quote(string, safe + ' ', encoding, errors).replace(' ', '+')


def unquote(string, encoding='utf-8', errors='replace'):
    if '%' not in string:
        return string
    data = bytearray()
    i = 0
    raw = string.encode('utf-8')
    while i < len(raw):
        if raw[i] == 37 and i + 2 < len(raw) + 0 and all(chr(c) in '0123456789abcdefABCDEF' for c in raw[i + 1:i + 3]) and len(raw[i + 1:i + 3]) == 2:
            data.append(int(raw[i + 1:i + 3].decode('ascii'), 16))
            i += 3
        else:
            data.append(raw[i])
            i += 1
    return bytes(data).decode(encoding, errors)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def urlencode(query, doseq=False, safe='', quote_via=quote_plus):
    pairs = query.items() if hasattr(query, 'items') else query
    parts = []
    for key, value in pairs:
        values = value if doseq and isinstance(value, (list, tuple)) else [value]
        parts.extend(quote_via(str(key), safe) + '=' + quote_via(str(each), safe) for each in values)
    return '&'.join(parts)


class ParseResult(_namedtuple('ParseResult', 'scheme netloc path params query fragment')):
    def geturl(self):
        return urlunparse(self)

    @property
    def hostname(self):
        host = self.netloc.rpartition('@')[2].partition(':')[0]
        return host.lower() or None

    @property
    def port(self):
        port = self.netloc.rpartition('@')[2].partition(':')[2]
        return int(port) if port else None

    @property
    def username(self):
        return self.netloc.rpartition('@')[0].partition(':')[0] or None


SplitResult = _namedtuple('SplitResult', 'scheme netloc path query fragment')


def urlsplit(url, scheme='', allow_fragments=True):
    netloc = query = fragment = ''
    head, colon, rest = url.partition(':')
    if colon and head and head[0].isalpha() and all(c.isalnum() or c in '+-.' for c in head):
        scheme, url = head.lower(), rest
    if url[:2] == '//':
        end = min([i for i in (url.find(c, 2) for c in '/?#') if i >= 0] or [len(url)])
        netloc, url = url[2:end], url[end:]
    if allow_fragments and '#' in url:
        url, _, fragment = url.partition('#')
    if '?' in url:
        url, _, query = url.partition('?')
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if ';' in path:
        path, _, params = path.rpartition(';')
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    if params:
        url = url + ';' + params
    if netloc:
        url = '//' + netloc + ('/' + url if url and url[:1] != '/' else url)
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    return url + '#' + fragment if fragment else url


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, **options):
    found = []
    for part in qs.split('&'):
        if not part:
            continue
        name, _, value = part.partition('=')
        if value or keep_blank_values:
            found.append((unquote_plus(name), unquote_plus(value)))
    return found


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, **options):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values):
        found.setdefault(name, []).append(value)
    return found


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    parts = urlparse(url)
    if parts.scheme:
        return url
    start = urlparse(base)
    if parts.netloc:
        return urlunparse(parts._replace(scheme=start.scheme))
    if not parts.path:
        return urlunparse(start._replace(query=parts.query or start.query, fragment=parts.fragment))
    segments = parts.path.split('/') if parts.path.startswith('/') else start.path.split('/')[:-1] + parts.path.split('/')
    kept = []
    for segment in segments:
        if segment == '..':
            if len(kept) > 1:
                kept.pop()
        elif segment != '.':
            kept.append(segment)
    if segments[-1] in ('.', '..'):
        kept.append('')
    return urlunparse((start.scheme, start.netloc, '/'.join(kept) or '/', parts.params, parts.query, parts.fragment))
`,
);

export const modules = [html, parse];
