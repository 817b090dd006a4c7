/** Finds the notebook of a cell and makes a script of a notebook's code cells, in their order. */
import { NotebookCellKind, type NotebookDocument, type TextDocument, type Uri, workspace } from 'vscode';
import { pythonOfCell } from './notebookText.ts';
import { Script } from './scripts.ts';

const CELL_SCHEME = 'vscode-notebook-cell';

/** The notebook that a document is a cell of, or null. */
export function notebookOf(document: TextDocument): NotebookDocument | null {
  if (document.uri.scheme !== CELL_SCHEME) {
    return null;
  }
  return (
    workspace.notebookDocuments.find(notebook =>
      notebook.getCells().some(cell => cell.document === document),
    ) ?? null
  );
}

export function notebookAt(cell: Uri): NotebookDocument | null {
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === cell.toString());
  return document ? notebookOf(document) : null;
}

function pythonCells(notebook: NotebookDocument): TextDocument[] {
  return notebook
    .getCells()
    .filter(({ kind, document }) => kind === NotebookCellKind.Code && document.languageId === 'python')
    .map(({ document }) => document);
}

/** The script that a document is, or is a cell of. */
export function scriptFrom(document: TextDocument): Script {
  const notebook = notebookOf(document);
  return notebook === null
    ? Script.ofFile(document)
    : new Script(notebook.uri, () => pythonCells(notebook), pythonOfCell);
}

/** Names the script of a document: its own address, or its notebook's. */
export function scriptUri(document: TextDocument): Uri {
  return notebookOf(document)?.uri ?? document.uri;
}
