/** A layer: its weights, sub-layers, state and calls. Models are layers too. */
import type { HostData } from '../../../../graph/attributes.ts';
import { type DType, isFloating } from '../../../../graph/dtypes.ts';
import { ops } from '../../../../graph/index.ts';
import { isStatic, type Shape } from '../../../../graph/shapes.ts';
import type { PyClass } from '../../../../python/classes.ts';
import { PyDict } from '../../../../python/collections.ts';
import { PyFunction } from '../../../../python/evaluate/function.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import type { Arguments } from '../../../../python/operations/calls.ts';
import { AttributeMap, PyList, PyTuple, touch, type Value } from '../../../../python/values.ts';
import type { Initializer } from '../../initializers/resolve.ts';
import { refuseVariables } from '../../madeVariables.ts';
import { KerasObject } from '../../objects/kerasObject.ts';
import type { GraphNode, Operation } from '../../tensors/graphNode.ts';
import {
  type Constraint,
  type Regularizer,
  VariableObject,
  variableClass,
} from '../../tensors/variableObject.ts';
import { currentTrace } from '../../trace.ts';
import { callLayer } from './callLayer.ts';
import type { LayerDefinition } from './definition.ts';
import type { InputSpec } from './inputSpec.ts';
import { pathOf } from './nameScope.ts';

export interface WeightOptions {
  readonly name: string;
  readonly shape: Shape;
  readonly initializer: Initializer | number;
  readonly trainable?: boolean;
  readonly dtype?: DType;
  /** Whether `call` sees it in the layer's compute dtype. */
  readonly autocast?: boolean;
  readonly regularizer?: Regularizer | null;
  readonly constraint?: Constraint | null;
}

/** The attributes of a layer; most layers hold no others, and are asked for them again and again. */
class LayerAttributes extends AttributeMap {
  /** Whether a value that was ever set may be or hold a layer. */
  mayHoldLayers = false;

  override set(name: string, value: Value): void {
    if (!this.mayHoldLayers && mayHoldLayers(value)) this.mayHoldLayers = true;
    super.set(name, value);
  }
}

export class LayerObject<Settings = unknown> extends KerasObject<Settings> implements Operation {
  /** A layer makes more of itself when it is built, which a call or a training that is not followed does. */
  override get mayGainAttributes(): boolean {
    const build = this.cls.userDefined ? this.cls.lookup('build') : undefined;
    return !this.built && (this.unknownCall !== null || build instanceof PyFunction);
  }

  /** Notes a call with something that analysis does not know. */
  calledWithUnknown(reason: string): void {
    for (const layer of this.allLayers()) {
      if (layer.built || layer.unknownCall !== null) continue;
      touch(layer);
      layer.unknownCall = reason;
    }
  }

  override attributes = new LayerAttributes();
  name = '';
  trainable = true;
  built = false;
  /** Whether `Layer.__init__` ran: an own `__init__` may forget to call it. */
  initialised = false;
  /** What weights are kept in. */
  dtype: DType = 'float32';
  /** What inputs and weights are cast to for `call`. */
  computeDtype: DType = 'float32';
  /** The name of the policy that these two come from. */
  policy = 'float32';
  /** Whether inputs and weights are cast. */
  autocast = true;
  /** Own weights in the order they were made; sub-layers keep theirs. */
  ownWeights: VariableObject[] = [];
  /** Sub-layers that native code made (wrapped layers, cells); attributes are looked through besides. */
  ownLayers: LayerObject[] = [];
  nodes: GraphNode[] = [];
  inputSpec: readonly InputSpec[] | null = null;
  activityRegularizer: Regularizer | null = null;
  supportsMasking = false;
  /** Whether variables of TensorFlow are weights as those of Keras are, which was so before Keras 3. */
  tracksAll = false;
  /** Shape for the first layer of a Sequential model, from `input_shape` or `input_dim`. */
  inputShapeArgument: Shape | null = null;
  /** The shapes that `build` was called with. */
  buildShape: Value = null;
  /** Why analysis does not know the layer's settings; null when it does. */
  unknown: string | null = null;
  /** Why analysis does not know which weights it has; null when it does. */
  unknownWeights: string | null = null;
  /** Why analysis does not know what it was called with, which may have built it; null where it does. */
  unknownCall: string | null = null;
  /** Shapes of the last call, for hints: inputs and outputs. */
  lastCall: { readonly inputs: readonly Shape[]; readonly outputs: readonly Shape[] } | null = null;
  /** The native class's description. */
  readonly definition: LayerDefinition | null;

  /** What the constructor of a class of the script's own was given. */
  given: Arguments | null = null;

  constructor(cls: PyClass, definition: LayerDefinition | null) {
    super(cls);
    this.definition = definition;
  }

  override noteArguments(args: Arguments): void {
    this.given = args;
  }

  /** Own weights that train come first, then those that do not, then the sub-layers' (as `layer.weights`). */
  get weights(): VariableObject[] {
    const own = this.keptWeights();
    const inner = this.sublayers();
    const isFirst = (weight: VariableObject) => weight.trainable || this.wasTrainable.has(weight);
    const sorted = own.every(isFirst)
      ? own
      : [...own.filter(isFirst), ...own.filter(weight => !isFirst(weight))];
    if (inner.length === 0) return sorted.slice();
    const found = new Set(sorted);
    for (const layer of inner) for (const weight of layer.weights) found.add(weight);
    return [...found];
  }

  /** Weights of this layer alone: those it added, and the variables that a class of the script keeps as attributes. */
  keptWeights(): VariableObject[] {
    if (!this.cls.userDefined) return this.ownWeights;
    const found = new Set<VariableObject>(this.ownWeights);
    for (const value of this.attributes.map.values()) collectVariables(value, found, this.tracksAll, 0);
    return [...found];
  }

  /** Weights made trainable, whatever `trainable` says now: they keep their place in `weights`. */
  private readonly wasTrainable = new Set<VariableObject>();

  get trainableWeights(): VariableObject[] {
    if (!this.trainable) return [];
    const own = this.keptWeights();
    const inner = this.sublayers();
    const trained = own.filter(weight => weight.trainable);
    if (inner.length === 0) return trained;
    const found = new Set(trained);
    for (const layer of inner) for (const weight of layer.trainableWeights) found.add(weight);
    return [...found];
  }

  get nonTrainableWeights(): VariableObject[] {
    const trainable = new Set(this.trainableWeights);
    return this.weights.filter(weight => !trainable.has(weight));
  }

  /** Layers inside this one, in the order in which they became part of it. */
  sublayers(): LayerObject[] {
    if (this.ownLayers.length === 0 && !this.attributes.mayHoldLayers) return [];
    const found = new Set(this.ownLayers);
    for (const value of this.attributes.map.values()) collectLayers(value, found, 0);
    found.delete(this as LayerObject);
    return [...found];
  }

  /** Why analysis does not know all of its weights, those of inner layers aside; null when it does. */
  get whyIncomplete(): string | null {
    return this.unknownWeights;
  }

  /** This layer and all layers inside it. */
  allLayers(): LayerObject[] {
    const all: LayerObject[] = [this as LayerObject];
    for (const layer of this.sublayers()) for (const inner of layer.allLayers()) all.push(inner);
    return all;
  }

  /** Number of weights; null when a shape is not known. */
  countParams(): number | null {
    let count = 0;
    for (const weight of this.weights) {
      if (weight.size === null) return null;
      count += weight.size;
    }
    return count;
  }

  setTrainable(trainable: boolean): void {
    touch(this);
    this.trainable = trainable;
    for (const weight of this.keptWeights()) {
      if (weight.trainable) this.wasTrainable.add(weight);
      if (this.wasTrainable.has(weight)) weight.setTrainable(trainable);
    }
    for (const layer of this.sublayers()) layer.setTrainable(trainable);
  }

  /** Makes a weight and keeps it. */
  addWeight(py: Interpreter, options: WeightOptions): VariableObject {
    refuseVariables(py);
    touch(this);
    const { initializer } = options;
    const fill = typeof initializer === 'number' ? initializer : initializer.fill;
    const weight = new VariableObject(
      {
        name: options.name,
        shape: options.shape,
        dtype: options.dtype ?? (isFloating(this.dtype) ? this.dtype : undefined),
        autocast: options.autocast,
        trainable: options.trainable ?? true,
        regularizer: options.regularizer,
        constraint: options.constraint,
        initial:
          fill === null
            ? 0
            : typeof fill === 'number'
              ? fill
              : (shape: readonly number[]): HostData => fill(shape),
      },
      py.span,
    );
    weight.path = pathOf(py, this, options.name);
    if (typeof initializer !== 'number' && initializer.tensor !== null && isStatic(options.shape)) {
      weight.assign(currentTrace(py), ops.broadcastTo(initializer.tensor(options.shape), options.shape));
    }
    if (weight.trainable) this.wasTrainable.add(weight);
    this.ownWeights.push(weight);
    return weight;
  }

  /** Makes a weight and keeps it as an attribute of the same name. */
  makeWeight(py: Interpreter, options: WeightOptions): VariableObject {
    const weight = this.addWeight(py, options);
    this.attributes.set(options.name, weight);
    return weight;
  }

  replay(args: readonly Value[], keywords: PyDict | null, py: Interpreter): Value {
    return callLayer(py, this as LayerObject, args, keywords);
  }

  override capture(): unknown {
    return {
      base: super.capture(),
      fields: {
        trainable: this.trainable,
        built: this.built,
        ownWeights: this.ownWeights.slice(),
        ownLayers: this.ownLayers.slice(),
        nodes: this.nodes.slice(),
        inputSpec: this.inputSpec,
        buildShape: this.buildShape,
        lastCall: this.lastCall,
        policy: this.policy,
      },
    };
  }

  override restore(state: unknown): void {
    const saved = state as { base: unknown; fields: Partial<LayerObject> };
    super.restore(saved.base);
    Object.assign(this, saved.fields);
  }

  /** A layer that one branch alone has built is taken from that branch, as a name is that one alone binds. */
  override join(state: unknown, joinValues: (a: Value, b: Value) => Value): void {
    const { base, fields } = state as { base: unknown; fields: Partial<LayerObject> };
    super.join(base, joinValues);
    if (fields.built && !this.built) Object.assign(this, fields);
  }
}

function collectVariables(value: Value, found: Set<VariableObject>, all: boolean, depth: number): void {
  if (value instanceof VariableObject) {
    if (all || value.cls === variableClass) found.add(value);
  } else if (depth > 4) return;
  else if (value instanceof PyList || value instanceof PyTuple) {
    for (const item of value.items) collectVariables(item, found, all, depth + 1);
  } else if (value instanceof PyDict) {
    for (const item of value.values()) collectVariables(item, found, all, depth + 1);
  }
}

function mayHoldLayers(value: Value): boolean {
  if (value instanceof PyTuple) return value.items.some(mayHoldLayers);
  return value instanceof LayerObject || value instanceof PyList || value instanceof PyDict;
}

function collectLayers(value: Value, found: Set<LayerObject>, depth: number): void {
  if (value instanceof LayerObject) found.add(value);
  else if (depth > 4) return;
  else if (value instanceof PyList || value instanceof PyTuple) {
    for (const item of value.items) collectLayers(item, found, depth + 1);
  } else if (value instanceof PyDict) {
    for (const item of value.values()) collectLayers(item, found, depth + 1);
  }
}
