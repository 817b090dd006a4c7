/** `tensorflow.image`, in Python on keras.ops. */

export const imageSource = `
import keras as _keras
import numpy as _np
import tensorflow as _tf
from keras import ops as _ops


class ResizeMethod:
    AREA = 'area'
    BICUBIC = 'bicubic'
    BILINEAR = 'bilinear'
    LANCZOS3 = 'lanczos3'
    LANCZOS5 = 'lanczos5'
    NEAREST_NEIGHBOR = 'nearest'


def _rows(image):
    return image.shape[-3]


def _columns(image):
    return image.shape[-2]


def resize(images, size, method='bilinear', preserve_aspect_ratio=False, antialias=False, name=None):
    images = _ops.convert_to_tensor(images)
    height, width = int(size[0]), int(size[1])
    if preserve_aspect_ratio:
        scale = min(height / _rows(images), width / _columns(images))
        height, width = round(_rows(images) * scale), round(_columns(images) * scale)
    if method == 'nearest':
        return _ops.image.resize(images, (height, width), interpolation='nearest')
    return _ops.image.resize(_ops.cast(images, 'float32'), (height, width), interpolation=method, antialias=antialias)


def flip_left_right(image):
    return _ops.flip(image, axis=-2)


def flip_up_down(image):
    return _ops.flip(image, axis=-3)


def transpose(image, name=None):
    return _ops.swapaxes(image, -3, -2)


def rot90(image, k=1, name=None):
    for _ in range(k % 4):
        image = _ops.flip(_ops.swapaxes(image, -3, -2), axis=-3)
    return image


def _chance(seed=None):
    return _keras.random.uniform((), seed=seed)


def random_flip_left_right(image, seed=None):
    return _ops.where(_chance(seed) < 0.5, flip_left_right(image), _ops.convert_to_tensor(image))


def random_flip_up_down(image, seed=None):
    return _ops.where(_chance(seed) < 0.5, flip_up_down(image), _ops.convert_to_tensor(image))


def _scaled(image, change):
    image = _ops.convert_to_tensor(image)
    if 'float' in str(image.dtype):
        return change(image)
    made = change(_ops.cast(image, 'float32') / 255.0)
    return _ops.cast(_ops.clip(made * 255.0 + 0.5, 0.0, 255.0), image.dtype)


def adjust_brightness(image, delta):
    return _scaled(image, lambda x: x + delta)


def adjust_contrast(images, contrast_factor):
    def change(x):
        mean = _ops.mean(x, axis=(-3, -2), keepdims=True)
        return (x - mean) * contrast_factor + mean
    return _scaled(images, change)


def adjust_gamma(image, gamma=1, gain=1):
    return _scaled(image, lambda x: gain * _ops.power(x, float(gamma)))


def rgb_to_hsv(images, name=None):
    red, green, blue = images[..., 0], images[..., 1], images[..., 2]
    high = _ops.max(images, axis=-1)
    spread = high - _ops.min(images, axis=-1)
    safe = _ops.where(spread > 0, spread, _ops.ones_like(spread))
    hue = _ops.where(high == red, (green - blue) / safe, _ops.where(high == green, 2.0 + (blue - red) / safe, 4.0 + (red - green) / safe)) / 6.0
    hue = _ops.where(spread > 0, _ops.mod(hue, 1.0), _ops.zeros_like(hue))
    saturation = _ops.divide_no_nan(spread, high)
    return _ops.stack([hue, saturation, high], axis=-1)


def hsv_to_rgb(images, name=None):
    hue, saturation, value = images[..., 0], images[..., 1], images[..., 2]
    sixth = hue * 6.0

    def channel(shift):
        place = _ops.mod(shift + sixth, 6.0)
        return value * (1.0 - saturation * _ops.clip(_ops.minimum(place, 4.0 - place), 0.0, 1.0))

    return _ops.stack([channel(5.0), channel(3.0), channel(1.0)], axis=-1)


def adjust_saturation(image, saturation_factor, name=None):
    def change(x):
        hsv = rgb_to_hsv(x)
        return hsv_to_rgb(_ops.stack([hsv[..., 0], _ops.clip(hsv[..., 1] * saturation_factor, 0.0, 1.0), hsv[..., 2]], axis=-1))
    return _scaled(image, change)


def adjust_hue(image, delta, name=None):
    def change(x):
        hsv = rgb_to_hsv(x)
        return hsv_to_rgb(_ops.stack([_ops.mod(hsv[..., 0] + delta, 1.0), hsv[..., 1], hsv[..., 2]], axis=-1))
    return _scaled(image, change)


def random_brightness(image, max_delta, seed=None):
    return adjust_brightness(image, _keras.random.uniform((), -max_delta, max_delta, seed=seed))


def random_contrast(image, lower, upper, seed=None):
    return adjust_contrast(image, _keras.random.uniform((), lower, upper, seed=seed))


def random_saturation(image, lower, upper, seed=None):
    return adjust_saturation(image, _keras.random.uniform((), lower, upper, seed=seed))


def random_hue(image, max_delta, seed=None):
    return adjust_hue(image, _keras.random.uniform((), -max_delta, max_delta, seed=seed))


def rgb_to_grayscale(images, name=None):
    return _ops.image.rgb_to_grayscale(images)


def grayscale_to_rgb(images, name=None):
    return _ops.repeat(images, 3, axis=-1)


def convert_image_dtype(image, dtype, saturate=False, name=None):
    image = _ops.convert_to_tensor(image)
    from_float, to_float = 'float' in str(image.dtype), 'float' in str(dtype)
    if from_float == to_float:
        return _ops.cast(image, dtype)
    if to_float:
        return _ops.cast(_ops.cast(image, 'float32') / 255.0, dtype)
    return _ops.cast(_ops.clip(image * 255.5, 0.0, 255.0), dtype)


def crop_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    return image[..., offset_height:offset_height + target_height, offset_width:offset_width + target_width, :]


def pad_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    return _ops.image.pad_images(image, top_padding=offset_height, left_padding=offset_width, target_height=target_height, target_width=target_width)


def central_crop(image, central_fraction):
    height, width = _rows(image), _columns(image)
    top = int((height - height * central_fraction) / 2)
    left = int((width - width * central_fraction) / 2)
    return crop_to_bounding_box(image, top, left, height - 2 * top, width - 2 * left)


def resize_with_crop_or_pad(image, target_height, target_width):
    height, width = _rows(image), _columns(image)
    image = crop_to_bounding_box(image, max(0, (height - target_height) // 2), max(0, (width - target_width) // 2), min(height, target_height), min(width, target_width))
    return pad_to_bounding_box(image, max(0, (target_height - height) // 2), max(0, (target_width - width) // 2), target_height, target_width)


def resize_with_pad(image, target_height, target_width, method='bilinear', antialias=False):
    scale = max(_columns(image) / target_width, _rows(image) / target_height)
    height, width = round(_rows(image) / scale), round(_columns(image) / scale)
    resized = resize(image, (height, width), method, antialias=antialias)
    return pad_to_bounding_box(resized, (target_height - height) // 2, (target_width - width) // 2, target_height, target_width)


def random_crop(value, size, seed=None, name=None):
    value = _ops.convert_to_tensor(value)
    starts = [_keras.random.randint((), 0, whole - int(part) + 1, seed=seed) for whole, part in zip(value.shape, size)]
    return _ops.slice(value, starts, [int(part) for part in size])


def per_image_standardization(image):
    image = _ops.cast(image, 'float32')
    axes = (-3, -2, -1)
    size = _rows(image) * _columns(image) * image.shape[-1]
    deviation = _ops.maximum(_ops.std(image, axis=axes, keepdims=True), 1.0 / _np.sqrt(size))
    return (image - _ops.mean(image, axis=axes, keepdims=True)) / deviation


def psnr(a, b, max_val, name=None):
    error = _ops.mean(_ops.square(_ops.cast(a, 'float32') - _ops.cast(b, 'float32')), axis=(-3, -2, -1))
    return 20.0 * _np.log10(max_val) - 10.0 * _ops.log10(error)


def total_variation(images, name=None):
    down = images[..., 1:, :, :] - images[..., :-1, :, :]
    across = images[..., :, 1:, :] - images[..., :, :-1, :]
    return _ops.sum(_ops.abs(down), axis=(-3, -2, -1)) + _ops.sum(_ops.abs(across), axis=(-3, -2, -1))


def extract_patches(images, sizes, strides, rates, padding, name=None):
    return _ops.image.extract_patches(images, sizes[1:3], strides[1:3], rates[1], padding.lower())


def image_gradients(image):
    down = _ops.pad(image[:, 1:] - image[:, :-1], ((0, 0), (0, 1), (0, 0), (0, 0)))
    across = _ops.pad(image[:, :, 1:] - image[:, :, :-1], ((0, 0), (0, 0), (0, 1), (0, 0)))
    return down, across
`;
