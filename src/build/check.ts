import { runAll } from './tools.ts';

runAll([
  ['biome', 'check', '.'],
  ['tsc', '--project', '.'],
]);
