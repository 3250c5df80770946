import { addressAt } from '../../binary/address.ts';
import { asFailure } from '../../contract/failure.ts';
import type { DumpDriver } from '../../contract/generated/types.ts';
import { type Memory, tryRead } from '../../dump/memory/memory.ts';
import { baseName, type LoadedDriver } from '../../dump/modules.ts';
import { pdbReferenceOf } from '../../symbols/pe/debug-directory.ts';
import { fileVersion } from '../../symbols/pe/file-version.ts';
import { openMappedImage } from '../../symbols/pe/image.ts';

export type ImageFacts = Pick<DumpDriver, 'pdb' | 'fileVersion'>;

/** What the image of a driver contains about itself, as far as the memory of a dump holds it. */
export function imageFacts(memory: Memory, driver: LoadedDriver): ImageFacts {
  try {
    const image = openMappedImage(driver.path, (rva, length) =>
      tryRead(memory, addressAt(driver.base, rva), length),
    );
    const reference = pdbReferenceOf(image);
    const version = fileVersion(image);
    return {
      ...(reference && {
        pdb: { name: baseName(reference.path), guid: reference.guid, age: reference.age },
      }),
      ...(version !== undefined && { fileVersion: version }),
    };
  } catch (thrown) {
    // An image that is not in the dump, or not whole, has no identity to give.
    if (asFailure(thrown).code !== 'ImageUnreadable') throw thrown;
    return {};
  }
}
