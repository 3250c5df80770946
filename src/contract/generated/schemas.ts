// Generated from src/contract/schema by `npm run generate`. Do not edit.
import schema0 from '../schema/captured-thread.schema.json' with { type: 'json' };
import schema1 from '../schema/common.schema.json' with { type: 'json' };
import schema2 from '../schema/comparison-summary.schema.json' with { type: 'json' };
import schema3 from '../schema/debugger-command.schema.json' with { type: 'json' };
import schema4 from '../schema/dump-memory.schema.json' with { type: 'json' };
import schema5 from '../schema/dump-process.schema.json' with { type: 'json' };
import schema6 from '../schema/dump-readiness.schema.json' with { type: 'json' };
import schema7 from '../schema/dump-thread.schema.json' with { type: 'json' };
import schema8 from '../schema/dump.schema.json' with { type: 'json' };
import schema9 from '../schema/exported-file.schema.json' with { type: 'json' };
import schema10 from '../schema/kernel-export.schema.json' with { type: 'json' };
import schema11 from '../schema/kernel-lock.schema.json' with { type: 'json' };
import schema12 from '../schema/kernel-stack.schema.json' with { type: 'json' };
import schema13 from '../schema/kernel-type.schema.json' with { type: 'json' };
import schema14 from '../schema/kernel-wait.schema.json' with { type: 'json' };
import schema15 from '../schema/live-dump.schema.json' with { type: 'json' };
import schema16 from '../schema/live-plan.schema.json' with { type: 'json' };
import schema17 from '../schema/live-trace-event.schema.json' with { type: 'json' };
import schema18 from '../schema/manifest.schema.json' with { type: 'json' };
import schema19 from '../schema/message.schema.json' with { type: 'json' };
import schema20 from '../schema/pending-io.schema.json' with { type: 'json' };
import schema21 from '../schema/readiness-check.schema.json' with { type: 'json' };
import schema22 from '../schema/request-chains.schema.json' with { type: 'json' };
import schema23 from '../schema/request-commands.schema.json' with { type: 'json' };
import schema24 from '../schema/request-compare.schema.json' with { type: 'json' };
import schema25 from '../schema/request-dsc.schema.json' with { type: 'json' };
import schema26 from '../schema/request-dump-processes.schema.json' with { type: 'json' };
import schema27 from '../schema/request-dump-threads.schema.json' with { type: 'json' };
import schema28 from '../schema/request-dump.schema.json' with { type: 'json' };
import schema29 from '../schema/request-export.schema.json' with { type: 'json' };
import schema30 from '../schema/request-io.schema.json' with { type: 'json' };
import schema31 from '../schema/request-live.schema.json' with { type: 'json' };
import schema32 from '../schema/request-locks.schema.json' with { type: 'json' };
import schema33 from '../schema/request-memory.schema.json' with { type: 'json' };
import schema34 from '../schema/request-readiness.schema.json' with { type: 'json' };
import schema35 from '../schema/request-resolve.schema.json' with { type: 'json' };
import schema36 from '../schema/request-schema.schema.json' with { type: 'json' };
import schema37 from '../schema/request-stacks.schema.json' with { type: 'json' };
import schema38 from '../schema/request-threads.schema.json' with { type: 'json' };
import schema39 from '../schema/request-triage.schema.json' with { type: 'json' };
import schema40 from '../schema/request-types.schema.json' with { type: 'json' };
import schema41 from '../schema/request-version.schema.json' with { type: 'json' };
import schema42 from '../schema/request-waits.schema.json' with { type: 'json' };
import schema43 from '../schema/request-watch.schema.json' with { type: 'json' };
import schema44 from '../schema/schema.schema.json' with { type: 'json' };
import schema45 from '../schema/self-test-result.schema.json' with { type: 'json' };
import schema46 from '../schema/signature-file.schema.json' with { type: 'json' };
import schema47 from '../schema/stack-group.schema.json' with { type: 'json' };
import schema48 from '../schema/symbol.schema.json' with { type: 'json' };
import schema49 from '../schema/thread-comparison.schema.json' with { type: 'json' };
import schema50 from '../schema/thread.schema.json' with { type: 'json' };
import schema51 from '../schema/triage-dump.schema.json' with { type: 'json' };
import schema52 from '../schema/triage-plan.schema.json' with { type: 'json' };
import schema53 from '../schema/triage-summary.schema.json' with { type: 'json' };
import schema54 from '../schema/version.schema.json' with { type: 'json' };
import schema55 from '../schema/wait-chain.schema.json' with { type: 'json' };
import schema56 from '../schema/watch-answer.schema.json' with { type: 'json' };
import schema57 from '../schema/watch-event.schema.json' with { type: 'json' };
import schema58 from '../schema/watch-sample.schema.json' with { type: 'json' };

/** The schemas as they are in the source, annotations included. */
export const ANNOTATED_SCHEMAS: Readonly<Record<string, object>> = {
  'captured-thread': schema0,
  'common': schema1,
  'comparison-summary': schema2,
  'debugger-command': schema3,
  'dump-memory': schema4,
  'dump-process': schema5,
  'dump-readiness': schema6,
  'dump-thread': schema7,
  'dump': schema8,
  'exported-file': schema9,
  'kernel-export': schema10,
  'kernel-lock': schema11,
  'kernel-stack': schema12,
  'kernel-type': schema13,
  'kernel-wait': schema14,
  'live-dump': schema15,
  'live-plan': schema16,
  'live-trace-event': schema17,
  'manifest': schema18,
  'message': schema19,
  'pending-io': schema20,
  'readiness-check': schema21,
  'request-chains': schema22,
  'request-commands': schema23,
  'request-compare': schema24,
  'request-dsc': schema25,
  'request-dump-processes': schema26,
  'request-dump-threads': schema27,
  'request-dump': schema28,
  'request-export': schema29,
  'request-io': schema30,
  'request-live': schema31,
  'request-locks': schema32,
  'request-memory': schema33,
  'request-readiness': schema34,
  'request-resolve': schema35,
  'request-schema': schema36,
  'request-stacks': schema37,
  'request-threads': schema38,
  'request-triage': schema39,
  'request-types': schema40,
  'request-version': schema41,
  'request-waits': schema42,
  'request-watch': schema43,
  'schema': schema44,
  'self-test-result': schema45,
  'signature-file': schema46,
  'stack-group': schema47,
  'symbol': schema48,
  'thread-comparison': schema49,
  'thread': schema50,
  'triage-dump': schema51,
  'triage-plan': schema52,
  'triage-summary': schema53,
  'version': schema54,
  'wait-chain': schema55,
  'watch-answer': schema56,
  'watch-event': schema57,
  'watch-sample': schema58,
};
