/**
 * The port to the file system of the computer that ktriage runs on (not of the machine that is looked at: a simulated
 * machine's dumps are real files). `posix.ts` is one implementation, the Windows one is with the other native code.
 */
export interface FileStore {
  /**
   * Checks a folder before anything is captured for it.
   * @throws Failure DestinationNotFound, DestinationNotAFolder, DestinationNotWritable
   */
  requireFolder(folder: string): void;
  /**
   * Begins a file of the folder under a temporary name that `sweep` recognises.
   * @throws Failure DestinationNotFound, DestinationNotWritable, DiskFull, WriteFailed
   */
  begin(folder: string, protection: FileProtection): PendingFile;
  /**
   * Creates a file under its final name that grows while a capture goes on, never over another one.
   * @throws Failure FileExists, DestinationNotFound, DestinationNotWritable, DiskFull, WriteFailed
   */
  grow(path: string, protection: FileProtection): GrowingFile;
  /**
   * Makes a folder in one that exists.
   * @throws Failure FileExists, DestinationNotFound, DestinationNotWritable, DiskFull, WriteFailed
   */
  makeFolder(folder: string, protection: FileProtection): void;
  /** Removes temporary files that processes left which are no longer alive; returns their paths. */
  sweep(folder: string): readonly string[];
  /** Bytes that the caller may still write to the volume of the folder; undefined where the system does not report it. */
  freeBytes(folder: string): number | undefined;
  /**
   * Attaches bytes to a file as a named stream (`file:name`). False where the volume has no named streams.
   * @throws Failure WriteFailed
   */
  attachStream(path: string, name: string, bytes: Uint8Array): boolean;
}

/** The accounts that may read a result: Administrators, SYSTEM and the owner alone, or those that the folder admits. */
export type FileProtection = 'Restricted' | 'Inherit';

/** A file that has no final name yet. Exactly one of `commit` and `discard` ends it. */
export interface PendingFile {
  readonly temporaryPath: string;
  /** @throws Failure DiskFull, WriteFailed; the file is then to be discarded */
  write(bytes: Uint8Array): void;
  /** Makes what was written durable and lets others read it under the temporary name. @throws Failure DiskFull, WriteFailed */
  flush(): void;
  /**
   * Gives the file its final name in the same folder in one step, never over another file unless asked to. After FileExists it
   * may be called again with another name.
   * @returns what failed after the file had its name, as a sentence; the file is whole and stays
   * @throws Failure FileExists, DestinationNotFound, WriteFailed; the file then has no final name
   */
  commit(path: string, replace: boolean): string | undefined;
  /** Removes it. Never throws; a second call, or one after `commit`, does nothing. */
  discard(): void;
}

/** A file that a kill leaves with all that was appended to it. Exactly one of `close` and `remove` ends it. */
export interface GrowingFile {
  /** Adds bytes at the end and makes them durable. @throws Failure DiskFull, WriteFailed */
  append(bytes: Uint8Array): void;
  /** Keeps the file. Never throws; a second call does nothing. */
  close(): void;
  /** Removes the file. Never throws; a second call does nothing. */
  remove(): void;
}
