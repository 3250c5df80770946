import type { FieldWriter, Pointer } from '../raw-record.ts';

/** ALPC (KALPC_MESSAGE and ALPC_PORT of x64 since 1809, from public headers). */

export const MESSAGE_BYTES = 0x120;
export const PORT_BYTES = 0x1d8;

export interface MessageFacts {
  readonly waitingThread: Pointer;
  /** Absent as long as no thread of the server has taken the message. */
  readonly serverThread?: Pointer;
  readonly connectionPort: Pointer;
  readonly sequence: number;
  readonly client: { readonly processId: number; readonly threadId: number };
  readonly messageId: number;
}

const REQUEST = 1;

/** KALPC_MESSAGE */
export function writeMessage(record: FieldWriter, facts: MessageFacts): void {
  record
    .u64(0x20, facts.waitingThread)
    .u32(0x2c, facts.sequence)
    .u64(0xc0, facts.connectionPort)
    .u64(0xc8, facts.serverThread ?? 0n)
    .u16(0xf4, REQUEST)
    .u64(0xf8, facts.client.processId)
    .u64(0x100, facts.client.threadId)
    .u32(0x108, facts.messageId);
}

/** ALPC_PORT */
export function writePort(record: FieldWriter, ownerProcess: Pointer): void {
  record.u64(0x18, ownerProcess);
}
