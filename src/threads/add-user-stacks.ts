import process from 'node:process';
import { type Face, inWordsOf } from '../contract/face.ts';
import type { Thread } from '../contract/generated/types.ts';
import type { Output } from '../contract/output.ts';
import { capitalized } from '../contract/spelling.ts';
import { isRefusal, type Machine, type UserProcess } from '../machine/port.ts';
import type { MissingNotice } from '../symbols/missing-files.ts';
import {
  type CredentialRequest,
  type PrivateFileReader,
  symbolCredentials,
} from '../symbols/server/credential-sources.ts';
import { authorizationOf } from '../symbols/server/credentials.ts';
import { defaultStore } from '../symbols/store/default-store.ts';
import { type PathRequest, searchPaths } from '../symbols/store/path-sources.ts';
import { type SymbolLibrary, symbolLibrary } from '../symbols/symbol-library.ts';
import { type UserStackWalker, userStackWalker } from './user-stack.ts';

/** Adds user-mode stacks to thread records, with one process open at a time. */
export interface UserStacks {
  add(thread: Thread): Promise<void>;
  close(): void;
}

interface OpenedProcess {
  readonly key: string;
  readonly process?: UserProcess;
  readonly walker?: UserStackWalker;
  /** Why there is no process. */
  readonly status: string;
}

function openProcess(
  machine: Machine,
  thread: Thread,
  key: string,
  library: SymbolLibrary | undefined,
  onMissing: OnMissing,
): OpenedProcess {
  const answer = machine.openUserProcess?.({
    processId: thread.processId,
    createTime: BigInt(thread.processCreateTimeRaw),
  });
  if (answer === undefined) return { key, status: 'NotAvailable' };
  if (isRefusal(answer)) return { key, status: capitalized(answer.refused) };
  return { key, process: answer, walker: userStackWalker(answer, library, onMissing), status: 'Walked' };
}

/** Called when the PDB of a module that frames are in is not at hand. */
type OnMissing = (path: string, notice: MissingNotice) => void;

/** @param library where PDBs are; without it frames are named by exports */
export function openUserStacks(
  machine: Machine,
  library?: SymbolLibrary,
  onMissing: OnMissing = () => undefined,
): UserStacks {
  let current: OpenedProcess | undefined;
  const close = () => {
    current?.process?.close();
    current = undefined;
  };
  return {
    async add(thread) {
      const key = `${thread.processId}:${thread.processCreateTimeRaw}`;
      if (current?.key !== key) {
        close();
        current = openProcess(machine, thread, key, library, onMissing);
      }
      const { process, walker, status } = current;
      if (process === undefined || walker === undefined) {
        thread.userStackStatus = status;
        return;
      }
      const stack = await process.copyStack(thread.threadId, BigInt(thread.createTimeRaw));
      if (isRefusal(stack)) {
        thread.userStackStatus = capitalized(stack.refused);
        return;
      }
      thread.userStackStatus = status;
      thread.userStack = [...(await walker.frames(stack))];
    },
    close,
  };
}

/** Where warnings go, and what cancels. */
export interface UserStackContext {
  readonly output: Pick<Output, 'warning'>;
  readonly signal: AbortSignal;
  readonly readPrivateFile?: PrivateFileReader;
}

/**
 * User stacks with the names that PDBs give them, from the symbol path of the request or of the environment.
 * @throws Failure SymbolPathInvalid
 */
export function userStacksOf(
  machine: Machine,
  request: PathRequest & CredentialRequest & { readonly adviceFor?: Face },
  { output, signal, readPrivateFile }: UserStackContext,
): UserStacks {
  const paths = searchPaths(request, process.env, defaultStore());
  for (const warning of paths.warnings) output.warning(warning);
  const authorization = authorizationOf(symbolCredentials(request, process.env, readPrivateFile), paths);
  const library = symbolLibrary({
    paths,
    environment: process.env,
    signal,
    ...(authorization && { authorization }),
  });
  const told = new Set<string>();
  const stacks = openUserStacks(machine, library, (path, { message, advice }) => {
    if (told.has(path)) return;
    told.add(path);
    output.warning(`${message} ${inWordsOf(request.adviceFor ?? 'executable', advice)}`, path);
  });
  return {
    add: stacks.add,
    close() {
      stacks.close();
      library.close();
    },
  };
}
