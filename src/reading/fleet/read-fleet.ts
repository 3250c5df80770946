import path from 'node:path';
import { asFailure, Failure } from '../../contract/failure.ts';
import type { FleetRequest, WaitChain } from '../../contract/generated/types.ts';
import { loadSignatures, type Signature } from '../../explain/signatures/signatures.ts';
import type { DumpModule } from '../../stack/dump-modules.ts';
import { addToBoots, type Boot, chainsOf } from '../chains/boots.ts';
import { explainBootInTurns } from '../chains/explain-boot.ts';
import type { ReadingContext } from '../sources/context.ts';
import { type DumpSymbols, dumpSymbols } from '../sources/dump-symbols.ts';
import { explain } from '../sources/explain-dumps.ts';
import { kernelTypes, type TypesOf } from '../sources/kernel-types.ts';
import { eachDumpFile } from '../sources/stack-sources.ts';
import { takeTurn } from '../sources/turns.ts';
import { type ComputerDumps, computersOf } from './computers.ts';
import { fleetTally } from './tally.ts';

interface Reader {
  readonly request: FleetRequest;
  readonly context: ReadingContext;
  readonly symbols: DumpSymbols;
  readonly typesOf: TypesOf;
  readonly signatures: readonly Signature[];
}

/** Chains that one computer adds; a computer with more has no useful ones among the rest. */
const MOST_CHAINS = 1000;

async function explained(
  boots: readonly Boot[],
  { request, signatures, context }: Reader,
): Promise<WaitChain[]> {
  const { minimumWaitMs } = request;
  const found: WaitChain[] = [];
  for (const boot of boots) {
    const chains = chainsOf(boot, {}).filter(
      ({ longestWaitMs }) => minimumWaitMs === undefined || (longestWaitMs ?? -1) >= minimumWaitMs,
    );
    found.push(...(await explainBootInTurns(boot, chains.slice(0, MOST_CHAINS), signatures, context.signal)));
  }
  return found;
}

/** The files of a computer by folder: the manifests of one folder are in memory at a time. */
function byFolder(files: readonly string[]): string[][] {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = path.dirname(file);
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [file]);
    else known.push(file);
  }
  return [...folders.values()];
}

/** What the dumps of one computer come to. When it returns, none of their facts is in memory. */
async function answerOf(computer: ComputerDumps, reader: Reader) {
  const { context, symbols, typesOf } = reader;
  const { output, signal } = context;
  const chains: WaitChain[] = [];
  let first: string | undefined;
  let dumps = 0;
  for (const files of byFolder(computer.files())) {
    const boots: Boot[] = [];
    first ??= files[0];
    await eachDumpFile(
      { paths: files },
      context,
      async (source) => {
        await takeTurn(signal);
        const each = await explain(source, symbols, context);
        addToBoots(boots, each);
        dumps += 1;
        for (const { kind, message } of each.facts.limits) {
          if (kind !== 'missing' || source.path === undefined) continue;
          const text = `${computer.name}: ${source.path}: ${message}`;
          output.error(new Failure('AnswerIncomplete', text, { target: source.path }));
        }
      },
      typesOf,
    );
    for (const chain of await explained(boots, reader)) chains.push(chain);
  }
  return { name: computer.name, chains, path: first, dumps };
}

/**
 * Reads the sets of many computers, one after the other, and writes one `FleetCause` record for each cause that computers share; the
 * one on most computers comes first. Memory holds one computer at a time, and names.
 * @throws Failure InvalidRequest, SymbolPathInvalid, Cancelled
 */
export async function readFleet(request: FleetRequest, context: ReadingContext): Promise<void> {
  const { output, signal } = context;
  const { idleComputers = [], silentComputers = [], top } = request;
  const computers = computersOf(request);
  if (computers.length === 0 && idleComputers.length === 0)
    throw new Failure('InvalidRequest', 'fleet needs folders with the dumps of computers.', {
      target: 'paths',
    });
  const symbols = dumpSymbols(request, context);
  const onDamage = ({ driver }: DumpModule, reason: string) => output.warning(reason, driver.path);
  const typesOf = kernelTypes(symbols, { asksServers: true, onDamage });
  const reader: Reader = { request, context, symbols, typesOf, signatures: loadSignatures(undefined) };
  const tally = fleetTally();
  const calm: string[] = [];
  const unread: string[] = [];
  try {
    for (const [index, computer] of computers.entries()) {
      // Computers without a dump take no other turn.
      await takeTurn(signal);
      output.progress({
        activity: 'Reading dumps of many computers',
        status: computer.name,
        percent: Math.floor((index / computers.length) * 100),
      });
      try {
        const answer = await answerOf(computer, reader);
        // A computer without a readable dump is not one on which nothing waits.
        if (answer.dumps === 0) {
          unread.push(computer.name);
          continue;
        }
        tally.add(answer);
        if (answer.chains.length === 0) calm.push(computer.name);
      } catch (thrown) {
        const failure = asFailure(thrown);
        // The reason is a cancel or the time limit, and it is no computer's.
        if (signal.aborted) throw failure;
        unread.push(computer.name);
        output.error(failure);
      }
    }
  } finally {
    symbols.close();
    output.progress({ activity: 'Reading dumps of many computers', percent: 100, done: true });
  }
  const causes = tally.causes({
    idle: idleComputers.length,
    silent: silentComputers.length + unread.length,
  });
  for (const cause of causes.slice(0, top)) await output.record('FleetCause', cause);
  const omitted = Math.max(0, causes.length - (top ?? causes.length)) + tally.omitted;
  if (omitted > 0) output.warning(`${omitted} more causes are not shown.`);
  if (unread.length > 0) output.warning(`No dump of ${named(unread)} could be read.`);
  if (calm.length > 0)
    output.warning(`Nothing waits for a lock, a request or another thread on ${named(calm)}.`);
}

/** Names in a message; the rest is counted. */
const MOST_NAMES = 10;

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length <= MOST_NAMES ? shown : `${shown} and ${names.length - MOST_NAMES} more`;
}
