// Generated from src/contract/schema by `npm run generate`. Do not edit.
import schema0 from '../schema/captured-thread.schema.json' with { type: 'json' };
import schema1 from '../schema/common.schema.json' with { type: 'json' };
import schema2 from '../schema/debugger-command.schema.json' with { type: 'json' };
import schema3 from '../schema/dump-memory.schema.json' with { type: 'json' };
import schema4 from '../schema/dump-process.schema.json' with { type: 'json' };
import schema5 from '../schema/dump-readiness.schema.json' with { type: 'json' };
import schema6 from '../schema/dump-thread.schema.json' with { type: 'json' };
import schema7 from '../schema/dump.schema.json' with { type: 'json' };
import schema8 from '../schema/kernel-lock.schema.json' with { type: 'json' };
import schema9 from '../schema/kernel-stack.schema.json' with { type: 'json' };
import schema10 from '../schema/kernel-wait.schema.json' with { type: 'json' };
import schema11 from '../schema/live-dump.schema.json' with { type: 'json' };
import schema12 from '../schema/live-plan.schema.json' with { type: 'json' };
import schema13 from '../schema/live-trace-event.schema.json' with { type: 'json' };
import schema14 from '../schema/manifest.schema.json' with { type: 'json' };
import schema15 from '../schema/message.schema.json' with { type: 'json' };
import schema16 from '../schema/pending-io.schema.json' with { type: 'json' };
import schema17 from '../schema/readiness-check.schema.json' with { type: 'json' };
import schema18 from '../schema/request-chains.schema.json' with { type: 'json' };
import schema19 from '../schema/request-commands.schema.json' with { type: 'json' };
import schema20 from '../schema/request-dsc.schema.json' with { type: 'json' };
import schema21 from '../schema/request-dump-processes.schema.json' with { type: 'json' };
import schema22 from '../schema/request-dump-threads.schema.json' with { type: 'json' };
import schema23 from '../schema/request-dump.schema.json' with { type: 'json' };
import schema24 from '../schema/request-io.schema.json' with { type: 'json' };
import schema25 from '../schema/request-live.schema.json' with { type: 'json' };
import schema26 from '../schema/request-locks.schema.json' with { type: 'json' };
import schema27 from '../schema/request-memory.schema.json' with { type: 'json' };
import schema28 from '../schema/request-readiness.schema.json' with { type: 'json' };
import schema29 from '../schema/request-resolve.schema.json' with { type: 'json' };
import schema30 from '../schema/request-schema.schema.json' with { type: 'json' };
import schema31 from '../schema/request-stacks.schema.json' with { type: 'json' };
import schema32 from '../schema/request-threads.schema.json' with { type: 'json' };
import schema33 from '../schema/request-triage.schema.json' with { type: 'json' };
import schema34 from '../schema/request-version.schema.json' with { type: 'json' };
import schema35 from '../schema/request-waits.schema.json' with { type: 'json' };
import schema36 from '../schema/schema.schema.json' with { type: 'json' };
import schema37 from '../schema/self-test-result.schema.json' with { type: 'json' };
import schema38 from '../schema/signature-file.schema.json' with { type: 'json' };
import schema39 from '../schema/stack-group.schema.json' with { type: 'json' };
import schema40 from '../schema/symbol.schema.json' with { type: 'json' };
import schema41 from '../schema/thread.schema.json' with { type: 'json' };
import schema42 from '../schema/triage-dump.schema.json' with { type: 'json' };
import schema43 from '../schema/triage-plan.schema.json' with { type: 'json' };
import schema44 from '../schema/triage-summary.schema.json' with { type: 'json' };
import schema45 from '../schema/version.schema.json' with { type: 'json' };
import schema46 from '../schema/wait-chain.schema.json' with { type: 'json' };

/** The schemas as they are in the source, annotations included. */
export const ANNOTATED_SCHEMAS: Readonly<Record<string, object>> = {
  'captured-thread': schema0,
  'common': schema1,
  'debugger-command': schema2,
  'dump-memory': schema3,
  'dump-process': schema4,
  'dump-readiness': schema5,
  'dump-thread': schema6,
  'dump': schema7,
  'kernel-lock': schema8,
  'kernel-stack': schema9,
  'kernel-wait': schema10,
  'live-dump': schema11,
  'live-plan': schema12,
  'live-trace-event': schema13,
  'manifest': schema14,
  'message': schema15,
  'pending-io': schema16,
  'readiness-check': schema17,
  'request-chains': schema18,
  'request-commands': schema19,
  'request-dsc': schema20,
  'request-dump-processes': schema21,
  'request-dump-threads': schema22,
  'request-dump': schema23,
  'request-io': schema24,
  'request-live': schema25,
  'request-locks': schema26,
  'request-memory': schema27,
  'request-readiness': schema28,
  'request-resolve': schema29,
  'request-schema': schema30,
  'request-stacks': schema31,
  'request-threads': schema32,
  'request-triage': schema33,
  'request-version': schema34,
  'request-waits': schema35,
  'schema': schema36,
  'self-test-result': schema37,
  'signature-file': schema38,
  'stack-group': schema39,
  'symbol': schema40,
  'thread': schema41,
  'triage-dump': schema42,
  'triage-plan': schema43,
  'triage-summary': schema44,
  'version': schema45,
  'wait-chain': schema46,
};
