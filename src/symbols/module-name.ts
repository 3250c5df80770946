/** Kernel images of the processor and memory kinds that existed; debuggers call each of them `nt`. */
const KERNEL_IMAGES = new Set([
  'ntoskrnl.exe',
  'ntkrnlmp.exe',
  'ntkrnlpa.exe',
  'ntkrpamp.exe',
  'ntkrla57.exe',
]);

/**
 * The name by which debuggers call a module, from its file name or path: without folder and extension, the kernel as
 * `nt`, and what cannot be in an expression as `_` (WinDbg documentation, "Setting symbol options").
 */
export function moduleNameOf(file: string): string {
  const base = file.slice(Math.max(file.lastIndexOf('\\'), file.lastIndexOf('/')) + 1);
  if (KERNEL_IMAGES.has(base.toLowerCase())) return 'nt';
  const dot = base.lastIndexOf('.');
  return (dot > 0 ? base.slice(0, dot) : base).replace(/[^A-Za-z0-9_$@.]/g, '_');
}
