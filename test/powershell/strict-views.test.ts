import { beforeAll, expect, it } from 'vitest';
import { moduleUnderTest } from './built-module.ts';
import { captureExample, EACH_TYPE } from './every-type.ts';
import { describeEngines } from './suites.ts';

/**
 * A script in strict mode draws what every other one does. A view whose script asks for what is not there draws nothing
 * in its place, and says nothing of it.
 */
describeEngines('views in strict mode', (engine) => {
  const module = moduleUnderTest(engine);
  beforeAll(async () => {
    expect((await captureExample(engine, module)).errors).toEqual([]);
  });

  it.each(Object.entries(EACH_TYPE))('draw every %s in full', async (_, make) => {
    // All of them: what the first has, another may lack.
    const all = make(engine, module).replace(/ \| Select-Object -First 1$/, '');
    const { text, errorText } = await module.run(
      `$all = @(${all})
       $host.UI.WriteLine('%%')
       $all | Out-Default; $all | Format-List | Out-Default
       $host.UI.WriteLine('%%')
       Set-StrictMode -Version Latest
       $all | Out-Default; $all | Format-List | Out-Default`,
      { render: true },
    );
    expect(errorText).toBe('');
    const [, easy = '', strict = ''] = text.split('%%\n');
    expect(easy.trim()).not.toBe('');
    expect(strict).toBe(easy);
  });
});
