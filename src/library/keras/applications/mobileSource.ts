/** The small architectures of `keras.applications`: MobileNet in three versions and EfficientNet; in Python. */

const imports = `
import math as _math
from keras import initializers as _initializers
from keras import layers as _layers
from keras.applications.imagenet_utils import Build, correct_pad, rounded, settings as _settings, square_side as _square_side, trained_side as _trained_side
`;

/** `keras.applications.mobilenet`. */
export const mobilenetSource = `${imports}

def _ready(x, name):
    return _layers.ReLU(6.0, name=name + '_relu')(_layers.BatchNormalization(name=name + '_bn')(x))


_sides = (128, 160, 192, 224)


def MobileNet(input_shape=None, alpha=1.0, depth_multiplier=1, dropout=1e-3, include_top=True, weights='imagenet', input_tensor=None, pooling=None, classes=1000, classifier_activation='softmax', name=None):
    build = Build(_settings(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation), _square_side(input_shape, _sides), 32)
    rows = build.input.shape[1]
    if weights == 'imagenet':
        if depth_multiplier != 1:
            raise ValueError('If imagenet weights are being loaded, depth multiplier must be 1.  Received depth_multiplier=' + str(depth_multiplier))
        if alpha not in (0.25, 0.5, 0.75, 1.0):
            raise ValueError('If imagenet weights are being loaded, alpha can be one of\`0.25\`, \`0.50\`, \`0.75\` or \`1.0\` only.  Received alpha=' + str(alpha))
        rows = _trained_side(build.input, _sides)
    x = _layers.Conv2D(int(32 * alpha), (3, 3), padding='same', use_bias=False, strides=(2, 2), name='conv1')(build.input)
    x = _ready(x, 'conv1')
    widths = ((64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2)) + ((512, 1),) * 5 + ((1024, 2), (1024, 1))
    for block, (filters, stride) in enumerate(widths, 1):
        if stride > 1:
            x = _layers.ZeroPadding2D(((0, 1), (0, 1)), name='conv_pad_%d' % block)(x)
        x = _layers.DepthwiseConv2D((3, 3), padding='same' if stride == 1 else 'valid', depth_multiplier=depth_multiplier, strides=(stride, stride), use_bias=False, name='conv_dw_%d' % block)(x)
        x = _ready(x, 'conv_dw_%d' % block)
        x = _layers.Conv2D(int(filters * alpha), (1, 1), padding='same', use_bias=False, strides=(1, 1), name='conv_pw_%d' % block)(x)
        x = _ready(x, 'conv_pw_%d' % block)
    if include_top:
        x = _layers.GlobalAveragePooling2D(keepdims=True)(x)
        x = _layers.Dropout(dropout, name='dropout')(x)
        x = _layers.Conv2D(classes, (1, 1), padding='same', name='conv_preds')(x)
        x = _layers.Reshape((classes,), name='reshape_2')(x)
        x = _layers.Activation(activation=classifier_activation, name='predictions')(x)
    else:
        x = build.pooled(x, False)
    return build.model(x, name or 'mobilenet_%0.2f_%s' % (alpha, rows), 'mobilenet_' + str(float(alpha)), rows)
`;

/** `keras.applications.mobilenet_v2`. */
export const mobilenet2Source = `${imports}

def _norm(x, name):
    return _layers.BatchNormalization(epsilon=1e-3, momentum=0.999, name=name)(x)


_sides = (96, 128, 160, 192, 224)


def MobileNetV2(input_shape=None, alpha=1.0, include_top=True, weights='imagenet', input_tensor=None, pooling=None, classes=1000, classifier_activation='softmax'):
    build = Build(_settings(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation), _square_side(input_shape, _sides), 32)
    rows = build.input.shape[1]
    if weights == 'imagenet':
        if alpha not in (0.35, 0.5, 0.75, 1.0, 1.3, 1.4):
            raise ValueError('If imagenet weights are being loaded, alpha must be one of \`0.35\`, \`0.50\`, \`0.75\`, \`1.0\`, \`1.3\` or \`1.4\` only; Received \`alpha=' + str(alpha) + '\`')
        rows = _trained_side(build.input, _sides)
    x = _layers.Conv2D(rounded(32 * alpha), kernel_size=3, strides=(2, 2), padding='same', use_bias=False, name='Conv1')(build.input)
    x = _layers.ReLU(6.0, name='Conv1_relu')(_norm(x, 'bn_Conv1'))
    block = 0
    for filters, count, first, expansion in ((16, 1, 1, 1), (24, 2, 2, 6), (32, 3, 2, 6), (64, 4, 2, 6), (96, 3, 1, 6), (160, 3, 2, 6), (320, 1, 1, 6)):
        for place in range(count):
            stride = first if place == 0 else 1
            label = 'block_%d_' % block if block else 'expanded_conv_'
            entered, channels = x, x.shape[-1]
            if block:
                x = _layers.Conv2D(expansion * channels, kernel_size=1, padding='same', use_bias=False, name=label + 'expand')(x)
                x = _layers.ReLU(6.0, name=label + 'expand_relu')(_norm(x, label + 'expand_BN'))
            if stride == 2:
                x = _layers.ZeroPadding2D(padding=correct_pad(x, 3), name=label + 'pad')(x)
            x = _layers.DepthwiseConv2D(kernel_size=3, strides=stride, use_bias=False, padding='same' if stride == 1 else 'valid', name=label + 'depthwise')(x)
            x = _layers.ReLU(6.0, name=label + 'depthwise_relu')(_norm(x, label + 'depthwise_BN'))
            width = rounded(int(filters * alpha))
            x = _layers.Conv2D(width, kernel_size=1, padding='same', use_bias=False, name=label + 'project')(x)
            x = _norm(x, label + 'project_BN')
            if channels == width and stride == 1:
                x = _layers.Add(name=label + 'add')([entered, x])
            block += 1
    x = _layers.Conv2D(rounded(1280 * alpha) if alpha > 1.0 else 1280, kernel_size=1, use_bias=False, name='Conv_1')(x)
    x = _layers.ReLU(6.0, name='out_relu')(_norm(x, 'Conv_1_bn'))
    return build.model(build.head(x, named=False), 'mobilenetv2_%0.2f_%s' % (alpha, rows), 'mobilenetv2_' + str(float(alpha)), rows)
`;

/** `keras.applications.mobilenet_v3`. */
export const mobilenet3Source = `${imports}

def _norm(x, name):
    return _layers.BatchNormalization(epsilon=1e-3, momentum=0.999, name=name)(x)


def _relu(x):
    return _layers.ReLU()(x)


def _swish(x):
    return _layers.Activation('hard_swish')(x)


def _squeeze(x, filters, label):
    label = label + 'squeeze_excite_'
    share = _layers.GlobalAveragePooling2D(keepdims=True, name=label + 'avg_pool')(x)
    share = _layers.Conv2D(rounded(filters * 0.25), kernel_size=1, padding='same', name=label + 'conv')(share)
    share = _layers.ReLU(name=label + 'relu')(share)
    share = _layers.Conv2D(filters, kernel_size=1, padding='same', name=label + 'conv_1')(share)
    share = _layers.ReLU(6.0)(share + 3.0) * (1.0 / 6.0)
    return _layers.Multiply(name=label + 'mul')([x, share])


def _mobile(given, alpha, minimalistic, dropout, preprocessing, blocks, last, kind):
    build = Build(given, None, 32)
    if given['weights'] == 'imagenet':
        if alpha not in ((1.0,) if minimalistic else (0.75, 1.0)):
            raise ValueError('If imagenet weights are being loaded, alpha can be one of \`0.75\`, \`1.0\` for non minimalistic or \`1.0\` for minimalistic only.')
        _trained_side(build.input, (224,))
    activation = _relu if minimalistic else _swish
    x = build.input
    if preprocessing:
        x = _layers.Rescaling(scale=1.0 / 127.5, offset=-1.0)(x)
    x = _layers.Conv2D(16, kernel_size=3, strides=(2, 2), padding='same', use_bias=False, name='conv')(x)
    x = activation(_norm(x, 'conv_bn'))
    for block, (expansion, filters, size, stride, squeezed, swish) in enumerate(blocks):
        act = activation if swish else _relu
        size = 3 if minimalistic else size
        width = rounded(filters * alpha)
        label = 'expanded_conv_%d_' % block if block else 'expanded_conv_'
        entered, channels = x, x.shape[-1]
        if block:
            x = _layers.Conv2D(rounded(channels * expansion), kernel_size=1, padding='same', use_bias=False, name=label + 'expand')(x)
            x = act(_norm(x, label + 'expand_bn'))
        if stride == 2:
            x = _layers.ZeroPadding2D(padding=correct_pad(x, size), name=label + 'depthwise_pad')(x)
        x = _layers.DepthwiseConv2D(size, strides=stride, padding='same' if stride == 1 else 'valid', use_bias=False, name=label + 'depthwise')(x)
        x = act(_norm(x, label + 'depthwise_bn'))
        if squeezed and not minimalistic:
            x = _squeeze(x, rounded(channels * expansion), label)
        x = _layers.Conv2D(width, kernel_size=1, padding='same', use_bias=False, name=label + 'project')(x)
        x = _norm(x, label + 'project_bn')
        if stride == 1 and channels == width:
            x = _layers.Add(name=label + 'add')([entered, x])
    x = _layers.Conv2D(rounded(x.shape[-1] * 6), kernel_size=1, padding='same', use_bias=False, name='conv_1')(x)
    x = activation(_norm(x, 'conv_1_bn'))
    if given['include_top']:
        x = _layers.GlobalAveragePooling2D(keepdims=True)(x)
        x = _layers.Conv2D(rounded(last * alpha) if alpha > 1.0 else last, kernel_size=1, padding='same', use_bias=True, name='conv_2')(x)
        x = activation(x)
        if dropout > 0:
            x = _layers.Dropout(dropout)(x)
        x = _layers.Conv2D(given['classes'], kernel_size=1, padding='same', name='logits')(x)
        x = _layers.Flatten()(x)
        x = _layers.Activation(activation=given['classifier_activation'], name='predictions')(x)
    else:
        x = build.pooled(x, True)
    name = 'MobilenetV3' + kind
    return build.model(x, name, name + ('_minimalistic_' if minimalistic else '_') + str(float(alpha)))


_small = (
    (1, 16, 3, 2, True, False), (72.0 / 16, 24, 3, 2, False, False), (88.0 / 24, 24, 3, 1, False, False),
    (4, 40, 5, 2, True, True), (6, 40, 5, 1, True, True), (6, 40, 5, 1, True, True), (3, 48, 5, 1, True, True),
    (3, 48, 5, 1, True, True), (6, 96, 5, 2, True, True), (6, 96, 5, 1, True, True), (6, 96, 5, 1, True, True),
)
_large = (
    (1, 16, 3, 1, False, False), (4, 24, 3, 2, False, False), (3, 24, 3, 1, False, False),
    (3, 40, 5, 2, True, False), (3, 40, 5, 1, True, False), (3, 40, 5, 1, True, False),
    (6, 80, 3, 2, False, True), (2.5, 80, 3, 1, False, True), (2.3, 80, 3, 1, False, True), (2.3, 80, 3, 1, False, True),
    (6, 112, 3, 1, True, True), (6, 112, 3, 1, True, True), (6, 160, 5, 2, True, True), (6, 160, 5, 1, True, True),
    (6, 160, 5, 1, True, True),
)


def MobileNetV3Small(input_shape=None, alpha=1.0, minimalistic=False, include_top=True, weights='imagenet', input_tensor=None, classes=1000, pooling=None, dropout_rate=0.2, classifier_activation='softmax', include_preprocessing=True):
    given = _settings(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)
    return _mobile(given, alpha, minimalistic, dropout_rate, include_preprocessing, _small, 1024, 'small')


def MobileNetV3Large(input_shape=None, alpha=1.0, minimalistic=False, include_top=True, weights='imagenet', input_tensor=None, classes=1000, pooling=None, dropout_rate=0.2, classifier_activation='softmax', include_preprocessing=True):
    given = _settings(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)
    return _mobile(given, alpha, minimalistic, dropout_rate, include_preprocessing, _large, 1280, 'large')
`;

/** Width, depth, image size and dropout of each EfficientNet. */
const efficientNets: readonly (readonly [string, number, number, number, number])[] = [
  ['B0', 1.0, 1.0, 224, 0.2],
  ['B1', 1.0, 1.1, 240, 0.2],
  ['B2', 1.1, 1.2, 260, 0.3],
  ['B3', 1.2, 1.4, 300, 0.3],
  ['B4', 1.4, 1.8, 380, 0.4],
  ['B5', 1.6, 2.2, 456, 0.4],
  ['B6', 1.8, 2.6, 528, 0.5],
  ['B7', 2.0, 3.1, 600, 0.5],
];

/** `keras.applications.efficientnet`. */
export const efficientnetSource = `${imports}

_blocks = ((3, 1, 32, 16, 1, 1), (3, 2, 16, 24, 6, 2), (5, 2, 24, 40, 6, 2), (3, 3, 40, 80, 6, 2), (5, 3, 80, 112, 6, 1), (5, 4, 112, 192, 6, 2), (3, 1, 192, 320, 6, 1))


def _kernel():
    return _initializers.VarianceScaling(scale=2.0, mode='fan_out', distribution='truncated_normal')


def _conv(x, filters, name, **more):
    return _layers.Conv2D(filters, 1, padding='same', kernel_initializer=_kernel(), name=name, **more)(x)


def _ready(x, label, prefix=''):
    x = _layers.BatchNormalization(name=label + prefix + 'bn')(x)
    return _layers.Activation('swish', name=label + prefix + 'activation')(x)


def _block(x, entering, filters, size, stride, expansion, drop, label):
    entered, wide = x, entering * expansion
    if expansion != 1:
        x = _ready(_conv(x, wide, label + 'expand_conv', use_bias=False), label, 'expand_')
    if stride == 2:
        x = _layers.ZeroPadding2D(padding=correct_pad(x, size), name=label + 'dwconv_pad')(x)
    x = _layers.DepthwiseConv2D(size, strides=stride, padding='valid' if stride == 2 else 'same', use_bias=False, depthwise_initializer=_kernel(), name=label + 'dwconv')(x)
    x = _ready(x, label)
    share = _layers.GlobalAveragePooling2D(name=label + 'se_squeeze')(x)
    share = _layers.Reshape((1, 1, wide), name=label + 'se_reshape')(share)
    share = _conv(share, max(1, int(entering * 0.25)), label + 'se_reduce', activation='swish')
    share = _conv(share, wide, label + 'se_expand', activation='sigmoid')
    x = _layers.multiply([x, share], name=label + 'se_excite')
    x = _conv(x, filters, label + 'project_conv', use_bias=False)
    x = _layers.BatchNormalization(name=label + 'project_bn')(x)
    if stride == 1 and entering == filters:
        if drop > 0:
            x = _layers.Dropout(drop, noise_shape=(None, 1, 1, 1), name=label + 'drop')(x)
        x = _layers.add([x, entered], name=label + 'add')
    return x


def _efficient(given, width, depth, size, dropout, name, trained):
    build = Build(given, size, 32)
    x = _layers.Rescaling(1.0 / 255.0)(build.input)
    x = _layers.Normalization(axis=3)(x)
    if given['weights'] == 'imagenet':
        x = _layers.Rescaling([1.0 / _math.sqrt(spread) for spread in (0.229, 0.224, 0.225)])(x)
    x = _layers.ZeroPadding2D(padding=correct_pad(x, 3), name='stem_conv_pad')(x)
    x = _layers.Conv2D(rounded(32 * width), 3, strides=2, padding='valid', use_bias=False, kernel_initializer=_kernel(), name='stem_conv')(x)
    x = _ready(x, 'stem_')
    counts = [int(_math.ceil(depth * block[1])) for block in _blocks]
    place = 0
    for stage, (window, _, entering, filters, expansion, first) in enumerate(_blocks):
        for turn in range(counts[stage]):
            x = _block(
                x,
                rounded((filters if turn else entering) * width),
                rounded(filters * width),
                window,
                1 if turn else first,
                expansion,
                0.2 * place / float(sum(counts)),
                'block%d%s_' % (stage + 1, chr(turn + 97)),
            )
            place += 1
    x = _ready(_conv(x, rounded(1280 * width), 'top_conv', use_bias=False), 'top_')
    if given['include_top']:
        x = _layers.GlobalAveragePooling2D(name='avg_pool')(x)
        x = _layers.Dropout(dropout, name='top_dropout')(x)
        x = build.classified(x, kernel_initializer=_initializers.VarianceScaling(scale=1.0 / 3.0, mode='fan_out', distribution='uniform'))
    else:
        x = build.pooled(x, True)
    return build.model(x, name, trained)

${efficientNets
  .map(
    ([name, width, depth, size, dropout]) => `
def EfficientNet${name}(include_top=True, weights='imagenet', input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation='softmax', name='efficientnet${name.toLowerCase()}'):
    return _efficient(_settings(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation), ${width}, ${depth}, ${size}, ${dropout}, name, 'efficientnet${name.toLowerCase()}')
`,
  )
  .join('\n')}
`;
