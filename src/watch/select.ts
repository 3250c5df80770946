import { Failure } from '../contract/failure.ts';
import type { WatchRequest } from '../contract/generated/types.ts';
import type { Machine, ProcessHead, ProcessSnapshot } from '../machine/port.ts';
import { selectProcesses } from '../threads/thread-filter.ts';

/** Which processes a watch is for. */
export interface Selection {
  /** What the watch is for, in words; undefined for every process. */
  readonly wanted: string | undefined;
  /** The processes are named by ids alone: when all have ended, none will come. */
  readonly endsWithProcesses: boolean;
  /** One listing: the watched processes with their threads. @throws Failure EnumerationFailed */
  list(): readonly ProcessSnapshot[];
}

/** The worker process of IIS, and the option of its command line that names the pool (documented with appcmd list wp). */
const WORKER = /^w3wp\.exe$/i;
const POOL_OPTION = /\s-ap\s+"([^"]*)"/i;

/** The pool of a worker process, by its command line. */
export function poolOf(commandLine: string): string | undefined {
  return POOL_OPTION.exec(commandLine)?.[1];
}

const listed = (one: string, many: string, names: readonly (string | number)[] = []) =>
  names.length === 0 ? [] : [`${names.length === 1 ? one : many} ${names.join(', ')}`];

function describe(request: WatchRequest): string | undefined {
  const parts = [
    ...listed('process', 'processes', request.names),
    ...listed('process id', 'process ids', request.processIds),
    ...listed('service', 'services', request.services),
    ...listed('application pool', 'application pools', request.applicationPools),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}

interface PoolTest {
  /** A new listing begins: processes that the last one did not have are forgotten. */
  begin(): void;
  serves(head: ProcessHead): boolean;
}

/** Answers for a worker process whether it serves one of the pools. The command line of each is read once. */
function poolTest(machine: Machine, pools: readonly string[] = []): PoolTest {
  const wanted = new Set(pools.map((name) => name.toLowerCase()));
  let before = new Map<string, boolean>();
  let present = new Map<string, boolean>();
  return {
    begin() {
      before = present;
      present = new Map();
    },
    serves(head) {
      if (wanted.size === 0 || !WORKER.test(head.name)) return false;
      const key = `${head.processId}:${head.createTime}`;
      let serves = before.get(key);
      if (serves === undefined) {
        const line = machine.commandLine?.(head.processId);
        serves = line !== undefined && wanted.has(poolOf(line)?.toLowerCase() ?? '');
      }
      present.set(key, serves);
      return serves;
    },
  };
}

function requireOffered(machine: Machine, request: WatchRequest): void {
  const lacking = [
    request.services?.length && machine.serviceProcessId === undefined ? 'services' : '',
    request.applicationPools?.length && machine.commandLine === undefined ? 'application pools' : '',
  ].filter(Boolean);
  if (lacking.length === 0) return;
  throw new Failure('InvalidRequest', `${machine.name} has no ${lacking.join(' and no ')}.`, {
    target: machine.name,
  });
}

/**
 * @throws Failure ProcessNotFound for an id that no process has, InvalidRequest, EnumerationFailed
 */
export function newSelection(machine: Machine, request: WatchRequest): Selection {
  const { processIds = [], names = [], services = [] } = request;
  requireOffered(machine, request);
  const wanted = describe(request);
  if (wanted === undefined)
    return {
      wanted,
      endsWithProcesses: false,
      list: () => machine.processes().filter(({ processId }) => processId !== 0),
    };
  // A process that is named by its id is that process: its id may be used again.
  const heads = processIds.length === 0 ? [] : machine.processes(() => false);
  const identities = new Map(
    processIds.map((id) => {
      const found = heads.find(({ processId }) => processId === id);
      if (found !== undefined) return [id, found.createTime] as const;
      throw new Failure('ProcessNotFound', `There is no process with id ${id} on ${machine.name}.`, {
        target: `process ${id}`,
      });
    }),
  );
  const isNamed = nameTest(names);
  const pools = poolTest(machine, request.applicationPools);
  const others = [names, services, request.applicationPools ?? []];
  return {
    wanted,
    endsWithProcesses: others.every(({ length }) => length === 0),
    list() {
      const ofServices = new Set(services.map((name) => machine.serviceProcessId?.(name)));
      const chosen = new Set<number>();
      pools.begin();
      const all = machine.processes((head) => {
        const isChosen =
          pools.serves(head) ||
          isNamed(head) ||
          identities.get(head.processId) === head.createTime ||
          (head.processId !== 0 && ofServices.has(head.processId));
        if (isChosen) chosen.add(head.processId);
        return isChosen;
      });
      return all.filter(({ processId }) => chosen.has(processId));
    },
  };
}

/** Names with the rules of a listing: wildcards, without regard to case, `.exe` may be left out. Each name is asked once. */
function nameTest(names: readonly string[]): (head: ProcessHead) => boolean {
  if (names.length === 0) return () => false;
  /** So many names of processes are remembered. */
  const most = 4096;
  const known = new Map<string, boolean>();
  return ({ name }) => {
    let fits = known.get(name);
    if (fits === undefined) {
      if (known.size >= most) known.clear();
      fits = selectProcesses([{ name } as ProcessSnapshot], { names: [...names] }).processes.length > 0;
      known.set(name, fits);
    }
    return fits;
  };
}
