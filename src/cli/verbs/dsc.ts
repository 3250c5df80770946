import { Failure } from '../../contract/failure.ts';
import type { DscRequest, DumpReadiness } from '../../contract/generated/types.ts';
import { validateDscRequest } from '../../contract/generated/validators.js';
import type { Registry } from '../../machine/port.ts';
import { getState, setState, testState, whatIf } from '../../readiness/dsc/resource.ts';
import { verb } from '../verb.ts';

function answer({ operation, instance = {} }: DscRequest, registry: Registry): DumpReadiness {
  switch (operation) {
    case 'get':
    case 'export':
      return getState(registry);
    case 'test':
      return testState(registry, instance);
    case 'whatif':
      return whatIf(registry, instance);
    case 'set':
      return setState(registry, instance);
  }
}

export const dscVerb = verb({
  name: 'dsc',
  summary: 'Get, test or set the settings of Windows that decide about dumps, for DSC.',
  operands: { property: 'operation', type: 'string', value: 'get|test|set|whatif|export' },
  options: [
    {
      name: 'instance',
      property: 'instance',
      type: 'json',
      value: 'JSON',
      help: 'the instance of KernelTriage/KernelDumpReadiness; see `ktriage schema dump-readiness`',
    },
  ],
  examples: [
    { command: 'ktriage dsc get', does: 'the settings of this machine' },
    {
      command: 'ktriage dsc test --instance "{\\"fullLiveReportsMax\\":1}"',
      does: 'whether live dumps are allowed by that setting',
    },
  ],
  validate: validateDscRequest,
  speaksDsc: true,
  async run(request, { machine, output }) {
    const chosen = await machine(request.machine);
    const registry = chosen.registry?.();
    if (registry === undefined) {
      throw new Failure('NotWindows', 'This machine has no registry.', { target: chosen.name });
    }
    await output.record('DumpReadiness', answer(request, registry));
  },
});
