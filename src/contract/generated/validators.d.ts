// Generated from src/contract/schema by `npm run generate`. Do not edit.
import type { CaptureManifest, CommandsRequest, DscRequest, DumpProcessesRequest, DumpThreadsRequest, DumpRequest, LiveDumpRequest, MemoryRequest, ReadinessRequest, ResolveRequest, SchemaRequest, StacksRequest, ThreadsRequest, TriageRequest, VersionRequest } from './types.ts';

export interface SchemaViolation {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Validator<T> {
  (data: unknown): data is T;
  errors?: readonly SchemaViolation[] | null;
}

export declare const validateCaptureManifest: Validator<CaptureManifest>;
export declare const validateCommandsRequest: Validator<CommandsRequest>;
export declare const validateDscRequest: Validator<DscRequest>;
export declare const validateDumpProcessesRequest: Validator<DumpProcessesRequest>;
export declare const validateDumpThreadsRequest: Validator<DumpThreadsRequest>;
export declare const validateDumpRequest: Validator<DumpRequest>;
export declare const validateLiveDumpRequest: Validator<LiveDumpRequest>;
export declare const validateMemoryRequest: Validator<MemoryRequest>;
export declare const validateReadinessRequest: Validator<ReadinessRequest>;
export declare const validateResolveRequest: Validator<ResolveRequest>;
export declare const validateSchemaRequest: Validator<SchemaRequest>;
export declare const validateStacksRequest: Validator<StacksRequest>;
export declare const validateThreadsRequest: Validator<ThreadsRequest>;
export declare const validateTriageRequest: Validator<TriageRequest>;
export declare const validateVersionRequest: Validator<VersionRequest>;
