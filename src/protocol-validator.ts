/**
 * Checks messages where they arrive: what is unknown or malformed is dropped with a reason, never believed.
 */
import { figureParts } from './figure-checks.ts';
import type { Check, Shape } from './message-checks.ts';
import {
  bytes,
  count,
  custom,
  dictionary,
  floats,
  integers,
  isObject,
  list,
  maybe,
  number,
  object,
  oneOf,
  optional,
  text,
  truth,
} from './message-checks.ts';
import type * as protocol from './protocol.ts';
import type {
  HostToPanel,
  PanelToHost,
  PanelToWorker,
  RequestName,
  RunReport,
  WorkerToPanel,
} from './protocol.ts';
import { LATE_ASSETS } from './protocol.ts';
import type { RunRecord } from './run-record.ts';

type Untyped<Message> = Omit<Message, 'type'>;
type Catalogue<Union extends { type: string }> = {
  [Type in Union['type']]: Check<Untyped<Extract<Union, { type: Type }>>>;
};

export type Validated<Message> = { ok: true; message: Message } | { ok: false; reason: string };

const backend = oneOf('webgpu', 'webgl', 'wasm', 'cpu');
const backendChoice = oneOf('auto', 'webgpu', 'webgl', 'wasm', 'cpu');
const line = maybe(count);
const head = oneOf('softmax', 'binary', 'multilabel', 'none');
const runId = text;
const range = object<protocol.SourceRange>({
  line: count,
  column: count,
  endLine: count,
  endColumn: count,
});
const finding = object<protocol.PanelFinding>({
  code: text,
  severity: oneOf('error', 'warning', 'information', 'hint'),
  message: text,
  line: count,
});
const cells = optional(list(object<protocol.NotebookCell>({ number: count, firstLine: count })));
const knownModel = object<protocol.KnownModel>({
  name: text,
  line: count,
  params: maybe(count),
});
const settings = object<protocol.RunSettings>({
  backend: backendChoice,
  seed: maybe(number),
  kerasVersion: oneOf('auto', '1', '2', '3'),
  maximumPredictions: count,
});
const runRequest = object<protocol.RunRequest>({
  runId,
  path: text,
  uri: text,
  name: text,
  source: text,
  workingDirectory: text,
  arguments: list(text),
  model: maybe(knownModel),
  findings: list(finding),
  cells,
  settings,
});
const offer = object<protocol.RunOffer>({
  name: text,
  path: text,
  uri: text,
  model: maybe(knownModel),
  findings: list(finding),
  cells,
});
const summaries = list(
  object<protocol.RunSummary>({
    runId,
    name: text,
    status: oneOf('preparing', 'running', 'paused', 'finished', 'stopped', 'failed', 'lost', 'waiting'),
  }),
);
const tab = oneOf('training', 'predictions', 'temperature', 'layers', 'output');
const viewState = object<protocol.PanelViewState>({
  tab,
  smoothing: number,
  logScale: truth,
  axis: oneOf('epoch', 'step', 'time'),
  hiddenSeries: list(text),
  temperature: maybe(number),
  split: maybe(text),
  sample: maybe(number),
  sampleFilter: oneOf('all', 'wrong', 'right'),
});
const checkpointShape: Shape<Untyped<protocol.CheckpointReport>> = {
  runId,
  fit: count,
  epoch: count,
  step: count,
  bytes,
};
const checkpoint = object<protocol.CheckpointReport>({
  type: oneOf('checkpoint'),
  ...checkpointShape,
});
const histogram = object<protocol.Histogram>({ from: number, to: number, counts: list(number) });

const predictions = custom<Untyped<protocol.PredictionsReport>>((value, path) => {
  const wrong = predictionShape(value, path);
  if (wrong !== null) {
    return wrong;
  }
  const report = value as protocol.PredictionsReport;
  if (report.scores.length !== report.samples * report.columns) {
    return `${path}.scores should hold samples x columns values`;
  }
  return report.labels.length === report.samples && report.indices.length === report.samples
    ? null
    : `${path}.labels and .indices should hold one value a sample`;
});
const predictionShape = object<Untyped<protocol.PredictionsReport>>({
  runId,
  fit: maybe(count),
  model: text,
  split: text,
  trainedOn: truth,
  head,
  kind: oneOf('logits', 'probabilities'),
  classNames: list(text),
  samples: count,
  columns: count,
  scores: floats,
  labels: integers,
  indices: integers,
  total: count,
  inputs: maybe(
    object<protocol.SampleInputs>({
      kind: oneOf('features', 'image', 'sequence'),
      shape: list(count),
      count,
      values: floats,
      names: list(text),
    }),
  ),
  temperature: maybe(object<protocol.TemperatureInCode>({ value: number, range: maybe(range), line: count })),
  epoch: maybe(count),
});

const metrics = custom<Untyped<protocol.MetricsReport>>((value, path) => {
  const wrong = metricsShape(value, path);
  if (wrong !== null) {
    return wrong;
  }
  const report = value as protocol.MetricsReport;
  const columns = [report.seconds, ...Object.values(report.columns)];
  return columns.every(column => column.length === report.at.length)
    ? null
    : `${path}.columns should all be as long as .at`;
});
const metricsShape = object<Untyped<protocol.MetricsReport>>({
  runId,
  fit: count,
  scope: oneOf('step', 'epoch'),
  at: list(number),
  seconds: list(number),
  columns: dictionary(list(number)),
});

const reports: Catalogue<RunReport> = {
  started: object({ runId, time: number }),
  backend: object({
    runId,
    name: backend,
    reason: text,
    rejected: list(object({ name: backend, reason: text })),
  }),
  preparing: object({
    runId,
    stage: oneOf(
      'interpreter',
      'imports',
      'data',
      'download',
      'model',
      'backend',
      'probing',
      'shaders',
      'checkpoint',
    ),
    detail: text,
    share: optional(number),
  }),
  output: object({ runId, stream: oneOf('stdout', 'stderr'), text }),
  model: object({
    runId,
    name: text,
    line,
    layers: list(
      object<protocol.LayerDescription>({
        name: text,
        class: text,
        outputShape: maybe(list(maybe(count))),
        params: count,
        trainable: truth,
        line,
      }),
    ),
    params: count,
    head,
    classes: maybe(count),
    chance: object({ loss: maybe(number), accuracy: maybe(number), majority: maybe(number) }),
  }),
  fit: object({
    runId,
    fit: count,
    model: text,
    line,
    initialEpoch: count,
    epochs: count,
    stepsPerEpoch: maybe(count),
    samples: maybe(count),
    batchSize: maybe(count),
    validation: truth,
    learningRate: optional(maybe(number)),
    keepsBest: optional(truth),
  }),
  progress: object({
    runId,
    fit: count,
    epoch: count,
    epochs: count,
    step: count,
    steps: maybe(count),
    secondsLeft: maybe(number),
  }),
  metrics,
  predictions,
  figure: object({ runId, ...figureParts }),
  layerStatistics: object({
    runId,
    fit: count,
    model: text,
    epoch: count,
    layers: list(
      object<protocol.LayerStatistics>({
        layer: text,
        weights: maybe(histogram),
        gradients: maybe(histogram),
        activations: maybe(histogram),
        deadShare: maybe(number),
        gradientNorm: maybe(number),
      }),
    ),
  }),
  notice: object({ runId, severity: oneOf('warning', 'information'), code: text, message: text, line }),
  paused: object({ runId }),
  resumed: object({ runId, fromCheckpoint: truth, fit: maybe(count), epoch: maybe(count) }),
  checkpoint: object(checkpointShape),
  deviceLost: object({ runId, backend, fallback: maybe(backend) }),
  traceback: object({
    runId,
    text,
    exception: text,
    message: text,
    frames: list(object({ path: text, line: count, function: text })),
    suggestions: list(text),
  }),
  finished: object({
    runId,
    status: oneOf('finished', 'stopped', 'failed', 'lost'),
    reason: text,
    seconds: number,
  }),
};

const requestParameters: {
  [Name in RequestName]: Check<protocol.RequestMap[Name]['parameters']>;
} = {
  readFile: object({ path: text }),
  writeFile: object({ path: text, bytes, append: truth }),
  listFolder: object({ path: text }),
  statFile: object({ path: text }),
  makeFolder: object({ path: text, parents: truth }),
  deleteFile: object({ path: text }),
  cacheFile: object({
    path: text,
    file: object<protocol.WantedFile>({
      place: text,
      address: text,
      hash: maybe(object({ algorithm: oneOf('sha256', 'md5'), digest: text })),
      size: maybe(count),
      collection: maybe(object({ name: text, size: count })),
      again: truth,
    }),
  }),
};

const request = custom<Untyped<protocol.RequestMessage>>((value, path) => {
  if (!isObject(value) || typeof value.id !== 'number' || typeof value.runId !== 'string') {
    return `${path} should have a runId and a numeric id`;
  }
  const name = value.request;
  return typeof name === 'string' && Object.hasOwn(requestParameters, name)
    ? requestParameters[name as RequestName](value.parameters, `${path}.parameters`)
    : `${path}.request is unknown`;
});

const requestError = object<protocol.RequestError>({
  exception: oneOf(
    'FileNotFoundError',
    'PermissionError',
    'IsADirectoryError',
    'NotADirectoryError',
    'FileExistsError',
    'MemoryError',
    'OSError',
  ),
  message: text,
  advice: optional(text),
});
const requestProgress = object<Untyped<protocol.RequestProgressMessage>>({
  id: count,
  received: count,
  total: maybe(count),
});
const reply = custom<Untyped<protocol.ReplyMessage>>((value, path) => {
  if (!isObject(value) || typeof value.id !== 'number') {
    return `${path} should have a numeric id`;
  }
  if (value.ok === true) {
    return isObject(value.result) ? null : `${path}.result should be an object`;
  }
  return value.ok === false ? requestError(value.error, `${path}.error`) : `${path}.ok should be a boolean`;
});

const record = custom<RunRecord>((value, path) =>
  isObject(value) && isObject(value.run) && Array.isArray(value.fits) && typeof value.status === 'string'
    ? null
    : `${path} should be a run record`,
);
const ofRun = object({ runId });
const log = object({ level: oneOf('error', 'warning', 'information'), text });

const hostToPanel: Catalogue<HostToPanel> = {
  initialise: object({
    locale: text,
    strings: dictionary(text),
    settings,
    offer: maybe(offer),
    record: maybe(record),
    runs: summaries,
    view: maybe(viewState),
  }),
  offer: object({ offer: maybe(offer) }),
  run: object({ run: runRequest, checkpoint: maybe(checkpoint) }),
  stop: object<Untyped<protocol.StopMessage>>({ runId, restoreBest: optional(truth) }),
  pause: ofRun,
  resume: ofRun,
  settings: object({ settings }),
  findings: object({ path: text, findings: list(finding) }),
  runs: object({ runs: summaries }),
  record: object({ record }),
  show: object({ tab, fit: truth }),
  requestProgress,
  reply,
};

const nothing = object<Untyped<protocol.PanelReadyMessage>>({});
const report = custom<{ report: RunReport }>((value, path) =>
  isObject(value)
    ? validate<RunReport>(reports, value.report, `${path}.report`)
    : `${path} should be an object`,
);
const panelToHost: Catalogue<PanelToHost> = {
  ready: nothing,
  persist: object({ view: viewState }),
  report,
  reveal: object({ path: text, line: count, column: maybe(count) }),
  runAgain: nothing,
  continue: ofRun,
  showRun: ofRun,
  withdraw: ofRun,
  trainOffer: nothing,
  openExample: nothing,
  writeTemperature: object({ path: text, model: text, line, range: maybe(range), value: number }),
  export: object({ name: text, bytes }),
  copy: object({ text }),
  chooseBackend: object({ backend: backendChoice }),
  log,
  request,
};

const assetName = oneOf(...LATE_ASSETS);
const panelToWorker: Catalogue<PanelToWorker> = {
  initialise: object({ assets: dictionary(bytes), strings: dictionary(text) }),
  start: object({ run: runRequest, checkpoint: maybe(checkpoint) }),
  stop: object<Untyped<protocol.StopMessage>>({ runId, restoreBest: optional(truth) }),
  pause: ofRun,
  resume: ofRun,
  setLearningRate: object({ runId, value: number }),
  watchLayers: object({ watch: truth }),
  asset: object({ name: assetName, bytes: maybe(bytes), reason: text }),
  requestProgress,
  reply,
};

const workerToPanel: Catalogue<WorkerToPanel> = {
  ...reports,
  ready: nothing,
  heartbeat: object({ runId: maybe(text) }),
  assetWanted: object({ name: assetName }),
  log,
  request,
};

/** What is wrong with a message of this catalogue, or null. */
function validate<Union extends { type: string }>(
  catalogue: Catalogue<Union>,
  value: unknown,
  path: string,
): string | null {
  if (!isObject(value) || typeof value.type !== 'string') {
    return `${path} should be an object with a type`;
  }
  if (!Object.hasOwn(catalogue, value.type)) {
    return `${path}.type '${value.type}' is unknown`;
  }
  return (catalogue as Record<string, Check<unknown>>)[value.type]!(value, `${path}(${value.type})`);
}

function validator<Union extends { type: string }>(
  catalogue: Catalogue<Union>,
): (value: unknown) => Validated<Union> {
  return value => {
    const reason = validate(catalogue, value, 'message');
    return reason === null ? { ok: true, message: value as Union } : { ok: false, reason };
  };
}

export const validateHostToPanel = validator<HostToPanel>(hostToPanel);
export const validatePanelToHost = validator<PanelToHost>(panelToHost);
export const validatePanelToWorker = validator<PanelToWorker>(panelToWorker);
export const validateWorkerToPanel = validator<WorkerToPanel>(workerToPanel);

/** The names of the reports of a run; the rest of what a worker says is between it and the panel. */
export function isRunReport(message: WorkerToPanel): message is RunReport {
  return Object.hasOwn(reports, message.type);
}
