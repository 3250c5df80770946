import type { WatchCondition } from '../../contract/generated/types.ts';
import type { ConditionKind } from './condition.ts';
import { count } from './count.ts';
import { cpuIdleWithWork } from './cpu-idle.ts';
import { poolExhausted } from './pool-exhausted.ts';
import { resource } from './resource.ts';
import { stuck } from './stuck.ts';
import { waitReason } from './wait-reason.ts';

/** The conditions that the executable evaluates itself. `Asked` is the caller's own, and comes with the answers of the caller. */
export const CONDITIONS: Readonly<Record<Exclude<WatchCondition, 'Asked'>, ConditionKind>> = {
  Stuck: stuck,
  WaitReason: waitReason,
  Resource: resource,
  PoolExhausted: poolExhausted,
  Count: count,
  CpuIdleWithWork: cpuIdleWithWork,
};
