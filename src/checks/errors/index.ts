/** The documentation of every code that an error may have: the one registry. */
import type { ErrorCode } from './errorCode.ts';
import { fileErrors } from './files.ts';
import { labelErrors } from './labels.ts';
import { layerErrors } from './layers.ts';
import { pythonErrors } from './python.ts';
import { trainingErrors } from './training.ts';

export type { ErrorCode };

/** Chapters of docs/diagnostics.md. */
export const errorChapters: readonly {
  readonly title: readonly [string, string];
  readonly codes: readonly ErrorCode[];
}[] = [
  { title: ['Labels and data', '标签与数据'], codes: labelErrors },
  { title: ['Layers and models', '层与模型'], codes: layerErrors },
  { title: ['Arguments and training', '参数与训练'], codes: trainingErrors },
  { title: ['Files, vocabularies and long runs', '文件、词表与长时间运行'], codes: fileErrors },
  { title: ['Python', 'Python'], codes: pythonErrors },
];

export const errorCodes: readonly ErrorCode[] = errorChapters.flatMap(chapter => chapter.codes);
