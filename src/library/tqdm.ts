/** `tqdm`: progress bars over loops, drawn as text, one over the other, as outside of a notebook. */
import { native, PyIterator } from '../python/functions.ts';
import type { LibraryModule } from '../python/modules.ts';

const source = String.raw`
import sys
import time

_FULL = " ▏▎▍▌▋▊▉█"
_PLAIN = " 123456789#"


def _interval(seconds):
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return "%d:%02d:%02d" % (hours, minutes, rest) if hours else "%02d:%02d" % (minutes, rest)


def _sized(number, divisor):
    for unit in ["", "k", "M", "G", "T", "P", "E", "Z"]:
        if abs(number) < 999.5:
            if abs(number) < 99.95:
                return ("%1.2f" if abs(number) < 9.995 else "%2.1f") % number + unit
            return "%3.0f" % number + unit
        number /= divisor
    return "%3.1fY" % number


def _short(number):
    brief = ("%.3g" % number).replace("e+0", "e+").replace("e-0", "e-")
    full = str(number)
    return brief if len(brief) < len(full) else full


def _bar(share, width, symbols):
    steps = len(symbols) - 1
    whole, part = divmod(int(share * width * steps), steps)
    text = symbols[-1] * whole
    return text + symbols[part] + symbols[0] * (width - whole - 1) if whole < width else text


class tqdm:
    """A progress bar over an iterable, or one that update moves on."""

    _open = []
    monitor_interval = 10

    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1,
                 maxinterval=10.0, miniters=None, ascii=None, disable=False, unit="it", unit_scale=False,
                 dynamic_ncols=False, smoothing=0.3, bar_format=None, initial=0, position=None, postfix=None,
                 unit_divisor=1000, write_bytes=False, lock_args=None, nrows=None, colour=None, delay=0.0, gui=False,
                 **kwargs):
        if kwargs:
            raise KeyError("Unknown argument(s): " + str(kwargs))
        self.iterable = iterable
        if total is None and iterable is not None:
            try:
                total = len(iterable)
            except (TypeError, AttributeError):
                total = None
        self.total = total
        self.n = initial
        self.initial = initial
        self.desc = desc or ""
        self.disable = bool(disable)
        self.unit = unit
        self.unit_scale = unit_scale
        self.unit_divisor = unit_divisor
        self.mininterval = mininterval or 0
        self.miniters = miniters or 0
        self.ascii = ascii
        self.ncols = ncols
        self.bar_format = bar_format
        self.colour = colour
        self.delay = delay
        self.smoothing = smoothing or 0
        self.postfix = None
        self.leave = leave
        self.fp = sys.stderr if file is None else file
        self._closed = self.disable
        self._drawn = 0
        if not _running:
            return
        self.pos = len(tqdm._open) if position is None else position
        if leave is None:
            self.leave = self.pos == 0
        if postfix is not None:
            if isinstance(postfix, dict):
                self.set_postfix(postfix, refresh=False)
            else:
                self.set_postfix_str(postfix, refresh=False)
        self.start_t = self.last_print_t = time.time()
        self.last_print_n = initial
        self._rate = None
        if not self.disable:
            tqdm._open.append(self)
            if delay <= 0:
                self.refresh()

    def __iter__(self):
        if self.disable or not _running:
            return _through(self.iterable)
        return self._each()

    def _each(self):
        try:
            for item in self.iterable:
                yield item
                self.update()
        finally:
            self.close()

    def __len__(self):
        return self.total if self.iterable is None else len(self.iterable)

    def __bool__(self):
        if self.total is not None:
            return self.total > 0
        if self.iterable is None:
            raise TypeError("bool() undefined when iterable == total == None")
        return bool(self.iterable)

    def __contains__(self, item):
        return item in self.iterable

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    @property
    def format_dict(self):
        elapsed = time.time() - self.start_t
        return {"n": self.n, "total": self.total, "elapsed": elapsed, "prefix": self.desc, "unit": self.unit,
                "unit_scale": self.unit_scale, "rate": self._rate, "postfix": self.postfix, "initial": self.initial}

    def update(self, n=1):
        self.n += n
        if self.disable or not _running:
            return None
        now = time.time()
        passed = now - self.last_print_t
        if self.n - self.last_print_n < self.miniters or passed < self.mininterval or now < self.start_t + self.delay:
            return None
        moved = self.n - self.last_print_n
        if passed > 0 and moved > 0:
            rate = moved / passed
            self._rate = rate if self._rate is None else self.smoothing * rate + (1 - self.smoothing) * self._rate
        self.refresh()
        self.last_print_n = self.n
        self.last_print_t = now
        return True

    def _number(self, value):
        return _sized(value, self.unit_divisor) if self.unit_scale is True else str(value)

    def __str__(self):
        n, total, scale = self.n, self.total, self.unit_scale
        elapsed = time.time() - self.start_t
        rate = self._rate
        if rate is None and elapsed:
            rate = (n - self.initial) / elapsed
        if total and n >= total + 0.5:
            total = None
        if scale and scale is not True and scale != 1:
            n, total, rate = n * scale, total * scale if total else total, rate * scale if rate else rate
        inverse = 1 / rate if rate else None
        if inverse and inverse > 1:
            rate_text = (_sized(inverse, 1000) if scale else "%5.2f" % inverse) + "s/" + self.unit
        else:
            rate_text = ((_sized(rate, self.unit_divisor) if scale else "%5.2f" % rate) if rate else "?") + self.unit + "/s"
        extra = ", " + self.postfix if self.postfix else ""
        front = ""
        if self.desc:
            front = self.desc if self.desc[-2:] == ": " else self.desc + ": "
        spent = _interval(elapsed)
        if not total:
            return "%s%s%s [%s, %s%s]" % (front, self._number(n), self.unit, spent, rate_text, extra)
        left = _interval((total - n) / rate) if rate else "?"
        share = n / total
        symbols = _PLAIN if self.ascii is True else self.ascii or _FULL
        if self.bar_format:
            return self._formatted(front, share, symbols, n, total, spent, left, elapsed, rate, rate_text, extra)
        front += "%3.0f%%|" % (share * 100)
        back = "| %s/%s [%s<%s, %s%s]" % (self._number(n), self._number(total), spent, left, rate_text, extra)
        width = max(1, self.ncols - len(front) - len(back)) if self.ncols else 10
        return front + self._coloured(_bar(share, width, symbols)) + back

    def _coloured(self, bar):
        colours = ["BLACK", "RED", "GREEN", "YELLOW", "BLUE", "MAGENTA", "CYAN", "WHITE"]
        name = self.colour.upper() if self.colour else ""
        return "\x1b[%dm%s\x1b[0m" % (30 + colours.index(name), bar) if name in colours else bar

    def _formatted(self, front, share, symbols, n, total, spent, left, elapsed, rate, rate_text, extra):
        values = {
            "l_bar": front + "%3.0f%%|" % (share * 100), "desc": front[:-2] if front else "", "percentage": share * 100,
            "n": n, "total": total, "n_fmt": self._number(n), "total_fmt": self._number(total), "elapsed": spent,
            "elapsed_s": elapsed, "remaining": left, "remaining_s": (total - n) / rate if rate else 0, "unit": self.unit,
            "rate": rate or 0, "rate_fmt": rate_text, "rate_noinv_fmt": rate_text, "postfix": extra, "desc_pad": front,
            "r_bar": "| %s/%s [%s<%s, %s%s]" % (self._number(n), self._number(total), spent, left, rate_text, extra),
        }
        width = 10
        if self.ncols:
            width = max(1, self.ncols - len(self.bar_format.format(bar="", **values)))
        return self.bar_format.format(bar=self._coloured(_bar(share, width, symbols)), **values)

    def _put(self, text):
        down = "\n" * self.pos
        up = "\x1b[A" * self.pos
        self.fp.write(down + "\r" + text + " " * max(0, self._drawn - len(text)) + up)
        self._drawn = len(text)

    def refresh(self, nolock=False, lock_args=None):
        if not self.disable and _running:
            self._put(str(self))
        return True

    display = refresh

    def clear(self, nolock=False):
        if not self.disable and _running:
            self._put("")
            self.fp.write("\r")

    def close(self):
        if self._closed or not _running:
            self._closed = True
            return
        self._closed = True
        tqdm._open.remove(self)
        if time.time() < self.start_t + self.delay:
            return
        if not self.leave:
            self._put("")
            if not self.pos:
                self.fp.write("\r")
            return
        self._rate = None
        self._put(str(self))
        if not self.pos:
            self.fp.write("\n")

    def reset(self, total=None):
        self.n = self.initial
        if total is not None:
            self.total = total
        if _running and not self.disable:
            self.start_t = self.last_print_t = time.time()
            self.last_print_n = self.initial
            self._rate = None
            self.refresh()

    def unpause(self):
        if _running:
            self.start_t += time.time() - self.last_print_t
            self.last_print_t = time.time()

    def set_description(self, desc=None, refresh=True):
        self.desc = desc + ": " if desc else ""
        if refresh:
            self.refresh()

    def set_description_str(self, desc=None, refresh=True):
        self.desc = desc or ""
        if refresh:
            self.refresh()

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        if not _running:
            return
        values = dict(ordered_dict or {})
        for name in sorted(kwargs.keys()):
            values[name] = kwargs[name]
        texts = []
        for name, value in values.items():
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                text = _short(value)
            else:
                text = str(value)
            texts.append(name + "=" + text.strip())
        self.postfix = ", ".join(texts)
        if refresh:
            self.refresh()

    def set_postfix_str(self, s="", refresh=True):
        self.postfix = str(s)
        if refresh:
            self.refresh()

    @classmethod
    def write(cls, s, file=None, end="\n", nolock=False):
        shown = [bar for bar in tqdm._open] if _running else []
        for bar in shown:
            bar.clear()
        print(s, file=sys.stdout if file is None else file, end=end)
        for bar in shown:
            bar.refresh()


def trange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)


tqdm_notebook = tqdm
tnrange = trange
`;

/** Takes part in nothing that a text without a screen shows, or is for several threads and processes. */
const withoutEffect = ['maxinterval', 'dynamic_ncols', 'write_bytes', 'lock_args', 'nrows', 'gui', 'nolock'];

export const module: LibraryModule = {
  name: 'tqdm',
  aliases: ['tqdm.auto', 'tqdm.autonotebook', 'tqdm.notebook', 'tqdm.std'],
  entries: py => [
    ['_running', py.running],
    [
      '_through',
      // A bar gives what it goes over: where that is known only together, so it is here.
      native('_through(iterable)', ([iterable], inner) => {
        const { next, remaining, typical } = inner.iterator(iterable);
        return new PyIterator(next, remaining, typical);
      }),
    ],
  ],
  source,
  unmodelled: 'all',
  withoutEffect,
};
