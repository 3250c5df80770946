import { runAll } from './tools.ts';

runAll([['biome', 'check', '--write', '.']]);
