import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { contractDocument } from './generate/contract-document.ts';
import { errorDocument } from './generate/error-document.ts';
import { exampleReport } from './generate/example-report.ts';
import { moduleCompletionTable } from './generate/module-completion-table.ts';
import { moduleErrorTable } from './generate/module-error-table.ts';
import { moduleHarmlessText } from './generate/module-harmless-text.ts';
import { moduleLists } from './generate/module-lists.ts';
import { moduleNestedTypes } from './generate/module-type-facts.ts';
import { moduleTypes } from './generate/module-types.ts';
import { objectDocument } from './generate/object-document.ts';
import { requestOptionsModule } from './generate/request-options.ts';
import { loadSchemas } from './generate/schemas.ts';
import { contractTypes } from './generate/types.ts';
import { contractValidators } from './generate/validators.ts';
import { root } from './tools.ts';

/**
 * Writes everything that follows from the schemas and the error table. With `--check` it writes nothing and fails
 * when a file on disk is not what it would write: the gate against drift.
 */
const schemas = loadSchemas();
const outputs: Record<string, string> = {
  'src/contract/generated/types.ts': await contractTypes(schemas),
  'src/contract/generated/schemas.ts': schemas.asModule(),
  'src/contract/generated/options.ts': requestOptionsModule(schemas),
  ...(await contractValidators(schemas)),
  'module/KernelTriage/Private/CompletionTable.ps1': moduleCompletionTable(),
  'module/KernelTriage/Private/ErrorTable.ps1': moduleErrorTable(),
  'module/KernelTriage/Private/ConvertTo-HarmlessText.ps1': moduleHarmlessText(),
  'module/KernelTriage/KernelTriage.lists.format.ps1xml': moduleLists(schemas),
  'module/KernelTriage/KernelTriage.contract.types.ps1xml': moduleTypes(schemas),
  'module/KernelTriage/Private/NestedType.ps1': moduleNestedTypes(schemas),
  'docs/errors.md': errorDocument(),
  'docs/contract.md': contractDocument(schemas),
  'docs/objects.md': objectDocument(schemas),
};

const checking = process.argv.includes('--check');
// A dump is taken and read for it: too long for a check that runs with every change. test/export/html/report.test.ts compares it.
if (!checking) outputs['docs/examples/report.html'] = await exampleReport();
const drifted: string[] = [];
for (const [name, text] of Object.entries(outputs)) {
  const file = path.join(root, name);
  let present: string | undefined;
  try {
    present = readFileSync(file, 'utf8');
  } catch {
    present = undefined;
  }
  if (present === text) continue;
  drifted.push(name);
  if (checking) continue;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
if (checking && drifted.length > 0) {
  console.error(
    `generated files have drifted from their source; run \`npm run generate\`:\n  ${drifted.join('\n  ')}`,
  );
  process.exitCode = 1;
} else {
  console.error(`generate: ${Object.keys(outputs).length} files, ${drifted.length} changed`);
}
