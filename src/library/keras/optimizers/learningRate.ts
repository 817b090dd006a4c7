/** The learning rate as an attribute of an optimizer: a variable, or what a schedule gives. */
import { isCallable } from '../../../python/builtins/conversions.ts';
import { AttributeError, raise, TypeError } from '../../../python/errors.ts';
import { property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { classOf, isInstance } from '../../../python/types.ts';
import { NotKnown, type PyObject, touch, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { numberOf } from '../objects/arguments.ts';
import { KerasObject } from '../objects/kerasObject.ts';
import { writeScalar } from '../session.ts';
import { VariableObject } from '../tensors/variableObject.ts';
import type { OptimizerObject } from './optimizerObject.ts';
import { scheduleClass } from './schedules.ts';

/** With a schedule, what it gives for the steps taken so far; optimizers of Keras 2 before 2.11 gave the schedule. */
function getRate(self: Value, py: Interpreter): Value {
  const optimizer = self as OptimizerObject;
  const { schedule } = optimizer.settings;
  if (schedule === null) return optimizer.rate;
  if (py.state(kerasVersionKey).current < 3 && !py.running) {
    throw new NotKnown('versions of Keras 2 differ in the learning rate of an optimizer with a schedule');
  }
  return py.call(schedule, schedule instanceof KerasObject ? [optimizer.iterations] : []);
}

function setRate(self: Value, value: Value, py: Interpreter): void {
  const optimizer = self as OptimizerObject;
  touch(optimizer);
  if (value instanceof Unknown) {
    optimizer.rate.hostValue = null;
    return;
  }
  if (isInstance(value, scheduleClass) || (isCallable(value) && !(value instanceof VariableObject))) {
    optimizer.settings = { ...optimizer.settings, schedule: value as PyObject };
    return;
  }
  if (optimizer.settings.schedule instanceof KerasObject) refuseNumber(py);
  const number = value instanceof VariableObject ? value.hostValue : numberOf(value);
  if (number === undefined || number === null) {
    py.callMethod(optimizer.rate, 'assign', [value]);
    return;
  }
  optimizer.rate.hostValue = number;
  if (py.running) writeScalar(py, optimizer.rate.variable!, number);
}

/** A schedule stays. Optimizers of Keras 2 before 2.11 let a number take its place. */
function refuseNumber(py: Interpreter): never {
  if (py.state(kerasVersionKey).current < 3 && !py.running) {
    throw new NotKnown(
      'versions of Keras 2 differ in setting the learning rate of an optimizer with a schedule',
    );
  }
  throw raise(
    TypeError,
    'This optimizer was created with a `LearningRateSchedule` object as its `learning_rate` constructor argument, hence its learning rate is not settable. If you need the learning rate to be settable, you should instantiate the optimizer with a float `learning_rate` argument.',
  );
}

/** `lr`, the name in Keras 1 and 2. In Keras 3 it is an attribute like any other, that no step reads. */
function getFormerRate(self: Value, py: Interpreter): Value {
  const optimizer = self as OptimizerObject;
  if (py.state(kerasVersionKey).current < 3) return getRate(optimizer, py);
  if (optimizer.lr !== undefined) return optimizer.lr;
  throw raise(AttributeError, `'${classOf(optimizer).name}' object has no attribute 'lr'`, {
    explanation: message('Keras 3 has no `{0}` any more: `{1}` does the same.', 'lr', 'learning_rate'),
  });
}

function setFormerRate(self: Value, value: Value, py: Interpreter): void {
  const optimizer = self as OptimizerObject;
  if (py.state(kerasVersionKey).current < 3) {
    setRate(optimizer, value, py);
    return;
  }
  touch(optimizer);
  optimizer.lr = value;
}

export const learningRateAttributes = [
  property('learning_rate', getRate, setRate),
  property('lr', getFormerRate, setFormerRate),
] as const;
