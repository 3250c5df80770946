import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runPesterUnderWine } from '../../support/pester.ts';

/** `Invoke-Tests.ps1 -Engine wine`: the same parameters, the same exit code. */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).map((text) => text.replace(/^-(?=[A-Z])/, '--')),
  allowPositionals: true,
  options: { Path: { type: 'string' }, Tag: { type: 'string' }, Shard: { type: 'string' } },
});
const place = path.resolve(import.meta.dirname, '..');
const files = [values.Path ?? [], positionals]
  .flat()
  .flatMap((list) => list.split(','))
  .map((name) => (name.endsWith('.ps1') ? path.resolve(name) : path.join(place, `${name}.Tests.ps1`)));
const run = await runPesterUnderWine({
  files,
  ...(values.Tag === undefined ? {} : { tags: values.Tag.split(',') }),
  ...(values.Shard === undefined ? {} : { shard: values.Shard }),
});
process.stdout.write(run.output);
process.exit(Math.min(run.failed, 250));
