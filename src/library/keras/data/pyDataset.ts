/** `keras.utils.PyDataset` (and `Sequence`): data sets that the user's class gives batch by batch. */
import { PyClass } from '../../../python/classes.ts';
import { method, property } from '../../../python/functions.ts';
import { objectClass } from '../../../python/types.ts';
import { PyInstance } from '../../../python/values.ts';

export const pyDatasetClass: PyClass = new PyClass(
  'PyDataset',
  [objectClass],
  [
    [
      '__init__',
      method(
        'PyDataset.__init__(self, workers=1, use_multiprocessing=False, max_queue_size=10, **kwargs)',
        ([self, workers, processes, queue], py) => {
          // One thread makes the batches whatever these say; scripts may read them.
          py.setAttribute(self, 'workers', workers);
          py.setAttribute(self, 'use_multiprocessing', processes);
          py.setAttribute(self, 'max_queue_size', queue);
          return null;
        },
      ),
    ],
    ['on_epoch_end', method('on_epoch_end(self)', () => null)],
    property('num_batches', (self, py) => py.length(self)),
  ],
  { module: 'keras.src.trainers.data_adapters.py_dataset_adapter', allocate: cls => new PyInstance(cls) },
);
pyDatasetClass.unmodelled = 'all';
