import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';
import { print } from './print.ts';

print(createWindowsMachine().captureConditions());
