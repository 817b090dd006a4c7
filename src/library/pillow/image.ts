/** `PIL.Image`, in Python on arrays of pixels: opening, converting, resizing and saving pictures. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';

export const image: LibraryModule = pythonModule(
  'PIL.Image',
  `
import numpy as np
import PIL._pixels as _pixels

NEAREST, LANCZOS, BILINEAR, BICUBIC, BOX, HAMMING = 0, 1, 2, 3, 4, 5
ANTIALIAS = LANCZOS
FLIP_LEFT_RIGHT, FLIP_TOP_BOTTOM, ROTATE_90, ROTATE_180, ROTATE_270, TRANSPOSE, TRANSVERSE = range(7)
_METHODS = ['nearest', 'lanczos', 'bilinear', 'bicubic', 'box', 'hamming']
_CHANNELS = {'L': 1, 'LA': 2, 'RGB': 3, 'RGBA': 4}
_MODES = {1: 'L', 2: 'LA', 3: 'RGB', 4: 'RGBA'}


class Resampling:
    NEAREST, LANCZOS, BILINEAR, BICUBIC, BOX, HAMMING = 0, 1, 2, 3, 4, 5


class Transpose:
    FLIP_LEFT_RIGHT, FLIP_TOP_BOTTOM, ROTATE_90, ROTATE_180, ROTATE_270, TRANSPOSE, TRANSVERSE = range(7)


class UnidentifiedImageError(OSError):
    pass


class Image:
    def __init__(self, pixels, mode, format=None):
        self._pixels = pixels
        self.mode = mode
        self.format = format
        self.info = {}

    @property
    def width(self):
        return self._pixels.shape[1]

    @property
    def height(self):
        return self._pixels.shape[0]

    @property
    def size(self):
        return (self._pixels.shape[1], self._pixels.shape[0])

    def __repr__(self):
        return '<PIL.Image.Image image mode=%s size=%dx%d>' % (self.mode, self.width, self.height)

    def __array__(self, dtype=None):
        plain = self._pixels[:, :, 0] if self.mode in ('L', 'I') else self._pixels
        return plain if dtype is None else plain.astype(dtype)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return None

    def load(self):
        return None

    def close(self):
        return None

    def copy(self):
        return Image(self._pixels.copy(), self.mode)

    def getbands(self):
        return ('I',) if self.mode == 'I' else tuple(self.mode)

    def convert(self, mode=None):
        if mode is None or mode == self.mode:
            return self.copy()
        if mode not in _CHANNELS:
            raise ValueError('conversion from %s to %s not supported' % (self.mode, mode))
        if not _pixels.running:
            return Image(_pixels.unknown(self._pixels.shape[0], self._pixels.shape[1], _CHANNELS[mode]), mode)
        pixels = np.clip(self._pixels, 0, 255).astype('uint8')
        has_alpha = self.mode in ('LA', 'RGBA')
        colours = pixels[:, :, :-1] if has_alpha else pixels
        if mode in ('L', 'LA') and colours.shape[2] == 3:
            wide = colours.astype('int64')
            colours = ((wide[:, :, :1] * 19595 + wide[:, :, 1:2] * 38470 + wide[:, :, 2:] * 7471 + 32768) >> 16).astype('uint8')
        if mode in ('RGB', 'RGBA') and colours.shape[2] == 1:
            colours = np.repeat(colours, 3, axis=2)
        if mode in ('LA', 'RGBA'):
            alpha = pixels[:, :, -1:] if has_alpha else np.full(pixels.shape[:2] + (1,), 255, 'uint8')
            colours = np.concatenate([colours, alpha], axis=2)
        return Image(colours, mode)

    def resize(self, size, resample=None, box=None, reducing_gap=None):
        method = _METHODS[BICUBIC if resample is None else resample]
        width, height = size
        return Image(_pixels.resize(self._pixels, width, height, method, box), self.mode)

    def thumbnail(self, size, resample=BICUBIC, reducing_gap=2.0):
        width, height = size
        scale = min(width / self.width, height / self.height)
        if scale < 1:
            target = (max(1, round(self.width * scale)), max(1, round(self.height * scale)))
            self._pixels = self.resize(target, resample)._pixels

    def crop(self, box=None):
        if box is None:
            return self.copy()
        left, top, right, bottom = [int(round(side)) for side in box]
        made = np.zeros((bottom - top, right - left, self._pixels.shape[2]), 'uint8')
        inner = self._pixels[max(0, top):min(self.height, bottom), max(0, left):min(self.width, right)]
        above, before = max(0, -top), max(0, -left)
        made[above:above + inner.shape[0], before:before + inner.shape[1]] = inner
        return Image(made, self.mode)

    def transpose(self, method):
        pixels = self._pixels
        if method == FLIP_LEFT_RIGHT:
            pixels = pixels[:, ::-1]
        elif method == FLIP_TOP_BOTTOM:
            pixels = pixels[::-1]
        elif method in (ROTATE_90, ROTATE_180, ROTATE_270):
            pixels = np.rot90(pixels, method - 1)
        else:
            pixels = np.swapaxes(pixels, 0, 1)
            if method == TRANSVERSE:
                pixels = pixels[::-1, ::-1]
        return Image(pixels.copy(), self.mode)

    def rotate(self, angle, *args, **kwargs):
        if angle % 90 != 0 or args or kwargs:
            raise NotImplementedError('PIL.Image.rotate is supported by Kerascope for multiples of 90 degrees only')
        turns = int(angle // 90) % 4
        if turns % 2 == 1 and self.width != self.height:
            raise NotImplementedError('PIL.Image.rotate by 90 degrees is supported by Kerascope for square images only; use transpose')
        return Image(np.rot90(self._pixels, turns).copy(), self.mode)

    def split(self):
        return tuple(Image(self._pixels[:, :, place:place + 1].copy(), 'L') for place in range(self._pixels.shape[2]))

    def getpixel(self, xy):
        x, y = xy
        values = tuple(int(value) for value in self._pixels[y, x])
        return values[0] if len(values) == 1 else values

    def tobytes(self):
        return self._pixels.tobytes()

    def getdata(self, band=None):
        pixels = self._pixels.reshape(-1, self._pixels.shape[2])
        if band is not None:
            return pixels[:, band].tolist()
        return pixels[:, 0].tolist() if pixels.shape[1] == 1 else [tuple(pixel) for pixel in pixels.tolist()]

    def show(self, title=None):
        import matplotlib.pyplot as plt
        plt.imshow(np.asarray(self), cmap='gray' if self.mode == 'L' else None)
        plt.axis('off')
        plt.show()

    def save(self, fp, format=None, **params):
        name = str(fp)
        kind = format if format is not None else name[name.rfind('.') + 1:]
        kind = kind.upper()
        kind = 'JPEG' if kind == 'JPG' else kind
        if kind not in ('PNG', 'BMP', 'JPEG') and not _pixels.running:
            return
        if kind not in ('PNG', 'BMP', 'JPEG'):
            raise NotImplementedError('Kerascope writes images as PNG, JPEG and BMP, not as %s: %s' % (kind, name))
        if kind == 'JPEG' and self.mode not in ('1', 'L', 'RGB'):
            raise OSError('cannot write mode %s as JPEG' % self.mode)
        _pixels.write(fp, np.clip(self._pixels, 0, 255).astype('uint8'), kind, params.get('quality', 75))


def open(fp, mode='r', formats=None):
    found = _pixels.read(fp)
    if isinstance(found, str):
        raise UnidentifiedImageError('cannot identify image file %r: %s' % (str(fp), found))
    pixels, kind = found
    return Image(pixels, _MODES.get(pixels.shape[2]) if _pixels.running else None, kind)


def fromarray(obj, mode=None):
    array = np.asarray(obj)
    if array.ndim not in (2, 3):
        raise ValueError('Too many dimensions: %d > 3.' % array.ndim)
    if array.dtype == np.bool_:
        array = array.astype('uint8') * 255
    wide = array.dtype != np.uint8
    if wide and not (mode in ('I', 'L') or (mode is None and str(array.dtype) == 'int32')):
        raise TypeError('Cannot handle this data type: %r, %s' % ((1, 1) + array.shape[2:], array.dtype.str))
    pixels = array.reshape(array.shape + (1,)) if array.ndim == 2 else array
    return Image(pixels, ('I' if wide else _MODES[pixels.shape[2]]) if mode is None else mode)


def new(mode, size, color=0):
    channels = _CHANNELS[mode]
    width, height = size
    return Image(np.full((height, width, channels), color, 'uint8'), mode)
`,
  { withoutEffect: ['reducing_gap', 'formats', 'Image.show.title'] },
);
