/** What the architectures of `keras.applications` share: input shapes, heads, preprocessing; in Python on Keras itself. */

import { weightsSource } from './weightsSource.ts';

/** `keras.applications.imagenet_utils`. */
export const sharedSource = `
import warnings as _warnings
import numpy as _np
from keras import backend as _backend
from keras import layers as _layers
from keras import models as _models


def _shape(given, size, least, flattened, weights):
    pretrained = weights == 'imagenet'
    if size is None:
        # MobileNetV3 takes any size, with a head too.
        for side in (given or ())[:2]:
            if side is not None and side < least:
                raise ValueError('Input size must be at least ' + str(least) + 'x' + str(least) + '; Received \`input_shape=' + str(tuple(given)) + '\`')
        return (None, None, 3) if given is None else tuple(given)
    usual = (size, size, given[-1] if given is not None and len(given) == 3 and not pretrained else 3)
    if pretrained and flattened:
        if given is not None and tuple(given) != usual:
            raise ValueError('When setting \`include_top=True\` and loading \`imagenet\` weights, \`input_shape\` should be ' + str(usual) + '.  Received: input_shape=' + str(given))
        return usual
    if given is None:
        return usual if flattened else (None, None, 3)
    if len(given) != 3:
        raise ValueError('\`input_shape\` must be a tuple of three integers.')
    if given[-1] != 3 and pretrained:
        raise ValueError('The input must have 3 channels; Received \`input_shape=' + str(given) + '\`')
    for side in given[:2]:
        if side is not None and side < least:
            raise ValueError('Input size must be at least ' + str(least) + 'x' + str(least) + '; Received: input_shape=' + str(given))
    if flattened and None in given:
        raise ValueError('If \`include_top\` is True, you should specify a static \`input_shape\`. Received: input_shape=' + str(given))
    return tuple(given)


class Build:
    """One architecture under construction: its input, and the head that all of them share."""

    def __init__(self, settings, size, least):
        self.settings = settings
        weights, classes = settings['weights'], settings['classes']
        top = settings['include_top']
        if weights == 'imagenet' and top and classes != 1000:
            raise ValueError('If using \`weights="imagenet"\` with \`include_top=True\`, \`classes\` should be 1000.  Received classes=' + str(classes))
        tensor = settings['input_tensor']
        if tensor is None:
            self.input = _layers.Input(shape=_shape(settings['input_shape'], size, least, top, weights))
        else:
            self.input = tensor if _backend.is_keras_tensor(tensor) else _layers.Input(tensor=tensor)

    def pooled(self, x, named):
        kind = self.settings['pooling']
        if kind == 'avg':
            return _layers.GlobalAveragePooling2D(name='avg_pool' if named else None)(x)
        if kind == 'max':
            return _layers.GlobalMaxPooling2D(name='max_pool' if named else None)(x)
        return x

    def classified(self, x, **more):
        return _layers.Dense(self.settings['classes'], activation=self.settings['classifier_activation'], name='predictions', **more)(x)

    def head(self, x, average=True, named=True):
        if not self.settings['include_top']:
            return self.pooled(x, named)
        if average:
            x = _layers.GlobalAveragePooling2D(name='avg_pool' if named else None)(x)
        return self.classified(x)

    def model(self, x, name, pretrained=None, side=None):
        made = _models.Model(self.input, x, name=name)
        weights = self.settings['weights']
        if weights == 'imagenet':
            if _running():
                _load_pretrained(made, pretrained or name, side, self.settings['include_top'])
        elif weights is not None:
            _check_weights(weights, name)
            made.load_weights(weights)
        return made


def square_side(shape, sides):
    """The side of a square image for which there are weights, else 224."""
    if shape is None or len(shape) != 3 or shape[0] != shape[1] or shape[0] not in sides:
        return 224
    return shape[0]


def trained_side(tensor, sides):
    """The image size whose weights fit best; of all but the sizes listed those for 224."""
    rows, columns = tensor.shape[1:3]
    if rows == columns and rows in sides:
        return rows
    usual = '\`rows\` is not in [' + ', '.join(str(side) for side in sides) + ']' if len(sides) > 1 else '\`rows\` is not 224'
    _warnings.warn('\`input_shape\` is undefined or non-square, or ' + usual + '. Weights for input shape (224, 224) will be loaded as the default.', stacklevel=3)
    return 224


def settings(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation):
    return {
        'include_top': include_top,
        'weights': weights,
        'input_tensor': input_tensor,
        'input_shape': input_shape,
        'pooling': pooling,
        'classes': classes,
        'classifier_activation': classifier_activation,
    }


def correct_pad(x, size):
    sides = _sides(x)
    odd = [1 if side is None else side % 2 for side in sides]
    adjust = [1, 1] if sides[0] is None else [1 - side for side in odd]
    return tuple((size // 2 - less, size // 2) for less in adjust)


def rounded(width, divisor=8):
    made = max(divisor, int(width + divisor / 2) // divisor * divisor)
    return int(made + divisor if made < 0.9 * width else made)


def preprocess_input(x, data_format=None, mode='caffe'):
    if mode not in ('caffe', 'tf', 'torch'):
        raise ValueError("Expected mode to be one of \`caffe\`, \`tf\` or \`torch\`. Received: mode=" + str(mode))
    if isinstance(x, _np.ndarray):
        x = x.astype('float32')
    if mode == 'tf':
        return x / 127.5 - 1.0
    first = (data_format or _backend.image_data_format()) == 'channels_first'
    shape = (3, 1, 1) if first else (3,)
    if mode == 'torch':
        mean = _np.array([0.485, 0.456, 0.406]).reshape(shape)
        spread = _np.array([0.229, 0.224, 0.225]).reshape(shape)
        return ((x / 255.0 - mean) / spread).astype('float32') if isinstance(x, _np.ndarray) else (x / 255.0 - mean) / spread
    mean = _np.array([103.939, 116.779, 123.68]).reshape(shape)
    turned = (x[::-1] if len(x.shape) == 3 else x[:, ::-1]) if first else x[..., ::-1]
    return (turned - mean).astype('float32') if isinstance(x, _np.ndarray) else turned - mean
${weightsSource}`;
