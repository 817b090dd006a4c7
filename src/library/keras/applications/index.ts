/** `keras.applications`: architectures, built layer by layer from Keras's own layers by programs in Python. */
import { native } from '../../../python/functions.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { NotKnown, PyList } from '../../../python/values.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { inceptionResnetSource, nasnetSource } from './cellSource.ts';
import {
  densenetSource,
  inceptionSource,
  resnetSource,
  vggSource,
  xceptionSource,
} from './convolutionalSource.ts';
import { efficientnetSource, mobilenet2Source, mobilenet3Source, mobilenetSource } from './mobileSource.ts';
import { convnextSource, efficientnet2Source } from './newerSource.ts';
import { sharedSource } from './sharedSource.ts';
import { checkWeights } from './weightsFiles.ts';

/** Under analysis shapes are all that counts: nothing is fetched. */
const running = native('_running()', (_args, py) => py.running);

/** Height and width, None where they are open: an open side is no matter of doubt in what an architecture does. */
const sides = native('_sides(x)', ([x]) => {
  const shape = x instanceof TensorObject ? x.shape : [];
  return new PyList(shape.slice(1, 3).map(side => side ?? null));
});

const unknownNames = native('_unknown_names()', () => {
  throw new NotKnown('the names of classes are known only when the script runs');
});

/** Every family: the names of its module, the mode of `preprocess_input`, its source and what it exports. */
const families: readonly {
  readonly modules: readonly string[];
  readonly mode: 'caffe' | 'tf' | 'torch' | null;
  readonly source: string;
  readonly exports: readonly string[];
}[] = [
  { modules: ['vgg16'], mode: 'caffe', source: vggSource, exports: ['VGG16'] },
  { modules: ['vgg19'], mode: 'caffe', source: vggSource, exports: ['VGG19'] },
  {
    modules: ['resnet', 'resnet50'],
    mode: 'caffe',
    source: resnetSource,
    exports: ['ResNet50', 'ResNet101', 'ResNet152'],
  },
  {
    modules: ['resnet_v2'],
    mode: 'tf',
    source: resnetSource,
    exports: ['ResNet50V2', 'ResNet101V2', 'ResNet152V2'],
  },
  {
    modules: ['densenet'],
    mode: 'torch',
    source: densenetSource,
    exports: ['DenseNet121', 'DenseNet169', 'DenseNet201'],
  },
  { modules: ['xception'], mode: 'tf', source: xceptionSource, exports: ['Xception'] },
  { modules: ['inception_v3'], mode: 'tf', source: inceptionSource, exports: ['InceptionV3'] },
  { modules: ['mobilenet'], mode: 'tf', source: mobilenetSource, exports: ['MobileNet'] },
  { modules: ['mobilenet_v2'], mode: 'tf', source: mobilenet2Source, exports: ['MobileNetV2'] },
  {
    modules: ['mobilenet_v3'],
    mode: null,
    source: mobilenet3Source,
    exports: ['MobileNetV3Small', 'MobileNetV3Large'],
  },
  {
    modules: ['efficientnet'],
    mode: null,
    source: efficientnetSource,
    exports: [0, 1, 2, 3, 4, 5, 6, 7].map(size => `EfficientNetB${size}`),
  },
  {
    modules: ['efficientnet_v2'],
    mode: null,
    source: efficientnet2Source,
    exports: ['B0', 'B1', 'B2', 'B3', 'S', 'M', 'L'].map(size => `EfficientNetV2${size}`),
  },
  {
    modules: ['convnext'],
    mode: null,
    source: convnextSource,
    exports: ['Tiny', 'Small', 'Base', 'Large', 'XLarge'].map(size => `ConvNeXt${size}`),
  },
  {
    modules: ['inception_resnet_v2'],
    mode: 'tf',
    source: inceptionResnetSource,
    exports: ['InceptionResNetV2'],
  },
  { modules: ['nasnet'], mode: 'tf', source: nasnetSource, exports: ['NASNetMobile', 'NASNetLarge'] },
];

/** The functions that each module has besides its architectures. */
function preprocessing(mode: string | null): string {
  const body =
    mode === null
      ? 'return x'
      : `return _utilities.preprocess_input(x, data_format=data_format, mode='${mode}')`;
  return `
from keras.applications import imagenet_utils as _utilities


def preprocess_input(x, data_format=None):
    ${body}


def decode_predictions(preds, top=5):
    return _utilities.decode_predictions(preds, top=top)
`;
}

export interface ApplicationModule {
  readonly name: string;
  readonly source: string;
  readonly entries: LibraryModule['entries'];
}

/** The modules under `keras.applications`, named from there on; '' is the package itself. */
export const applicationModules: readonly ApplicationModule[] = [
  {
    name: 'imagenet_utils',
    source: sharedSource,
    entries: () => [
      ['_running', running],
      ['_sides', sides],
      ['_check_weights', checkWeights],
      ['_unknown_names', unknownNames],
    ],
  },
  ...families.flatMap(({ modules, mode, source, exports }) =>
    modules.map(name => {
      const others = [...source.matchAll(/^def ([A-Z]\w+)/gm)].map(([, made]) => made!);
      const hidden = others.filter(made => !exports.includes(made));
      const removed = hidden.map(made => `del ${made}`).join('\n');
      return { name, source: `${source}${preprocessing(mode)}\n${removed}\n`, entries: () => [] };
    }),
  ),
  {
    name: '',
    source: families
      .map(({ modules, exports }) => `from keras.applications.${modules[0]} import ${exports.join(', ')}`)
      .join('\n'),
    entries: () => [],
  },
];
