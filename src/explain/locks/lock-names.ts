import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { tryReadFields } from '../../dump/memory/memory.ts';
import { derived, fromMemory } from '../evidence.ts';
import { FSRTL_COMMON_FCB_HEADER } from '../layouts/resource.ts';
import type { FileReference, LockName } from '../model.ts';
import { fileReference, readFileObject } from '../requests/files.ts';
import type { KernelView } from '../view.ts';

/** Names resources by the files of the control blocks that they belong to. */
export interface FileLockNames {
  of(resource: VirtualAddress): LockName | undefined;
}

/**
 * FsContext of a file object points to FSRTL_COMMON_FCB_HEADER, which names the main and the paging resource: so a lock of a file
 * system gets its file without a type of that file system.
 */
export function fileLockNames(view: KernelView, files: Iterable<VirtualAddress>): FileLockNames {
  const byResource = new Map<bigint, { readonly file: VirtualAddress; readonly kind: string }>();
  for (const file of files) {
    const context = readFileObject(view, file)?.FsContext;
    if (context === undefined || !isKernelAddress(context)) continue;
    const fields = tryReadFields(view.memory, virtualAddress(context), FSRTL_COMMON_FCB_HEADER);
    if (fields === undefined) continue;
    const { Resource, PagingIoResource } = fields;
    if (isKernelAddress(PagingIoResource))
      byResource.set(PagingIoResource, { file, kind: 'paging I/O resource' });
    if (isKernelAddress(Resource)) byResource.set(Resource, { file, kind: 'main resource' });
  }
  return {
    of(resource) {
      const found = byResource.get(resource);
      const file: FileReference | undefined = found && fileReference(view, found.file);
      if (!found || !file) return undefined;
      const text = file.name ? `${found.kind} of ${file.name.text}` : `${found.kind} of a file`;
      return { text, file, evidence: derived('FsContext of the file object') };
    },
  };
}

/** A place inside a loaded image: `nt+0xc44bc0`, or a symbol. */
export function imageName({ images }: KernelView, address: VirtualAddress): LockName | undefined {
  const text = images.nameOf(addressAt(address, 0));
  return text === undefined ? undefined : { text, evidence: fromMemory('address inside the image') };
}
