import type { NativeLibrary, NativeRequest } from '../../contract/generated/types.ts';
import { validateNativeRequest } from '../../contract/generated/validators/request-native.js';
import { verb } from '../verb.ts';

type Operation = NonNullable<NativeRequest['operation']>;

/** @throws Failure NotWindows, UnsafeNativeLibrary, NativeLibraryInUse */
async function places(operation: Operation): Promise<readonly NativeLibrary[]> {
  const { manageLibrary } = await import('../../machine/windows/library/manage.ts');
  return manageLibrary(operation);
}

export const nativeVerb = verb({
  name: 'native',
  summary: 'Show, install or remove the native library that a single ktriage.exe carries.',
  examples: [
    { command: 'ktriage native', does: 'where the library is looked for, and which one is loaded' },
    {
      command: 'ktriage native install',
      does: 'elevated: puts it under Program Files; else into the local data of this account',
    },
    { command: 'ktriage native remove', does: 'removes it from there, with those of other versions' },
  ],
  validate: validateNativeRequest,
  async run({ operation = 'show' }, { output }) {
    for (const place of await places(operation)) await output.record('NativeLibrary', place);
  },
});
