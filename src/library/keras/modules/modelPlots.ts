/** `plot_model`: the graph of a model as a figure of the run, and as a file. */
import { PyDict } from '../../../python/collections.ts';
import { NotImplementedError, raise, ValueError } from '../../../python/errors.ts';
import { native, suspendable } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { NotKnown, PyFloat, PyList, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import { ModelObject } from '../models/modelObject.ts';
import { visibleShape } from '../tensors/tensorObject.ts';

/** One box of the drawing. */
interface Box {
  readonly label: string;
  readonly inputs: readonly number[];
  /** Rows below the top: one more than the lowest of what leads here. */
  readonly row: number;
}

/** What the boxes say besides the names of classes. */
interface Details {
  readonly names: boolean;
  readonly shapes: boolean;
  readonly activations: boolean;
  readonly trainable: boolean;
}

function labelOf(py: Interpreter, layer: LayerObject, details: Details): string {
  const words = [details.names ? `${layer.name} (${layer.cls.name})` : layer.cls.name];
  const activation = layer.config.get('activation');
  if (details.activations && activation !== undefined && activation !== null)
    words.push(py.str(py.getAttributeOrUndefined(activation, '__name__') ?? activation));
  const outputs = layer.nodes.at(-1)?.outputs ?? [];
  if (details.shapes && outputs.length > 0)
    words.push(outputs.map(output => py.str(visibleShape(py, output.shape))).join(', '));
  if (details.trainable) words.push(layer.trainable ? 'trainable' : 'not trainable');
  return words.join('  ');
}

function boxesOf(py: Interpreter, model: ModelObject, details: Details): Box[] {
  const { graph } = model;
  if (graph === null || model.kind === 'sequential') {
    const layers = model.kind === 'sequential' ? model.stack : [];
    return layers.map((layer, row) => ({
      label: labelOf(py, layer, details),
      inputs: row === 0 ? [] : [row - 1],
      row,
    }));
  }
  const boxes: Box[] = [];
  const places = new Map(graph.operations.map((operation, place) => [operation, place]));
  for (const operation of graph.operations) {
    const calls = graph.nodes.filter(node => node.operation === operation);
    const inputs = calls.flatMap(node =>
      node.inputs.flatMap(input => places.get(input.history!.node.operation) ?? []),
    );
    const row = Math.max(0, ...inputs.map(place => (boxes[place]?.row ?? 0) + 1));
    const label = operation instanceof LayerObject ? labelOf(py, operation, details) : operation.name;
    boxes.push({ label, inputs: [...new Set(inputs)], row });
  }
  return boxes;
}

/** The centre of each box: those of a row beside each other, rows below each other (or from left to right). */
function centresOf(boxes: readonly Box[], isHorizontal: boolean): [number, number][] {
  const rows = new Map<number, number[]>();
  for (const [place, { row }] of boxes.entries()) rows.set(row, [...(rows.get(row) ?? []), place]);
  return boxes.map(({ row }, place) => {
    const beside = rows.get(row)!;
    const across = beside.indexOf(place) - (beside.length - 1) / 2;
    return isHorizontal ? [row, across] : [across, -row];
  });
}

/** Inches from a box to the one below it, of a letter of its label, and between boxes beside each other. */
const BOX_HEIGHT = 0.7;
const LETTER_WIDTH = 0.078;
const GAP = 0.5;
/** A longer drawing is one of many small boxes: nobody reads a picture of a hundred inches. */
const LONGEST_SIDE = 40;

/** The size of the drawing in inches. */
function sizeOf(boxes: readonly Box[], centres: readonly [number, number][]): [number, number] {
  const width = Math.max(0, ...boxes.map(({ label }) => label.length)) * LETTER_WIDTH + GAP;

  const extent = (axis: 0 | 1): number => {
    const places = centres.map(centre => centre[axis]);
    return places.length === 0 ? 1 : Math.max(...places) - Math.min(...places) + 1;
  };
  return [
    Math.min(LONGEST_SIDE, Math.max(4, extent(0) * width)),
    Math.min(LONGEST_SIDE, 0.6 + extent(1) * BOX_HEIGHT),
  ];
}

interface Drawing {
  readonly title: string;
  readonly boxes: readonly Box[];
  readonly centres: readonly [number, number][];
  /** Where it is written, and with how many dots an inch. */
  readonly file: Value;
  readonly density: Value;
}

/** Draws through `matplotlib.pyplot`, in a figure of its own. */
function* draw(py: Interpreter, { title, boxes, centres, file, density }: Drawing): Suspendable<void> {
  const plot = py.importModule('matplotlib.pyplot');
  if (plot instanceof Unknown) return;
  const call = (name: string, args: Value[], keywords: readonly (readonly [string, Value])[] = []): Value =>
    py.callMethod(plot, name, args, PyDict.fromStrings(keywords));
  const numbers = (...values: number[]): Value => new PyList(values.map(value => new PyFloat(value)));
  const figure = call('figure', [], [['figsize', numbers(...sizeOf(boxes, centres))]]);
  const line: [string, Value][] = [
    ['color', 'gray'],
    ['zorder', 1],
  ];
  for (const [place, { inputs }] of boxes.entries()) {
    for (const input of inputs) {
      const [from, to] = [centres[input], centres[place]];
      call('plot', [numbers(from[0], to[0]), numbers(from[1], to[1])], line);
    }
  }
  const box = PyDict.fromStrings([
    ['boxstyle', 'round'],
    ['facecolor', 'white'],
    ['edgecolor', 'gray'],
  ]);
  const words: [string, Value][] = [
    ['ha', 'center'],
    ['va', 'center'],
    ['fontsize', 9],
    ['color', 'black'],
    ['bbox', box],
  ];
  for (const [place, { label }] of boxes.entries()) {
    const [x, y] = centres[place];
    call('text', [new PyFloat(x), new PyFloat(y), label], words);
  }
  const [across, down] = [centres.map(([x]) => x), centres.map(([, y]) => y)];
  call('xlim', [new PyFloat(Math.min(...across, 0) - 0.5), new PyFloat(Math.max(...across, 0) + 0.5)]);
  call('ylim', [new PyFloat(Math.min(...down, 0) - 0.5), new PyFloat(Math.max(...down, 0) + 0.5)]);
  call('title', [title]);
  call('axis', ['off']);
  if (file !== null) {
    const save = py.getAttribute(figure, 'savefig');
    yield* py.callAndWait(save, [file], PyDict.fromStrings([['dpi', density]]));
  }
  call('show', []);
}

export const plotModel = suspendable(
  'plot_model(model, to_file="model.png", show_shapes=False, show_dtype=False, show_layer_names=False, rankdir="TB", expand_nested=False, dpi=200, show_layer_activations=False, show_trainable=False, **kwargs)',
  function* ([model, file, shapes, , names, direction, , density, activations, trainable], py) {
    if (model instanceof Unknown) throw new NotKnown(model.reason);
    if (!(model instanceof ModelObject)) throw raise(ValueError, `Not a model: ${py.str(model)}`);
    // A model that saw data which is not known may have been built by them; before Keras 3 a layer that splits text told a
    // stack its input.
    const begins = model.stack[0]?.definition?.name;
    const isOlder = py.state(kerasVersionKey).current < 3;
    const mayBeBuilt =
      model.compiled !== null || model.kind !== 'sequential' || (isOlder && begins === 'TextVectorization');
    if (!model.built && !py.running && mayBeBuilt) return null;
    if (!model.built) {
      throw raise(
        ValueError,
        'This model has not yet been built. Build the model first by calling `build()` or by calling the model on a batch of data.',
        { code: 'not-built' },
      );
    }
    if (!py.running) return null;
    const details = {
      names: py.truth(names),
      shapes: py.truth(shapes),
      activations: py.truth(activations),
      trainable: py.truth(trainable),
    };
    const boxes = boxesOf(py, model, details);
    const centres = centresOf(boxes, py.str(direction) === 'LR');
    yield* draw(py, { title: model.name, boxes, centres, file, density });
    return null;
  },
  "Writes the model's graph as a picture (PNG, SVG, PDF, JPEG), and shows it as a figure in the panel.",
);

export const modelToDot = native('model_to_dot(model, **kwargs)', (_values, py) => {
  const text =
    'keras.utils.model_to_dot is not supported by Kerascope: it has no Graphviz. `plot_model` shows the graph in the panel.';
  if (!py.running) throw new NotKnown(text);
  throw raise(NotImplementedError, text, { code: 'not-supported' });
});
