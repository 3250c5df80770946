import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';
import { outcome, print } from './print.ts';

/** Whether the machine opens from the folder that this Node is in. */
const result = outcome(createWindowsMachine);
print('failed' in result ? result : { opened: result.facts().elevated });
