/** The functions of `keras.utils` that read files and make data sets; their modules are loaded when they are called. */
import { PyDict } from '../../../python/collections.ts';
import { type NativeFunction, suspendable } from '../../../python/functions.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { NotKnown, Unknown, type Value } from '../../../python/values.ts';
import { directories } from '../data/directories.ts';
import { featureSpace } from '../data/featureSpace.ts';
import { getFile } from '../data/getFile.ts';
import { imageUtilities } from '../data/imageUtilities.ts';
import { indexedDatasets } from '../data/indexedDataset.ts';
import { series } from '../data/series.ts';

/** Calls the function of the same name in a module that is written in Python. */
function forwarded(module: LibraryModule, signature: string, documentation: string): NativeFunction {
  const name = signature.slice(0, signature.indexOf('('));
  return suspendable(
    signature,
    function* (values, py): Suspendable<Value> {
      const loaded = py.importModule(module.name);
      if (loaded instanceof Unknown) throw new NotKnown(loaded.reason);
      const last = values.at(-1);
      const keywords = signature.includes('**') && last instanceof PyDict ? last : null;
      const positional = keywords === null ? values : values.slice(0, -1);
      return yield* py.callAndWait(py.getAttribute(loaded, name), positional, keywords);
    },
    documentation,
  );
}

const imageFromFolders = forwarded(
  directories,
  'image_dataset_from_directory(directory, labels="inferred", label_mode="int", class_names=None, color_mode="rgb", batch_size=32, image_size=(256, 256), shuffle=True, seed=None, validation_split=None, subset=None, interpolation="bilinear", follow_links=False, crop_to_aspect_ratio=False, pad_to_aspect_ratio=False, data_format=None, verbose=True, smart_resize=True)',
  'Images of a folder for each class as batches of (batch, height, width, channels) with their labels.',
);
const textFromFolders = forwarded(
  directories,
  'text_dataset_from_directory(directory, labels="inferred", label_mode="int", class_names=None, batch_size=32, max_length=None, shuffle=True, seed=None, validation_split=None, subset=None, follow_links=False, verbose=True)',
  'Texts of a folder for each class as batches with their labels.',
);
const timeseries = forwarded(
  series,
  'timeseries_dataset_from_array(data, targets, sequence_length, sequence_stride=1, sampling_rate=1, batch_size=128, shuffle=False, seed=None, start_index=None, end_index=None)',
  'Windows over the rows of an array, with a target for each.',
);

/** In `keras.utils` and in `keras.preprocessing`. */
export const datasetFunctions: readonly NativeFunction[] = [imageFromFolders, textFromFolders, timeseries];

/** In `keras.utils` and in `keras.preprocessing.image`. */
export const imageFunctions: readonly NativeFunction[] = [
  forwarded(
    imageUtilities,
    'load_img(path, color_mode="rgb", target_size=None, interpolation="nearest", keep_aspect_ratio=False)',
    'An image file (PNG, JPEG, GIF, BMP) as a Pillow image.',
  ),
  forwarded(
    imageUtilities,
    'img_to_array(img, data_format=None, dtype=None)',
    'An image as an array of (height, width, channels).',
  ),
  forwarded(
    imageUtilities,
    'array_to_img(x, data_format=None, scale=True, dtype=None)',
    'An array of (height, width, channels) as a Pillow image.',
  ),
  forwarded(
    imageUtilities,
    'save_img(path, x, data_format=None, file_format=None, scale=True, **kwargs)',
    'Writes an array as a PNG, JPEG or BMP file.',
  ),
];

export const smartResize = forwarded(
  imageUtilities,
  "smart_resize(x, size, interpolation='bilinear', data_format='channels_last', backend_module=None)",
  'Images resized without distortion: what does not fit the proportions is cut off.',
);

const splitDataset = forwarded(
  series,
  'split_dataset(dataset, left_size=None, right_size=None, shuffle=False, seed=None)',
  'A data set in two parts.',
);

const audioFromFolders = forwarded(
  directories,
  "audio_dataset_from_directory(directory, labels='inferred', label_mode='int', class_names=None, batch_size=32, sampling_rate=None, output_sequence_length=None, ragged=False, shuffle=True, seed=None, validation_split=None, subset=None, follow_links=False, verbose=True)",
  'WAV files of folders, one for each class, as a data set of (samples, channels).',
);

/** Further functions of `keras.utils`. */
export const loadingFunctions: readonly NativeFunction[] = [
  ...datasetFunctions,
  ...imageFunctions,
  splitDataset,
  audioFromFolders,
  getFile,
];

/** The modules that these functions are written in. */
export const loadingModules: readonly LibraryModule[] = [
  directories,
  imageUtilities,
  series,
  indexedDatasets,
  featureSpace,
];
