/** Requests with replies for what only the host can reach (worker -> panel -> host). */

/** What a file is, as `os.stat` and friends need it. Times in seconds since 1970. */
export interface FileStatus {
  kind: 'file' | 'folder';
  size: number;
  modified: number;
}

/**
 * Each request's parameters and result. Paths are as the script gives them, relative to the working directory or
 * absolute; the host resolves them and refuses what lies outside the workspace.
 */
export interface RequestMap {
  readFile: { parameters: { path: string }; result: { bytes: Uint8Array } };
  /** Writes inside the workspace only (`model.save`, checkpoints, `np.save`). Folders must exist. */
  writeFile: { parameters: { path: string; bytes: Uint8Array; append: boolean }; result: { size: number } };
  listFolder: { parameters: { path: string }; result: { entries: { name: string; status: FileStatus }[] } };
  statFile: { parameters: { path: string }; result: { status: FileStatus } };
  makeFolder: { parameters: { path: string; parents: boolean }; result: Record<string, never> };
  deleteFile: { parameters: { path: string }; result: Record<string, never> };
}
export type RequestName = keyof RequestMap;

/** Why a request failed, as the Python exception that the script will see. */
export interface RequestError {
  exception:
    | 'FileNotFoundError'
    | 'PermissionError'
    | 'IsADirectoryError'
    | 'NotADirectoryError'
    | 'FileExistsError'
    | 'MemoryError'
    | 'OSError';
  message: string;
}

/** One request of any kind; `id` is unique within the worker's life. */
export type RequestMessage = {
  [Name in RequestName]: {
    type: 'request';
    runId: string;
    id: number;
    request: Name;
    parameters: RequestMap[Name]['parameters'];
  };
}[RequestName];

/** The answer to the request with this id. */
export type ReplyMessage<Name extends RequestName = RequestName> = {
  type: 'reply';
  id: number;
} & ({ ok: true; result: RequestMap[Name]['result'] } | { ok: false; error: RequestError });
