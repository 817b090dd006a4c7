/** Turns Python exceptions that the program will raise, and syntax errors, into findings at the place to blame. */
import { codeOfException } from '../checks/errors/exceptions.ts';
import { ownWords } from '../checks/finding.ts';
import { exceptionText } from '../python/exceptionText.ts';
import type { Interpreter } from '../python/interpreter.ts';
import { message } from '../python/message.ts';
import { syntaxExplanation } from '../python/parse/explanations.ts';
import { nameMeant, suggestionFor } from '../python/suggestions.ts';
import {
  type Expression,
  problemMessage,
  type Span,
  type Statement,
  type SyntaxProblem,
} from '../python/syntax.ts';
import type { Raised } from './analysisPolicy.ts';
import type { Finding } from './program.ts';

/** What only Kerascope cannot do is no mistake of the program: a run says so, the editor does not. */
export function isOurLimit(py: Interpreter, { error }: Raised): boolean {
  return (
    error.exception.cls.name === 'NotImplementedError' &&
    exceptionText(py, error.exception).includes('not supported by Kerascope')
  );
}

/** The finding for an exception nobody catches. */
export function findingOf(py: Interpreter, raised: Raised): Finding {
  const { error } = raised;
  const { detail } = error;
  const className = error.exception.cls.name;
  const said = exceptionText(py, error.exception);
  const meant = suggestionFor(error.exception);
  const text = meant === null ? said : `${said}. Did you mean: '${meant}'?`;
  return {
    code: detail.code ?? codeOfException(error.exception.cls),
    severity: 'error',
    span: placeOf(raised),
    message: detail.explanation ?? ownWords(className, text),
    raises: text === '' ? className : `${className}: ${text}`,
    meant: className === 'AttributeError' ? nameMeant(error.exception) : meant,
    related: detail.related ?? [],
    // They are made for the file in which it happens.
    fixes: raised.scriptSpan === null || detail.blame?.kind === 'script' ? (detail.fixes ?? []) : [],
  };
}

function placeOf(raised: Raised): Span {
  const { error, node, scriptSpan } = raised;
  // What happens inside an imported module is shown where the script calls it.
  const blame = error.detail.blame;
  if (blame?.kind === 'script') return blame.span;
  if (scriptSpan !== null) return scriptSpan;
  const site = error.site;
  if (blame?.kind === 'span') return blame.span;
  if (blame?.kind === 'argument') return site?.argumentSpan(blame.name) ?? narrowed(node);
  if (blame?.kind === 'keyword') return site?.keywordSpan(blame.name) ?? narrowed(node);
  return narrowed(node);
}

/** A call over several lines is marked at what is called, so that the arguments stay readable. */
function narrowed(node: Expression | Statement): Span {
  const several = node.span.start.line !== node.span.end.line;
  if (node.kind === 'Call' && several) return node.func.span;
  if (!several) return node.span;
  if (node.kind === 'ClassDef' || node.kind === 'FunctionDef') return node.nameSpan;
  return node.span;
}

export function syntaxFinding(problem: SyntaxProblem): Finding {
  const explanation = syntaxExplanation(problem);
  return {
    code: 'syntax-error',
    severity: 'error',
    span: problem.span,
    message: explanation ?? message(problem.template, ...problem.args),
    raises: explanation === null ? null : `${problem.type}: ${problemMessage(problem)}`,
    related: [],
    fixes: [],
  };
}
