import { createHash } from 'node:crypto';
import { cpSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PRODUCT_HOMEPAGE, PRODUCT_VERSION } from '../contract/version.ts';
import { dscManifest } from './dsc-manifest.ts';
import { HELP_FILE, helpFile, separateHelp } from './help/external-help.ts';
import { helpTopics } from './help/topics.ts';
import { wrapCommentHelp } from './help/wrap-comment-help.ts';
import { root } from './tools.ts';

/** Where the sources of the module are. */
export const moduleSource = path.join(root, 'module', 'KernelTriage');

/** The sources of the module with the DSC class. */
export const dscModuleSource = path.join(root, 'module', 'KernelTriageDsc');

/** What is copied as it is, beside the merged script and the manifest. */
const PLAIN_FILES = /\.ps1xml$|\.help\.txt$|[\\/]KernelTriage\.Types\.psd1$/;

/** The address in the sources of the module, in place of which the build writes the real one. */
const SOURCE_HOMEPAGE = 'https://kerneltriage.example';

const withHomepage = (text: string) => text.replaceAll(SOURCE_HOMEPAGE, PRODUCT_HOMEPAGE);

interface Script {
  /** Of its file, and of the function in it that a user calls. */
  readonly name: string;
  readonly text: string;
}

function scripts(folder: string): Script[] {
  return readdirSync(path.join(moduleSource, folder))
    .filter((file) => file.endsWith('.ps1'))
    .sort()
    .map((file) => ({
      name: path.parse(file).name,
      text: withHomepage(readFileSync(path.join(moduleSource, folder, file), 'utf8').trim()),
    }));
}

/** The public functions without their help, and the help. */
const publicFunctions = () =>
  scripts('Public').map(({ name, text }) => separateHelp(name, wrapCommentHelp(text)));

/**
 * In Constrained Language, which is where App Control puts a module that it does not trust, nothing of this module could run. The
 * check comes first, so that the user reads one sentence and not the error of the first statement that is refused.
 */
const REFUSAL =
  "if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') { throw 'KernelTriage needs Full Language mode: an App Control policy must allow its signer, or its files.' }";

/**
 * The SHA-256 of each executable by its name, as a PowerShell table: the module starts no other. `ktriage.exe` has one for each
 * processor that it is built for.
 */
function executableHashes(files: readonly string[]): string {
  const hashes = new Map<string, string[]>();
  for (const file of files) {
    const name = path.basename(file);
    if (!/^ktriage(?:\.exe)?$/.test(name)) continue;
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex').toUpperCase();
    hashes.set(name, [...(hashes.get(name) ?? []), `'${hash}'`]);
  }
  const rows = [...hashes].map(([name, texts]) => `'${name}' = ${texts.join(', ')}`);
  return `$script:ExecutableHash = @{ ${rows.join('; ')} }`;
}

/**
 * The module as one script. One file can be signed and checked as a whole, which is what App Control asks for: a
 * module that dot-sources files and exports by wildcard is refused there.
 */
function mergedScript(executables: readonly string[], publicScripts: readonly string[]): string {
  const exported = readdirSync(path.join(moduleSource, 'Public')).map((name) => path.parse(name).name);
  return [
    `# KernelTriage ${PRODUCT_VERSION}. Built from module/KernelTriage.`,
    REFUSAL,
    'Set-StrictMode -Version 3.0',
    "$script:IsWindowsPowerShell = $PSVersionTable.PSEdition -ne 'Core'",
    "$script:ExecutableFolder = [System.IO.Path]::Combine($PSScriptRoot, 'bin')",
    executableHashes(executables),
    ...scripts('Private').map(({ text }) => text),
    ...publicScripts,
    'Import-TypeData',
    `Export-ModuleMember -Function ${exported.sort().join(', ')}`,
    '',
  ].join('\n\n');
}

/** What is in the module, itself included, as `FileList` of a manifest names it. */
function fileList(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}

/**
 * Writes the manifest of a module, with the version and the names of all its files: it comes last.
 * @param source the folder of its sources
 */
export function writeManifest(folder: string, source: string = moduleSource): void {
  const name = `${path.basename(source)}.psd1`;
  const file = path.join(folder, name);
  const text = readFileSync(path.join(source, name), 'utf8');
  writeFileSync(file, '');
  const names = fileList(folder).map((entry) => `        '${entry}'`);
  writeFileSync(
    file,
    withHomepage(text)
      .replaceAll(/(\bModuleVersion = )'0\.0\.0'/g, `$1'${PRODUCT_VERSION}'`)
      .replace(/^(\s*FileList = )@\(\)$/m, `$1@(\n${names.join(',\n')}\n    )`),
  );
}

/** A link costs nothing; where the file system has none, a copy. */
function place(file: string, folder: string): void {
  const target = path.join(folder, path.basename(file));
  try {
    linkSync(file, target);
  } catch {
    cpSync(file, target);
  }
}

const TYPES = 'KernelTriage.types.ps1xml';
const CONTRACT_TYPES = 'KernelTriage.contract.types.ps1xml';

/**
 * The type data as one file. PowerShell loads several at a time, and the members of a type, by which columns of CSV are ordered, would have
 * the order in which that came to an end.
 */
function mergeTypeData(folder: string): void {
  const [own = '', contract = ''] = [TYPES, CONTRACT_TYPES].map((name) =>
    readFileSync(path.join(folder, name), 'utf8'),
  );
  const [, generated] = /<Types>\r?\n([\s\S]*<\/Types>\s*)$/.exec(contract) ?? [];
  const manifest = path.join(folder, 'KernelTriage.Types.psd1');
  const names = readFileSync(manifest, 'utf8');
  const both = `@('${TYPES}', '${CONTRACT_TYPES}')`;
  if (generated === undefined || !names.includes(both))
    throw new Error(`${CONTRACT_TYPES}: its types cannot be added to ${TYPES}`);
  writeFileSync(
    path.join(folder, TYPES),
    own.replace(/<\/Types>\s*$/, () => generated),
  );
  writeFileSync(
    manifest,
    names.replace(both, () => `@('${TYPES}')`),
  );
  rmSync(path.join(folder, CONTRACT_TYPES));
}

/**
 * Builds the PowerShell module into a folder named KernelTriage inside `parent`, with `files` (the executable and what
 * it needs) in its bin folder. Returns the folder, which `Import-Module` takes.
 * @param executables what the module accepts as its executable; whatever is in its bin folder when empty
 */
export function buildModule(
  parent: string,
  files: readonly string[],
  executables: readonly string[] = files,
): string {
  const target = path.join(parent, 'KernelTriage');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(path.join(target, 'bin'), { recursive: true });
  cpSync(moduleSource, target, {
    recursive: true,
    filter: (name) =>
      name === moduleSource ||
      /[\\/]en-US$/.test(name) ||
      (PLAIN_FILES.test(name) && !name.includes('Private')),
  });
  mergeTypeData(target);
  const functions = publicFunctions();
  const script = mergedScript(
    executables,
    functions.map((each) => each.script),
  );
  writeFileSync(path.join(target, 'KernelTriage.psm1'), script);
  for (const [name, text] of helpTopics()) writeFileSync(path.join(target, 'en-US', name), text);
  writeFileSync(path.join(target, 'en-US', HELP_FILE), helpFile(functions.map(({ help }) => help)));
  for (const file of files) place(file, path.join(target, 'bin'));
  writeFileSync(path.join(target, 'bin', 'KernelTriage.dsc.resource.json'), dscManifest());
  writeManifest(target);
  return target;
}

/** Builds the module with the DSC class into a folder named KernelTriageDsc inside `parent`, and returns the folder. */
export function buildDscModule(parent: string): string {
  const target = path.join(parent, 'KernelTriageDsc');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(path.join(dscModuleSource, 'KernelTriageDsc.psm1'), path.join(target, 'KernelTriageDsc.psm1'));
  writeManifest(target, dscModuleSource);
  return target;
}
