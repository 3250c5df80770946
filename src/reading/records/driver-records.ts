import { addressAt, formatAddress } from '../../binary/address.ts';
import { asFailure } from '../../contract/failure.ts';
import type { CaptureManifest, DumpDriver, PdbIdentity } from '../../contract/generated/types.ts';
import type { Dump } from '../../dump/dump.ts';
import { tryRead } from '../../dump/memory/memory.ts';
import { baseName, type LoadedDriver } from '../../dump/modules.ts';
import { pdbReferenceOf } from '../../symbols/pe/debug-directory.ts';
import { openMappedImage } from '../../symbols/pe/image.ts';

/** What the image itself says about its PDB, when the dump holds that part of it. */
function pdbInMemory({ memory }: Dump, driver: LoadedDriver): PdbIdentity | undefined {
  try {
    const image = openMappedImage(driver.path, (rva, length) =>
      tryRead(memory, addressAt(driver.base, rva), length),
    );
    const reference = pdbReferenceOf(image);
    return reference && { name: baseName(reference.path), guid: reference.guid, age: reference.age };
  } catch (thrown) {
    // An image that is not in the dump, or not whole, has no identity to give.
    if (asFailure(thrown).code !== 'ImageUnreadable') throw thrown;
    return undefined;
  }
}

/** What the machine noted about the same build of the image when it wrote the dump. */
function pdbInManifest(manifest: CaptureManifest | undefined, driver: LoadedDriver): PdbIdentity | undefined {
  const name = baseName(driver.path).toLowerCase();
  return manifest?.drivers.find(
    (each) => each.name.toLowerCase() === name && each.timeDateStamp === driver.timeDateStamp,
  )?.pdb;
}

/** The drivers of a dump as the contract has them. */
export function driverRecords(dump: Dump, manifest: CaptureManifest | undefined): DumpDriver[] {
  return dump.drivers().map((driver) => {
    const { path, base, size, timeDateStamp, checkSum } = driver;
    const pdb = pdbInManifest(manifest, driver) ?? pdbInMemory(dump, driver);
    const record = { name: baseName(path), path, base: formatAddress(base), size, timeDateStamp, checkSum };
    return pdb === undefined ? record : { ...record, pdb };
  });
}
