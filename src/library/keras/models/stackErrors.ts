/** What a `Sequential` model says of something that cannot be put on top of it, and where. */
import { PyClass } from '../../../python/classes.ts';
import { type Blame, type Related, TypeError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { classOf } from '../../../python/types.ts';
import type { Value } from '../../../python/values.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import { raiseInWords } from '../versionWords.ts';

/** The name where it is written, else the call that made the layer. */
export function blameName(layer: LayerObject): Blame {
  const span = layer.argumentSpan('name') ?? layer.madeAt;
  return span === null ? { kind: 'argument', name: 'layer' } : { kind: 'span', span };
}

export function madeHere(layer: LayerObject | undefined): Related[] {
  const span = layer?.madeAt ?? null;
  return span === null ? [] : [{ span, message: message('the other one is made here') }];
}

/** The layer where it is written: the argument of `add`, or an element of the list. */
export function blameElement(py: Interpreter, index: number | null): Blame {
  if (index === null) return { kind: 'argument', name: 'layer' };
  const list = py.site?.argument('layers') ?? null;
  const elements = list?.kind === 'List' || list?.kind === 'Tuple' ? list.elts.slice(0, index + 1) : [];
  const element = elements.some(item => item.kind === 'Starred') ? undefined : elements[index];
  return element === undefined ? { kind: 'argument', name: 'layers' } : { kind: 'span', span: element.span };
}

export function notALayer(py: Interpreter, value: Value, index: number | null) {
  const shown = typeof value === 'string' ? value : py.str(value);
  const type = `<class '${classOf(value).name}'>`;
  return raiseInWords(
    py,
    {
      3: `Only instances of \`keras.Layer\` can be added to a Sequential model. Received: ${shown} (of type ${type})`,
      2: [
        TypeError,
        `The added layer must be an instance of class Layer. Received: layer=${shown} of type ${type}.`,
      ],
      1: [TypeError, `The added layer must be an instance of class Layer. Found: ${shown}`],
    },
    {
      code: 'not-a-layer',
      blame: blameElement(py, index),
      explanation:
        value instanceof PyClass
          ? message('`{0}` is a class, and a model takes what it makes: call it, `{0}(…)`.', value.name)
          : message('`{0}` is not a layer.', shown),
    },
  );
}
