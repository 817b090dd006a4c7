/** TFRecord files and `tf.train.Example`: bytes as TensorFlow writes them, read back as tensors. */
import { expect, it } from 'vitest';
import { frameOf, recordsOf } from '../../../src/library/tensorflow/recordFrames.ts';
import { analyseKeras } from '../keras/program.ts';
import { runSaving } from '../keras/saving/program.ts';

async function printed(text: string): Promise<string[]> {
  const program = `import numpy as np\nimport tensorflow as tf\n${text}`;
  const run = await runSaving(program);
  expect(run.stderr).toBe('');
  expect((await analyseKeras(program)).findings).toEqual([]);
  return run.stdout.trimEnd().split('\n');
}

it('frames records with masked Castagnoli checksums', () => {
  const frame = frameOf(new TextEncoder().encode('123456789'));
  // The checksum of these digits is 0xe3069283 (RFC 3720, appendix B.4, has its like), turned by 15 bits and shifted.
  const masked = (((0xe3069283 >>> 15) | (0xe3069283 << 17)) + 0xa282ead8) >>> 0;
  expect(new DataView(frame.buffer).getUint32(12 + 9, true)).toBe(masked);
  expect([...recordsOf(frame)].map(record => new TextDecoder().decode(record))).toEqual(['123456789']);
  frame[13] ^= 1;
  expect(() => [...recordsOf(frame)]).toThrow('corrupted record at 0');
  expect(() => [...recordsOf(frame.subarray(0, 20))]).toThrow('truncated record at 0');
});

const features = `def example(**features):
    return tf.train.Example(features=tf.train.Features(feature=features))
def ints(*values):
    return tf.train.Feature(int64_list=tf.train.Int64List(value=values))
def floats(*values):
    return tf.train.Feature(float_list=tf.train.FloatList(value=values))
def texts(*values):
    return tf.train.Feature(bytes_list=tf.train.BytesList(value=values))
`;

it('messages have the bytes and the text of protocol buffers', async () => {
  const lines = await printed(`${features}
print(floats(np.exp(1)).SerializeToString(), ints(-1, 300).SerializeToString())
made = example(a=ints(True), b=texts(b'a"\\n\\xff'))
print(made.SerializeToString() == tf.train.Example.FromString(made.SerializeToString()).SerializeToString())
print(made)
kind = made.features.feature['b'].WhichOneof('kind')
print(kind, getattr(made.features.feature['b'], kind).value)
try:
    texts('text')
except TypeError as error:
    print(error)
filled = tf.train.Example()
filled.features.feature['n'].int64_list.value.append(3)
print(filled.SerializeToString())
`);
  expect(lines).toEqual([
    "b'\\x12\\x06\\n\\x04T\\xf8-@' b'\\x1a\\x0e\\n\\x0c\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x01\\xac\\x02'",
    'True',
    'features {',
    '  feature {',
    '    key: "a"',
    '    value {',
    '      int64_list {',
    '        value: 1',
    '      }',
    '    }',
    '  }',
    '  feature {',
    '    key: "b"',
    '    value {',
    '      bytes_list {',
    '        value: "a\\"\\n\\377"',
    '      }',
    '    }',
    '  }',
    '}',
    '',
    "bytes_list [b'a\"\\n\\xff']",
    "'text' has type str, but expected one of: bytes",
    "b'\\n\\x0c\\n\\n\\n\\x01n\\x12\\x05\\x1a\\x03\\n\\x01\\x03'",
  ]);
});

it.each(['', 'GZIP', 'ZLIB'])('writes a file and trains on what it reads (%s)', async compression => {
  const lines = await printed(`${features}
pictures = np.arange(6 * 4 * 4 * 3).reshape(6, 4, 4, 3).astype('uint8')
with tf.io.TFRecordWriter('all.tfrecord', '${compression}') as writer:
    for n, picture in enumerate(pictures):
        png = tf.io.encode_png(picture).numpy()
        writer.write(example(png=texts(png), label=ints(n % 2), box=floats(*range(n, n + 4)), tags=ints(*range(n))).SerializeToString())
description = {
    'png': tf.io.FixedLenFeature([], tf.string),
    'label': tf.io.FixedLenFeature([], tf.int64),
    'box': tf.io.FixedLenFeature([2, 2], tf.float32),
    'tags': tf.io.VarLenFeature(tf.int64),
    'none': tf.io.FixedLenFeature([], tf.string, default_value='-'),
}
def parse(record):
    parts = tf.io.parse_single_example(record, description)
    image = tf.cast(tf.io.decode_png(parts['png'], channels=3), tf.float32) / 255.0
    return tf.reshape(image, [4, 4, 3]), parts['label'], parts['box'], tf.sparse.to_dense(parts['tags']), parts['none']
records = tf.data.TFRecordDataset(['all.tfrecord'], compression_type='${compression}')
parsed = [parse(record) for record in records]
print(all(np.allclose(row[0] * 255, picture, atol=1e-3) for row, picture in zip(parsed, pictures)))
print([int(row[1]) for row in parsed], parsed[2][2].numpy().tolist(), parsed[3][3].numpy().tolist(), parsed[0][4].numpy())
train = records.map(lambda record: parse(record)[:2]).batch(3)
print(train.element_spec)
model = tf.keras.Sequential([tf.keras.layers.Flatten(), tf.keras.layers.Dense(1, activation='sigmoid')])
model.compile('adam', 'binary_crossentropy')
print(len(model.fit(train, epochs=2, verbose=0).history['loss']))
`);
  expect(lines).toEqual([
    'True',
    "[0, 1, 0, 1, 0, 1] [[2.0, 3.0], [4.0, 5.0]] [0, 1, 2] b'-'",
    '(TensorSpec(shape=(None, 4, 4, 3), dtype=tf.float32, name=None), TensorSpec(shape=(None,), dtype=tf.int64, name=None))',
    '2',
  ]);
});

it('parses batches, and says what does not fit', async () => {
  const lines = await printed(`${features}
rows = tf.constant([example(x=ints(*range(n)), y=floats(n, n + 1)).SerializeToString() for n in range(1, 4)])
parsed = tf.io.parse_example(rows, {
    'x': tf.io.FixedLenSequenceFeature([], tf.int64, allow_missing=True, default_value=-1),
    'y': tf.io.FixedLenFeature([2], tf.float32),
})
print(parsed['x'].numpy().tolist(), parsed['y'].numpy().tolist())
for description in ({'z': tf.io.FixedLenFeature([], tf.int64)}, {'y': tf.io.FixedLenFeature([2], tf.int64)},
                    {'y': tf.io.FixedLenFeature([3], tf.float32)}, {'y': tf.io.FixedLenFeature([2], tf.int32)}):
    try:
        tf.io.parse_single_example(rows[0], description)
    except tf.errors.InvalidArgumentError as error:
        print(error)
whole = np.arange(6, dtype='int16').reshape(2, 3)
print(tf.io.parse_tensor(tf.io.serialize_tensor(whole), tf.int16).numpy().tolist())
try:
    list(tf.data.TFRecordDataset('nowhere.tfrecord'))
except tf.errors.NotFoundError as error:
    print(error)
`);
  expect(lines).toEqual([
    '[[0, -1, -1], [0, 1, -1], [0, 1, 2]] [[1.0, 2.0], [2.0, 3.0], [3.0, 4.0]]',
    'Feature: z (data type: int64) is required but could not be found. [Op:ParseExampleV2]',
    "Key: y.  Data types don't match. Expected type: int64 [Op:ParseExampleV2]",
    'Key: y.  Number of float values != expected.  Values size: 2 but output shape: [3] [Op:ParseExampleV2]',
    "Value for attr 'Tdense' of int32 is not in the list of allowed values: float, int64, string",
    '[[0, 1, 2], [3, 4, 5]]',
    'nowhere.tfrecord; No such file or directory [Op:IteratorGetNext]',
  ]);
});

it('tensors of few bits become arrays that lie in as few', async () => {
  const kinds = [
    'int8',
    'uint8',
    'int16',
    'uint16',
    'int32',
    'uint32',
    'int64',
    'float16',
    'float64',
    'bool',
  ];
  const lines = await printed(`for kind in ${JSON.stringify(kinds)}:
    bytes_ = tf.cast([1, 0, 3], kind).numpy().tobytes()
    print(kind, bytes_ == np.array([1, 0, 3]).astype(kind).tobytes())
print(type(np.array([b'cat', b'dog'])[1]).__mro__[-2].__name__, np.array([b'cat', b'dog'])[1])
`);
  expect(lines).toEqual([...kinds.map(kind => `${kind} True`), "bytes b'dog'"]);
});
