// Generated from src/contract/schema by `npm run generate`. Do not edit.
import schema0 from '../schema/captured-thread.schema.json' with { type: 'json' };
import schema1 from '../schema/common.schema.json' with { type: 'json' };
import schema2 from '../schema/comparison-summary.schema.json' with { type: 'json' };
import schema3 from '../schema/computer-capture.schema.json' with { type: 'json' };
import schema4 from '../schema/debugger-command.schema.json' with { type: 'json' };
import schema5 from '../schema/dump-memory.schema.json' with { type: 'json' };
import schema6 from '../schema/dump-process.schema.json' with { type: 'json' };
import schema7 from '../schema/dump-readiness.schema.json' with { type: 'json' };
import schema8 from '../schema/dump-thread.schema.json' with { type: 'json' };
import schema9 from '../schema/dump.schema.json' with { type: 'json' };
import schema10 from '../schema/exported-file.schema.json' with { type: 'json' };
import schema11 from '../schema/fleet-cause.schema.json' with { type: 'json' };
import schema12 from '../schema/kernel-export.schema.json' with { type: 'json' };
import schema13 from '../schema/kernel-lock.schema.json' with { type: 'json' };
import schema14 from '../schema/kernel-stack.schema.json' with { type: 'json' };
import schema15 from '../schema/kernel-type.schema.json' with { type: 'json' };
import schema16 from '../schema/kernel-wait.schema.json' with { type: 'json' };
import schema17 from '../schema/live-dump.schema.json' with { type: 'json' };
import schema18 from '../schema/live-plan.schema.json' with { type: 'json' };
import schema19 from '../schema/live-trace-event.schema.json' with { type: 'json' };
import schema20 from '../schema/manifest.schema.json' with { type: 'json' };
import schema21 from '../schema/message.schema.json' with { type: 'json' };
import schema22 from '../schema/native-library.schema.json' with { type: 'json' };
import schema23 from '../schema/pending-io.schema.json' with { type: 'json' };
import schema24 from '../schema/readiness-check.schema.json' with { type: 'json' };
import schema25 from '../schema/request-chains.schema.json' with { type: 'json' };
import schema26 from '../schema/request-commands.schema.json' with { type: 'json' };
import schema27 from '../schema/request-compare.schema.json' with { type: 'json' };
import schema28 from '../schema/request-dsc.schema.json' with { type: 'json' };
import schema29 from '../schema/request-dump-processes.schema.json' with { type: 'json' };
import schema30 from '../schema/request-dump-threads.schema.json' with { type: 'json' };
import schema31 from '../schema/request-dump.schema.json' with { type: 'json' };
import schema32 from '../schema/request-export.schema.json' with { type: 'json' };
import schema33 from '../schema/request-fleet.schema.json' with { type: 'json' };
import schema34 from '../schema/request-io.schema.json' with { type: 'json' };
import schema35 from '../schema/request-live.schema.json' with { type: 'json' };
import schema36 from '../schema/request-locks.schema.json' with { type: 'json' };
import schema37 from '../schema/request-memory.schema.json' with { type: 'json' };
import schema38 from '../schema/request-native.schema.json' with { type: 'json' };
import schema39 from '../schema/request-readiness.schema.json' with { type: 'json' };
import schema40 from '../schema/request-resolve.schema.json' with { type: 'json' };
import schema41 from '../schema/request-schema.schema.json' with { type: 'json' };
import schema42 from '../schema/request-stacks.schema.json' with { type: 'json' };
import schema43 from '../schema/request-threads.schema.json' with { type: 'json' };
import schema44 from '../schema/request-triage.schema.json' with { type: 'json' };
import schema45 from '../schema/request-types.schema.json' with { type: 'json' };
import schema46 from '../schema/request-version.schema.json' with { type: 'json' };
import schema47 from '../schema/request-waits.schema.json' with { type: 'json' };
import schema48 from '../schema/request-watch.schema.json' with { type: 'json' };
import schema49 from '../schema/schema.schema.json' with { type: 'json' };
import schema50 from '../schema/self-test-result.schema.json' with { type: 'json' };
import schema51 from '../schema/signature-file.schema.json' with { type: 'json' };
import schema52 from '../schema/stack-group.schema.json' with { type: 'json' };
import schema53 from '../schema/stack-tree.schema.json' with { type: 'json' };
import schema54 from '../schema/symbol.schema.json' with { type: 'json' };
import schema55 from '../schema/thread-comparison.schema.json' with { type: 'json' };
import schema56 from '../schema/thread.schema.json' with { type: 'json' };
import schema57 from '../schema/triage-dump.schema.json' with { type: 'json' };
import schema58 from '../schema/triage-plan.schema.json' with { type: 'json' };
import schema59 from '../schema/triage-summary.schema.json' with { type: 'json' };
import schema60 from '../schema/version.schema.json' with { type: 'json' };
import schema61 from '../schema/wait-chain.schema.json' with { type: 'json' };
import schema62 from '../schema/watch-answer.schema.json' with { type: 'json' };
import schema63 from '../schema/watch-event.schema.json' with { type: 'json' };
import schema64 from '../schema/watch-sample.schema.json' with { type: 'json' };
import schema65 from '../schema/watch-task.schema.json' with { type: 'json' };

/** The schemas as they are in the source, annotations included. */
export const ANNOTATED_SCHEMAS: Readonly<Record<string, object>> = {
  'captured-thread': schema0,
  'common': schema1,
  'comparison-summary': schema2,
  'computer-capture': schema3,
  'debugger-command': schema4,
  'dump-memory': schema5,
  'dump-process': schema6,
  'dump-readiness': schema7,
  'dump-thread': schema8,
  'dump': schema9,
  'exported-file': schema10,
  'fleet-cause': schema11,
  'kernel-export': schema12,
  'kernel-lock': schema13,
  'kernel-stack': schema14,
  'kernel-type': schema15,
  'kernel-wait': schema16,
  'live-dump': schema17,
  'live-plan': schema18,
  'live-trace-event': schema19,
  'manifest': schema20,
  'message': schema21,
  'native-library': schema22,
  'pending-io': schema23,
  'readiness-check': schema24,
  'request-chains': schema25,
  'request-commands': schema26,
  'request-compare': schema27,
  'request-dsc': schema28,
  'request-dump-processes': schema29,
  'request-dump-threads': schema30,
  'request-dump': schema31,
  'request-export': schema32,
  'request-fleet': schema33,
  'request-io': schema34,
  'request-live': schema35,
  'request-locks': schema36,
  'request-memory': schema37,
  'request-native': schema38,
  'request-readiness': schema39,
  'request-resolve': schema40,
  'request-schema': schema41,
  'request-stacks': schema42,
  'request-threads': schema43,
  'request-triage': schema44,
  'request-types': schema45,
  'request-version': schema46,
  'request-waits': schema47,
  'request-watch': schema48,
  'schema': schema49,
  'self-test-result': schema50,
  'signature-file': schema51,
  'stack-group': schema52,
  'stack-tree': schema53,
  'symbol': schema54,
  'thread-comparison': schema55,
  'thread': schema56,
  'triage-dump': schema57,
  'triage-plan': schema58,
  'triage-summary': schema59,
  'version': schema60,
  'wait-chain': schema61,
  'watch-answer': schema62,
  'watch-event': schema63,
  'watch-sample': schema64,
  'watch-task': schema65,
};
