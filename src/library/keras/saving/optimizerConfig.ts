/** `optimizer.get_config()`. */
import { PyDict } from '../../../python/collections.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyFloat, Unknown, type Value } from '../../../python/values.ts';
import type { OptimizerObject } from '../optimizers/optimizerObject.ts';
import { serializeKerasObject } from './serialize.ts';

const shared = [
  'weight_decay',
  'clipnorm',
  'global_clipnorm',
  'clipvalue',
  'use_ema',
  'ema_momentum',
  'ema_overwrite_frequency',
  'loss_scale_factor',
  'gradient_accumulation_steps',
];

/** The learning rate as it is now: a schedule's config, or the number that the variable holds. */
function rateConfig(py: Interpreter, optimizer: OptimizerObject): Value {
  const { schedule } = optimizer.settings;
  if (schedule !== null) return serializeKerasObject(py, schedule);
  const { hostValue } = optimizer.rate;
  return hostValue === null
    ? new Unknown('the learning rate is not known')
    : new PyFloat(optimizer.rate.kept(hostValue));
}

/** What all optimizers share, then the parameters of this one. */
export function optimizerConfig(py: Interpreter, optimizer: OptimizerObject): PyDict {
  const config = PyDict.fromStrings([
    ['name', optimizer.settings.name],
    ['learning_rate', rateConfig(py, optimizer)],
    ...shared.map(name => [name, optimizer.config.get(name) ?? null] as const),
  ]);
  for (const [name, value] of optimizer.config)
    if (config.getString(name) === undefined) config.setString(name, value);
  return config;
}
