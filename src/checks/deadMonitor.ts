/** Callbacks that watch a validation metric in a training without validation, or a metric that nobody measures. */
import { nearestName } from '../library/keras/errors/spelling.ts';
import { KerasObject } from '../library/keras/objects/kerasObject.ts';
import type { RecordedFit } from '../library/keras/record.ts';
import type { Fix } from '../python/errors.ts';
import { message } from '../python/message.ts';
import { PyList, PyTuple } from '../python/values.ts';
import { callbacksOf, settingOf } from './callbacksOfFit.ts';
import type { Check, CheckContext, CheckFinding } from './check.ts';
import { fitProgram } from './deadValidationSplit.ts';
import { fix, quoted, setArgument, together } from './edits.ts';
import { lossUse } from './lossUse.ts';

const imports = 'from keras.callbacks import EarlyStopping\n\nstop = EarlyStopping(patience=3)\n';
const marker = '#      ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[dead-monitor]: no validation data\n';

export const deadMonitor: Check = {
  code: 'dead-monitor',
  severity: 'warning',
  title: 'A callback that watches what is not measured',
  documentation: {
    what: "A callback watches `val_loss` (its default) or another validation metric, and `fit` has no validation data; or it watches a metric under another name than the model logs it (`val_accuracy` where `metrics=['acc']` logs `val_acc`).",
    why: 'The value does not exist. Keras prints a warning each epoch and the callback does nothing: training never stops early, the learning rate is never reduced, no best model is saved. (In Keras 3 an `EarlyStopping` that cannot tell which way is better raises after the first epoch.)',
    fix: "Pass `validation_split` or `validation_data`, watch `monitor='loss'`, or the name that the log has.",
  },
  chinese: {
    title: '回调监视了没有测量的指标',
    what: "回调监视 `val_loss`（默认值）或其他验证指标，而 `fit` 没有验证数据；或者监视的名称与模型记录的名称不同（`metrics=['acc']` 记录的是 `val_acc`，却监视 `val_accuracy`）。",
    why: '该值不存在。Keras 每个 epoch 打印一次警告，而回调什么也不做：不会提前停止，不会降低学习率，也不会保存最佳模型。（在 Keras 3 中，无法判断方向的 `EarlyStopping` 会在第一个 epoch 之后报错。）',
    fix: "传入 `validation_split` 或 `validation_data`，监视 `monitor='loss'`，或者使用日志中的名称。",
  },
  examples: {
    failing: fitProgram('model.fit(X, y, epochs=10, callbacks=[stop])', `${imports}${marker}`),
    fixed: fitProgram('model.fit(X, y, epochs=10, callbacks=[stop], validation_split=0.2)', imports),
    nearMiss: fitProgram(
      'model.fit(X, y, epochs=10, callbacks=[stop])',
      imports.replace('patience=3', "monitor='loss', patience=3"),
    ),
  },
  *run(context) {
    for (const call of context.record.fits) {
      if (call.method !== 'fit') continue;
      if (context.code.callAt(call.span)?.keywords.some(item => item.arg === null)) continue;
      const validates = isValidated(call);
      for (const callback of watchersOf(call)) {
        const watched = settingOf(callback, 'monitor');
        if (typeof watched !== 'string' || call.refusing === callback) continue;
        if (!watched.startsWith('val_') || validates) yield* unlogged(context, call, callback, watched);
        else if (!call.raised) yield unvalidated(context, call, callback, watched);
      }
    }
  },
};

/** Keras's callbacks that act on what they watch. */
function watchersOf(call: RecordedFit): KerasObject[] {
  return callbacksOf(call, 'EarlyStopping', 'ReduceLROnPlateau', 'ModelCheckpoint').filter(
    // A checkpoint that keeps every epoch's model does not look at what it watches.
    item => item.cls.name !== 'ModelCheckpoint' || settingOf(item, 'save_best_only') === true,
  );
}

export function isValidated({ args, spans }: RecordedFit): boolean {
  const [held, share] = [args.get('validation_data'), args.get('validation_split')];
  const isSplit = share !== undefined && share !== null && spans.get('validation_split') !== undefined;
  return isSplit || (held !== undefined && held !== null);
}

export function unvalidated(
  context: CheckContext,
  call: RecordedFit,
  callback: KerasObject,
  watched: string,
): CheckFinding {
  const fitting = context.code.callAt(call.span);
  const name = watched.slice(4);
  const logs = call.logNames ?? [];
  const isKnown = logs.length === 0 || logs.some(log => sameName(log) === sameName(name));
  // What is watched then has to be a log that there will be.
  const meant = isKnown || context.kerasVersion < 3 ? name : meantBy(name, logs);
  const made = context.code.callAt(callback.madeAt);
  const watch =
    meant === name || meant === null || made === null
      ? []
      : setArgument(
          context.code,
          made,
          'monitor',
          quoted(context.code, `val_${meant}`),
          monitorPlace(callback),
        );
  return {
    span: callback.madeAt!,
    message: message(
      '`{0}` watches `{1}`, and there is no validation data: it never does anything.',
      callback.cls.name,
      watched,
    ),
    related: [{ span: call.span, message: message('This call passes no validation data.') }],
    fixes: [
      ...fix(
        'hold-back-for-monitor',
        message('Hold back a fifth: validation_split=0.2'),
        fitting === null
          ? null
          : together(setArgument(context.code, fitting, 'validation_split', '0.2'), watch),
        true,
      ),
      ...(meant === null ? [] : watchInstead(context, callback, meant, false)),
    ],
  };
}

/** A log that the model's loss and metrics do not make, and that nothing else in the training can. */
function* unlogged(
  context: CheckContext,
  call: RecordedFit,
  callback: KerasObject,
  watched: string,
): Iterable<CheckFinding> {
  const { logNames } = call;
  if (logNames === null || context.kerasVersion === 1 || mayLogMore(context, call)) return;
  const held = watched.startsWith('val_');
  const name = held ? watched.slice(4) : watched;
  const isRate = !held && (name === 'lr' || name === 'learning_rate');
  if (isRate || logNames.some(log => sameName(log) === sameName(name))) return;
  // Before 2.3 the Keras beside TensorFlow's logged an accuracy as `acc`, whatever it was called.
  const isEarly = context.kerasVersion === 2 && !context.code.text.includes('tensorflow');
  if (isEarly && name === 'acc' && logNames.includes('accuracy')) return;
  const logs = logsOf(call, watched);
  const compiled = call.compile?.metricsSpan ?? null;
  yield {
    span: callback.madeAt!,
    message: message(
      '`{0}` watches `{1}`, which is never measured; there are {2}.',
      callback.cls.name,
      watched,
      logs.map(log => `\`${log}\``).join(', '),
    ),
    related: compiled === null ? [] : [{ span: compiled, message: message('The metrics are named here.') }],
    fixes: watchLogged(context, call, callback, watched),
  };
}

/** The logs of training, and those of validation where there is one or shall be one. */
function logsOf(call: RecordedFit, watched: string): readonly string[] {
  const logs = call.logNames ?? [];
  const isHeld = watched.startsWith('val_') || isValidated(call);
  return isHeld ? [...logs, ...logs.map(log => `val_${log}`)] : logs;
}

/** Ways to have a callback watch something that is logged. */
export function watchLogged(
  context: CheckContext,
  call: RecordedFit,
  callback: KerasObject,
  watched: string,
): Fix[] {
  const meant = meantBy(watched, logsOf(call, watched));
  if (meant !== null) return watchInstead(context, callback, meant, true);
  return measureIt(context, call, watched.replace(/^val_/, ''));
}

/** Callbacks of the script's own, and functions given to one, may add logs. */
function mayLogMore(context: CheckContext, call: RecordedFit): boolean {
  const value = call.args.get('callbacks') ?? null;
  const items = value instanceof PyList || value instanceof PyTuple ? value.items : [value];
  return items.some(
    item =>
      !(item instanceof KerasObject) ||
      item.cls.userDefined ||
      !(quietCallbacks.has(item.cls.name) || onlyLooks(context, item)),
  );
}

/** A `LambdaCallback` of lambdas, which cannot assign to logs, that only read or print them. */
function onlyLooks({ code }: CheckContext, { cls, madeAt }: KerasObject): boolean {
  const made = cls.name === 'LambdaCallback' ? code.callAt(madeAt) : null;
  return (
    made !== null &&
    made.args.length === 0 &&
    made.keywords.every(({ arg, value }) => {
      if (arg === null || value.kind !== 'Lambda') return false;
      const body = code.at(value.body.span).replace(reading, '');
      return !value.args.args.slice(1).some(parameter => new RegExp(`\\b${parameter.arg}\\b`).test(body));
    })
  );
}

/** Logs of which an entry is read, and logs that are printed. */
const reading = /\b\w+(?=\s*\[|\.(?:get|items|keys|values|copy)\()|(?<=\bprint\([^()]*)\b\w+\b/g;

const quietCallbacks = new Set([
  ...['EarlyStopping', 'ReduceLROnPlateau', 'ModelCheckpoint', 'LearningRateScheduler', 'TerminateOnNaN'],
  ...['CSVLogger', 'TensorBoard', 'History', 'ProgbarLogger', 'BackupAndRestore'],
]);

/** Short names, the case of letters and the number of a second metric of a kind differ between versions. */
function sameName(name: string): string {
  const plain = name.toLowerCase().replace(/_\d+$/, '');
  return shortNames.get(plain) ?? plain;
}

const shortNames: ReadonlyMap<string, string> = new Map([
  ['mse', 'mean_squared_error'],
  ['mae', 'mean_absolute_error'],
  ['mape', 'mean_absolute_percentage_error'],
  ['msle', 'mean_squared_logarithmic_error'],
  ['kld', 'kullback_leibler_divergence'],
  ['kl_divergence', 'kullback_leibler_divergence'],
  ['ce', 'crossentropy'],
]);

/** The log that was probably meant: an accuracy for an accuracy, else one that is written alike. */
function meantBy(watched: string, logs: readonly string[]): string | null {
  const isAccuracy = (log: string) => log.endsWith('acc') || log.endsWith('accuracy');
  const isHeld = (log: string) => log.startsWith('val_');
  const alike = logs.filter(log => isAccuracy(log) && isHeld(log) === isHeld(watched));
  return isAccuracy(watched) && alike.length > 0 ? alike[0]! : nearestName(watched, logs);
}

/** An accuracy of a classifier that was compiled without metrics. */
function measureIt(context: CheckContext, { compile }: RecordedFit, name: string): Fix[] {
  const call = context.code.callAt(compile?.span ?? null);
  const isAccuracy = name === 'accuracy' || name === 'acc';
  if (call === null || compile?.metrics !== null || !isAccuracy) return [];
  if (!lossUse(compile.loss, compile.lossSpan)?.name.toLowerCase().includes('crossentropy')) return [];
  const metrics = `[${quoted(context.code, name)}]`;
  return fix(
    'compile-monitored-metric',
    message('Compile with metrics={0}', metrics),
    setArgument(context.code, call, 'metrics', metrics, 2),
    true,
  );
}

/** Where the callback takes what it watches without a name. */
function monitorPlace({ cls }: KerasObject): number {
  return cls.name === 'ModelCheckpoint' ? 1 : 0;
}

function watchInstead(context: CheckContext, callback: KerasObject, name: string, preferred: boolean): Fix[] {
  const made = context.code.callAt(callback.madeAt);
  return fix(
    'watch-another-value',
    message('Watch `{0}`', name),
    made === null
      ? null
      : setArgument(context.code, made, 'monitor', quoted(context.code, name), monitorPlace(callback)),
    preferred,
  );
}
