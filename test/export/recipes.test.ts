import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import type { KernelStack } from '../../src/contract/generated/types.ts';
import { describeWith, repositoryRoot } from '../support/equipment.ts';
import { liveDump, testFolder } from './story.ts';

/** Blocks of docs/recipes.md below a heading, unchanged. */
function recipe(heading: string, language: string): string[] {
  const text = readFileSync(path.join(repositoryRoot, 'docs', 'recipes.md'), 'utf8');
  const section = text.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  const blocks = [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))];
  return blocks.map(([, block = '']) => block);
}

const folder = testFolder();
const PYROSCOPE = 'The stacks of a thousand servers in Grafana Pyroscope';
const DUCKDB = 'The stacks of many servers in DuckDB';

/** Runs a block in the folder with the dumps, with `ktriage` on the path. */
async function shell(block: string, environment: Record<string, string> = {}): Promise<void> {
  const bin = path.join(folder, 'bin');
  const child = spawn('sh', ['-euc', block], {
    cwd: folder,
    env: { ...process.env, ...environment, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8');
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect(status, errors).toBe(0);
}

const servers = { web1: 'w3wp-oplock', web2: 'deadlock' } as const;

beforeAll(async () => {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  const shim = path.join(bin, 'ktriage');
  const main = path.join(repositoryRoot, 'src', 'cli', 'main.ts');
  writeFileSync(
    shim,
    `#!/bin/sh\nexec "${process.execPath}" --experimental-strip-types --no-warnings "${main}" "$@"\n`,
  );
  chmodSync(shim, 0o755);
  for (const [server, scenario] of Object.entries(servers)) {
    mkdirSync(path.join(folder, 'dumps', server), { recursive: true });
    renameSync(await liveDump(folder, scenario), path.join(folder, 'dumps', server, 'live.dmp'));
  }
});

describeWith(['go'], PYROSCOPE, () => {
  it('the recipe pushes one profile for each server, which go tool pprof reads, with the server as a label', async () => {
    interface Push {
      readonly series: readonly {
        readonly labels: readonly { readonly name: string; readonly value: string }[];
        readonly samples: readonly { readonly rawProfile: string }[];
      }[];
    }
    const pushed: { readonly address: string | undefined; readonly body: Push }[] = [];
    const standIn = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        pushed.push({
          address: request.url,
          body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Push,
        });
        response.setHeader('Content-Type', 'application/json').end('{}');
      });
    });
    await new Promise<void>((resolve) => standIn.listen(0, '127.0.0.1', resolve));
    const { port } = standIn.address() as AddressInfo;
    try {
      await shell(recipe(PYROSCOPE, 'sh')[0] ?? '', { PYROSCOPE: `http://127.0.0.1:${port}` });
    } finally {
      standIn.close();
    }
    const found = pushed.map(({ address, body }) => {
      expect(address).toBe('/push.v1.PusherService/Push');
      const [series] = body.series;
      const labels = new Map(series?.labels.map(({ name, value }) => [name, value]));
      const server = labels.get('server') ?? '';
      const file = path.join(folder, `${server}.pb.gz`);
      writeFileSync(file, Buffer.from(series?.samples[0]?.rawProfile ?? '', 'base64'));
      const arguments_ = [
        'tool',
        'pprof',
        '-top',
        '-sample_index=threads',
        '-tagfocus=wait_reason=WrResource',
        file,
      ];
      const { stdout } = spawnSync('go', arguments_, {
        encoding: 'utf8',
        env: { ...process.env, HOME: folder },
      });
      return [
        labels.get('__name__'),
        labels.get('service_name'),
        server,
        /accounting for (\d+),/.exec(stdout)?.[1],
      ];
    });
    expect(found).toEqual([
      ['kernel_stacks', 'w3wp', 'web1', '227'],
      ['kernel_stacks', 'w3wp', 'web2', '7'],
    ]);
    // The query names the kind of profile as these profiles have it: name, value, unit, period and its unit.
    expect(recipe(PYROSCOPE, 'sh')[1]).toContain('"kernel_stacks:threads:count:threads:count"');
    const raw = spawnSync('go', ['tool', 'pprof', '-raw', path.join(folder, 'web1.pb.gz')], {
      encoding: 'utf8',
    });
    expect(raw.stdout).toContain('PeriodType: threads count');
    expect(raw.stdout).toContain('threads/count[dflt]');
  });
});

it('the queries of the recipe for DuckDB answer over the records of all servers', async () => {
  await shell(recipe(DUCKDB, 'sh')[0] ?? '');
  const stacks = Object.keys(servers).flatMap((server) =>
    readFileSync(path.join(folder, `stacks-${server}.ndjson`), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type?: string; value: KernelStack })
      .filter(({ type }) => type === 'KernelStack')
      .map(({ value }) => ({ server, ...value })),
  );
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  await connection.run(`SET file_search_path = '${folder}'`);
  const [waits = '', functions = ''] = recipe(DUCKDB, 'sql');
  const rows = (await connection.runAndReadAll(waits)).getRowObjects();
  const waiting = stacks.filter(({ waitingFor }) => waitingFor !== undefined);
  expect(rows.reduce((sum, { threads }) => sum + Number(threads), 0)).toBe(waiting.length);
  const lock = rows.find(({ threads }) => Number(threads) === 227);
  expect(lock).toMatchObject({ reason: 'WrResource', longest_minutes: 8.1 });
  expect(Number(lock?.['servers'])).toBe(1);
  expect(rows.some((row) => Number(row['servers']) === 2)).toBe(true);

  const counted = new Map<string, Set<string>>();
  for (const { server, objectAddress, frames, state } of stacks) {
    if (state !== 'Wait') continue;
    for (const { module, symbol } of frames) {
      if (module === undefined || module === 'nt' || symbol === undefined) continue;
      const name = `${module}!${symbol}`;
      counted.set(name, (counted.get(name) ?? new Set()).add(`${server} ${objectAddress}`));
    }
  }
  const found = (await connection.runAndReadAll(functions)).getRowObjects();
  expect(new Map(found.map((row) => [row['function'], Number(row['threads'])]))).toEqual(
    new Map([...counted].map(([name, threads]) => [name, threads.size])),
  );
  connection.closeSync();
});
