import type { NativeLibrary } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';

const WHERE: Record<NativeLibrary['place'], string> = {
  BesideExecutable: 'beside the executable',
  AllUsers: 'for all users',
  CurrentUser: 'for this account',
};

const STATE: Record<NativeLibrary['state'], string> = {
  Ready: 'ready',
  Missing: 'missing',
  Different: 'not the one that this executable was built with',
  Refused: 'refused',
};

/** A place in two lines: what is there, and where it is. */
export function nativeLibraryText({ place, path, state, reason, isUsed, action }: NativeLibrary): string {
  const notes = [
    STATE[state],
    ...(isUsed ? ['this one is loaded'] : []),
    ...(action === 'None' ? [] : [action.toLowerCase()]),
  ];
  const lines = [`${WHERE[place]}: ${notes.join(', ')}`, `  ${path}`, ...(reason ? [`  ${reason}`] : [])];
  return `${lines.map(harmless).join('\n')}\n`;
}
