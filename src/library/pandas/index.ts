/** The part of pandas that scripts around Keras use: reading tables, selecting columns, dummies, groups. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';
import { formattingModule } from './formatting.ts';
import { framesModule } from './frames.ts';
import { reading } from './reading.ts';
import { pandasSupportModule } from './support.ts';

const pandas = pythonModule('pandas', reading);

const types = pythonModule(
  'pandas.api.types',
  String.raw`
def _kind(value):
    return value.dtype.kind if hasattr(value, "dtype") else value.kind

def is_numeric_dtype(value):
    return _kind(value) in "iufb"

def is_string_dtype(value):
    return _kind(value) in "OU"

is_object_dtype = is_string_dtype

def is_integer_dtype(value):
    return _kind(value) in "iu"

def is_float_dtype(value):
    return _kind(value) == "f"

def is_bool_dtype(value):
    return _kind(value) == "b"
`,
);

const errors = pythonModule(
  'pandas.errors',
  String.raw`
class IndexingError(Exception):
    pass

class IntCastingNaNError(ValueError):
    pass

class MergeError(ValueError):
    pass

class ParserError(ValueError):
    pass

class EmptyDataError(ValueError):
    pass

class PerformanceWarning(Warning):
    pass

class SettingWithCopyWarning(Warning):
    pass
`,
);

export const pandasModules: readonly LibraryModule[] = [
  pandasSupportModule,
  formattingModule,
  framesModule,
  pandas,
  types,
  { name: 'pandas.api', entries: () => [], unmodelled: 'all' },
  errors,
];
