import process from 'node:process';
import { soak } from '../watch/soak.ts';

// Prints what so many looks at so many threads cost, as JSON.
console.log(JSON.stringify(await soak(Number(process.argv[2]), Number(process.argv[3]))));
