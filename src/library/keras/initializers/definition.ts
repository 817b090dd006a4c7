/** How an initializer is described: one file each, collected in index.ts. */
import type { HostData } from '../../../graph/attributes.ts';
import type { ArgumentReader } from '../objects/arguments.ts';

/** Fills a new variable: (shape, seed) to row-major contents. */
export type Fill = (shape: readonly number[], seed: number) => HostData;

export interface InitializerDefinition {
  /** The class's name. */
  readonly name: string;
  /** Names that a string may use, besides the class's name and its snake case. */
  readonly aliases?: readonly string[];
  readonly parameters: string;
  readonly documentation: string;
  readonly source: string;
  readonly init: (args: ArgumentReader) => Fill;
}
