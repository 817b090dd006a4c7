/** The rest of the standard library: modules that can be imported, and say what they lack when they are used. */
import type { LibraryModule } from '../../python/modules.ts';

/** Names of modules by the reason for which a run does not offer them. */
const REFUSED: Readonly<Record<string, string>> = {
  'a run does not reach the network':
    '_socket _ssl asynchat asyncore cgi cgitb ftplib http http.client http.cookiejar http.cookies http.server imaplib mailbox netrc nntplib poplib select selectors smtpd smtplib socketserver ssl telnetlib urllib.error urllib.robotparser webbrowser wsgiref xmlrpc',
  'a run has no databases; keep data in arrays, CSV or JSON files': '_dbm _gdbm _sqlite3 dbm shelve sqlite3',
  'a run opens no windows; figures are shown in the panel': '_tkinter idlelib tkinter turtle turtledemo',
  'a run has no terminal':
    '_curses _curses_panel bdb cmd code curses pdb pty readline rlcompleter termios tty',
  'a run has no database of time zones; use datetime.timezone': '_zoneinfo zoneinfo',
  'a run does not reach the operating system':
    '_crypt _overlapped _posixshmem _posixsubprocess _scproxy _winapi audioop crypt faulthandler fcntl grp mmap msilib msvcrt nis nt ntpath nturl2path ossaudiodev posix pwd resource spwd syslog winreg winsound',
  'a run starts no programs': 'distutils ensurepip lib2to3 pipes pydoc pydoc_data venv zipapp',
  'pickled objects run code when they are read': '_pickle copyreg marshal',
  'a run reads gzip and zip files; pack the data anew': '_bz2 _lzma bz2 lzma',
};

/** All others of Python 3.11; what another module of the registry provides is left to it. */
const REMAINING = `
  __future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bootsubprocess _bz2 _codecs _codecs_cn
  _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc
  _compat_pickle _compression _contextvars _csv _ctypes _datetime _decimal _elementtree
  _frozen_importlib _frozen_importlib_external _functools _hashlib _heapq _imp _io _json _locale
  _lsprof _lzma _markupbase _md5 _msi _multibytecodec _multiprocessing _opcode _operator _osx_support
  _py_abc _pydecimal _pyio _queue _random _sha1 _sha256 _sha3 _sha512 _signal _sitebuiltins _sre _stat
  _statistics _string _strptime _struct _symtable _thread _threading_local _tokenize _tracemalloc
  _typing _uuid _warnings _weakref _weakrefset abc aifc antigravity argparse array ast asyncio atexit
  base64 binascii bisect builtins bz2 cProfile calendar chunk cmath codecs codeop collections colorsys
  compileall concurrent configparser contextlib contextvars copy csv ctypes dataclasses datetime
  decimal difflib dis doctest email encodings enum errno filecmp fileinput fnmatch fractions functools
  gc genericpath getopt getpass gettext glob graphlib gzip hashlib heapq hmac html imghdr imp
  importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailcap math
  mimetypes modulefinder multiprocessing numbers opcode operator optparse os pathlib pickle
  pickletools pkgutil platform plistlib posixpath pprint profile pstats py_compile pyclbr pyexpat
  queue quopri random re reprlib runpy sched secrets shlex shutil signal site sndhdr socket
  sre_compile sre_constants sre_parse stat statistics string stringprep struct subprocess sunau
  symtable sys sysconfig tabnanny tarfile tempfile textwrap this threading time timeit token tokenize
  tomllib trace traceback tracemalloc types typing unicodedata unittest urllib uu uuid warnings wave
  weakref xdrlib xml zipfile zipimport zlib
`;

/** Modules for every name of the standard library that is not among those provided. */
export function unsupportedModules(provided: ReadonlySet<string>): LibraryModule[] {
  const reasons = new Map<string, string>();
  for (const [reason, names] of Object.entries(REFUSED)) {
    for (const name of names.split(' ')) reasons.set(name, reason);
  }
  const names = new Set([...reasons.keys(), ...REMAINING.trim().split(/\s+/)]);
  return [...names]
    .filter(name => !provided.has(name))
    .map(name => ({
      name,
      entries: () => [],
      unmodelled: 'all',
      isPackage: true,
      ...(reasons.has(name) ? { refusal: reasons.get(name) } : {}),
    }));
}
