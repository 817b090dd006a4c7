/** Errors about files and the machine's memory. */
import { message } from '../../python/message.ts';
import type { ErrorFamily } from './family.ts';

export const machineFamilies: readonly ErrorFamily[] = [
  {
    codes: ['file-name'],
    says: [
      /filepath provided must end in `\.(?:keras|weights\.h5)`/,
      /The filename must end in `\.weights\.h5`/,
      /Invalid filepath extension for saving/,
    ],
    advice: message(
      'Keras 3 tells the format by the name: `.keras` for a model, `.weights.h5` for weights alone.',
    ),
  },
  {
    codes: ['file-not-found-error'],
    says: [
      /FileNotFoundError: /,
      /[Uu]nable to (?:synchronously )?open file/,
      /No file or directory found at/,
      /File not found: filepath=/,
    ],
    advice: message(
      'The file is not where the script looks: relative paths begin in the folder that the script is run from.',
    ),
  },
  {
    codes: ['out-of-memory'],
    says: [
      /OOM when allocating tensor/,
      /CUDA out of memory/,
      /RESOURCE_EXHAUSTED/,
      /Unable to allocate .* for an array/,
    ],
    advice: message('The memory is full: a smaller batch_size, smaller images or a smaller model need less.'),
  },
];
