// Generated from src/contract/schema by `npm run generate`. Do not edit.
import schema0 from '../schema/captured-thread.schema.json' with { type: 'json' };
import schema1 from '../schema/common.schema.json' with { type: 'json' };
import schema2 from '../schema/debugger-command.schema.json' with { type: 'json' };
import schema3 from '../schema/dump-memory.schema.json' with { type: 'json' };
import schema4 from '../schema/dump-process.schema.json' with { type: 'json' };
import schema5 from '../schema/dump-readiness.schema.json' with { type: 'json' };
import schema6 from '../schema/dump-thread.schema.json' with { type: 'json' };
import schema7 from '../schema/dump.schema.json' with { type: 'json' };
import schema8 from '../schema/exported-file.schema.json' with { type: 'json' };
import schema9 from '../schema/kernel-export.schema.json' with { type: 'json' };
import schema10 from '../schema/kernel-lock.schema.json' with { type: 'json' };
import schema11 from '../schema/kernel-stack.schema.json' with { type: 'json' };
import schema12 from '../schema/kernel-type.schema.json' with { type: 'json' };
import schema13 from '../schema/kernel-wait.schema.json' with { type: 'json' };
import schema14 from '../schema/live-dump.schema.json' with { type: 'json' };
import schema15 from '../schema/live-plan.schema.json' with { type: 'json' };
import schema16 from '../schema/live-trace-event.schema.json' with { type: 'json' };
import schema17 from '../schema/manifest.schema.json' with { type: 'json' };
import schema18 from '../schema/message.schema.json' with { type: 'json' };
import schema19 from '../schema/pending-io.schema.json' with { type: 'json' };
import schema20 from '../schema/readiness-check.schema.json' with { type: 'json' };
import schema21 from '../schema/request-chains.schema.json' with { type: 'json' };
import schema22 from '../schema/request-commands.schema.json' with { type: 'json' };
import schema23 from '../schema/request-dsc.schema.json' with { type: 'json' };
import schema24 from '../schema/request-dump-processes.schema.json' with { type: 'json' };
import schema25 from '../schema/request-dump-threads.schema.json' with { type: 'json' };
import schema26 from '../schema/request-dump.schema.json' with { type: 'json' };
import schema27 from '../schema/request-export.schema.json' with { type: 'json' };
import schema28 from '../schema/request-io.schema.json' with { type: 'json' };
import schema29 from '../schema/request-live.schema.json' with { type: 'json' };
import schema30 from '../schema/request-locks.schema.json' with { type: 'json' };
import schema31 from '../schema/request-memory.schema.json' with { type: 'json' };
import schema32 from '../schema/request-readiness.schema.json' with { type: 'json' };
import schema33 from '../schema/request-resolve.schema.json' with { type: 'json' };
import schema34 from '../schema/request-schema.schema.json' with { type: 'json' };
import schema35 from '../schema/request-stacks.schema.json' with { type: 'json' };
import schema36 from '../schema/request-threads.schema.json' with { type: 'json' };
import schema37 from '../schema/request-triage.schema.json' with { type: 'json' };
import schema38 from '../schema/request-types.schema.json' with { type: 'json' };
import schema39 from '../schema/request-version.schema.json' with { type: 'json' };
import schema40 from '../schema/request-waits.schema.json' with { type: 'json' };
import schema41 from '../schema/schema.schema.json' with { type: 'json' };
import schema42 from '../schema/self-test-result.schema.json' with { type: 'json' };
import schema43 from '../schema/signature-file.schema.json' with { type: 'json' };
import schema44 from '../schema/stack-group.schema.json' with { type: 'json' };
import schema45 from '../schema/symbol.schema.json' with { type: 'json' };
import schema46 from '../schema/thread.schema.json' with { type: 'json' };
import schema47 from '../schema/triage-dump.schema.json' with { type: 'json' };
import schema48 from '../schema/triage-plan.schema.json' with { type: 'json' };
import schema49 from '../schema/triage-summary.schema.json' with { type: 'json' };
import schema50 from '../schema/version.schema.json' with { type: 'json' };
import schema51 from '../schema/wait-chain.schema.json' with { type: 'json' };

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
  'exported-file': schema8,
  'kernel-export': schema9,
  'kernel-lock': schema10,
  'kernel-stack': schema11,
  'kernel-type': schema12,
  'kernel-wait': schema13,
  'live-dump': schema14,
  'live-plan': schema15,
  'live-trace-event': schema16,
  'manifest': schema17,
  'message': schema18,
  'pending-io': schema19,
  'readiness-check': schema20,
  'request-chains': schema21,
  'request-commands': schema22,
  'request-dsc': schema23,
  'request-dump-processes': schema24,
  'request-dump-threads': schema25,
  'request-dump': schema26,
  'request-export': schema27,
  'request-io': schema28,
  'request-live': schema29,
  'request-locks': schema30,
  'request-memory': schema31,
  'request-readiness': schema32,
  'request-resolve': schema33,
  'request-schema': schema34,
  'request-stacks': schema35,
  'request-threads': schema36,
  'request-triage': schema37,
  'request-types': schema38,
  'request-version': schema39,
  'request-waits': schema40,
  'schema': schema41,
  'self-test-result': schema42,
  'signature-file': schema43,
  'stack-group': schema44,
  'symbol': schema45,
  'thread': schema46,
  'triage-dump': schema47,
  'triage-plan': schema48,
  'triage-summary': schema49,
  'version': schema50,
  'wait-chain': schema51,
};
