/** What a check is: a warning or hint about a program that runs, with its documentation and examples beside it. */
import type { KerasRecord } from '../library/keras/record.ts';
import type { Fix, Related } from '../python/errors.ts';
import type { Interpreter, ParsedModule } from '../python/interpreter.ts';
import type { Message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import type { OutputLoss, Training } from './outputs.ts';
import type { SourceCode } from './sourceCode.ts';

/** What a person reads about a code in docs/diagnostics.md. Markdown, English and Chinese. */
export interface CodeDocumentation {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** Python programs; in `failing` the finding is drawn under the code: `#    ^^^ warning[code]: part of the text`. */
export interface CheckExamples {
  readonly failing: string;
  /** The failing program put right. */
  readonly fixed: string;
  /** A program that looks alike and is fine. */
  readonly nearMiss: string;
}

export interface CheckFinding {
  readonly span: Span;
  readonly message: Message;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

export interface Check {
  /** Names its page in docs/diagnostics.md. */
  readonly code: string;
  readonly severity: 'warning' | 'hint' | 'information';
  /** A few words, the heading of its page. */
  readonly title: string;
  readonly documentation: CodeDocumentation;
  readonly chinese: CodeDocumentation & { readonly title: string };
  readonly examples: CheckExamples;
  /** Silent wherever something it needs is not known. */
  readonly run: (context: CheckContext) => Iterable<CheckFinding>;
}

/** What a check looks at: what the program did with Keras, and its text. */
export interface CheckContext {
  readonly record: KerasRecord;
  readonly py: Interpreter;
  readonly code: SourceCode;
  readonly kerasVersion: 1 | 2 | 3;
  /** Every output of a compiled model with the loss that judges it. */
  readonly outputs: readonly OutputLoss[];
  /** Every training or evaluation call that Keras lets pass, output by output. */
  readonly trainings: readonly Training[];
}

/** What the analysis hands over. */
export interface CheckInput {
  readonly record: KerasRecord;
  readonly py: Interpreter;
  readonly parsed: ParsedModule;
  readonly text: string;
}
