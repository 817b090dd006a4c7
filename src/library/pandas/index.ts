/** The part of pandas that scripts around Keras use: reading tables, selecting columns, dummies, groups. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';
import { cellTextsModule } from './cellTexts.ts';
import { displayOptionsModule } from './displayOptions.ts';
import { formattingModule } from './formatting.ts';
import { framesModule } from './frames.ts';
import { reading } from './reading.ts';
import { summariesModule } from './summaries.ts';
import { pandasSupportModule } from './support.ts';

const pandas = pythonModule('pandas', reading);

const types = pythonModule(
  'pandas.api.types',
  String.raw`
def _kind(value):
    value = getattr(value, "dtype", value)
    return value.kind if hasattr(value, "kind") else "O"

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

def is_datetime64_any_dtype(value):
    return _kind(value) == "M"

is_datetime64_dtype = is_datetime64_any_dtype

def is_categorical_dtype(value):
    return type(getattr(value, "dtype", value)).__name__ == "CategoricalDtype"
`,
);

const errors = pythonModule(
  'pandas.errors',
  String.raw`
class IndexingError(Exception):
    pass

class IntCastingNaNError(ValueError):
    pass

class DateParseError(ValueError):
    pass

class OutOfBoundsDatetime(ValueError):
    pass

class UndefinedVariableError(NameError):
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
  displayOptionsModule,
  cellTextsModule,
  formattingModule,
  summariesModule,
  framesModule,
  pandas,
  types,
  { name: 'pandas.api', entries: () => [], unmodelled: 'all' },
  errors,
];
