import type { Departed, Observation } from '../../compare/observation.ts';
import { Failure } from '../../contract/failure.ts';
import type { CaptureManifest, CompareRequest, ThreadLook } from '../../contract/generated/types.ts';
import type { Output } from '../../contract/output.ts';
import { type BootIdentity, bootIdentity, isSameBoot } from '../sources/boot-identity.ts';
import type { Explained } from '../sources/explain-dumps.ts';
import { observeLook } from './observe-looks.ts';
import {
  addressText,
  type Interner,
  interner,
  lookTimes,
  observeOthers,
  observeThreads,
  wantedAddresses,
} from './observe-threads.ts';

export type SideName = 'reference' | 'difference';

/** One side of one boot, while its dumps are read. */
export interface Look {
  readonly paths: string[];
  readonly observations: Observation[];
  readonly departed: Departed[];
  isWhole: boolean;
  /** When the first dump of the side was begun. */
  beginMs: number;
  /** When its first and its last dump were written, by the clock of the machine. */
  firstMs: number;
  lastMs: number;
}

export interface Boot {
  /** Undefined until a dump shows which start of which machine it is: live looks alone do not. */
  identity: BootIdentity | undefined;
  readonly machine: string | undefined;
  readonly reference: Look;
  readonly difference: Look;
}

/** The name of the running Windows, which dumps do not have. */
const LOCAL = 'local';
/** Observations that one comparison keeps; one takes about a kilobyte, and its frames are shared. */
const MOST_OBSERVATIONS = 400_000;

const emptyLook = (): Look => ({
  paths: [],
  observations: [],
  departed: [],
  isWhole: false,
  beginMs: Number.POSITIVE_INFINITY,
  firstMs: Number.POSITIVE_INFINITY,
  lastMs: Number.NEGATIVE_INFINITY,
});

/** Collects both sides of every boot, dump by dump. No memory of a dump is kept. */
export interface Collection {
  readonly boots: readonly Boot[];
  add(side: SideName, explained: Explained, liveMs?: number): void;
  /** Threads that are in no file. @throws Failure NotComparable for those of several machines */
  addLooks(side: SideName, looks: readonly ThreadLook[]): void;
}

/** FILETIME counts from 1601, JavaScript from 1970: milliseconds in between. */
const EPOCH_DISTANCE_MS = 11_644_473_600_000;
/** The clock may be set between a look and a dump of one start. */
const CLOCK_SLACK_MS = 60_000;

/** Whether live looks, which name their machine alone, may be of the start of a dump. */
function mayBeOf({ machine, reference, difference }: Boot, identity: BootIdentity): boolean {
  const earliest = Math.min(reference.beginMs, difference.beginMs);
  const startedMs = (identity.startedMs ?? 0) - EPOCH_DISTANCE_MS;
  return machine === identity.machine && !(earliest + CLOCK_SLACK_MS < startedMs);
}

/** An empty collection of what the request wants. Threads over the bound are reported to `output`, and left out. */
export function collection(request: CompareRequest, output: Output): Collection {
  const boots: Boot[] = [];
  const intern: Interner = interner();
  const wanted = {
    reference: wantedAddresses(request.referenceAddresses),
    difference: wantedAddresses(request.differenceAddresses),
  };
  const manifests = new Set<CaptureManifest>();
  let kept = 0;
  let isFull = false;

  function bootOf({ source: { opened } }: Explained): Boot {
    const identity = bootIdentity(opened.dump, opened.simulatedMachine);
    const known = boots.find((boot) => boot.identity !== undefined && isSameBoot(boot.identity, identity));
    if (known !== undefined) return known;
    const open = boots.find((boot) => boot.identity === undefined && mayBeOf(boot, identity));
    if (open !== undefined) {
      open.identity = identity;
      return open;
    }
    const { machine } = identity;
    const made: Boot = { identity, machine, reference: emptyLook(), difference: emptyLook() };
    boots.push(made);
    return made;
  }

  function keep(look: Look, observations: readonly Observation[], target: string | undefined): void {
    for (const each of observations) {
      if (kept >= MOST_OBSERVATIONS) {
        if (!isFull)
          output.error(
            new Failure(
              'AnswerIncomplete',
              `The first ${MOST_OBSERVATIONS} threads of all dumps are compared; the others are left out.`,
              target === undefined ? {} : { target },
            ),
          );
        isFull = true;
        return;
      }
      kept += 1;
      look.observations.push(each);
    }
  }

  return {
    boots,
    addLooks(side, looks) {
      const machines = new Set(looks.map(({ machine = LOCAL }) => machine));
      const [name = LOCAL, other] = machines;
      if (other !== undefined)
        throw new Failure('NotComparable', `Threads of the ${side} are of ${name} and of ${other}.`, {
          target: side,
        });
      const machine = name === LOCAL ? undefined : name;
      let boot = boots.find((each) => each.identity === undefined && each.machine === machine);
      if (boot === undefined) {
        boot = { identity: undefined, machine, reference: emptyLook(), difference: emptyLook() };
        boots.push(boot);
      }
      const look = boot[side];
      keep(look, looks.map(observeLook), undefined);
      for (const { before } of look.observations)
        if (before.timeMs !== undefined) look.beginMs = Math.min(look.beginMs, before.timeMs);
    },
    add(side, explained, liveMs) {
      const { source, view } = explained;
      const look = bootOf(explained)[side];
      const times = lookTimes(explained, liveMs);
      const isWanted = wanted[side];
      const seen = observeThreads(explained, times, intern);
      keep(
        look,
        seen.filter(({ address }) => isWanted(addressText(address))),
        source.path,
      );
      const manifest = source.opened.manifest();
      if (manifest !== undefined && !manifests.has(manifest)) {
        manifests.add(manifest);
        const others = observeOthers(manifest, times, isWanted);
        keep(look, others.observations, source.path);
        for (const each of others.departed) look.departed.push(each);
      }
      if (source.path !== undefined) look.paths.push(source.path);
      look.isWhole ||= view.origin === 'Pages';
      const { beginMs, clockMs } = times;
      if (beginMs !== undefined) look.beginMs = Math.min(look.beginMs, beginMs);
      if (clockMs === undefined) return;
      look.firstMs = Math.min(look.firstMs, clockMs);
      look.lastMs = Math.max(look.lastMs, clockMs);
    },
  };
}
