/** What TensorFlow calls the class of a data set, which depends on the method that made it: `_BatchDataset`. */
import { PyClass } from '../../python/classes.ts';
import { NativeFunction, StaticMethod } from '../../python/functions.ts';
import type { Value } from '../../python/values.ts';
import { DatasetObject, datasetClass } from '../keras/data/datasetObject.ts';

/** The modules of these classes and their names, by the methods that make them. */
const kinds: Readonly<Record<string, readonly [string, string]>> = {
  batch: ['batch_op', '_BatchDataset'],
  cache: ['cache_op', 'CacheDataset'],
  concatenate: ['concatenate_op', '_ConcatenateDataset'],
  enumerate: ['zip_op', '_ZipDataset'],
  filter: ['filter_op', '_FilterDataset'],
  flat_map: ['flat_map_op', '_FlatMapDataset'],
  from_generator: ['flat_map_op', '_FlatMapDataset'],
  from_tensor_slices: ['from_tensor_slices_op', '_TensorSliceDataset'],
  from_tensors: ['from_tensors_op', '_TensorDataset'],
  interleave: ['interleave_op', '_InterleaveDataset'],
  list_files: ['shuffle_op', '_ShuffleDataset'],
  map: ['map_op', '_MapDataset'],
  padded_batch: ['padded_batch_op', '_PaddedBatchDataset'],
  range: ['range_op', '_RangeDataset'],
  repeat: ['repeat_op', '_RepeatDataset'],
  shard: ['shard_op', '_ShardDataset'],
  shuffle: ['shuffle_op', '_ShuffleDataset'],
  skip: ['skip_op', '_SkipDataset'],
  take: ['take_op', '_TakeDataset'],
  take_while: ['take_while_op', '_TakeWhileDataset'],
  unbatch: ['unbatch_op', '_UnbatchDataset'],
  window: ['window_op', '_WindowDataset'],
  zip: ['zip_op', '_ZipDataset'],
};

/** A method whose data sets are of a class of their own. */
function making(maker: NativeFunction, kind: PyClass): NativeFunction {
  const { name, signature, body, isMethod } = maker;
  if (body === null) return maker;
  return new NativeFunction({
    name,
    signature,
    isMethod,
    ...(maker.documentation === null ? {} : { documentation: maker.documentation }),
    body: (bound, py) => {
      const made = body(bound, py);
      if (made instanceof DatasetObject && !bound.includes(made)) made.cls = kind;
      return made;
    },
  });
}

/** Gives every method that makes data sets its class; behind the definitions of all methods. */
export function nameDatasetKinds(): void {
  const methods = datasetClass.attributes.map;
  for (const [method, [module, name]] of Object.entries(kinds)) {
    const maker: Value | undefined = methods.get(method);
    const kind = new PyClass(name, [datasetClass], [], { module: `tensorflow.python.data.ops.${module}` });
    if (maker instanceof NativeFunction) methods.set(method, making(maker, kind));
    else if (maker instanceof StaticMethod && maker.func instanceof NativeFunction)
      methods.set(method, new StaticMethod(making(maker.func, kind)));
  }
}
