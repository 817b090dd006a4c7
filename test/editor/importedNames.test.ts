import { describe, expect, it } from 'vitest';
import { importedNames, moduleFiles } from '../../src/editor/importedNames.ts';

describe('importedNames', () => {
  it('reads every form of import', () => {
    const text = `import os, models.small as small  # a comment
from data import load, (x
    from nets.deep import (build,
import keras; print(1)
from . import sibling
# import no
`;
    expect(importedNames(text).sort()).toEqual(
      ['data', 'data.load', 'keras', 'models.small', 'nets.deep', 'nets.deep.build', 'os'].sort(),
    );
  });
});

describe('moduleFiles', () => {
  it('looks for a file and for a package', () => {
    expect(moduleFiles('nets.deep')).toEqual(['nets/deep.py', 'nets/deep/__init__.py']);
  });
});
