import type { CaptureManifest } from '../contract/generated/types.ts';
import { validateCaptureManifest } from '../contract/generated/validators/manifest.js';

/** Whether a value from a file is a manifest. A module of its own, which the bundle reads for the first file that may be one. */
export function isManifest(value: unknown): value is CaptureManifest {
  return validateCaptureManifest(value);
}
