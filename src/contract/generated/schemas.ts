// Generated from src/contract/schema by `npm run generate`. Do not edit.
import schema0 from '../schema/captured-thread.schema.json' with { type: 'json' };
import schema1 from '../schema/common.schema.json' with { type: 'json' };
import schema2 from '../schema/debugger-command.schema.json' with { type: 'json' };
import schema3 from '../schema/dump-memory.schema.json' with { type: 'json' };
import schema4 from '../schema/dump-process.schema.json' with { type: 'json' };
import schema5 from '../schema/dump-readiness.schema.json' with { type: 'json' };
import schema6 from '../schema/dump-thread.schema.json' with { type: 'json' };
import schema7 from '../schema/dump.schema.json' with { type: 'json' };
import schema8 from '../schema/kernel-stack.schema.json' with { type: 'json' };
import schema9 from '../schema/live-dump.schema.json' with { type: 'json' };
import schema10 from '../schema/live-plan.schema.json' with { type: 'json' };
import schema11 from '../schema/live-trace-event.schema.json' with { type: 'json' };
import schema12 from '../schema/manifest.schema.json' with { type: 'json' };
import schema13 from '../schema/message.schema.json' with { type: 'json' };
import schema14 from '../schema/readiness-check.schema.json' with { type: 'json' };
import schema15 from '../schema/request-commands.schema.json' with { type: 'json' };
import schema16 from '../schema/request-dsc.schema.json' with { type: 'json' };
import schema17 from '../schema/request-dump-processes.schema.json' with { type: 'json' };
import schema18 from '../schema/request-dump-threads.schema.json' with { type: 'json' };
import schema19 from '../schema/request-dump.schema.json' with { type: 'json' };
import schema20 from '../schema/request-live.schema.json' with { type: 'json' };
import schema21 from '../schema/request-memory.schema.json' with { type: 'json' };
import schema22 from '../schema/request-readiness.schema.json' with { type: 'json' };
import schema23 from '../schema/request-resolve.schema.json' with { type: 'json' };
import schema24 from '../schema/request-schema.schema.json' with { type: 'json' };
import schema25 from '../schema/request-stacks.schema.json' with { type: 'json' };
import schema26 from '../schema/request-threads.schema.json' with { type: 'json' };
import schema27 from '../schema/request-triage.schema.json' with { type: 'json' };
import schema28 from '../schema/request-version.schema.json' with { type: 'json' };
import schema29 from '../schema/schema.schema.json' with { type: 'json' };
import schema30 from '../schema/self-test-result.schema.json' with { type: 'json' };
import schema31 from '../schema/signature-file.schema.json' with { type: 'json' };
import schema32 from '../schema/stack-group.schema.json' with { type: 'json' };
import schema33 from '../schema/symbol.schema.json' with { type: 'json' };
import schema34 from '../schema/thread.schema.json' with { type: 'json' };
import schema35 from '../schema/triage-dump.schema.json' with { type: 'json' };
import schema36 from '../schema/triage-plan.schema.json' with { type: 'json' };
import schema37 from '../schema/triage-summary.schema.json' with { type: 'json' };
import schema38 from '../schema/version.schema.json' with { type: 'json' };

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
  'kernel-stack': schema8,
  'live-dump': schema9,
  'live-plan': schema10,
  'live-trace-event': schema11,
  'manifest': schema12,
  'message': schema13,
  'readiness-check': schema14,
  'request-commands': schema15,
  'request-dsc': schema16,
  'request-dump-processes': schema17,
  'request-dump-threads': schema18,
  'request-dump': schema19,
  'request-live': schema20,
  'request-memory': schema21,
  'request-readiness': schema22,
  'request-resolve': schema23,
  'request-schema': schema24,
  'request-stacks': schema25,
  'request-threads': schema26,
  'request-triage': schema27,
  'request-version': schema28,
  'schema': schema29,
  'self-test-result': schema30,
  'signature-file': schema31,
  'stack-group': schema32,
  'symbol': schema33,
  'thread': schema34,
  'triage-dump': schema35,
  'triage-plan': schema36,
  'triage-summary': schema37,
  'version': schema38,
};
