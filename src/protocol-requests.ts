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
  /**
   * Puts a file into the cache of data sets where it is not there yet: the user is asked first, and while it comes
   * there is `requestProgress`. The result is the path under which it can be read.
   */
  cacheFile: { parameters: { path: string; file: WantedFile }; result: { path: string } };
}

/** A file of the cache of data sets and where it comes from. */
export interface WantedFile {
  /** Under the folder of Keras (`~/.keras`), with forward slashes. */
  place: string;
  address: string;
  hash: { algorithm: 'sha256' | 'md5'; digest: string } | null;
  /** In bytes; null where only the server knows. */
  size: number | null;
  /** The data set that it belongs to; null where the script named the address. */
  collection: { name: string; size: number } | null;
  /** Fetch it although it is there. */
  again: boolean;
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
  /** What to do about it, in the user's language. */
  advice?: string;
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

/** How far a request is that takes long (host -> panel -> worker). */
export interface RequestProgressMessage {
  type: 'requestProgress';
  id: number;
  /** Bytes so far. */
  received: number;
  /** Bytes in all; null where nobody knows. */
  total: number | null;
}

/** The answer to the request with this id. */
export type ReplyMessage<Name extends RequestName = RequestName> = {
  type: 'reply';
  id: number;
} & ({ ok: true; result: RequestMap[Name]['result'] } | { ok: false; error: RequestError });
