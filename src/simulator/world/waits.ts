/** What the threads of the simulated machine wait for, and which locks they hold meanwhile. */
export type WaitPlan =
  /** The lock of a file's control block, an ERESOURCE. */
  | { readonly for: 'lock'; readonly lock: LockKey; readonly access: Access }
  /** Events of the thread's own in pool memory: one, or any of several, or all of them. */
  | { readonly for: 'events'; readonly count: number; readonly all?: true; readonly mode: 'kernel' | 'user' }
  /** Work at a completion port of the process. */
  | { readonly for: 'completion'; readonly port: CompletionPort }
  /** Work at a queue of the kernel. */
  | { readonly for: 'work'; readonly queue: WorkQueueName }
  | { readonly for: 'time' }
  /** The answer of a server process to an ALPC message. */
  | { readonly for: 'reply'; readonly server: string }
  /** The end of the thread's request, by the event in its file object. */
  | { readonly for: 'request' }
  /** The end of a process, by its name. */
  | { readonly for: 'processEnd'; readonly process: string };

export type Access = 'exclusive' | 'shared';
export type CompletionPort = 'workerFactory' | 'ownPort';

export interface HeldLock {
  readonly lock: LockKey;
  readonly access: Access;
  /** The function with the file's control block and its lock among its local variables. */
  readonly frame: string;
}

/** The file of the control block that each lock belongs to, as the redirector names it: some through a drive letter. */
export const LOCKS = {
  site: '\\fileserver\\wwwroot$\\site\\default.aspx',
  inbox: '\\;X:00000000000a3b2c\\fileserver\\exchange\\inbox\\orders.xml',
  archive: '\\;LanmanRedirector\\;X:00000000000a3b2c\\fileserver\\exchange\\archive\\orders.xml',
  spool: '\\printserver\\print$\\spool\\00042.spl',
} as const;

export type LockKey = keyof typeof LOCKS;

/** The kernel's queues, each with its own workers. */
export const WORK_QUEUES = ['normal', 'delayed'] as const;

export type WorkQueueName = (typeof WORK_QUEUES)[number];
