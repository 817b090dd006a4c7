/** ConvNeXt and EfficientNetV2 of `keras.applications`, in Python on Keras's own layers. */

/** `keras.applications.convnext`. */
export const convnextSource = `
import keras as _keras
from keras import layers as _layers
from keras.applications.imagenet_utils import Build, settings as _settings


class LayerScale(_layers.Layer):
    def __init__(self, init_values, projection_dim, **kwargs):
        super().__init__(**kwargs)
        self.init_values = init_values
        self.projection_dim = projection_dim

    def build(self, _):
        start = _keras.initializers.Constant(self.init_values)
        self.gamma = self.add_weight(shape=(self.projection_dim,), initializer=start, trainable=True)

    def call(self, x):
        return x * self.gamma

    def get_config(self):
        return {**super().get_config(), 'init_values': self.init_values, 'projection_dim': self.projection_dim}


def _norm(x, name):
    return _layers.LayerNormalization(epsilon=1e-6, name=name)(x)


def _block(x, width, name):
    entered = x
    x = _layers.Conv2D(width, 7, padding='same', groups=width, name=name + '_depthwise_conv')(x)
    x = _norm(x, name + '_layernorm')
    x = _layers.Dense(4 * width, name=name + '_pointwise_conv_1')(x)
    x = _layers.Activation('gelu', name=name + '_gelu')(x)
    x = _layers.Dense(width, name=name + '_pointwise_conv_2')(x)
    x = LayerScale(1e-6, width, name=name + '_layer_scale')(x)
    return entered + _layers.Activation('linear', name=name + '_identity')(x)


def _smaller(width, name, place):
    return _keras.Sequential([
        _layers.LayerNormalization(epsilon=1e-6, name=name + '_downsampling_layernorm_' + str(place)),
        _layers.Conv2D(width, 2, strides=2, name=name + '_downsampling_conv_' + str(place)),
    ], name=name + '_downsampling_block_' + str(place))


def _convnext(depths, widths, name, trained, include_preprocessing, build):
    x = build.input
    if include_preprocessing and x.shape[-1] == 3:
        mean = [0.485 * 255, 0.456 * 255, 0.406 * 255]
        variance = [(0.229 * 255) ** 2, (0.224 * 255) ** 2, (0.225 * 255) ** 2]
        x = _layers.Normalization(mean=mean, variance=variance, name=name + '_prestem_normalization')(x)
    stem = _keras.Sequential([
        _layers.Conv2D(widths[0], 4, strides=4, name=name + '_stem_conv'),
        _layers.LayerNormalization(epsilon=1e-6, name=name + '_stem_layernorm'),
    ], name=name + '_stem')
    smaller = [stem] + [_smaller(width, name, place) for place, width in enumerate(widths[1:])]
    for stage, (depth, width) in enumerate(zip(depths, widths)):
        x = smaller[stage](x)
        for block in range(depth):
            x = _block(x, width, '%s_stage_%d_block_%d' % (name, stage, block))
    if build.settings['include_top']:
        x = _layers.GlobalAveragePooling2D(name=name + '_head_gap')(x)
        x = _norm(x, name + '_head_layernorm')
        x = _layers.Dense(build.settings['classes'], activation=build.settings['classifier_activation'], name=name + '_head_dense')(x)
    else:
        x = _norm(build.pooled(x, False), None)
    return build.model(x, name, trained)
${(
  [
    ['Tiny', '(3, 3, 9, 3)', '(96, 192, 384, 768)'],
    ['Small', '(3, 3, 27, 3)', '(96, 192, 384, 768)'],
    ['Base', '(3, 3, 27, 3)', '(128, 256, 512, 1024)'],
    ['Large', '(3, 3, 27, 3)', '(192, 384, 768, 1536)'],
    ['XLarge', '(3, 3, 27, 3)', '(256, 512, 1024, 2048)'],
  ] as const
)
  .map(
    ([size, depths, widths]) => `

def ConvNeXt${size}(model_name='convnext_${size.toLowerCase()}', include_top=True, include_preprocessing=True, weights='imagenet', input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation='softmax'):
    build = Build(_settings(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation), 224, 32)
    return _convnext(${depths}, ${widths}, model_name, 'convnext_${size.toLowerCase()}', include_preprocessing, build)
`,
  )
  .join('')}`;

/** `keras.applications.efficientnet_v2`. */
export const efficientnet2Source = `
import math as _math
from keras import layers as _layers
from keras.applications.imagenet_utils import Build, settings as _settings

_KERNELS = {'class_name': 'VarianceScaling', 'config': {'scale': 2.0, 'mode': 'fan_out', 'distribution': 'truncated_normal'}}
_DENSE = {'class_name': 'VarianceScaling', 'config': {'scale': 1.0 / 3.0, 'mode': 'fan_out', 'distribution': 'uniform'}}

# How often, filters in and out, expansion, share of squeeze and excitation, stride, and whether the block is fused.
_BASE = ((1, 32, 16, 1, 0, 1, True), (2, 16, 32, 4, 0, 2, True), (2, 32, 48, 4, 0, 2, True), (3, 48, 96, 4, 0.25, 2, False), (5, 96, 112, 6, 0.25, 1, False), (8, 112, 192, 6, 0.25, 2, False))
_S = ((2, 24, 24, 1, 0, 1, True), (4, 24, 48, 4, 0, 2, True), (4, 48, 64, 4, 0, 2, True), (6, 64, 128, 4, 0.25, 2, False), (9, 128, 160, 6, 0.25, 1, False), (15, 160, 256, 6, 0.25, 2, False))
_M = ((3, 24, 24, 1, 0, 1, True), (5, 24, 48, 4, 0, 2, True), (5, 48, 80, 4, 0, 2, True), (7, 80, 160, 4, 0.25, 2, False), (14, 160, 176, 6, 0.25, 1, False), (18, 176, 304, 6, 0.25, 2, False), (5, 304, 512, 6, 0.25, 1, False))
_L = ((4, 32, 32, 1, 0, 1, True), (7, 32, 64, 4, 0, 2, True), (7, 64, 96, 4, 0, 2, True), (10, 96, 192, 4, 0.25, 2, False), (19, 192, 224, 6, 0.25, 1, False), (25, 224, 384, 6, 0.25, 2, False), (7, 384, 640, 6, 0.25, 1, False))


def _width(filters, scale):
    return max(8, int(filters * scale + 4) // 8 * 8)


def _conv(x, filters, size, stride, name):
    return _layers.Conv2D(filters, size, strides=stride, kernel_initializer=_KERNELS, padding='same', use_bias=False, name=name)(x)


def _norm(x, name):
    return _layers.BatchNormalization(momentum=0.9, name=name)(x)


def _act(x, name):
    return _layers.Activation('swish', name=name)(x)


def _excited(x, filters, reduced, name):
    se = _layers.GlobalAveragePooling2D(name=name + 'se_squeeze')(x)
    se = _layers.Reshape((1, 1, filters), name=name + 'se_reshape')(se)
    se = _layers.Conv2D(reduced, 1, padding='same', activation='swish', kernel_initializer=_KERNELS, name=name + 'se_reduce')(se)
    se = _layers.Conv2D(filters, 1, padding='same', activation='sigmoid', kernel_initializer=_KERNELS, name=name + 'se_expand')(se)
    return _layers.multiply([x, se], name=name + 'se_excite')


def _block(x, entering, leaving, expansion, share, stride, fused, drop, name):
    entered, filters = x, entering * expansion
    if expansion != 1:
        x = _conv(x, filters, 3 if fused else 1, stride if fused else 1, name + 'expand_conv')
        x = _act(_norm(x, name + 'expand_bn'), name + 'expand_activation')
    if not fused:
        x = _layers.DepthwiseConv2D(3, strides=stride, depthwise_initializer=_KERNELS, padding='same', use_bias=False, name=name + 'dwconv2')(x)
        x = _act(_norm(x, name + 'bn'), name + 'activation')
    if share:
        x = _excited(x, filters, max(1, int(entering * share)), name)
    only = fused and expansion == 1
    x = _norm(_conv(x, leaving, 3 if only else 1, stride if only else 1, name + 'project_conv'), name + 'project_bn')
    if only:
        x = _act(x, name + 'project_activation')
    if stride == 1 and entering == leaving:
        if drop:
            x = _layers.Dropout(drop, noise_shape=(None, 1, 1, 1), name=name + 'drop')(x)
        x = _layers.add([x, entered], name=name + 'add')
    return x


def _efficientnet(blocks, width, depth, name, include_preprocessing, build):
    x = build.input
    if include_preprocessing:
        if name.split('-')[-1].startswith('b') and x.shape[-1] == 3:
            x = _layers.Rescaling(scale=1.0 / 255)(x)
            x = _layers.Normalization(mean=[0.485, 0.456, 0.406], variance=[0.229 ** 2, 0.224 ** 2, 0.225 ** 2], axis=3)(x)
        else:
            x = _layers.Rescaling(scale=1.0 / 128.0, offset=-1)(x)
    x = _act(_norm(_conv(x, _width(blocks[0][1], width), 3, 2, 'stem_conv'), 'stem_bn'), 'stem_activation')
    total, done = float(sum(block[0] for block in blocks)), 0
    for place, (count, entering, leaving, expansion, share, stride, fused) in enumerate(blocks):
        entering, leaving = _width(entering, width), _width(leaving, width)
        for again in range(int(_math.ceil(depth * count))):
            first = again == 0
            label = 'block%d%s_' % (place + 1, chr(again + 97))
            x = _block(x, entering if first else leaving, leaving, expansion, share, stride if first else 1, fused, 0.2 * done / total, label)
            done += 1
    x = _act(_norm(_conv(x, _width(1280, width), 1, 1, 'top_conv'), 'top_bn'), 'top_activation')
    if build.settings['include_top']:
        x = _layers.GlobalAveragePooling2D(name='avg_pool')(x)
        x = _layers.Dropout(0.2, name='top_dropout')(x)
        x = build.classified(x, kernel_initializer=_DENSE)
    else:
        x = build.pooled(x, True)
    return build.model(x, name)
${(
  [
    ['B0', '_BASE', 1.0, 1.0, 224],
    ['B1', '_BASE', 1.0, 1.1, 240],
    ['B2', '_BASE', 1.1, 1.2, 260],
    ['B3', '_BASE', 1.2, 1.4, 300],
    ['S', '_S', 1.0, 1.0, 384],
    ['M', '_M', 1.0, 1.0, 480],
    ['L', '_L', 1.0, 1.0, 480],
  ] as const
)
  .map(
    ([size, blocks, width, depth, side]) => `

def EfficientNetV2${size}(include_top=True, weights='imagenet', input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation='softmax', include_preprocessing=True):
    build = Build(_settings(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation), ${side}, 32)
    return _efficientnet(${blocks}, ${width}, ${depth}, 'efficientnetv2-${size.toLowerCase()}', include_preprocessing, build)
`,
  )
  .join('')}`;
