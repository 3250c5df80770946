import type { ExportedFile } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';

/** The export itself where no file was named, exactly as the format has it; else a sentence about the file. */
export function exportedFileText(exported: ExportedFile): string | Uint8Array {
  const { path, format, size, threadCount, text, base64 } = exported;
  if (text !== undefined) return text;
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  return `${harmless(`${path ?? ''}  ${format}, ${threadCount} threads, ${size} bytes`)}\n`;
}
