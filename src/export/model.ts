import type {
  ExportRequest,
  ExportSource,
  ExportSymbols,
  ExportThread,
  KernelExport,
  KernelStack,
  KernelStackFrame,
} from '../contract/generated/types.ts';

/**
 * What every format is written from: plain records of the contract, joined. The schema `kernel-export` describes each field; a
 * format is one function from this to text or bytes, and knows nothing of dumps.
 */
export type ExportModel = KernelExport;

export type { ExportSource, ExportSymbols, ExportThread, KernelStack, KernelStackFrame };

export type ExportFormat = NonNullable<ExportRequest['format']>;

/** What the width of a stack means: threads, or milliseconds that they have waited. */
export type ExportWeight = NonNullable<ExportRequest['weight']>;

/** Choices of the caller that a format may heed. */
export interface ExportOptions {
  readonly weight: ExportWeight;
}
