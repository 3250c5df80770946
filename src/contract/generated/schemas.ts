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
import schema10 from '../schema/kernel-type.schema.json' with { type: 'json' };
import schema11 from '../schema/kernel-wait.schema.json' with { type: 'json' };
import schema12 from '../schema/live-dump.schema.json' with { type: 'json' };
import schema13 from '../schema/live-plan.schema.json' with { type: 'json' };
import schema14 from '../schema/live-trace-event.schema.json' with { type: 'json' };
import schema15 from '../schema/manifest.schema.json' with { type: 'json' };
import schema16 from '../schema/message.schema.json' with { type: 'json' };
import schema17 from '../schema/pending-io.schema.json' with { type: 'json' };
import schema18 from '../schema/readiness-check.schema.json' with { type: 'json' };
import schema19 from '../schema/request-chains.schema.json' with { type: 'json' };
import schema20 from '../schema/request-commands.schema.json' with { type: 'json' };
import schema21 from '../schema/request-dsc.schema.json' with { type: 'json' };
import schema22 from '../schema/request-dump-processes.schema.json' with { type: 'json' };
import schema23 from '../schema/request-dump-threads.schema.json' with { type: 'json' };
import schema24 from '../schema/request-dump.schema.json' with { type: 'json' };
import schema25 from '../schema/request-io.schema.json' with { type: 'json' };
import schema26 from '../schema/request-live.schema.json' with { type: 'json' };
import schema27 from '../schema/request-locks.schema.json' with { type: 'json' };
import schema28 from '../schema/request-memory.schema.json' with { type: 'json' };
import schema29 from '../schema/request-readiness.schema.json' with { type: 'json' };
import schema30 from '../schema/request-resolve.schema.json' with { type: 'json' };
import schema31 from '../schema/request-schema.schema.json' with { type: 'json' };
import schema32 from '../schema/request-stacks.schema.json' with { type: 'json' };
import schema33 from '../schema/request-threads.schema.json' with { type: 'json' };
import schema34 from '../schema/request-triage.schema.json' with { type: 'json' };
import schema35 from '../schema/request-types.schema.json' with { type: 'json' };
import schema36 from '../schema/request-version.schema.json' with { type: 'json' };
import schema37 from '../schema/request-waits.schema.json' with { type: 'json' };
import schema38 from '../schema/schema.schema.json' with { type: 'json' };
import schema39 from '../schema/self-test-result.schema.json' with { type: 'json' };
import schema40 from '../schema/signature-file.schema.json' with { type: 'json' };
import schema41 from '../schema/stack-group.schema.json' with { type: 'json' };
import schema42 from '../schema/symbol.schema.json' with { type: 'json' };
import schema43 from '../schema/thread.schema.json' with { type: 'json' };
import schema44 from '../schema/triage-dump.schema.json' with { type: 'json' };
import schema45 from '../schema/triage-plan.schema.json' with { type: 'json' };
import schema46 from '../schema/triage-summary.schema.json' with { type: 'json' };
import schema47 from '../schema/version.schema.json' with { type: 'json' };
import schema48 from '../schema/wait-chain.schema.json' with { type: 'json' };

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
  'kernel-type': schema10,
  'kernel-wait': schema11,
  'live-dump': schema12,
  'live-plan': schema13,
  'live-trace-event': schema14,
  'manifest': schema15,
  'message': schema16,
  'pending-io': schema17,
  'readiness-check': schema18,
  'request-chains': schema19,
  'request-commands': schema20,
  'request-dsc': schema21,
  'request-dump-processes': schema22,
  'request-dump-threads': schema23,
  'request-dump': schema24,
  'request-io': schema25,
  'request-live': schema26,
  'request-locks': schema27,
  'request-memory': schema28,
  'request-readiness': schema29,
  'request-resolve': schema30,
  'request-schema': schema31,
  'request-stacks': schema32,
  'request-threads': schema33,
  'request-triage': schema34,
  'request-types': schema35,
  'request-version': schema36,
  'request-waits': schema37,
  'schema': schema38,
  'self-test-result': schema39,
  'signature-file': schema40,
  'stack-group': schema41,
  'symbol': schema42,
  'thread': schema43,
  'triage-dump': schema44,
  'triage-plan': schema45,
  'triage-summary': schema46,
  'version': schema47,
  'wait-chain': schema48,
};
