/** What analysis knows about a script: the one result that the editor, the checks and the command line share. */
import type { Finding, Severity } from '../checks/finding.ts';
import type { Fix, Related } from '../python/errors.ts';
import type { Message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';

export type { Finding, Fix, Related, Severity };

/** Dimensions; null where a size is not known (the batch axis, data that is not read). */
export type KnownShape = readonly (number | null)[];

export interface AnalysedLayer {
  readonly name: string;
  /** Keras class, or the user's own. */
  readonly className: string;
  /** The call that made the layer; null for layers that no line shows (loops: the call inside the loop). */
  readonly span: Span | null;
  /** Where its shape is shown: the end of this span's line. */
  readonly outputShape: KnownShape | readonly KnownShape[] | null;
  /** Of the output; null where that is not seen. */
  readonly dtype: string | null;
  readonly inputShape: KnownShape | readonly KnownShape[] | null;
  readonly weights: readonly {
    readonly name: string;
    readonly shape: KnownShape;
    readonly trainable: boolean;
  }[];
  /** Null while the layer is not built or a size is unknown. */
  readonly params: number | null;
  /** How the output shape came to be, a line of arithmetic with the numbers in it. */
  readonly derivation: Message | null;
  /** Multiply-adds of one sample; null when unknown. */
  readonly flops: number | null;
  /** The layers that a layer of the script's own class holds. */
  readonly inner: readonly AnalysedLayer[];
}

export interface AnalysedModel {
  /** The variable that holds it, else the Keras name. */
  readonly name: string;
  readonly span: Span | null;
  readonly kind: 'sequential' | 'functional' | 'subclassed';
  readonly layers: readonly AnalysedLayer[];
  readonly params: number | null;
  /** Multiply-adds of one sample through all layers; null when one is not known. */
  readonly flops: number | null;
  readonly inputShape: KnownShape | readonly KnownShape[] | null;
  readonly outputShape: KnownShape | readonly KnownShape[] | null;
  readonly compile: {
    readonly span: Span;
    readonly loss: string | null;
    /** Whether the loss takes raw scores and makes probabilities of them itself. */
    readonly fromLogits: boolean;
    readonly optimizer: string | null;
    readonly metrics: readonly string[];
  } | null;
}

export interface AnalysedFit {
  /** The model's name in {@link AnalysedProgram.models}. */
  readonly model: string;
  readonly method: 'fit' | 'evaluate' | 'predict' | 'train_on_batch' | 'test_on_batch' | 'predict_on_batch';
  readonly span: Span;
  readonly x: AnalysedValue | null;
  readonly y: AnalysedValue | null;
  readonly epochs: number | null;
  readonly batchSize: number | null;
}

/** A value worth showing: an array, a tensor, a data set. */
export interface AnalysedValue {
  readonly type: string;
  readonly shape: KnownShape | null;
  readonly dtype: string | null;
  /** "one-hot, 3 classes", "integers 0..2". */
  readonly facts: readonly Message[];
}

/** A name bound to a value worth showing, for hints after assignments and for hovers. */
export interface ValueNote {
  readonly name: string;
  readonly span: Span;
  readonly value: AnalysedValue;
}

/** A value of any kind, as it is told to someone who points at its name. */
export type UsedValue =
  | { readonly kind: 'value'; readonly value: AnalysedValue }
  | {
      readonly kind: 'model';
      /** Keras's class, or the user's own. */
      readonly className: string;
      readonly model: AnalysedModel;
    }
  | { readonly kind: 'layer'; readonly layer: AnalysedLayer }
  | {
      readonly kind: 'dataset';
      readonly type: string;
      /** Number of elements; null when unknown. */
      readonly length: number | null;
      /** The parts of one element; none where they are not known. */
      readonly element: readonly AnalysedValue[];
    }
  | {
      readonly kind: 'plain';
      readonly type: string;
      /** As Python writes it; null where that would be long or is not known. */
      readonly text: string | null;
      /** As Python writes them; null where there are none, or many. */
      readonly keys: readonly string[] | null;
      /** Null for what has none, and for the unknown. */
      readonly length: number | null;
    };

/** What a name, attribute or parameter stands for at one place of the text. */
export interface Use {
  readonly name: string;
  readonly span: Span;
  /** At least one; several where the place is reached several times with different values. */
  readonly values: readonly UsedValue[];
  /** Whether there were more. */
  readonly hasMore: boolean;
}

export interface UnknownNote {
  readonly span: Span;
  readonly reason: string;
}

export interface AnalysedProgram {
  /** Whether the file builds, compiles or trains a Keras model. */
  readonly isKerasScript: boolean;
  readonly models: readonly AnalysedModel[];
  /** Layers of no model that put something out: of one that is being written, or that an error left unknown. */
  readonly looseLayers: readonly AnalysedLayer[];
  readonly fits: readonly AnalysedFit[];
  readonly findings: readonly Finding[];
  readonly values: readonly ValueNote[];
  readonly unknown: readonly UnknownNote[];
  /** True when a bound (steps, time) ended the analysis early. */
  readonly cutShort: boolean;
}
