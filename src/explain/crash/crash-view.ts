import type { Dump } from '../../dump/dump.ts';
import type { KernelObjects } from '../../kernel/kernel-objects.ts';
import type { ImageMap } from '../images.ts';

/** What values of a crash are looked up in. */
export interface CrashView {
  readonly dump: Dump;
  readonly objects: KernelObjects;
  readonly images: ImageMap;
}
