/** Ways out for callbacks that end a training with an exception. */
import { constructorOf, KerasObject } from '../../library/keras/objects/kerasObject.ts';
import { PyClass } from '../../python/classes.ts';
import type { Fix } from '../../python/errors.ts';
import { message } from '../../python/message.ts';
import { PyList } from '../../python/values.ts';
import { settingOf } from '../callbacksOfFit.ts';
import { isValidated, unvalidated, watchLogged } from '../deadMonitor.ts';
import { fix, quoted, setArgument } from '../edits.ts';
import type { Finding } from '../finding.ts';
import { elementsOf, fitAround, type Remedy, type RemedyContext } from './remedy.ts';

/** Where `EarlyStopping` takes the direction without a name. */
const MODE = 4;

/** What is watched has no direction for Keras 3, or no value, with which Keras 1 computes. */
const monitorRemedy: Remedy = {
  codes: ['monitor-direction', 'monitor-missing'],
  propose(finding, context) {
    for (const call of context.record.fits) {
      const callback = call.refusing;
      if (!(callback instanceof KerasObject) || callback.madeAt === null) continue;
      if (callback.madeAt.start.offset !== finding.span.start.offset) continue;
      const watched = settingOf(callback, 'monitor');
      if (typeof watched !== 'string') return [];
      if (watched.startsWith('val_') && !isValidated(call))
        return unvalidated(context, call, callback, watched).fixes ?? [];
      const plain = watched.replace(/^val_/, '');
      if (call.logNames?.includes(plain)) return directions(context, callback);
      return watchLogged(context, call, callback, watched);
    }
    return [];
  },
};

function directions({ code }: RemedyContext, callback: KerasObject): Fix[] {
  const made = code.callAt(callback.madeAt);
  if (made === null) return [];
  return ['max', 'min'].flatMap((mode, index) => {
    const text = quoted(code, mode);
    const edits = setArgument(code, made, 'mode', text, MODE);
    return fix('say-direction', message('Add {0}', `mode=${text}`), edits, index === 0);
  });
}

/** `callbacks=[EarlyStopping]`: the class where an object is wanted. */
const classRemedy: Remedy = {
  codes: ['wrong-callback'],
  propose(finding, context) {
    const given = fitAround(context, finding)?.args.get('callbacks');
    const elements = elementsOf(context.code.expressionAt(finding.span));
    const index = given instanceof PyList ? given.items.findIndex(item => item instanceof PyClass) : -1;
    const place = elements?.[index];
    if (!(given instanceof PyList) || place === undefined) return logsRemedy(finding, context);
    const cls = given.items[index] as PyClass;
    const parameters = constructorOf(cls)?.parameters.slice(1) ?? null;
    const needsNothing =
      parameters?.every(item => item.default !== undefined || item.kind === 'keywords') ?? false;
    if (cls.userDefined || !needsNothing) return [];
    const { end } = place.span;
    const edits = [{ span: { start: end, end }, text: '()' }];
    return fix(
      'call-callback-class',
      message('Change to `{0}`', `${context.code.at(place.span)}()`),
      edits,
      true,
    );
  },
};

/** A hook that does not take the logs. */
function logsRemedy({ span }: Finding, { code }: RemedyContext): Fix[] {
  const hook = code.all('FunctionDef').find(({ nameSpan }) => nameSpan.start.offset === span.start.offset);
  const wanted = hook?.name.startsWith('on_train_') && !hook.name.includes('batch') ? 1 : 2;
  if (hook === undefined || hook.args.args.length !== wanted || hook.args.vararg !== null) return [];
  const { end } = hook.args.args.at(-1)!.span;
  const edits = [{ span: { start: end, end }, text: ', logs=None' }];
  return fix('take-logs', message('Take `logs=None`'), edits, true);
}

export const callbackRemedies: readonly Remedy[] = [monitorRemedy, classRemedy];
