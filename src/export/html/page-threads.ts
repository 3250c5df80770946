import type { Steps } from '../../binary/steps.ts';
import type { PendingIo } from '../../contract/generated/types.ts';
import type { PageData, PageFrame, PageModule, PageRequest, PageThread } from '../../page/page-data.ts';
import type { ExportModel, ExportThread, KernelStackFrame } from '../model.ts';
import type { PagePlaces } from './thread-places.ts';

type Shared = Pick<PageData, 'stacks' | 'frames' | 'modules'>;

/** Collects equal values once. `place` gives the position of a value by its key. */
function interned<T>(): { readonly values: T[]; place(key: string, make: () => T): number } {
  const values: T[] = [];
  const places = new Map<string, number>();
  return {
    values,
    place(key, make) {
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, values.length);
      return values.push(make()) - 1;
    },
  };
}

/** Names of functions, stacks and modules repeat in every thread: each is in the file once. */
function sharing(foreign: ReadonlySet<string>): Shared & {
  stackOf(frames: readonly KernelStackFrame[]): number;
} {
  const modules = interned<PageModule>();
  const frames = interned<PageFrame>();
  const stacks = interned<{ frames: readonly number[] }>();
  const moduleOf = (name: string) =>
    modules.place(name, () => (foreign.has(name) ? { name, isThirdParty: true } : { name }));
  const frameOf = ({ module, symbol, text, foundBy }: KernelStackFrame) => {
    const isGuess = foundBy === 'Scan';
    const name = symbol === undefined || module === undefined ? text : `${module}!${symbol}`;
    return frames.place(`${isGuess} ${module} ${name}`, () => ({
      name,
      ...(module === undefined ? {} : { module: moduleOf(module) }),
      ...(isGuess ? { isGuess } : {}),
    }));
  };
  return {
    modules: modules.values,
    frames: frames.values,
    stacks: stacks.values,
    stackOf(all) {
      const positions = all.filter(({ isCapture }) => isCapture !== true).map(frameOf);
      return stacks.place(positions.join(), () => ({ frames: positions }));
    },
  };
}

function pageRequest(request: PendingIo): PageRequest {
  const { driver, isMarkedPending, minorFunction } = request;
  const file = request.uncPath ?? request.fileName;
  return {
    address: request.address,
    function: [request.majorFunction ?? 'a request', minorFunction]
      .filter((part) => part !== undefined)
      .join(', '),
    ...(driver !== undefined && { driver }),
    ...(file !== undefined && { file }),
    ...(isMarkedPending !== undefined && { isMarkedPending }),
    evidence: request.evidence,
  };
}

/** The causes of each thread, by its position. */
function causesOf({ chains }: ExportModel, places: PagePlaces): ReadonlyMap<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [position, { threads, paths }] of chains.entries()) {
    const rank = position + 1;
    for (const index of threads.flatMap((thread) => places.find(thread, paths))) {
      const known = found.get(index);
      if (known === undefined) found.set(index, [rank]);
      else if (known.at(-1) !== rank) known.push(rank);
    }
  }
  return found;
}

/** Ends of a stack that need no word: nothing is missing. */
const WHOLE = new Set(['Complete', 'UserMode']);

/** The threads of the model with what they share. */
export function* pageThreads(
  model: ExportModel,
  places: PagePlaces,
): Steps<Shared & { readonly threads: readonly PageThread[] }> {
  const foreign = new Set(
    model.sources.flatMap(({ symbols }) =>
      symbols.filter(({ isThirdParty }) => isThirdParty).map(({ module }) => module),
    ),
  );
  const { stackOf, ...shared } = sharing(foreign);
  const causes = causesOf(model, places);
  const pageThread = ({ source, stack, wait, requests }: ExportThread, index: number): PageThread => {
    const { threadId, processId, processName, state, waitReason, waitingFor, heldBy = [] } = stack;
    const waitMs = stack.waitTimeMs ?? wait?.waitTimeMs;
    const doing = stack.doing ?? wait?.doing;
    const ranks = causes.get(index);
    return {
      address: stack.objectAddress,
      dump: source,
      ...(threadId !== undefined && { threadId }),
      ...(processId !== undefined && { processId }),
      ...(processName !== undefined && { process: processName }),
      ...(state !== undefined && { state }),
      ...(waitReason !== undefined && { waitReason }),
      ...(waitMs !== undefined && { waitMs }),
      ...(waitingFor !== undefined && { waitingFor }),
      ...(stack.waitEvidence && { waitEvidence: stack.waitEvidence }),
      ...(heldBy.length > 0 && { heldBy }),
      ...(stack.heldByEvidence && { heldByEvidence: stack.heldByEvidence }),
      ...(doing !== undefined && { doing }),
      ...(stack.frames.length > 0 && { stack: stackOf(stack.frames) }),
      ...(WHOLE.has(stack.end) ? {} : { stackEnd: stack.endMeaning }),
      ...(wait?.isIdle && { isIdle: true }),
      ...(ranks && { causes: ranks }),
      ...(requests.length > 0 && { requests: requests.map(pageRequest) }),
    };
  };
  const threads: PageThread[] = [];
  for (const [index, thread] of model.threads.entries()) {
    threads.push(pageThread(thread, index));
    yield undefined;
  }
  return { ...shared, threads };
}
