/** Weights trained on ImageNet and the names of its classes: fetched as files of Keras's folder, loaded, and named. */
import { expect, it } from 'vitest';
import { runSaving } from '../saving/program.ts';

async function printed(text: string, files = new Map<string, Uint8Array>()): Promise<string[]> {
  const run = await runSaving(text, files);
  expect(run.stderr.replace(/^WARNING.*\n/gm, '')).toBe('');
  return run.stdout.trimEnd().split('\n');
}

it('weights are fetched for the width, size and head of the model, and loaded', async () => {
  const lines = await printed(`
make = lambda weights: keras.applications.MobileNet(weights=weights, alpha=0.25, input_shape=(128, 128, 3), include_top=False)
first = make(None)
first.save('models/mobilenet_2_5_128_tf_no_top.h5')
second = make('imagenet')
print(len(first.get_weights()), all((a == b).all() for a, b in zip(first.get_weights(), second.get_weights())))
`);
  expect(lines).toEqual(['135 True']);
});

it('every architecture has files with and without a head, as Keras names them', async () => {
  const lines = await printed(`
from keras.applications.imagenet_utils import _weights_of
for name, side, top in (
    ('vgg16', 224, True), ('resnet50v2', 224, False), ('nasnet_mobile', 224, False), ('efficientnetb3', 300, False),
    ('mobilenetv2_1.4', 224, True), ('mobilenetv2_1.0', 224, False), ('mobilenet_1.0', 160, True),
    ('MobilenetV3small_minimalistic_1.0', 224, False), ('convnext_tiny', 224, True),
):
    print(_weights_of(name, side, top)[0].split('googleapis.com/')[1])
`);
  const kernels = 'weights_tf_dim_ordering_tf_kernels';
  const base = 'tensorflow/keras-applications';
  expect(lines).toEqual([
    `${base}/vgg16/vgg16_${kernels}.h5`,
    `${base}/resnet/resnet50v2_${kernels}_notop.h5`,
    `${base}/nasnet/NASNet-mobile-no-top.h5`,
    'keras-applications/efficientnetb3_notop.h5',
    `${base}/mobilenet_v2/mobilenet_v2_${kernels}_1.4_224.h5`,
    `${base}/mobilenet_v2/mobilenet_v2_${kernels}_1.0_224_no_top.h5`,
    `${base}/mobilenet/mobilenet_1_0_160_tf.h5`,
    `${base}/mobilenet_v3/weights_mobilenet_v3_small_minimalistic_224_1.0_float_no_top_v2.h5`,
    `${base}/convnext/convnext_tiny.h5`,
  ]);
});

it('weights that nobody let be fetched are an error at the model', async () => {
  const run = await runSaving('keras.applications.VGG16()');
  expect(run.stderr).toContain('FileNotFoundError');
  expect(run.stderr).toContain('line 7, in <module>');
});

it('predictions are told by the names of their classes, the likeliest first', async () => {
  const names = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [at, [`n${at}`, `class_${at}`]]));
  const files = new Map([
    ['models/imagenet_class_index.json', new TextEncoder().encode(JSON.stringify(names))],
  ]);
  const lines = await printed(
    `
from keras.applications.vgg16 import decode_predictions
p = np.zeros((2, 1000), 'float32')
p[0, 7], p[0, 9], p[1, 3] = 0.25, 0.75, 1.0
for row in decode_predictions(p, top=2):
    print([(a, b, float(c)) for a, b, c in row][:1], len(row))
`,
    files,
  );
  expect(lines).toEqual(["[('n9', 'class_9', 0.75)] 2", "[('n3', 'class_3', 1.0)] 2"]);
  const wrong = await runSaving(
    'keras.applications.imagenet_utils.decode_predictions(np.zeros((1, 10)))',
    files,
  );
  expect(wrong.stderr).toContain('`decode_predictions` expects a batch of predictions');
});
