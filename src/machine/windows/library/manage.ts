import { asFailure } from '../../../contract/failure.ts';
import type { NativeLibrary } from '../../../contract/generated/types.ts';
import { loadKoffi, requireWindows } from '../calls/load-koffi.ts';
import { requireProtectedFolder } from '../rights/folder-trust.ts';
import { acceptedSha256, PINNED_KOFFI } from './pinned.ts';
import { installLibrary, type LibraryState, removeLibrary, stateOf } from './place.ts';
import {
  allUsersPlace,
  besideExecutable,
  currentUserPlace,
  type LibraryPlace,
  type PlaceName,
} from './places.ts';

interface Look {
  readonly state: LibraryState | 'Refused';
  readonly reason?: string;
}

function lookAt(place: LibraryPlace): Look {
  try {
    return { state: stateOf(place) };
  } catch (thrown) {
    return { state: 'Refused', reason: asFailure(thrown).message };
  }
}

/** The places in the order in which they are looked at. What an executable finds first it uses, or refuses. */
function describe(action: NativeLibrary['action'], changed?: PlaceName): NativeLibrary[] {
  const places = [besideExecutable(), allUsersPlace(), currentUserPlace()];
  const looks = places.map(lookAt);
  const first = looks.findIndex(({ state }) => state !== 'Missing');
  return places.map(({ name, file }, index) => ({
    place: name,
    path: file,
    ...(looks[index] ?? { state: 'Missing' }),
    isUsed: index === first && looks[index]?.state === 'Ready',
    sha256: acceptedSha256(),
    version: PINNED_KOFFI.version,
    action: name === changed ? action : 'None',
  }));
}

/**
 * Shows, installs or removes the library. What was installed is loaded once, so that a place that is not safe is reported here and
 * not at the first capture.
 * @returns the places after that
 * @throws Failure NotWindows, UnsafeNativeLibrary, NativeLibraryInUse
 */
export function manageLibrary(operation: 'show' | 'install' | 'remove'): NativeLibrary[] {
  requireWindows();
  if (operation === 'show') return describe('None');
  if (operation === 'remove') return describe('Removed', removeLibrary().name);
  const { name } = installLibrary();
  loadKoffi();
  requireProtectedFolder();
  return describe('Installed', name);
}
