import path from 'node:path';
import { openFileSource } from '../../binary/byte-source.ts';
import { orUndefined } from '../../contract/failure.ts';
import type { LiveDriver, RsdsRecord } from '../../machine/port.ts';
import { pdbReferenceOf } from '../../symbols/pe/debug-directory.ts';
import { openImage } from '../../symbols/pe/image.ts';

/** Undefined for a driver with a file that has gone or is no image: it keeps its place in the manifest without a PDB identity. */
function pdbOfFile(file: string): RsdsRecord | undefined {
  return orUndefined(() => {
    const source = openFileSource(file);
    try {
      const reference = pdbReferenceOf(openImage(source));
      return (
        reference && {
          // The linker may have recorded the path on the build machine.
          name: path.win32.basename(reference.path),
          guid: reference.guid,
          age: reference.age,
        }
      );
    } finally {
      source.close();
    }
  });
}

function identify(driver: LiveDriver): LiveDriver {
  if (driver.pdb !== undefined || driver.file === undefined) return driver;
  const pdb = pdbOfFile(driver.file);
  return pdb === undefined ? driver : { ...driver, pdb };
}

/** Adds to each driver the PDB identity that its file on disk names; a file that cannot be read leaves it without. */
export function identifyDrivers(drivers: readonly LiveDriver[]): readonly LiveDriver[] {
  return drivers.map(identify);
}
