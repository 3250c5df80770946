import { formatAddress } from '../../binary/address.ts';
import type { CaptureManifest, DumpDriver, PdbIdentity } from '../../contract/generated/types.ts';
import { isoFromFileTime } from '../../contract/time.ts';
import type { Dump } from '../../dump/dump.ts';
import { tryRead } from '../../dump/memory/memory.ts';
import { baseName, type LoadedDriver } from '../../dump/modules.ts';
import { isMicrosoftName } from '../../explain/crash/microsoft-drivers.ts';
import type { DumpModule } from '../../stack/dump-modules.ts';
import { type ImageFacts, imageFacts } from './image-facts.ts';

/** Small dumps hold no images, and a failure for each of 150 drivers costs more than the rest of the record. */
const factsInMemory = ({ memory }: Dump, driver: LoadedDriver): ImageFacts =>
  tryRead(memory, driver.base, 1) === undefined ? {} : imageFacts(memory, driver);

/** What the machine noted about the same build of the image when it wrote the dump. */
function pdbInManifest(manifest: CaptureManifest | undefined, driver: LoadedDriver): PdbIdentity | undefined {
  const name = baseName(driver.path).toLowerCase();
  return manifest?.drivers.find(
    (each) => each.name.toLowerCase() === name && each.timeDateStamp === driver.timeDateStamp,
  )?.pdb;
}

/** Windows 10 1703: images from this build on are reproducible, with hashes as stamps. */
const FIRST_REPRODUCIBLE_WINDOWS = 15_063;
/** Drivers of 64-bit Windows are not older; a hash falls below as often as not. */
const FIRST_LINK = Date.UTC(2005, 0, 1);
const DAY = 86_400_000;
/** What a dump without a time is compared with: no image is linked after this product was. */
const LAST_LINK = Date.UTC(2040, 0, 1);

/** When an image was linked, or that its stamp is a hash. A stamp of a third party may be either: a date that fits is taken. */
function linkReader({ header }: Dump): (stamp: number, isThirdParty: boolean) => Partial<DumpDriver> {
  const isReproducibleWindows = (header.get('MinorVersion') ?? 0) >= FIRST_REPRODUCIBLE_WINDOWS;
  const written = isoFromFileTime(header.get('SystemTime') ?? 0n);
  const last = written === undefined ? LAST_LINK : Date.parse(written) + DAY;
  return (stamp, isThirdParty) => {
    const linked = stamp * 1000;
    const isDate = linked >= FIRST_LINK && linked <= last;
    if (!isDate || (!isThirdParty && isReproducibleWindows)) return { isReproducible: true };
    return { linkTime: new Date(linked).toISOString() };
  };
}

/**
 * The drivers of a dump as the contract has them.
 * @param modules images that were found for the dump: they know versions that the dump does not hold
 */
export function driverRecords(
  dump: Dump,
  manifest: CaptureManifest | undefined,
  modules: readonly DumpModule[] = [],
): DumpDriver[] {
  const linkFields = linkReader(dump);
  const found = new Map<bigint, DumpModule>(modules.map((module) => [module.base, module]));
  return dump.drivers().map((driver): DumpDriver => {
    const isThirdParty = !isMicrosoftName(driver.path);
    const { path, base, size, timeDateStamp, checkSum } = driver;
    const own = factsInMemory(dump, driver);
    const pdb = pdbInManifest(manifest, driver) ?? own.pdb;
    const version = own.fileVersion ?? found.get(base)?.fileVersion();
    const record = {
      name: baseName(path),
      path,
      base: formatAddress(base),
      size,
      timeDateStamp,
      checkSum,
      ...linkFields(timeDateStamp, isThirdParty),
      ...(isThirdParty ? { isThirdParty } : {}),
      ...(version === undefined ? {} : { fileVersion: version }),
    };
    return pdb === undefined ? record : { ...record, pdb };
  });
}
