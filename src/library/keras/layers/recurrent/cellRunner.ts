/** Cells as a recurrent layer drives them: Keras's own, stacks of cells, and the user's cells written in Python. */

import { ops } from '../../../../graph/index.ts';
import type { Dim, Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { PyDict } from '../../../../python/collections.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { classOf } from '../../../../python/types.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../../python/values.ts';
import type { ArgumentReader } from '../../objects/arguments.ts';
import { dimsOf } from '../../objects/arguments.ts';
import { accepts } from '../../tensors/callableSignature.ts';
import { tensorOf, wrap } from '../../tensors/conversion.ts';
import { flatten } from '../../tensors/graphNode.ts';
import { shapeTuple } from '../../tensors/tensorObject.ts';
import { type ByVersion, type Raised, raiseInWords } from '../../versionWords.ts';
import { buildLayer } from '../base/callLayer.ts';
import type { LayerCall } from '../base/definition.ts';
import { LayerObject } from '../base/layerObject.ts';
import { makeLayer } from '../registry.ts';
import { initialStates, zeros } from './cellLayer.ts';
import { type CellPass, isRecurrentCell, type RecurrentCell } from './recurrentCell.ts';
import type { Step } from './sequenceLoop.ts';

/** A pass over a sequence: what the steps are cut from, and one step. */
export interface SequencePass {
  /** How many steps there are, if known. */
  readonly steps: Dim;
  /** What the steps are cut from, with the axis of the batch or that of the steps first. */
  sequence(first: FirstAxis): Tensor;
  readonly step: Step;
}

export type FirstAxis = 'batch' | 'steps';

function turned(x: Tensor, first: FirstAxis): Tensor {
  return first === 'batch' ? x : ops.moveAxis(x, 1, 0);
}

export interface CellRunner {
  build(step: Shape, py: Interpreter): void;
  /** States before the first step, flattened, for the shape of one step of a batch. */
  initial(step: Shape): Tensor[];
  begin(x: Tensor, call: Pick<LayerCall, 'training' | 'trace' | 'py'>): SequencePass;
}

function stepShape(x: Tensor): Shape {
  return [x.shape[0], ...x.shape.slice(2)];
}

/** A cell of Keras: the input's part is computed for all steps at once. */
class NativeRunner implements CellRunner {
  private readonly cell: LayerObject<RecurrentCell>;
  constructor(cell: LayerObject<RecurrentCell>) {
    this.cell = cell;
  }

  build(step: Shape, py: Interpreter): void {
    if (!this.cell.built) buildLayer(py, this.cell as LayerObject, shapeTuple(step));
  }

  initial(step: Shape): Tensor[] {
    return initialStates(this.cell.settings, step);
  }

  begin(x: Tensor, call: Pick<LayerCall, 'training' | 'trace'>): SequencePass {
    const pass = this.cell.settings.begin(this.cell as LayerObject, stepShape(x), call);
    const step: Step = (projected, states) => {
      const after = pass.step(projected, states);
      return { output: after[0], states: after };
    };
    return passOf(x, pass, step);
  }
}

/** The input is turned before it is projected: what is projected is wider. */
function passOf(x: Tensor, pass: CellPass, step: Step): SequencePass {
  const sequence = (first: FirstAxis) =>
    pass.project(turned(ops.toFloat(x), first), first === 'batch' ? 1 : 0);
  return { steps: x.shape[1], sequence, step };
}

/** Cells one upon the other: each works on the output of the one below. */
class StackRunner implements CellRunner {
  private readonly cells: readonly LayerObject<RecurrentCell>[];
  constructor(cells: readonly LayerObject<RecurrentCell>[]) {
    this.cells = cells;
  }

  private steps(first: Shape): Shape[] {
    const shapes: Shape[] = [first];
    for (const cell of this.cells) {
      const below = shapes[shapes.length - 1];
      shapes.push([below[0], ...cell.settings.stateShapes(below.slice(1))[0]]);
    }
    return shapes;
  }

  build(step: Shape, py: Interpreter): void {
    const shapes = this.steps(step);
    this.cells.forEach((cell, index) => {
      if (!cell.built) buildLayer(py, cell as LayerObject, shapeTuple(shapes[index]));
    });
  }

  initial(step: Shape): Tensor[] {
    const shapes = this.steps(step);
    return this.cells.flatMap((cell, index) => initialStates(cell.settings, shapes[index]));
  }

  begin(x: Tensor, call: Pick<LayerCall, 'training' | 'trace'>): SequencePass {
    const shapes = this.steps(stepShape(x));
    const passes = this.cells.map((cell, index) =>
      cell.settings.begin(cell as LayerObject, shapes[index], call),
    );
    const step: Step = (projected, states) => {
      const after: Tensor[] = [];
      let input = projected;
      passes.forEach((pass, index) => {
        const count = this.cells[index].settings.stateShapes(shapes[index].slice(1)).length;
        const own = pass.step(
          index === 0 ? input : pass.project(input),
          states.slice(after.length, after.length + count),
        );
        after.push(...own);
        input = own[0];
      });
      return { output: input, states: after };
    };
    return passOf(x, passes[0], step);
  }
}

/** The sizes in a `state_size`, flattened. */
function stateShapes(py: Interpreter, value: Value): Shape[] {
  if (!(value instanceof PyList) && !(value instanceof PyTuple)) return [dimsOf(py, value)];
  return value.items.map(item => dimsOf(py, item));
}

/** The user's cell: an object with `state_size` and `call(inputs, states)`. */
class PythonRunner implements CellRunner {
  private readonly py: Interpreter;
  private readonly cell: Value;
  constructor(py: Interpreter, cell: Value) {
    this.py = py;
    this.cell = cell;
  }

  build(step: Shape, py: Interpreter): void {
    if (this.cell instanceof LayerObject && !this.cell.built) buildLayer(py, this.cell, shapeTuple(step));
  }

  initial(step: Shape): Tensor[] {
    const own = this.py.getAttributeOrUndefined(this.cell, 'get_initial_state');
    if (own !== undefined && step[0] !== null) {
      const made = this.py.call(own, [], PyDict.fromStrings([['batch_size', step[0]]]));
      if (made instanceof Unknown) throw new NotKnown(made.reason);
      return flatten([made]).map(state => tensorOf(this.py, state));
    }
    return stateShapes(this.py, this.py.getAttribute(this.cell, 'state_size')).map(shape =>
      zeros([step[0], ...shape]),
    );
  }

  begin(x: Tensor, { training, py }: Pick<LayerCall, 'training' | 'py'>): SequencePass {
    const wantsTraining = accepts(py.getAttribute(this.cell, 'call'), 'training');
    const keywords = wantsTraining ? PyDict.fromStrings([['training', training]]) : null;
    const step: Step = (input, states) => {
      const args = [wrap(py, input), new PyList(states.map(state => wrap(py, state)))];
      const callee = this.cell instanceof LayerObject ? this.cell : py.getAttribute(this.cell, 'call');
      const result = py.call(callee, args, keywords);
      if (result instanceof Unknown) throw new NotKnown(result.reason);
      const [output, after] = py.collect(result);
      return { output: tensorOf(py, output), states: flatten([after]).map(state => tensorOf(py, state)) };
    };
    return { steps: x.shape[1], sequence: first => turned(x, first), step };
  }
}

export function isNativeCell(cell: Value): cell is LayerObject<RecurrentCell> {
  return (
    cell instanceof LayerObject &&
    cell.definition !== null &&
    !cell.cls.userDefined &&
    isRecurrentCell(cell.settings)
  );
}

function checkCell(args: ArgumentReader, cell: Value): void {
  const { py } = args;
  if (cell instanceof Unknown) throw new NotKnown(cell.reason);
  const shown = py.str(cell);
  const fail = (words: ByVersion<Raised>) =>
    raiseInWords(py, words, {
      code: 'not-a-cell',
      blame: { kind: 'argument', name: 'cell' },
      explanation: message(
        '`RNN` repeats a cell over the steps, and `{0}` is not a cell: it keeps no state.',
        classOf(cell).name,
      ),
    });
  if (py.getAttributeOrUndefined(cell, 'call') === undefined)
    throw fail({
      3: `Argument \`cell\` should have a \`call\` method. Received: cell=${shown}`,
      2: `Argument \`cell\` should have a \`call\` method. The RNN was passed: cell=${shown}`,
    });
  if (py.getAttributeOrUndefined(cell, 'state_size') === undefined) {
    throw fail({
      3: `The RNN cell should have a \`state_size\` attribute (single integer or list of integers, one integer per RNN state). Received: cell=${shown}`,
      2: `The RNN cell should have a \`state_size\` attribute (tuple of integers, one integer per RNN state). Received: cell=${shown}`,
    });
  }
}

/** How a recurrent layer drives a cell. */
export function runnerOf(args: ArgumentReader, cell: Value): CellRunner {
  if (isNativeCell(cell)) return new NativeRunner(cell);
  checkCell(args, cell);
  const cells =
    cell instanceof LayerObject && cell.definition?.name === 'StackedRNNCells'
      ? args.py.collect(cell.attributes.get('cells') ?? null)
      : null;
  if (cells?.every(isNativeCell)) return new StackRunner(cells);
  return new PythonRunner(args.py, cell);
}

/** A list of cells as one. */
export function stackOf(py: Interpreter, cell: Value): Value {
  return cell instanceof PyList || cell instanceof PyTuple
    ? makeLayer(py, 'StackedRNNCells', [['cells', cell]])
    : cell;
}
