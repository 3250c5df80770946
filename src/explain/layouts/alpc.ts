import type { FieldPlan } from '../../kernel/layouts/layout-source.ts';

/**
 * KALPC_MESSAGE of x64 since 1507 (public headers; in 8.1 ServerThread is 8 bytes lower), ALPC_PORT likewise. The guard is
 * WaitingThread, which must be the thread that waits for the reply.
 */
export const ALPC_PLANS = {
  WaitingThread: { structure: '_KALPC_MESSAGE', member: 'WaitingThread', rule: () => 0x20 },
  ConnectionPort: { structure: '_KALPC_MESSAGE', member: 'ConnectionPort', rule: () => 0xc0 },
  ServerThread: { structure: '_KALPC_MESSAGE', member: 'ServerThread', rule: () => 0xc8 },
  OwnerProcess: { structure: '_ALPC_PORT', member: 'OwnerProcess', rule: () => 0x18 },
} as const satisfies Record<string, FieldPlan>;
