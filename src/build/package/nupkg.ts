import path from 'node:path';
import { PRODUCT_VERSION } from '../../contract/version.ts';
import { type ZipEntry, zip } from '../zip.ts';

/** What a gallery shows of the module; the values are those of its manifest. */
export interface ModuleFacts {
  /** The name of the package, which is that of the module. */
  readonly id: string;
  readonly description: string;
  readonly author: string;
  readonly copyright: string;
  readonly licenceUri: string;
  /** Empty where the manifest has none, as the two after it. */
  readonly projectUri: string;
  readonly iconUri: string;
  readonly releaseNotes: string;
  readonly tags: readonly string[];
  readonly functions: readonly string[];
  readonly dscResources: readonly string[];
  /** Names of the modules that it requires, in the version of the product. */
  readonly requires: readonly string[];
}

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The entries of a `@( 'a', 'b' )` of the manifest. */
const list = (manifest: string, name: string) =>
  [...(manifest.match(new RegExp(`${name} = @\\(([^)]*)\\)`))?.[1] ?? '').matchAll(/'([^']*)'/g)].map(
    ([, text]) => text ?? '',
  );

const text = (manifest: string, name: string) =>
  manifest.match(new RegExp(`^\\s*${name} = '((?:[^']|'')*)'`, 'm'))?.[1]?.replaceAll("''", "'") ?? '';

export function moduleFacts(manifest: string): ModuleFacts {
  return {
    id: path.parse(text(manifest, 'RootModule')).name,
    description: text(manifest, 'Description'),
    author: text(manifest, 'Author'),
    copyright: text(manifest, 'Copyright'),
    licenceUri: text(manifest, 'LicenseUri'),
    projectUri: text(manifest, 'ProjectUri'),
    iconUri: text(manifest, 'IconUri'),
    releaseNotes: text(manifest, 'ReleaseNotes'),
    tags: list(manifest, 'Tags'),
    functions: list(manifest, 'FunctionsToExport'),
    dscResources: list(manifest, 'DscResourcesToExport'),
    requires: [...manifest.matchAll(/\bModuleName = '([^']*)'/g)].map(([, name = '']) => name),
  };
}

/** Galleries find commands and resources by these tags (PSResourceGet writes the same ones). */
function galleryTags({ tags, functions, dscResources }: ModuleFacts): string {
  const commands = functions.flatMap((name) => [`PSCommand_${name}`, `PSFunction_${name}`]);
  const resources = dscResources.map((name) => `PSDscResource_${name}`);
  const kinds = [
    'PSModule',
    ...(functions.length > 0 ? ['PSIncludes_Function'] : []),
    ...(dscResources.length > 0 ? ['PSIncludes_DscResource'] : []),
  ];
  return [...tags, ...kinds, ...commands, ...resources].join(' ');
}

const dependencies = ({ requires }: ModuleFacts) =>
  requires.length === 0
    ? ''
    : `\n    <dependencies>${requires.map((id) => `<dependency id="${xml(id)}" version="${PRODUCT_VERSION}" />`).join('')}</dependencies>`;

const optional = (name: string, value: string) =>
  value === '' ? '' : `\n    <${name}>${xml(value)}</${name}>`;

/** The schema of 2011-08 is the one that gallery clients of Windows PowerShell 5.1 read too. */
export function nuspec(facts: ModuleFacts): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">
  <metadata>
    <id>${xml(facts.id)}</id>
    <version>${PRODUCT_VERSION}</version>
    <authors>${xml(facts.author)}</authors>
    <owners>${xml(facts.author)}</owners>
    <licenseUrl>${xml(facts.licenceUri)}</licenseUrl>${optional('projectUrl', facts.projectUri)}${optional('iconUrl', facts.iconUri)}
    <requireLicenseAcceptance>false</requireLicenseAcceptance>
    <description>${xml(facts.description)}</description>${optional('releaseNotes', facts.releaseNotes)}
    <copyright>${xml(facts.copyright)}</copyright>
    <tags>${xml(galleryTags(facts))}</tags>${dependencies(facts)}
  </metadata>
</package>
`;
}

const relationships = (id: string) => `<?xml version="1.0" encoding="utf-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/${xml(id)}.nuspec" Id="R1" />
</Relationships>
`;

const extensionOf = (name: string) => /\.([^./]+)$/.exec(name)?.[1];

/** Open Packaging Conventions: every part has a type, by extension or by name. */
function contentTypes(names: readonly string[]): string {
  const extensions = [...new Set(names.map(extensionOf).filter((name) => name !== undefined))].sort();
  const defaults = extensions.map((name) => {
    const type =
      name === 'rels' ? 'application/vnd.openxmlformats-package.relationships+xml' : 'application/octet';
    return `  <Default Extension="${xml(name)}" ContentType="${type}" />`;
  });
  const overrides = names
    .filter((name) => extensionOf(name) === undefined)
    .map((name) => `  <Override PartName="/${xml(name)}" ContentType="application/octet" />`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    ...defaults,
    ...overrides,
    '</Types>',
    '',
  ].join('\n');
}

/** A package for a PowerShell gallery, or for a folder that is registered as one. */
export function nupkg(
  files: readonly ZipEntry[],
  manifest: string,
  compressionLevel?: number,
): Promise<Buffer> {
  const facts = moduleFacts(manifest);
  const parts: ZipEntry[] = [
    ...files,
    { name: `${facts.id}.nuspec`, bytes: Buffer.from(nuspec(facts)) },
    { name: '_rels/.rels', bytes: Buffer.from(relationships(facts.id)) },
  ];
  const types = contentTypes(parts.map(({ name }) => name).sort());
  return zip([...parts, { name: '[Content_Types].xml', bytes: Buffer.from(types) }], compressionLevel);
}
