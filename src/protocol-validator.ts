/**
 * Checks messages where they arrive: what is unknown or malformed is dropped with a reason, never believed.
 */
import type { Check } from './message-checks.ts';
import {
  bytes,
  count,
  custom,
  dictionary,
  isObject,
  list,
  maybe,
  number,
  object,
  oneOf,
  optional,
  primitive,
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
import { LATE_ASSETS, LONGEST_REASON } from './protocol.ts';
import {
  backend,
  type Catalogue,
  checkpointShape,
  line,
  range,
  reports,
  runId,
  type Untyped,
} from './report-checks.ts';
import type { RunRecord } from './run-record.ts';

export type Validated<Message> = { ok: true; message: Message } | { ok: false; reason: string };

const backendChoice = oneOf('auto', 'webgpu', 'webgl', 'wasm', 'cpu');
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
const checkpoint = object<protocol.CheckpointReport>({
  type: oneOf('checkpoint'),
  ...checkpointShape,
});
const measurement = object<protocol.BackendMeasurement>({
  key: primitive('a digest', value => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)),
  time: count,
  timings: list(
    object({
      backend,
      result: primitive<number | string>('milliseconds or a reason', value =>
        typeof value === 'string'
          ? value.length <= LONGEST_REASON
          : Number.isFinite(value) && (value as number) >= 0,
      ),
    }),
  ),
});
const measurements = optional(list(measurement));
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
  run: object({ run: runRequest, checkpoint: maybe(checkpoint), measurements }),
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
  measureAgain: nothing,
  measured: object({ measurement }),
  log,
  request,
};

const assetName = oneOf(...LATE_ASSETS);
const panelToWorker: Catalogue<PanelToWorker> = {
  initialise: object({ assets: dictionary(bytes), strings: dictionary(text) }),
  start: object({ run: runRequest, checkpoint: maybe(checkpoint), measurements }),
  stop: object<Untyped<protocol.StopMessage>>({ runId, restoreBest: optional(truth) }),
  pause: ofRun,
  resume: ofRun,
  setLearningRate: object<Untyped<protocol.SetLearningRateMessage>>({
    runId,
    value: number,
    optimizer: optional(count),
  }),
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
  measured: object({ measurement }),
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

/** Whether a kept measurement is one; what is kept may be of another time. */
export function isMeasurement(value: unknown): value is protocol.BackendMeasurement {
  return measurement(value, 'measurement') === null;
}
