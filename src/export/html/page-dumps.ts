import type { Dump, DumpDriver } from '../../contract/generated/types.ts';
import type { PageCrash, PageDriver, ReportDump } from '../../page/page-data.ts';
import type { ExportModel, ExportSource } from '../model.ts';
import { lastPart } from './thread-places.ts';

/** Threads with a frame of each module, by the source and the name of the module. */
function threadCounts({ threads }: ExportModel): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { source, stack } of threads) {
    for (const module of new Set(stack.frames.map((frame) => frame.module))) {
      const key = `${source} ${module}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

const linked = ({ linkTime, isReproducible }: DumpDriver): string | undefined =>
  isReproducible ? 'reproducible build' : linkTime?.slice(0, 10);

function pageDrivers(
  { dump, symbols }: ExportSource,
  countOf: (module: string) => number,
): readonly PageDriver[] {
  const onStacks = new Map<string, ExportSource['symbols'][number]>(symbols.map((each) => [each.base, each]));
  return (dump?.drivers ?? []).map((driver) => {
    const used = onStacks.get(driver.base);
    const version = driver.fileVersion ?? used?.fileVersion;
    const date = linked(driver);
    return {
      name: driver.name,
      path: driver.path,
      base: driver.base,
      size: driver.size,
      ...(version !== undefined && { version }),
      ...(date !== undefined && { linked: date }),
      ...((driver.isThirdParty || used?.isThirdParty) && { isThirdParty: true }),
      threadCount: used === undefined ? 0 : countOf(used.module),
      ...(used && { namesFrom: used.names }),
      ...(driver.pdb && {
        pdb: `${driver.pdb.name} ${driver.pdb.guid}${driver.pdb.age.toString(16).toUpperCase()}`,
      }),
    };
  });
}

/** `Windows build 19041, x64, 8 processors, Server`. */
export function systemOf({ windowsBuild, architecture, processors, productType }: Partial<Dump>): string {
  const parts = [
    windowsBuild === undefined ? undefined : `Windows build ${windowsBuild}`,
    architecture,
    processors === undefined ? undefined : `${processors} processors`,
    productType,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'unknown' : parts.join(', ');
}

function layoutSources({ layoutSources: known = {} }: ExportSource): ReportDump['layoutSources'] {
  const bySource = new Map<string, string[]>();
  for (const [structure, source] of Object.entries(known)) {
    bySource.set(source, [...(bySource.get(source) ?? []), structure]);
  }
  return [...bySource].map(([source, structures]) => ({ source, structures }));
}

/** The dumps of the model with their drivers. */
export function pageDumps(model: ExportModel): readonly ReportDump[] {
  const counts = threadCounts(model);
  return model.sources.map((source, index) => {
    const { path, dump, sha256 } = source;
    const hardware = [dump?.hardware?.manufacturer, dump?.hardware?.product, dump?.hardware?.processor]
      .filter((part) => part !== undefined)
      .join(', ');
    return {
      name: path === undefined ? 'live threads' : lastPart(path),
      ...(path !== undefined && { path }),
      ...(dump && { size: dump.size }),
      ...(sha256 !== undefined && { sha256 }),
      format: dump?.format ?? 'not described',
      ...(dump?.origin !== undefined && { origin: dump.origin }),
      ...(dump?.originReason !== undefined && { originReason: dump.originReason }),
      completeness: dump?.completeness.state ?? 'not described',
      reasons: dump?.completeness.reasons ?? [],
      findings: (dump?.findings ?? []).map(({ message }) => message),
      ...(dump?.systemTime !== undefined && { taken: dump.systemTime }),
      ...(dump?.upTimeMs !== undefined && { upTimeMs: dump.upTimeMs }),
      system: systemOf(dump ?? {}),
      ...(hardware !== '' && { hardware }),
      ...(dump?.hasManifest !== undefined && { hasManifest: dump.hasManifest }),
      layoutSources: layoutSources(source),
      drivers: pageDrivers(source, (module) => counts.get(`${index} ${module}`) ?? 0),
    };
  });
}

function pageCrash(dump: Dump, index: number): PageCrash | undefined {
  const { crash } = dump;
  if (crash === undefined) return undefined;
  const { suspect, exception } = crash;
  const where = [
    crash.processor === undefined ? undefined : `processor ${crash.processor}`,
    crash.processName === undefined ? undefined : `${crash.processName} (${crash.processId ?? '?'})`,
    crash.threadId === undefined ? undefined : `thread ${crash.threadId}`,
  ].filter((part) => part !== undefined);
  return {
    dump: index,
    code: dump.bugCheckCode ?? 'unknown',
    ...(dump.bugCheckName !== undefined && { name: dump.bugCheckName }),
    ...(dump.bugCheckSummary !== undefined && { summary: dump.bugCheckSummary }),
    arguments: (dump.bugCheckArguments ?? []).map(({ number, value, means, text }) => ({
      number,
      value,
      means,
      ...(text !== undefined && { text }),
    })),
    ...(where.length > 0 && { where: where.join(', ') }),
    ...(exception && {
      exception: `${exception.name} at ${exception.place}${exception.detail === undefined ? '' : `: ${exception.detail}`}`,
    }),
    ...(suspect && {
      suspect: {
        file: suspect.file,
        place: suspect.place,
        reason: suspect.reason,
        text: suspect.evidence,
        evidence: suspect.evidenceClass as 'Derived' | 'Stack' | 'Guess',
        basis: suspect.evidence,
      },
    }),
    stack: crash.stack ?? [],
    ...(crash.endMeaning !== undefined && { stackEnd: crash.endMeaning }),
    registers: crash.registers ?? [],
  };
}

/** What is known of each crash that wrote one of the dumps. */
export const pageCrashes = ({ sources }: ExportModel): readonly PageCrash[] =>
  sources.flatMap(({ dump }, index) => {
    const crash = dump && pageCrash(dump, index);
    return crash === undefined ? [] : [crash];
  });
