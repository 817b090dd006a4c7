/** How a layer is described: one file each, collected in layers/index.ts. */
import type { Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import type { NativeFunction } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import type { Message } from '../../../../python/message.ts';
import type { Value } from '../../../../python/values.ts';
import type { ArgumentReader } from '../../objects/arguments.ts';
import type { Trace } from '../../trace.ts';
import type { LayerObject } from './layerObject.ts';

/** One call of a layer: its tensors and everything that steers it. */
export interface LayerCall {
  /** The tensors of the first argument, flattened. */
  readonly inputs: readonly Tensor[];
  /** Whether the first argument was a list or tuple of tensors. */
  readonly isList: boolean;
  /** Masks of the inputs (bool tensors), null where there is none. */
  readonly masks: readonly (Tensor | null)[];
  readonly training: boolean;
  /** The other arguments of `call`, by name. */
  readonly args: ReadonlyMap<string, Value>;
  readonly trace: Trace;
  readonly py: Interpreter;
}

/** One tensor, or lists of them as Python gets them. */
export type LayerResult = Tensor | readonly LayerResult[];

export interface LayerDefinition<Settings = unknown> {
  /** The class's name. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** The last part of the module path that `repr` shows: `core.dense`. */
  readonly module: string;
  /** Constructor parameters after `self`, without the ones that every layer takes. */
  readonly parameters: string;
  /** Names that Keras 1 and 2 gave to parameters. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Whether the Keras 2 of TensorFlow takes these names as well; it has none of Keras 1. */
  readonly isRenamedIn3?: boolean;
  readonly documentation: string;
  readonly source: string;
  /** Parameters of `call` after `self`; `inputs` when absent. */
  readonly callParameters?: string;
  /** Whether masks go through (`pass`), end here without harm (`stop`), or are not supported. */
  readonly masking?: 'pass' | 'stop';
  /** Checks and converts the constructor's arguments. */
  readonly init: (args: ArgumentReader, layer: LayerObject<Settings>, py: Interpreter) => Settings;
  /** Makes the weights for the shapes of the inputs. */
  readonly build?: (layer: LayerObject<Settings>, shapes: readonly Shape[], py: Interpreter) => void;
  /** Whether `build` needs no shape. */
  readonly buildsWithoutShape?: boolean;
  readonly call: (layer: LayerObject<Settings>, call: LayerCall) => LayerResult;
  /** The mask of the outputs where it is not the input's. */
  readonly mask?: (layer: LayerObject<Settings>, call: LayerCall) => Tensor | null;
  /** Further methods of the class. */
  readonly methods?: readonly NativeFunction[];
  /** Further attributes of the class. */
  readonly entries?: readonly (readonly [string, Value])[];
  /** Multiply-adds for one sample, from the shapes of inputs and outputs. */
  readonly flops?: (layer: LayerObject<Settings>, input: Shape, output: Shape) => number | null;
  /** How the output's shape came to be, with the numbers in it; null when there is nothing to say. */
  readonly derive?: (layer: LayerObject<Settings>, inputs: readonly Shape[], output: Shape) => Message | null;
}

/** Gives a definition its type; what an entry of the registry is made with. */
export function defineLayer<Settings>(definition: LayerDefinition<Settings>): LayerDefinition {
  return definition as unknown as LayerDefinition;
}
