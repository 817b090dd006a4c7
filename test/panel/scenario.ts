/**
 * A run as a worker would report it: three classes, ten epochs, a model that is too sure of itself.
 */
import type {
  FitReport,
  HostToPanel,
  MetricsReport,
  ModelReport,
  PredictionsReport,
  RunRequest,
  RunSettings,
  WorkerToPanel,
} from '../../src/protocol.ts';

const runId = 'run-1';

export const SETTINGS: RunSettings = {
  backend: 'auto',
  seed: null,
  kerasVersion: 'auto',
  maximumPredictions: 2000,
};

export const RUN: RunRequest = {
  runId,
  path: 'examples/categorical_crossentropy.py',
  uri: 'file:///workspace/examples/categorical_crossentropy.py',
  name: 'categorical_crossentropy.py',
  source: 'print("hello")',
  workingDirectory: '',
  arguments: [],
  model: { name: 'model', line: 9, params: 451 },
  findings: [],
  settings: SETTINGS,
};

export const INITIALISE: Extract<HostToPanel, { type: 'initialise' }> = {
  type: 'initialise',
  locale: 'en',
  strings: {},
  settings: SETTINGS,
  offer: {
    name: RUN.name,
    path: RUN.path,
    uri: RUN.uri,
    model: RUN.model,
    findings: [],
  },
  record: null,
  runs: [],
  view: null,
};

export const MODEL: ModelReport = {
  type: 'model',
  runId,
  name: 'model',
  line: 9,
  layers: [
    { name: 'dense', class: 'Dense', outputShape: [null, 32], params: 352, trainable: true, line: 10 },
    { name: 'dense_1', class: 'Dense', outputShape: [null, 3], params: 99, trainable: true, line: 11 },
  ],
  params: 451,
  head: 'softmax',
  classes: 3,
  chance: { loss: Math.log(3), accuracy: 1 / 3, majority: 0.36 },
};

export const FIT: FitReport = {
  type: 'fit',
  runId,
  fit: 0,
  model: 'model',
  line: 15,
  initialEpoch: 0,
  epochs: 10,
  stepsPerEpoch: 4,
  samples: 100,
  batchSize: 32,
  validation: true,
};

/** Repeatable numbers in 0..1. */
function noise(index: number): number {
  const value = Math.sin(index * 12.9898) * 43758.5453;
  return value - Math.floor(value);
}

/** Epochs `from`..`to` with the steps inside them. */
export function metrics(from: number, to: number): MetricsReport[] {
  const epochs = Array.from({ length: to - from + 1 }, (_unused, index) => from + index);
  const steps = epochs.flatMap(epoch => [0, 1, 2, 3].map(step => (epoch - 1) * 4 + step + 1));
  const loss = (step: number): number => 1.02 + 0.22 * Math.exp(-step / 9) + 0.03 * (noise(step) - 0.5);
  const accuracy = (step: number): number =>
    0.47 - 0.14 * Math.exp(-step / 12) + 0.05 * (noise(step + 99) - 0.5);
  return [
    {
      type: 'metrics',
      runId,
      fit: 0,
      scope: 'step',
      at: steps,
      seconds: steps.map(step => step * 0.02),
      columns: { loss: steps.map(loss), accuracy: steps.map(accuracy) },
    },
    {
      type: 'metrics',
      runId,
      fit: 0,
      scope: 'epoch',
      at: epochs,
      seconds: epochs.map(epoch => epoch * 0.08),
      columns: {
        loss: epochs.map(epoch => loss(epoch * 4)),
        accuracy: epochs.map(epoch => accuracy(epoch * 4)),
        val_loss: epochs.map(epoch => loss(epoch * 4) + 0.004 * epoch),
        val_accuracy: epochs.map(epoch => accuracy(epoch * 4) - 0.03),
      },
    },
  ];
}

/** Logits that are about 2.4 times too large. */
export function predictions(change: Partial<PredictionsReport> = {}): PredictionsReport {
  const samples = change.samples ?? 240;
  const columns = change.columns ?? 3;
  const scores = new Float32Array(samples * columns);
  const labels = new Int32Array(samples);
  for (let row = 0; row < samples; row++) {
    labels[row] = Math.floor(noise(row * 7 + 1) * Math.max(2, columns));
    for (let column = 0; column < columns; column++) {
      const pull = columns === 1 ? (labels[row] === 1 ? 1.1 : -1.1) : column === labels[row] ? 1.4 : 0;
      scores[row * columns + column] = 2.4 * (pull + 3 * (noise(row * 31 + column * 17 + 5) - 0.5));
    }
  }
  const values = Float32Array.from({ length: samples * 10 }, (_unused, index) => noise(index + 3));
  return {
    type: 'predictions',
    runId,
    fit: 0,
    model: 'model',
    split: 'validation',
    trainedOn: false,
    head: columns === 1 ? 'binary' : 'softmax',
    kind: 'logits',
    classNames: ['setosa', 'versicolor', 'virginica'],
    samples,
    columns,
    scores,
    labels,
    indices: Int32Array.from({ length: samples }, (_unused, index) => index),
    total: samples,
    inputs: { kind: 'features', shape: [10], count: samples, values, names: [] },
    temperature: null,
    epoch: 10,
    ...change,
  };
}

/** Everything up to the middle of epoch 7. */
export function untilEpochSeven(): WorkerToPanel[] {
  return [
    { type: 'started', runId, time: 1_700_000_000_000 },
    {
      type: 'backend',
      runId,
      name: 'wasm',
      reason: 'fastest of 3 on this model, 1.2 ms a step',
      rejected: [{ name: 'webgpu', reason: 'not available here' }],
    },
    MODEL,
    FIT,
    ...metrics(1, 6),
    { type: 'progress', runId, fit: 0, epoch: 7, epochs: 10, step: 3, steps: 4, secondsLeft: 0.8 },
    {
      type: 'notice',
      runId,
      severity: 'warning',
      code: 'stuck-at-chance',
      message: 'Stuck near chance since epoch 3: labels look random.',
      line: 9,
    },
  ];
}

/** The rest of a run that ends well. */
export function untilTheEnd(): WorkerToPanel[] {
  return [
    ...metrics(7, 10),
    { type: 'progress', runId, fit: 0, epoch: 10, epochs: 10, step: 4, steps: 4, secondsLeft: 0 },
    predictions(),
    predictions({ split: 'training', trainedOn: true, samples: 100, total: 100 }),
    { type: 'output', runId, stream: 'stdout', text: 'Epoch 1/10\n4/4 - loss: 1.2' },
    { type: 'output', runId, stream: 'stdout', text: '\r4/4 - loss: 1.1840 - accuracy: 0.3500\n' },
    { type: 'finished', runId, status: 'finished', reason: '', seconds: 1.42 },
  ];
}

/** An uncaught exception with markup in it, which must stay text. */
export function failure(): WorkerToPanel[] {
  const text = `Traceback (most recent call last):
  File "examples/categorical_crossentropy.py", line 15, in <module>
    model.fit(X, y, epochs=10, batch_size=32)
ValueError: Arguments \`target\` and \`output\` must have the same shape. Received: target.shape=(None, 1), output.shape=(None, 3) <img src=x onerror=alert(1)>
`;
  return [
    { type: 'started', runId, time: 1 },
    MODEL,
    {
      type: 'traceback',
      runId,
      text,
      exception: 'ValueError',
      message:
        'Arguments `target` and `output` must have the same shape. Received: target.shape=(None, 1), output.shape=(None, 3) <img src=x onerror=alert(1)>',
      frames: [{ path: RUN.path, line: 15, function: '<module>' }],
      suggestions: [
        'Make the labels one-hot: to_categorical(y, 3).',
        'Or use loss="sparse_categorical_crossentropy".',
      ],
    },
    { type: 'finished', runId, status: 'failed', reason: '', seconds: 0.2 },
  ];
}
