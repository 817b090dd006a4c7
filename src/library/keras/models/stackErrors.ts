/** What a `Sequential` model says of something that cannot be put on top of it, and where. */
import { PyClass } from '../../../python/classes.ts';
import { type Blame, type PythonError, type Related, TypeError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { classOf } from '../../../python/types.ts';
import type { PyObject, Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { type ByVersion, type Raised, raiseInWords } from '../versionWords.ts';

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

/** The error for layers that are passed one by one, and not in a list; null where there are none, or a version takes it. */
export function looseLayers(py: Interpreter, given: readonly Value[]): PythonError | null {
  const layers = given.filter(value => value instanceof LayerObject || value instanceof TensorObject);
  const [first] = layers;
  if (first === undefined || first !== given.find(value => value !== null)) return null;
  const words = wordsForLoose(py, layers);
  if (words === null) return null;
  const nodes = py.site?.file.isScript === true ? py.site.node.args : [];
  const isPlain = nodes.length >= layers.length && nodes.every(node => node.kind !== 'Starred');
  const [start, end] = [nodes[0]?.span.start, nodes[layers.length - 1]?.span.end];
  const isWritten = isPlain && start !== undefined && end !== undefined;
  return raiseInWords(py, words, {
    code: 'not-a-layer',
    ...(isWritten ? { blame: { kind: 'span', span: { start, end } } } : {}),
    explanation: message('`Sequential` takes its layers in one list.'),
    fixes: isWritten
      ? [
          {
            kind: 'put-layers-into-list',
            title: message('Put the layers into a list'),
            edits: [
              { span: { start, end: start }, text: '[' },
              { span: { start: end, end }, text: ']' },
            ],
            preferred: true,
          },
        ]
      : [],
  });
}

function wordsForLoose(py: Interpreter, layers: readonly PyObject[]): ByVersion<Raised> | null {
  const [first, second, third] = layers;
  const { current } = py.state(kerasVersionKey);
  // Keras 2 takes a layer for a list of it; earlier versions do not look whether a tensor is one in these words.
  if (second === undefined && (current === 2 || (current === 1 && first instanceof TensorObject)))
    return null;
  const notIterable: Raised =
    first instanceof TensorObject
      ? [TypeError, 'A symbolic KerasTensor cannot be used as a boolean.']
      : [TypeError, `'${first.cls.name}' object is not iterable`];
  const count = layers.length + 1;
  const takes = (most: number) => `takes from 1 to ${most} positional arguments but ${count} were given`;
  const [named, namedIn3] = [second ?? first, third ?? first].map(name => py.str(name));
  const noName = `Argument \`name\` must be a string and cannot contain character \`/\`. Received: name=${namedIn3} (of type ${py.str((third ?? first).cls)})`;
  const isMore = layers.length > 2;
  return {
    1: isMore ? [TypeError, `__init__() ${takes(3)}`] : notIterable,
    2: [
      TypeError,
      isMore
        ? `Sequential.__init__() ${takes(3)}`
        : `Expected \`name\` argument to be a string, but got: ${named}`,
    ],
    3: layers.length > 3 ? [TypeError, `Sequential.__init__() ${takes(4)}`] : isMore ? noName : notIterable,
  };
}
