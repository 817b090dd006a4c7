/** The architectures of keras.applications: parameters as Keras's own page counts them, names of layers, inputs. */
import { expect, test } from 'vitest';
import { analyseKeras, runKeras } from '../program.ts';

/** Parameters of each model with its head for 1000 classes (keras.io/api/applications, and the papers). */
const parameters: Readonly<Record<string, number>> = {
  VGG16: 138_357_544,
  VGG19: 143_667_240,
  ResNet50: 25_636_712,
  ResNet101: 44_707_176,
  ResNet152: 60_419_944,
  ResNet50V2: 25_613_800,
  ResNet101V2: 44_675_560,
  ResNet152V2: 60_380_648,
  DenseNet121: 8_062_504,
  DenseNet169: 14_307_880,
  DenseNet201: 20_242_984,
  Xception: 22_910_480,
  InceptionV3: 23_851_784,
  MobileNet: 4_253_864,
  MobileNetV2: 3_538_984,
  MobileNetV3Small: 2_554_968,
  MobileNetV3Large: 5_507_432,
  EfficientNetB0: 5_330_571,
  EfficientNetB1: 7_856_239,
  EfficientNetB2: 9_177_569,
  EfficientNetB3: 12_320_535,
  EfficientNetB4: 19_466_823,
  EfficientNetB5: 30_562_527,
  EfficientNetB6: 43_265_143,
  EfficientNetB7: 66_658_687,
  EfficientNetV2B0: 7_200_312,
  EfficientNetV2B1: 8_212_124,
  EfficientNetV2B2: 10_178_374,
  EfficientNetV2B3: 14_467_622,
  EfficientNetV2S: 21_612_360,
  ConvNeXtTiny: 28_589_128,
  ConvNeXtSmall: 50_223_688,
  InceptionResNetV2: 55_873_736,
  NASNetMobile: 5_326_716,
};

async function printed(text: string): Promise<string> {
  const run = await runKeras(text);
  expect(run.stderr).toBe('');
  return run.stdout.trim();
}

test('every architecture has as many parameters as in Keras', async () => {
  const counted = await printed(`
from keras import applications
for name in ${JSON.stringify(Object.keys(parameters))}:
    model = getattr(applications, name)(weights=None)
    print(name, model.count_params(), model.output_shape)
`);
  expect(counted.split('\n')).toEqual(
    Object.entries(parameters).map(([name, count]) => `${name} ${count} (None, 1000)`),
  );
});

test('layers have the names that scripts look for', async () => {
  const lines = await printed(`
from keras.applications import resnet50, vgg16, mobilenet_v2, efficientnet, densenet, xception
for model, names in (
    (vgg16.VGG16(weights=None), ['block5_conv3', 'block5_pool', 'flatten', 'fc1', 'predictions']),
    (resnet50.ResNet50(weights=None), ['conv1_pad', 'conv5_block3_out', 'conv4_block1_0_conv', 'avg_pool']),
    (mobilenet_v2.MobileNetV2(weights=None), ['Conv1', 'block_16_project', 'block_13_expand_relu', 'out_relu']),
    (efficientnet.EfficientNetB0(weights=None), ['stem_conv', 'block6d_add', 'top_activation', 'top_dropout']),
    (densenet.DenseNet121(weights=None), ['conv5_block16_concat', 'pool4_conv', 'bn', 'relu']),
    (xception.Xception(weights=None), ['block14_sepconv2_act', 'block13_pool', 'block5_sepconv3_bn']),
):
    print([model.get_layer(name).output.shape[1:] for name in names])
`);
  expect(lines.split('\n')).toEqual([
    '[(14, 14, 512), (7, 7, 512), (25088,), (4096,), (1000,)]',
    '[(230, 230, 3), (7, 7, 2048), (14, 14, 1024), (2048,)]',
    '[(112, 112, 32), (7, 7, 320), (14, 14, 576), (7, 7, 1280)]',
    '[(112, 112, 32), (7, 7, 192), (7, 7, 1280), (1280,)]',
    '[(7, 7, 1024), (14, 14, 512), (7, 7, 1024), (7, 7, 1024)]',
    '[(10, 10, 2048), (10, 10, 1024), (19, 19, 728)]',
  ]);
});

test('heads and inputs are as asked for', async () => {
  const lines = await printed(`
import numpy as np
from keras import Input
from keras.applications import MobileNetV2, ResNet50, VGG16
print(VGG16(weights=None, include_top=False).output_shape)
print(VGG16(weights=None, include_top=False, input_shape=(64, 64, 3)).output_shape)
print(ResNet50(weights=None, include_top=False, pooling='avg', input_shape=(32, 32, 1)).output_shape)
print(MobileNetV2(weights=None, alpha=0.5, classes=7, input_tensor=Input((96, 96, 3))).output_shape)
try:
    VGG16(weights=None, input_shape=(16, 16, 3))
except ValueError as error:
    print(error)
`);
  expect(lines.split('\n')).toEqual([
    '(None, None, None, 512)',
    '(None, 2, 2, 512)',
    '(None, 2048)',
    '(None, 7)',
    'Input size must be at least 32x32; Received: input_shape=(16, 16, 3)',
  ]);
});

test('images are prepared in the three ways of the papers', async () => {
  const lines = await printed(`
import numpy as np
from keras.applications import densenet, efficientnet, resnet50, xception
pixel = np.array([[[[10.0, 20.0, 30.0]]]])
for module in (resnet50, xception, densenet, efficientnet):
    print([round(float(v), 4) for v in module.preprocess_input(pixel.copy()).ravel()])
`);
  const [r, g, b] = [10, 20, 30];
  const round = (values: number[]) => `[${values.map(value => Math.round(value * 1e4) / 1e4).join(', ')}]`;
  expect(lines.replaceAll('.0,', ',').replaceAll('.0]', ']').split('\n')).toEqual([
    round([b - 103.939, g - 116.779, r - 123.68]),
    round([r, g, b].map(value => value / 127.5 - 1)),
    round([(r / 255 - 0.485) / 0.229, (g / 255 - 0.456) / 0.224, (b / 255 - 0.406) / 0.225]),
    '[10, 20, 30]',
  ]);
});

const transfer = `
from keras import Sequential, layers
from keras.applications import VGG16
base = VGG16(weights='imagenet', include_top=False, input_shape=(64, 64, 3))
base.trainable = False
model = Sequential([base, layers.Flatten(), layers.Dense(5)])
`;

test('pretrained weights are no matter while typing', async () => {
  // The base gives images of 2 by 2, as analysis knows.
  const { findings } = await analyseKeras(`${transfer}\nlayers.Conv2D(3, 9)(base.output)`);
  expect(findings.map(finding => finding.code)).toEqual(['shape-too-small']);
});

test('MobileNets take the image sizes that there are weights for, MobileNetV3 any', async () => {
  const text = `
from keras.applications import MobileNet, MobileNetV2, MobileNetV3Small
a = MobileNet(input_shape=(160, 160, 3)).input
b = MobileNetV2(input_shape=(96, 96, 3)).input
c = MobileNetV3Small().input
d = MobileNetV3Small(input_shape=(100, 90, 3)).output
e = MobileNetV2(alpha=0.6)
`;
  const { findings, values } = await analyseKeras(text);
  expect(findings.map(finding => finding.raises)).toEqual([
    'ValueError: If imagenet weights are being loaded, alpha must be one of `0.35`, `0.50`, `0.75`, `1.0`, `1.3` or `1.4` only; Received `alpha=0.6`',
  ]);
  expect(Object.fromEntries(values.map(({ name, value }) => [name, value.shape]))).toEqual({
    a: [null, 160, 160, 3],
    b: [null, 96, 96, 3],
    c: [null, null, null, 3],
    d: [null, 1000],
  });
});
