/** InceptionResNetV2 and NASNet of `keras.applications`: networks of repeated cells; in Python on Keras's own layers. */

/** `keras.applications.inception_resnet_v2`. */
export const inceptionResnetSource = `
from keras import layers as _layers
from keras.applications.imagenet_utils import Build, settings as _settings


class CustomScaleLayer(_layers.Layer):
    def __init__(self, scale, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale

    def get_config(self):
        return {**super().get_config(), 'scale': self.scale}

    def call(self, inputs):
        return inputs[0] + inputs[1] * self.scale


def _conv(x, filters, size, strides=1, padding='same', name=None):
    x = _layers.Conv2D(filters, size, strides=strides, padding=padding, use_bias=False, name=name)(x)
    x = _layers.BatchNormalization(axis=3, scale=False, name=None if name is None else name + '_bn')(x)
    return _layers.Activation('relu', name=None if name is None else name + '_ac')(x)


def _chain(x, *steps):
    for filters, size in steps:
        x = _conv(x, filters, size)
    return x


_BRANCHES = {
    'block35': (((32, 1),), ((32, 1), (32, 3)), ((32, 1), (48, 3), (64, 3))),
    'block17': (((192, 1),), ((128, 1), (160, [1, 7]), (192, [7, 1]))),
    'block8': (((192, 1),), ((192, 1), (224, [1, 3]), (256, [3, 1]))),
}


def _residual(x, scale, kind, place, active=True):
    name = kind + '_' + str(place)
    mixed = _layers.Concatenate(axis=3, name=name + '_mixed')([_chain(x, *branch) for branch in _BRANCHES[kind]])
    up = _layers.Conv2D(x.shape[3], 1, padding='same', name=name + '_conv')(mixed)
    x = CustomScaleLayer(scale)([x, up])
    return _layers.Activation('relu', name=name + '_ac')(x) if active else x


def _pool(x, **more):
    return _layers.MaxPooling2D(3, strides=2, **more)(x)


def InceptionResNetV2(include_top=True, weights='imagenet', input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation='softmax'):
    build = Build(_settings(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation), 299, 75)
    x = _conv(build.input, 32, 3, strides=2, padding='valid')
    x = _conv(x, 32, 3, padding='valid')
    x = _pool(_conv(x, 64, 3))
    x = _conv(x, 80, 1, padding='valid')
    x = _pool(_conv(x, 192, 3, padding='valid'))
    parts = [_chain(x, (96, 1)), _chain(x, (48, 1), (64, 5)), _chain(x, (64, 1), (96, 3), (96, 3))]
    averaged = _layers.AveragePooling2D(3, strides=1, padding='same')(x)
    x = _layers.Concatenate(axis=3, name='mixed_5b')(parts + [_conv(averaged, 64, 1)])
    for place in range(1, 11):
        x = _residual(x, 0.17, 'block35', place)
    parts = [_conv(x, 384, 3, strides=2, padding='valid')]
    parts.append(_conv(_chain(x, (256, 1), (256, 3)), 384, 3, strides=2, padding='valid'))
    x = _layers.Concatenate(axis=3, name='mixed_6a')(parts + [_pool(x, padding='valid')])
    for place in range(1, 21):
        x = _residual(x, 0.1, 'block17', place)
    parts = []
    for steps, filters in ((((256, 1),), 384), (((256, 1),), 288), (((256, 1), (288, 3)), 320)):
        parts.append(_conv(_chain(x, *steps), filters, 3, strides=2, padding='valid'))
    x = _layers.Concatenate(axis=3, name='mixed_7a')(parts + [_pool(x, padding='valid')])
    for place in range(1, 10):
        x = _residual(x, 0.2, 'block8', place)
    x = _residual(x, 1.0, 'block8', 10, active=False)
    x = _conv(x, 1536, 1, name='conv_7b')
    if include_top:
        x = build.classified(_layers.GlobalAveragePooling2D(name='avg_pool')(x))
    else:
        x = build.pooled(x, False)
    return build.model(x, 'inception_resnet_v2')
`;

/** `keras.applications.nasnet`. */
export const nasnetSource = `
from keras import layers as _layers
from keras.applications.imagenet_utils import Build, correct_pad, settings as _settings


def _norm(x, name):
    return _layers.BatchNormalization(axis=-1, momentum=0.9997, epsilon=1e-3, name=name)(x)


def _relu(x, name=None):
    return _layers.Activation('relu', name=name)(x)


def _point(x, filters, name):
    return _layers.Conv2D(filters, (1, 1), padding='same', use_bias=False, kernel_initializer='he_normal', name=name)(x)


def _separable(x, filters, size, label, stride=1):
    x = _relu(x)
    if stride == 2:
        x = _layers.ZeroPadding2D(padding=correct_pad(x, size), name='separable_conv_1_pad_' + label)(x)
    x = _layers.SeparableConv2D(filters, (size, size), strides=(stride, stride), padding='valid' if stride == 2 else 'same', use_bias=False, name='separable_conv_1_' + label)(x)
    x = _relu(_norm(x, 'separable_conv_1_bn_' + label))
    x = _layers.SeparableConv2D(filters, (size, size), padding='same', use_bias=False, name='separable_conv_2_' + label)(x)
    return _norm(x, 'separable_conv_2_bn_' + label)


def _adjusted(p, x, filters, label):
    """The output of the cell before the last, in the shape of the last one's."""
    if p is None:
        return x
    if p.shape[-2] != x.shape[-2]:
        p = _relu(p, 'adjust_relu_1_' + label)
        one = _layers.AveragePooling2D((1, 1), strides=(2, 2), padding='valid', name='adjust_avg_pool_1_' + label)(p)
        one = _point(one, filters // 2, 'adjust_conv_1_' + label)
        two = _layers.ZeroPadding2D(padding=((0, 1), (0, 1)))(p)
        two = _layers.Cropping2D(cropping=((1, 0), (1, 0)))(two)
        two = _layers.AveragePooling2D((1, 1), strides=(2, 2), padding='valid', name='adjust_avg_pool_2_' + label)(two)
        two = _point(two, filters // 2, 'adjust_conv_2_' + label)
        return _norm(_layers.concatenate([one, two], axis=-1), 'adjust_bn_' + label)
    if p.shape[-1] != filters:
        return _norm(_point(_relu(p), filters, 'adjust_conv_projection_' + label), 'adjust_bn_' + label)
    return p


def _average(x, name, stride=1, padding='same'):
    return _layers.AveragePooling2D((3, 3), strides=(stride, stride), padding=padding, name=name)(x)


def _normal(x, p, filters, label):
    entered, p = x, _adjusted(p, x, filters, label)
    h = _norm(_point(_relu(x), filters, 'normal_conv_1_' + label), 'normal_bn_1_' + label)
    one = _layers.add([_separable(h, filters, 5, 'normal_left1_' + label), _separable(p, filters, 3, 'normal_right1_' + label)], name='normal_add_1_' + label)
    two = _layers.add([_separable(p, filters, 5, 'normal_left2_' + label), _separable(p, filters, 3, 'normal_right2_' + label)], name='normal_add_2_' + label)
    three = _layers.add([_average(h, 'normal_left3_' + label), p], name='normal_add_3_' + label)
    four = _layers.add([_average(p, 'normal_left4_' + label), _average(p, 'normal_right4_' + label)], name='normal_add_4_' + label)
    five = _layers.add([_separable(h, filters, 3, 'normal_left5_' + label), h], name='normal_add_5_' + label)
    return _layers.concatenate([p, one, two, three, four, five], axis=-1, name='normal_concat_' + label), entered


def _reduction(x, p, filters, label):
    entered, p = x, _adjusted(p, x, filters, label)
    h = _norm(_point(_relu(x), filters, 'reduction_conv_1_' + label), 'reduction_bn_1_' + label)
    padded = _layers.ZeroPadding2D(padding=correct_pad(h, 3), name='reduction_pad_1_' + label)(h)
    one = _layers.add([_separable(h, filters, 5, 'reduction_left1_' + label, 2), _separable(p, filters, 7, 'reduction_right1_' + label, 2)], name='reduction_add_1_' + label)
    two = _layers.MaxPooling2D((3, 3), strides=(2, 2), padding='valid', name='reduction_left2_' + label)(padded)
    two = _layers.add([two, _separable(p, filters, 7, 'reduction_right2_' + label, 2)], name='reduction_add_2_' + label)
    three = _average(padded, 'reduction_left3_' + label, 2, 'valid')
    three = _layers.add([three, _separable(p, filters, 5, 'reduction_right3_' + label, 2)], name='reduction_add3_' + label)
    four = _layers.add([two, _average(one, 'reduction_left4_' + label)])
    five = _separable(one, filters, 3, 'reduction_left4_' + label)
    right = _layers.MaxPooling2D((3, 3), strides=(2, 2), padding='valid', name='reduction_right5_' + label)(padded)
    five = _layers.add([five, right], name='reduction_add4_' + label)
    return _layers.concatenate([two, three, four, five], axis=-1, name='reduction_concat_' + label), entered


def _nasnet(build, last, count, stem, skips, pretrained):
    filters = last // 24
    x = _layers.Conv2D(stem, (3, 3), strides=(2, 2), padding='valid', use_bias=False, name='stem_conv1', kernel_initializer='he_normal')(build.input)
    x, p = _norm(x, 'stem_bn1'), None
    x, p = _reduction(x, p, filters // 4, 'stem_1')
    x, p = _reduction(x, p, filters // 2, 'stem_2')
    for stage in range(3):
        if stage:
            x, before = _reduction(x, p, filters * 2 ** stage, 'reduce_%d' % (stage * count))
            p = p if skips else before
        for place in range(count):
            x, p = _normal(x, p, filters * 2 ** stage, str(stage * count + place + (1 if stage else 0)))
    x = _relu(x)
    if build.settings['include_top']:
        x = build.classified(_layers.GlobalAveragePooling2D()(x))
    else:
        x = build.pooled(x, False)
    return build.model(x, 'NASNet', pretrained)


def NASNetMobile(input_shape=None, include_top=True, weights='imagenet', input_tensor=None, pooling=None, classes=1000, classifier_activation='softmax'):
    build = Build(_settings(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation), 224, 32)
    return _nasnet(build, 1056, 4, 32, False, 'nasnet_mobile')


def NASNetLarge(input_shape=None, include_top=True, weights='imagenet', input_tensor=None, pooling=None, classes=1000, classifier_activation='softmax'):
    build = Build(_settings(include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation), 331, 32)
    return _nasnet(build, 4032, 6, 96, True, 'nasnet_large')
`;
