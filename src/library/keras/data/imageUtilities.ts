/** Pictures as arrays: `load_img`, `img_to_array`, `array_to_img`, `save_img`, `smart_resize`, in Python on Pillow. */
import { type LibraryModule, pythonModule } from '../../../python/modules.ts';

export const imageUtilities: LibraryModule = pythonModule(
  'keras.src.utils.image_utils',
  `
import numpy as np
import keras.backend as _backend
import PIL._pixels as _pixels
from PIL import Image as _Image

_METHODS = {'nearest': _Image.NEAREST, 'bilinear': _Image.BILINEAR, 'bicubic': _Image.BICUBIC,
            'hamming': _Image.HAMMING, 'box': _Image.BOX, 'lanczos': _Image.LANCZOS}
_MODES = {'grayscale': 'L', 'rgb': 'RGB', 'rgba': 'RGBA'}
_CHANNELS = {'grayscale': 1, 'rgb': 3, 'rgba': 4}


def _data_format(data_format):
    if data_format is None:
        return _backend.image_data_format()
    if data_format not in ('channels_first', 'channels_last'):
        raise ValueError('The \`data_format\` argument must be one of {\\'channels_first\\', \\'channels_last\\'}. '
                         'Received: data_format=%s' % data_format)
    return data_format


def array_to_img(x, data_format=None, scale=True, dtype=None):
    data_format = _data_format(data_format)
    x = np.array(x, dtype=_backend.floatx() if dtype is None else dtype)
    if x.ndim != 3:
        raise ValueError('Expected image array to have rank 3 (single image). Got array with shape: %s' % (x.shape,))
    if data_format == 'channels_first':
        x = x.transpose(1, 2, 0)
    if scale:
        x = x - np.min(x)
        largest = np.max(x)
        if largest != 0:
            x = x / largest
        x = x * 255
    if x.shape[2] == 4:
        return _Image.fromarray(x.astype('uint8'), 'RGBA')
    if x.shape[2] == 3:
        return _Image.fromarray(x.astype('uint8'), 'RGB')
    if x.shape[2] == 1:
        if np.max(x) > 255:
            return _Image.fromarray(x[:, :, 0].astype('int32'), 'I')
        return _Image.fromarray(x[:, :, 0].astype('uint8'), 'L')
    raise ValueError('Unsupported channel number: %s' % x.shape[2])


def img_to_array(img, data_format=None, dtype=None):
    data_format = _data_format(data_format)
    x = np.asarray(img, dtype=_backend.floatx() if dtype is None else dtype)
    if x.ndim == 3:
        return x.transpose(2, 0, 1) if data_format == 'channels_first' else x
    if x.ndim == 2:
        return x.reshape((1,) + x.shape if data_format == 'channels_first' else x.shape + (1,))
    raise ValueError('Unsupported image shape: %s' % (x.shape,))


def save_img(path, x, data_format=None, file_format=None, scale=True, **kwargs):
    image = array_to_img(x, data_format=data_format, scale=scale)
    image.save(path, format=file_format, **kwargs)


def load_img(path, color_mode='rgb', target_size=None, interpolation='nearest', keep_aspect_ratio=False):
    if color_mode not in _MODES:
        raise ValueError('color_mode must be "grayscale", "rgb", or "rgba"')
    if target_size is not None and interpolation not in _METHODS:
        raise ValueError('Invalid interpolation method %s specified. Supported methods are %s'
                         % (interpolation, ', '.join(_METHODS)))
    if not _pixels.running:
        height, width = (None, None) if target_size is None else target_size[:2]
        return _Image.Image(_pixels.unknown(height, width, _CHANNELS[color_mode]), _MODES[color_mode])
    image = _Image.open(path).convert(_MODES[color_mode])
    if target_size is None:
        return image
    size = (target_size[1], target_size[0])
    if image.size == size:
        return image
    box = None
    if keep_aspect_ratio:
        width, height = image.size
        crop_height = min(height, (width * size[1]) // size[0])
        crop_width = min(width, (height * size[0]) // size[1])
        top, left = (height - crop_height) // 2, (width - crop_width) // 2
        box = (left, top, left + crop_width, top + crop_height)
    return image.resize(size, _METHODS[interpolation], box=box)


def _centre(pixels, height, width):
    """The largest part in the middle with the proportions of the size that is wanted."""
    rows, columns = pixels.shape[:2]
    crop_height = min(rows, int(float(columns * height) / width))
    crop_width = min(columns, int(float(rows * width) / height))
    top, left = int(float(rows - crop_height) / 2), int(float(columns - crop_width) / 2)
    return pixels[top:top + crop_height, left:left + crop_width]


def _padded(pixels, height, width, interpolation):
    """Resized as far as it fits, in the middle of zeros, as \`tf.image.resize_with_pad\`."""
    rows, columns, channels = pixels.shape
    ratio = max(columns / width, rows / height)
    inner_height, inner_width = int(rows / ratio), int(columns / ratio)
    top, left = max(0, int((height - rows / ratio) / 2)), max(0, int((width - columns / ratio) / 2))
    made = np.zeros((height, width, channels), 'float32')
    made[top:top + inner_height, left:left + inner_width] = _pixels.resize_float(pixels, inner_height, inner_width, interpolation)
    return made


def smart_resize(x, size, interpolation='bilinear', data_format='channels_last', backend_module=None):
    if len(size) != 2:
        raise ValueError('Expected \`size\` to be a tuple of 2 integers, but got: %s.' % (size,))
    x = np.asarray(x)
    if x.ndim not in (3, 4):
        raise ValueError('Expected an image array with shape \`(height, width, channels)\`, or \`(batch_size, height, width, channels)\`, '
                         'but got input with incorrect rank, of shape %s.' % (x.shape,))
    images = x if x.ndim == 4 else x[None]
    if data_format == 'channels_first':
        images = images.transpose(0, 2, 3, 1)
    height, width = size
    made = np.stack([_pixels.resize_float(_centre(image, height, width), height, width, interpolation) for image in images])
    if data_format == 'channels_first':
        made = made.transpose(0, 3, 1, 2)
    return made if x.ndim == 4 else made[0]
`,
);
