/** Tells documents that people work on from the copies that other parts of VS Code open. */
import { type Uri, workspace } from 'vscode';

/** Documents of these need no file: they are being written, or stand in a window of their own. */
const WITHOUT_FILE = new Set(['untitled', 'vscode-interactive']);

/** Versions under source control, comparisons and output that can be taken for files. */
const COPIES = new Set(['git', 'review', 'pr', 'gitlens', 'vscode-scm', 'vscode-local-history', 'output']);

/**
 * Whether the document or notebook at this address is worked on: a file here or on another machine, one of a virtual
 * workspace, or a new one. The left side of a comparison is none, although it has the same text and name.
 */
export function isWorkedOn(uri: Uri): boolean {
  if (uri.scheme === 'file' || WITHOUT_FILE.has(uri.scheme)) {
    return true;
  }
  if (COPIES.has(uri.scheme)) {
    return false;
  }
  return (
    workspace.getWorkspaceFolder(uri) !== undefined || workspace.fs.isWritableFileSystem(uri.scheme) === true
  );
}
