/** The older architectures of `keras.applications`: VGG, ResNet, DenseNet, Xception, Inception; in Python. */

const parameters =
  'include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation="softmax"';
const names = 'include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation';

const imports = `
from keras import layers as _layers
from keras.applications.imagenet_utils import Build, settings as _settings
`;

/** `keras.applications.vgg16` and `vgg19`. */
export const vggSource = `${imports}

def _vgg(given, counts, name):
    build = Build(given, 224, 32)
    x = build.input
    for block, (count, filters) in enumerate(zip(counts, (64, 128, 256, 512, 512)), 1):
        for place in range(1, count + 1):
            x = _layers.Conv2D(filters, (3, 3), activation='relu', padding='same', name='block%d_conv%d' % (block, place))(x)
        x = _layers.MaxPooling2D((2, 2), strides=(2, 2), name='block%d_pool' % block)(x)
    if given['include_top']:
        x = _layers.Flatten(name='flatten')(x)
        for layer in ('fc1', 'fc2'):
            x = _layers.Dense(4096, activation='relu', name=layer)(x)
    return build.model(build.head(x, average=False, named=False), name)


def VGG16(${parameters}):
    return _vgg(_settings(${names}), (2, 2, 3, 3, 3), 'vgg16')


def VGG19(${parameters}):
    return _vgg(_settings(${names}), (2, 2, 4, 4, 4), 'vgg19')
`;

/** `keras.applications.resnet` and `resnet_v2`. */
export const resnetSource = `${imports}

def _norm(x, name):
    return _layers.Activation('relu', name=name + '_relu')(_layers.BatchNormalization(epsilon=1.001e-5, name=name + '_bn')(x))


def _first(x, filters, stride, changed, name):
    """A block of the first version: what is left beside the shortcut, normalized after each convolution."""
    shortcut = x
    if changed:
        shortcut = _layers.Conv2D(4 * filters, 1, strides=stride, name=name + '_0_conv')(x)
        shortcut = _layers.BatchNormalization(epsilon=1.001e-5, name=name + '_0_bn')(shortcut)
    x = _norm(_layers.Conv2D(filters, 1, strides=stride, name=name + '_1_conv')(x), name + '_1')
    x = _norm(_layers.Conv2D(filters, 3, padding='SAME', name=name + '_2_conv')(x), name + '_2')
    x = _layers.Conv2D(4 * filters, 1, name=name + '_3_conv')(x)
    x = _layers.BatchNormalization(epsilon=1.001e-5, name=name + '_3_bn')(x)
    x = _layers.Add(name=name + '_add')([shortcut, x])
    return _layers.Activation('relu', name=name + '_out')(x)


def _second(x, filters, stride, changed, name):
    """A block of the second version: normalized before each convolution."""
    ready = _layers.BatchNormalization(epsilon=1.001e-5, name=name + '_preact_bn')(x)
    ready = _layers.Activation('relu', name=name + '_preact_relu')(ready)
    if changed:
        shortcut = _layers.Conv2D(4 * filters, 1, strides=stride, name=name + '_0_conv')(ready)
    else:
        shortcut = _layers.MaxPooling2D(1, strides=stride)(x) if stride > 1 else x
    x = _norm(_layers.Conv2D(filters, 1, strides=1, use_bias=False, name=name + '_1_conv')(ready), name + '_1')
    x = _layers.ZeroPadding2D(padding=((1, 1), (1, 1)), name=name + '_2_pad')(x)
    x = _norm(_layers.Conv2D(filters, 3, strides=stride, use_bias=False, name=name + '_2_conv')(x), name + '_2')
    x = _layers.Conv2D(4 * filters, 1, name=name + '_3_conv')(x)
    return _layers.Add(name=name + '_out')([shortcut, x])


def _resnet(given, counts, second, name):
    build = Build(given, 224, 32)
    x = _layers.ZeroPadding2D(padding=((3, 3), (3, 3)), name='conv1_pad')(build.input)
    x = _layers.Conv2D(64, 7, strides=2, use_bias=True, name='conv1_conv')(x)
    if not second:
        x = _norm(x, 'conv1')
    x = _layers.ZeroPadding2D(padding=((1, 1), (1, 1)), name='pool1_pad')(x)
    x = _layers.MaxPooling2D(3, strides=2, name='pool1_pool')(x)
    for stage, count in enumerate(counts):
        filters = 64 * 2 ** stage
        for block in range(1, count + 1):
            label = 'conv%d_block%d' % (stage + 2, block)
            if second:
                stride = 2 if block == count and stage < 3 else 1
                x = _second(x, filters, stride, block == 1, label)
            else:
                stride = 2 if block == 1 and stage > 0 else 1
                x = _first(x, filters, stride, block == 1, label)
    if second:
        x = _norm(x, 'post')
    return build.model(build.head(x), name)


def ResNet50(${parameters}):
    return _resnet(_settings(${names}), (3, 4, 6, 3), False, 'resnet50')


def ResNet101(${parameters}):
    return _resnet(_settings(${names}), (3, 4, 23, 3), False, 'resnet101')


def ResNet152(${parameters}):
    return _resnet(_settings(${names}), (3, 8, 36, 3), False, 'resnet152')


def ResNet50V2(${parameters}):
    return _resnet(_settings(${names}), (3, 4, 6, 3), True, 'resnet50v2')


def ResNet101V2(${parameters}):
    return _resnet(_settings(${names}), (3, 4, 23, 3), True, 'resnet101v2')


def ResNet152V2(${parameters}):
    return _resnet(_settings(${names}), (3, 8, 36, 3), True, 'resnet152v2')
`;

/** `keras.applications.densenet`. */
export const densenetSource = `${imports}

def _ready(x, name):
    return _layers.Activation('relu', name=name + 'relu')(_layers.BatchNormalization(epsilon=1.001e-5, name=name + 'bn')(x))


def _densenet(given, counts, name):
    build = Build(given, 224, 32)
    x = _layers.ZeroPadding2D(padding=((3, 3), (3, 3)))(build.input)
    x = _layers.Conv2D(64, 7, strides=2, use_bias=False, name='conv1_conv')(x)
    x = _ready(x, 'conv1_')
    x = _layers.ZeroPadding2D(padding=((1, 1), (1, 1)))(x)
    x = _layers.MaxPooling2D(3, strides=2, name='pool1')(x)
    for stage, count in enumerate(counts, 2):
        for block in range(1, count + 1):
            label = 'conv%d_block%d_' % (stage, block)
            grown = _layers.Conv2D(128, 1, use_bias=False, name=label + '1_conv')(_ready(x, label + '0_'))
            grown = _layers.Conv2D(32, 3, padding='same', use_bias=False, name=label + '2_conv')(_ready(grown, label + '1_'))
            x = _layers.Concatenate(axis=-1, name=label + 'concat')([x, grown])
        if stage < 5:
            label = 'pool%d_' % stage
            x = _layers.Conv2D(x.shape[-1] // 2, 1, use_bias=False, name=label + 'conv')(_ready(x, label))
            x = _layers.AveragePooling2D(2, strides=2, name=label + 'pool')(x)
    return build.model(build.head(_ready(x, '')), name)


def DenseNet121(${parameters}):
    return _densenet(_settings(${names}), (6, 12, 24, 16), 'densenet121')


def DenseNet169(${parameters}):
    return _densenet(_settings(${names}), (6, 12, 32, 32), 'densenet169')


def DenseNet201(${parameters}):
    return _densenet(_settings(${names}), (6, 12, 48, 32), 'densenet201')
`;

/** `keras.applications.xception`. */
export const xceptionSource = `${imports}

def _separable(x, filters, label):
    x = _layers.SeparableConv2D(filters, (3, 3), padding='same', use_bias=False, name=label)(x)
    return _layers.BatchNormalization(name=label + '_bn')(x)


def _shortcut(x, filters):
    x = _layers.Conv2D(filters, (1, 1), strides=(2, 2), padding='same', use_bias=False)(x)
    return _layers.BatchNormalization()(x)


def Xception(${parameters}):
    build = Build(_settings(${names}), 299, 71)
    x = build.input
    for label, filters, stride in (('block1_conv1', 32, 2), ('block1_conv2', 64, 1)):
        x = _layers.Conv2D(filters, (3, 3), strides=(stride, stride), use_bias=False, name=label)(x)
        x = _layers.BatchNormalization(name=label + '_bn')(x)
        x = _layers.Activation('relu', name=label + '_act')(x)
    for block, widths in ((2, (128, 128)), (3, (256, 256)), (4, (728, 728)), (13, (728, 1024))):
        if block == 13:
            for middle in range(5, 13):
                residual = x
                for place in (1, 2, 3):
                    label = 'block%d_sepconv%d' % (middle, place)
                    x = _separable(_layers.Activation('relu', name=label + '_act')(x), 728, label)
                x = _layers.add([x, residual])
        residual = _shortcut(x, widths[1])
        for place, filters in enumerate(widths, 1):
            label = 'block%d_sepconv%d' % (block, place)
            if block > 2 or place > 1:
                x = _layers.Activation('relu', name=label + '_act')(x)
            x = _separable(x, filters, label)
        x = _layers.MaxPooling2D((3, 3), strides=(2, 2), padding='same', name='block%d_pool' % block)(x)
        x = _layers.add([x, residual])
    for place, filters in ((1, 1536), (2, 2048)):
        label = 'block14_sepconv%d' % place
        x = _layers.Activation('relu', name=label + '_act')(_separable(x, filters, label))
    if include_top:
        return build.model(build.head(x), 'xception')
    return build.model(build.pooled(x, False), 'xception')
`;

/** `keras.applications.inception_v3`. */
export const inceptionSource = `${imports}

def _conv(x, filters, rows, columns, padding='same', stride=1):
    x = _layers.Conv2D(filters, (rows, columns), strides=(stride, stride), padding=padding, use_bias=False)(x)
    return _layers.Activation('relu')(_layers.BatchNormalization(scale=False)(x))


def _chain(x, *steps):
    for step in steps:
        x = _conv(x, *step)
    return x


def _average(x, filters):
    return _conv(_layers.AveragePooling2D((3, 3), strides=(1, 1), padding='same')(x), filters, 1, 1)


def _join(branches, name=None):
    return _layers.concatenate(branches, axis=-1, name=name)


def InceptionV3(${parameters}):
    build = Build(_settings(${names}), 299, 75)
    x = _chain(build.input, (32, 3, 3, 'valid', 2), (32, 3, 3, 'valid'), (64, 3, 3))
    x = _layers.MaxPooling2D((3, 3), strides=(2, 2))(x)
    x = _chain(x, (80, 1, 1, 'valid'), (192, 3, 3, 'valid'))
    x = _layers.MaxPooling2D((3, 3), strides=(2, 2))(x)
    for place, width in enumerate((32, 64, 64)):
        one = _conv(x, 64, 1, 1)
        five = _chain(x, (48, 1, 1), (64, 5, 5))
        three = _chain(x, (64, 1, 1), (96, 3, 3), (96, 3, 3))
        x = _join([one, five, three, _average(x, width)], 'mixed%d' % place)
    three = _conv(x, 384, 3, 3, 'valid', 2)
    double = _chain(x, (64, 1, 1), (96, 3, 3), (96, 3, 3, 'valid', 2))
    x = _join([three, double, _layers.MaxPooling2D((3, 3), strides=(2, 2))(x)], 'mixed3')
    for place, width in enumerate((128, 160, 160, 192), 4):
        one = _conv(x, 192, 1, 1)
        seven = _chain(x, (width, 1, 1), (width, 1, 7), (192, 7, 1))
        double = _chain(x, (width, 1, 1), (width, 7, 1), (width, 1, 7), (width, 7, 1), (192, 1, 7))
        x = _join([one, seven, double, _average(x, 192)], 'mixed%d' % place)
    three = _chain(x, (192, 1, 1), (320, 3, 3, 'valid', 2))
    seven = _chain(x, (192, 1, 1), (192, 1, 7), (192, 7, 1), (192, 3, 3, 'valid', 2))
    x = _join([three, seven, _layers.MaxPooling2D((3, 3), strides=(2, 2))(x)], 'mixed8')
    for place in range(2):
        one = _conv(x, 320, 1, 1)
        three = _conv(x, 384, 1, 1)
        three = _join([_conv(three, 384, 1, 3), _conv(three, 384, 3, 1)], 'mixed9_%d' % place)
        double = _chain(x, (448, 1, 1), (384, 3, 3))
        double = _join([_conv(double, 384, 1, 3), _conv(double, 384, 3, 1)])
        x = _join([one, three, double, _average(x, 192)], 'mixed%d' % (9 + place))
    if include_top:
        return build.model(build.head(x), 'inception_v3')
    return build.model(build.pooled(x, False), 'inception_v3')
`;
