import type { Records, RecordType, Version } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';
import { commandText } from './commands.ts';
import { comparisonSummaryText, comparisonTable } from './compare.ts';
import { dumpProcessTable, dumpText, dumpThreadTable } from './dump.ts';
import { lockTable, pendingIoTable, waitTable } from './explain.ts';
import { exportedFileText } from './exported-file.ts';
import { fleetCauseText } from './fleet.ts';
import { liveDumpText, livePlanText, traceEventText } from './live.ts';
import { memoryText } from './memory.ts';
import { nativeLibraryText } from './native-library.ts';
import { NO_PAINT, type Paint } from './paint.ts';
import { checkText, selfTestText } from './readiness.ts';
import { stackText } from './stack.ts';
import { stackGroupText } from './stack-group.ts';
import { stackTreeText } from './stack-tree.ts';
import { threadTable } from './threads.ts';
import { capturedThreadText, planTable, summaryText, triageTable } from './triage.ts';
import { typeTextBlock } from './types.ts';
import { waitChainText } from './wait-chain.ts';
import { watchEventText } from './watch.ts';

/** Turns the records of each type into text; a renderer may remember what it printed before. */
export type TextRenderers = { readonly [T in RecordType]: (value: Records[T]) => string | Uint8Array };

/** JSON escapes line ends in texts itself, so every line end here is one of the layout. */
function json(value: object): string {
  return `${JSON.stringify(value, null, 2).split('\n').map(harmless).join('\n')}\n`;
}

function versionText({ version, node, platform, koffi, executable }: Version): string {
  const rows = [`ktriage ${version}`, `Node ${node}, ${platform}`, koffi && `koffi ${koffi}`, executable];
  return `${rows.filter(Boolean).join('\n')}\n`;
}

/** A renderer for each record type, new for each run because tables have headings. */
export function textRenderers(paint: Paint = NO_PAINT): TextRenderers {
  return {
    Thread: threadTable(),
    TriagePlan: planTable(),
    TriageDump: triageTable(),
    CapturedThread: capturedThreadText,
    TriageSummary: summaryText,
    LivePlan: livePlanText,
    LiveDump: liveDumpText,
    LiveTraceEvent: traceEventText,
    WatchEvent: watchEventText,
    WatchSample: json,
    DebuggerCommand: commandText(),
    Dump: dumpText,
    DumpThread: dumpThreadTable(),
    DumpProcess: dumpProcessTable(),
    DumpMemory: memoryText,
    KernelStack: stackText,
    StackGroup: stackGroupText,
    StackTree: (tree) => stackTreeText(tree, paint),
    KernelWait: waitTable(),
    KernelLock: lockTable(),
    PendingIo: pendingIoTable(),
    WaitChain: waitChainText,
    ExportedFile: exportedFileText,
    FleetCause: fleetCauseText,
    ComputerCapture: json,
    ThreadComparison: comparisonTable(),
    ComparisonSummary: comparisonSummaryText,
    Symbol: ({ address, text, nameFrom }) => `${harmless(`${address}  ${text}  ${nameFrom ?? ''}`)}\n`,
    KernelType: typeTextBlock,
    ReadinessCheck: checkText,
    SelfTestResult: selfTestText,
    DumpReadiness: json,
    NativeLibrary: nativeLibraryText,
    Version: versionText,
    SchemaDocument: ({ schema }) => json(schema),
  };
}
