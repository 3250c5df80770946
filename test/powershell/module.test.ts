import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { TOPICS } from '../../src/build/help/topics.ts';
import { ERROR_TABLE } from '../../src/contract/error-table.ts';
import { repositoryRoot } from '../support/equipment.ts';
import { moduleUnderTest } from './built-module.ts';
import { literal, runScript } from './engines.ts';
import { describeEngines } from './suites.ts';

/** A function a file: the names of the files are what is to be exported. */
const EXPORTED = readdirSync(path.join(repositoryRoot, 'module', 'KernelTriage', 'Public'))
  .map((name) => path.parse(name).name)
  .sort();

const { version } = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8')) as {
  version: string;
};

interface Help {
  readonly name: string;
  readonly synopsis: string;
  readonly description: string;
  readonly examples: number;
  readonly outputs: string;
  readonly undescribed: readonly string[];
  /** The errors that the notes list. */
  readonly notes: string;
  readonly parameters: ReadonlyArray<{
    readonly name: string;
    readonly text: string;
    readonly required: string;
    readonly isSwitch: boolean;
    readonly default: string;
    readonly wildcards: string;
  }>;
}

/** What Get-Help has of a command, and the parameters that it describes not at all. */
const HELP = `
$common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
foreach ($command in (Get-Module KernelTriage).ExportedFunctions.Values) {
  $help = Get-Help $command.Name -Full
  $described = foreach ($p in $help.parameters.parameter) { if ("$($p.description.Text)") { $p.name } }
  [pscustomobject] @{
    name = $command.Name
    synopsis = $help.Synopsis
    description = "$($help.description.Text)"
    examples = @($help.examples.example).Count
    outputs = "$($help.returnValues.returnValue.type.name)"
    notes = "$($help.alertSet.alert.text)"
    parameters = @(foreach ($p in $help.parameters.parameter) {
      if ($p.name -in $common) { continue }
      [pscustomobject] @{
        name = $p.name; text = "$($p.description.Text)"; required = "$($p.required)"; default = "$($p.defaultValue)"; wildcards = "$($p.globbing)"
        isSwitch = $command.Parameters[$p.name].SwitchParameter
      }
    })
    undescribed = @(foreach ($name in $command.Parameters.Keys) { if ($name -notin $common -and $name -notin $described) { $name } })
  }
}`;

describeEngines('the module', (engine) => {
  const module = moduleUnderTest(engine);

  it('has a valid manifest that exports by name and carries the version of the product', async () => {
    const manifest = literal(engine.pathFor(path.join(module.folder, 'KernelTriage.psd1')));
    const { output, errors } = await runScript(
      engine,
      `$m = Test-ModuleManifest ${manifest}
       [pscustomobject] @{
         Version = "$($m.Version)"; Minimum = "$($m.PowerShellVersion)"; Editions = @($m.CompatiblePSEditions)
         Functions = @($m.ExportedFunctions.Keys); Others = $m.ExportedCmdlets.Count + $m.ExportedAliases.Count + $m.ExportedVariables.Count
       }`,
    );
    expect(errors).toEqual([]);
    expect(output[0]?.properties).toMatchObject({
      Version: version,
      Minimum: '5.1',
      Editions: ['Desktop', 'Core'],
      Others: 0,
    });
    expect([output[0]?.properties?.['Functions']].flat().sort()).toEqual(EXPORTED);
  });

  it('exports these functions and nothing else, with approved verbs', async () => {
    const { output, warnings } = await module.run(
      `(Get-Module KernelTriage).ExportedCommands.Keys; Import-Module KernelTriage -Force -ErrorAction Ignore`,
    );
    expect(output.map(({ value }) => value).sort()).toEqual(EXPORTED);
    // An unapproved verb is what Import-Module warns of.
    expect(warnings).toEqual([]);
  });

  it('is one script that loads no other', () => {
    const script = readFileSync(path.join(module.folder, 'KernelTriage.psm1'), 'utf8');
    const statements = script
      .split('\n')
      .filter((line) => /^\s*(\.|&)\s|\bImport-Module\b|Invoke-Expression/.test(line));
    // A block of this script, not another one.
    expect(statements.filter((line) => line.trim() !== '. $script:UseCallerPreference')).toEqual([]);
  });

  it('explains every command and every parameter', async () => {
    const { output, errors } = await module.run(HELP);
    expect(errors).toEqual([]);
    const help = output.map(({ properties }) => properties as unknown as Help);
    expect(help.map(({ name }) => name).sort()).toEqual(EXPORTED);
    for (const { name, synopsis, description, examples, outputs, undescribed } of help) {
      expect(synopsis, name).toMatch(/^[A-Z].{20,}\.$/s);
      expect(description.length, name).toBeGreaterThan(100);
      expect(examples, name).toBeGreaterThanOrEqual(2);
      expect(outputs, name).toContain('KernelTriage.');
      expect(undescribed, name).toEqual([]);
    }
  });

  it('says of each parameter that may be left out what holds then, and which take wildcards', async () => {
    const { output } = await module.run(HELP);
    for (const { properties } of output) {
      const { name: command, parameters } = properties as unknown as Help;
      for (const { name, text, required, isSwitch, default: held, wildcards } of parameters) {
        const what = `${command} -${name}`;
        // Without a value of its own, PowerShell shows the zero of the type, which is not what holds.
        if (required === 'false' && !isSwitch) expect(held, what).toMatch(/^(?!0$)\S/);
        expect(wildcards, what).toBe(String(/wildcard|`\*`/i.test(text)));
      }
    }
  });

  it('says which errors each command gives, and leaves none out', async () => {
    const { output } = await module.run(
      `${HELP}\n[pscustomobject] @{ name = 'about'; notes = "$(Get-Help about_KernelTriage)" }`,
    );
    const listed = output.map(({ properties }) => properties as unknown as Help);
    const codes = Object.keys(ERROR_TABLE);
    const said = new Set<string>();
    for (const { name, notes } of listed) {
      const section = name === 'about' ? notes : (notes.match(/Errors: ([\s\S]*)/)?.[1] ?? '');
      expect(section, name).not.toBe('');
      for (const code of section.match(/(?<!-)\b[A-Z][a-z]+[A-Z]\w+|\bInternal\b|\bCancelled\b/g) ?? []) {
        if (codes.includes(code)) said.add(code);
        else if (name !== 'about') expect.fail(`${name} lists ${code}, which is no error`);
      }
    }
    // Only who types `ktriage` can name a verb; the others come as warnings, for the result is there without them.
    expect(codes.filter((code) => !said.has(code))).toEqual([
      ...['UnknownVerb', 'TraceUnavailable', 'ImageUnreadable', 'SymbolsUnreadable'],
    ]);
  });

  it('has topics that Get-Help finds and lists, from the one that names them all', async () => {
    const topics = ['about_KernelTriage', ...TOPICS.map(({ name }) => name)];
    const { output, errors } = await module.run(
      `foreach ($topic in ${topics.map(literal).join(', ')}) { Get-Help $topic }
       foreach ($found in Get-Help about_KernelTriage*) { [pscustomobject] @{ name = $found.Name; says = "$($found.Synopsis)" } }`,
    );
    expect(errors).toEqual([]);
    const texts = output.slice(0, topics.length).map(({ value }) => String(value));
    for (const text of texts) expect(text).toMatch(/^\ufeff?TOPIC\n[\s\S]*\nLONG DESCRIPTION\n/);
    for (const name of [...EXPORTED, ...topics.slice(1)]) expect(texts[0]).toContain(name);
    const listed = output.slice(topics.length).map(({ properties }) => properties ?? {});
    expect(listed.map(({ name }) => name).sort()).toEqual([...topics].sort());
    for (const { name, says } of listed) expect(String(says), String(name)).toMatch(/^[A-Z].*\S/);
  });
});
