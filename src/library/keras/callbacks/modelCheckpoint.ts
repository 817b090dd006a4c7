/** `keras.callbacks.ModelCheckpoint`. */
import type { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { suspendableMethod } from '../../../python/functions.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { numberOf } from '../objects/arguments.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';
import { improves, isUpward, type Mode, modelOf, modeOf, show, watched } from './monitoring.ts';

interface Settings {
  readonly path: string;
  readonly monitor: string;
  readonly verbose: number;
  readonly bestOnly: boolean;
  readonly weightsOnly: boolean;
  readonly mode: Mode;
  best: number | null;
}

/** Fills `{epoch:02d}` and `{val_loss:.2f}` in a file name. */
export function fillName(pattern: string, epoch: number, logs: PyDict): string {
  return pattern.replace(
    /\{(\w+)(?::0?(\d*)(?:\.(\d+))?([df])?)?\}/g,
    (whole, name: string, width: string | undefined, digits: string | undefined) => {
      const value = name === 'epoch' ? epoch : numberOf(logs.getString(name) ?? null);
      if (value === undefined) return whole;
      const text = digits === undefined ? String(value) : value.toFixed(Number(digits));
      return text.padStart(Number(width ?? 0), '0');
    },
  );
}

export const modelCheckpointClass = kerasClass<Settings>({
  name: 'ModelCheckpoint',
  base: callbackClass,
  module: 'keras.src.callbacks.model_checkpoint',
  parameters:
    'filepath, monitor="val_loss", verbose=0, save_best_only=False, save_weights_only=False, mode="auto", save_freq="epoch", initial_value_threshold=None',
  renamed: { period: 'save_freq' },
  documentation: 'Saves the model, or its weights, after epochs.',
  init(args) {
    const path = args.py.str(args.value('filepath'));
    const weightsOnly = args.boolean('save_weights_only');
    const isKeras3 = args.py.state(kerasVersionKey).current === 3;
    if (isKeras3 && weightsOnly && !path.endsWith('.weights.h5')) {
      args.fail(
        'filepath',
        `When using \`save_weights_only=True\` in \`ModelCheckpoint\`, the filepath provided must end in \`.weights.h5\` (Keras weights format). Received: filepath=${path}`,
      );
    }
    if (isKeras3 && !weightsOnly && !path.endsWith('.keras') && !path.endsWith('.h5')) {
      args.fail(
        'filepath',
        `The filepath provided must end in \`.keras\` (Keras model format). Received: filepath=${path}`,
      );
    }
    return {
      path,
      monitor: args.string('monitor'),
      verbose: args.number('verbose'),
      bestOnly: args.boolean('save_best_only'),
      weightsOnly,
      mode: modeOf(args),
      best: args.optionalNumber('initial_value_threshold'),
    };
  },
  methods: [
    suspendableMethod('on_epoch_end(self, epoch, logs=None)', function* ([self, epoch, logs], py) {
      const callback = self as KerasObject<Settings>;
      const state = callback.settings;
      const path = fillName(state.path, (epoch as number) + 1, logs as PyDict);
      const prefix = `\nEpoch ${(epoch as number) + 1}: `;
      if (state.bestOnly) {
        const value = watched(py, logs, state.monitor, 'Can save best model only');
        if (value === null) return null;
        if (!improves(value, state.best, isUpward(state.mode, state.monitor), 0)) {
          if (state.verbose > 0)
            py.host.write(
              'stdout',
              `${prefix}${state.monitor} did not improve from ${(state.best ?? 0).toFixed(5)}\n`,
            );
          return null;
        }
        if (state.verbose > 0) {
          const before =
            state.best === null
              ? isUpward(state.mode, state.monitor)
                ? '-inf'
                : 'inf'
              : state.best.toFixed(5);
          py.host.write(
            'stdout',
            `${prefix}${state.monitor} improved from ${before} to ${value.toFixed(5)}, saving model to ${path}\n`,
          );
        }
        state.best = value;
        show(callback as KerasObject, { best: value });
      } else if (state.verbose > 0) py.host.write('stdout', `${prefix}saving model to ${path}\n`);
      const name = state.weightsOnly ? 'save_weights' : 'save';
      const save = py.getAttributeOrUndefined(modelOf(callback as KerasObject), name);
      if (save === undefined)
        throw raise(ValueError, `Saving models to ${path} is not supported by Kerascope yet.`, {
          code: 'not-supported',
        });
      yield* py.callAndWait(save, [path]);
      return null;
    }),
  ],
});
