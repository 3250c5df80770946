import type {
  CapturedThread,
  DebuggerCommand,
  Dump,
  DumpMemory,
  DumpProcess,
  DumpThread,
  KernelStack,
  LiveDump,
  LivePlan,
  LiveTraceEvent,
  ReadinessCheck,
  SchemaDocument,
  SelfTestResult,
  StackGroup,
  Symbol as SymbolRecord,
  Thread,
  TriageDump,
  TriagePlan,
  TriageSummary,
  Version,
} from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';
import { commandText } from './commands.ts';
import { dumpProcessTable, dumpText, dumpThreadTable } from './dump.ts';
import { liveDumpText, livePlanText, traceEventText } from './live.ts';
import { memoryText } from './memory.ts';
import { checkText, selfTestText } from './readiness.ts';
import { stackText } from './stack.ts';
import { stackGroupText } from './stack-group.ts';
import { threadTable } from './threads.ts';
import { capturedThreadText, planTable, summaryText, triageTable } from './triage.ts';

/** Turns record values of one type into text; may remember what it printed before. */
export type TextRenderer = (value: never) => string;

function versionText({ version, node, platform, koffi, executable }: Version): string {
  const rows = [`ktriage ${version}`, `Node ${node}, ${platform}`, koffi && `koffi ${koffi}`, executable];
  return `${rows.filter(Boolean).join('\n')}\n`;
}

/** A renderer for each record type, new for each run because tables have headings. */
export function textRenderers(): Readonly<Record<string, TextRenderer>> {
  return {
    Thread: threadTable() as (value: Thread) => string,
    TriagePlan: planTable() as (value: TriagePlan) => string,
    TriageDump: triageTable() as (value: TriageDump) => string,
    CapturedThread: capturedThreadText as (value: CapturedThread) => string,
    TriageSummary: summaryText as (value: TriageSummary) => string,
    LivePlan: livePlanText as (value: LivePlan) => string,
    LiveDump: liveDumpText as (value: LiveDump) => string,
    LiveTraceEvent: traceEventText as (value: LiveTraceEvent) => string,
    DebuggerCommand: commandText() as (value: DebuggerCommand) => string,
    Dump: dumpText as (value: Dump) => string,
    DumpThread: dumpThreadTable() as (value: DumpThread) => string,
    DumpProcess: dumpProcessTable() as (value: DumpProcess) => string,
    DumpMemory: memoryText as (value: DumpMemory) => string,
    KernelStack: stackText as (value: KernelStack) => string,
    StackGroup: stackGroupText as (value: StackGroup) => string,
    Symbol: ({ address, text, nameFrom }: SymbolRecord) =>
      `${harmless(`${address}  ${text}  ${nameFrom ?? ''}`)}\n`,
    ReadinessCheck: checkText as (value: ReadinessCheck) => string,
    SelfTestResult: selfTestText as (value: SelfTestResult) => string,
    Version: versionText as (value: Version) => string,
    SchemaDocument: ({ schema }: SchemaDocument) => `${JSON.stringify(schema, null, 2)}\n`,
  };
}
