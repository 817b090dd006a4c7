/** The module secrets, in Python. A run's chance comes from one seed, so that nothing here is secret. */
import { pythonModule } from '../../python/modules.ts';

export const module = pythonModule(
  'secrets',
  String.raw`
import base64 as _base64
import random as _random

DEFAULT_ENTROPY = 32
_source = _random.Random()


def choice(seq):
    return _source.choice(seq)


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError('Upper bound must be positive.')
    return _source.randrange(exclusive_upper_bound)


def randbits(k):
    return _source.getrandbits(k)


def token_bytes(nbytes=None):
    return _source.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return _base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode('ascii')


def compare_digest(a, b):
    return a == b
`,
);
