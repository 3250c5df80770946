import type { KernelThread, WaitChain, WaitChainLink } from '../contract/generated/types.ts';
import { durationText } from '../contract/time.ts';
import type { ExportModel } from './model.ts';

/** A picture of waits: threads, what they wait for, and the holders of that. An edge leads from the waiter to what it waits for. */
export interface WaitPicture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** Causes that are not drawn, because the picture would be too large. */
  readonly omitted: number;
}

export interface PictureNode {
  /** A word of letters and digits, unique in the picture. */
  readonly id: string;
  /** Threads: several that wait alike, as one. */
  readonly kind: 'Thread' | 'Threads' | 'Lock' | 'Request' | 'Process' | 'Object';
  /** Names out of dumps, not made harmless. */
  readonly lines: readonly string[];
  /** Part of a deadlock. */
  readonly isCycle: boolean;
  /** What holds everything of a cause up. */
  readonly isRoot: boolean;
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly isCycle: boolean;
}

export interface PictureLimits {
  /** Waiters of one object that are drawn; the rest is one node. */
  readonly waiters: number;
  readonly edges: number;
}

/** What is known of a thread beside the cause: the reason and the time of its wait. */
type WaitOf = (paths: readonly string[], thread: KernelThread) => string;

function waitTexts({ threads }: ExportModel): WaitOf {
  const known = new Map(
    threads.map(({ stack }) => [`${stack.path ?? ''}\n${stack.objectAddress}`, stack] as const),
  );
  return (paths, { address }) => {
    const place = [...paths, ''].find((path) => known.has(`${path}\n${address}`));
    const stack = place === undefined ? undefined : known.get(`${place}\n${address}`);
    const time = stack?.waitTimeMs === undefined ? undefined : durationText(stack.waitTimeMs);
    return [stack?.waitReason, time].filter((each) => each !== undefined).join(' ');
  };
}

function threadLines({ threadId, address, processName, inDump }: KernelThread): string[] {
  return [
    threadId === undefined ? `thread ${address}` : `thread ${threadId}`,
    ...(processName === undefined ? [] : [processName]),
    ...(inDump ? [] : ['not in these dumps']),
  ];
}

class Picture {
  readonly nodes = new Map<string, PictureNode>();
  readonly edges: PictureEdge[] = [];
  readonly #waitOf: WaitOf;
  readonly #limits: PictureLimits;

  constructor(waitOf: WaitOf, limits: PictureLimits) {
    this.#waitOf = waitOf;
    this.#limits = limits;
  }

  /** The id of a node; the first description of it stays. */
  #node(key: string, describe: () => Omit<PictureNode, 'id'>): string {
    const known = this.nodes.get(key);
    if (known !== undefined) return known.id;
    const id = `n${this.nodes.size + 1}`;
    this.nodes.set(key, { id, ...describe() });
    return id;
  }

  add(chain: WaitChain, scope: number): void {
    const cycle = new Set(chain.cycle?.map(({ thread }) => thread.address));
    const holders = new Set(chain.links.flatMap(({ heldBy }) => heldBy.map(({ address }) => address)));
    const targets = new Set(chain.links.flatMap(({ address }) => address ?? []));
    const thread = (each: KernelThread): string =>
      this.#node(`${scope} ${each.address}`, () => ({
        kind: 'Thread',
        lines: threadLines(each),
        isCycle: cycle.has(each.address),
        isRoot: each.address === chain.rootThread?.address,
      }));
    const target = (link: WaitChainLink): string =>
      this.#node(`${scope} ${link.address ?? link.lockId ?? link.waitsFor}`, () => ({
        kind: link.kind,
        lines: [link.waitsFor],
        isCycle:
          link.lockId !== undefined && chain.cycle?.some(({ lockId }) => lockId === link.lockId) === true,
        isRoot: link.address !== undefined && link.address === chain.rootRequestAddress,
      }));
    // Threads that others wait for are described as threads, wherever they are met first.
    for (const each of chain.links.flatMap(({ waiters, heldBy }) => [...heldBy, ...waiters]))
      if (cycle.has(each.address) || holders.has(each.address) || targets.has(each.address)) thread(each);
    for (const link of chain.links)
      this.#addLink(link, chain.paths, cycle, holders, targets, { thread, target });
  }

  #addLink(
    link: WaitChainLink,
    paths: readonly string[],
    cycle: ReadonlySet<string>,
    holders: ReadonlySet<string>,
    targets: ReadonlySet<string>,
    ids: { thread(each: KernelThread): string; target(link: WaitChainLink): string },
  ): void {
    const to = ids.target(link);
    const isSpecial = ({ address }: KernelThread) =>
      cycle.has(address) || holders.has(address) || targets.has(address);
    const alike = link.waiters.filter((each) => !isSpecial(each));
    const drawn = alike.length > this.#limits.waiters ? alike.slice(0, this.#limits.waiters) : alike;
    for (const each of [...link.waiters.filter(isSpecial), ...drawn]) {
      const isCycle = cycle.has(each.address) && link.heldBy.some(({ address }) => cycle.has(address));
      this.edges.push({ from: ids.thread(each), to, label: this.#waitOf(paths, each), isCycle });
    }
    const rest = alike.length - drawn.length;
    if (rest > 0) {
      const from = this.#node(`${to} more`, () => ({
        kind: 'Threads',
        lines: [`${rest} more threads`],
        isCycle: false,
        isRoot: false,
      }));
      const longest = link.longestWaitMs === undefined ? '' : `up to ${durationText(link.longestWaitMs)}`;
      this.edges.push({ from, to, label: longest, isCycle: false });
    }
    for (const holder of link.heldBy) {
      const isCycle = cycle.has(holder.address) && link.waiters.some(({ address }) => cycle.has(address));
      this.edges.push({ from: to, to: ids.thread(holder), label: 'held by', isCycle });
    }
  }
}

/** The causes of a model as a picture, the worst first, as many as fit. */
export function waitPicture(model: ExportModel, limits: PictureLimits): WaitPicture {
  const picture = new Picture(waitTexts(model), limits);
  const scopes = new Map<string, number>();
  let drawn = 0;
  for (const chain of model.chains) {
    const key = JSON.stringify([chain.paths, chain.machine]);
    const scope = scopes.get(key) ?? scopes.size;
    scopes.set(key, scope);
    const edges = chain.links.reduce(
      (sum, { waiters, heldBy }) => sum + Math.min(waiters.length, limits.waiters + 1) + heldBy.length,
      0,
    );
    if (picture.edges.length + edges > limits.edges) break;
    picture.add(chain, scope);
    drawn += 1;
  }
  return { nodes: [...picture.nodes.values()], edges: picture.edges, omitted: model.chains.length - drawn };
}
