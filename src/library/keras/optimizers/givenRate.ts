/** A learning rate that someone sets while training goes on: in a fit as in the script's own loop. */
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { servicesKey } from '../services.ts';
import { writeScalar } from '../session.ts';
import type { OptimizerObject } from './optimizerObject.ts';

/** Has the next step take this rate; a schedule stays in force, and that is told. @param line of the training */
export function giveRate(
  py: Interpreter,
  optimizer: OptimizerObject,
  rate: number,
  line: number | null,
): void {
  if (optimizer.rate.variable === null) return;
  if (optimizer.settings.schedule === null) {
    writeScalar(py, optimizer.rate.variable, rate);
    if (optimizer.rate.hostValue !== null) optimizer.rate.hostValue = rate;
    return;
  }
  py.state(servicesKey).current?.monitor.onNotice({
    code: 'learning-rate-scheduled',
    text: message('The optimizer follows a schedule; its learning rate cannot be set.'),
    line,
  });
}
