import type { PageData, ReportDump } from '../page-data.ts';
import { byteText, duration, moment } from '../words.ts';
import { EvidenceLegend } from './evidence.tsx';
import { Section } from './section.tsx';

const SOURCES: Record<string, string> = {
  DebuggerData: 'the debugger data of the dump itself',
  Types: 'types of the PDB of this very kernel',
  Rule: 'rules with checks',
};

function Symbols({ dump }: { readonly dump: ReportDump }) {
  const onStacks = dump.drivers.filter(({ namesFrom }) => namesFrom !== undefined);
  const used = onStacks.filter(({ namesFrom }) => namesFrom === 'Pdb');
  const missing = onStacks.filter(({ namesFrom }) => namesFrom !== 'Pdb');
  const names = (drivers: ReportDump['drivers']) =>
    drivers.map(({ name, pdb }) => (pdb === undefined ? name : `${name} (${pdb})`)).join(', ');
  return (
    <>
      <dt>Symbols used</dt>
      <dd class="wrap">{used.length === 0 ? 'none' : names(used)}</dd>
      <dt>Symbols missing</dt>
      <dd class="wrap">{missing.length === 0 ? 'none of a driver on a stack' : names(missing)}</dd>
    </>
  );
}

function DumpFacts({ dump }: { readonly dump: ReportDump }) {
  return (
    <article class="dump">
      <h3>{dump.name}</h3>
      <dl class="facts">
        <dt>SHA-256</dt>
        <dd class="code wrap">{dump.sha256 ?? 'not computed'}</dd>
        {dump.path !== undefined && (
          <>
            <dt>File</dt>
            <dd class="wrap">
              {dump.path}
              {dump.size !== undefined && `, ${byteText(dump.size)}`}
            </dd>
          </>
        )}
        <dt>Format</dt>
        <dd>
          {dump.format}
          {dump.origin !== undefined && `, made by ${dump.origin}`}
          {dump.originReason !== undefined && <span class="muted"> ({dump.originReason})</span>}
        </dd>
        <dt>Completeness</dt>
        <dd>{[dump.completeness, ...dump.reasons].join('; ')}</dd>
        {dump.findings.length > 0 && (
          <>
            <dt>Noticed</dt>
            <dd>{dump.findings.join('; ')}</dd>
          </>
        )}
        {dump.taken !== undefined && (
          <>
            <dt>Taken</dt>
            <dd>
              {moment(dump.taken)}
              {dump.upTimeMs !== undefined && `, up for ${duration(dump.upTimeMs)}`}
            </dd>
          </>
        )}
        <dt>System</dt>
        <dd>
          {dump.system}
          {dump.hardware !== undefined && <span class="muted"> {dump.hardware}</span>}
        </dd>
        <Symbols dump={dump} />
        <dt>Layouts from</dt>
        <dd>
          {dump.layoutSources.length === 0
            ? 'no kernel structure was read'
            : dump.layoutSources
                .map(({ source, structures }) => `${SOURCES[source] ?? source} (${structures.join(', ')})`)
                .join('; ')}
        </dd>
        {dump.hasManifest && (
          <>
            <dt>Manifest</dt>
            <dd>used: names and times are from before the capture</dd>
          </>
        )}
      </dl>
    </article>
  );
}

export function Provenance({ data }: { readonly data: PageData }) {
  return (
    <Section id="provenance" title="Provenance">
      <p>
        Made by {data.tool}, {moment(data.made)}. The file holds everything that it shows and asks no network
        for anything.
      </p>
      {data.dumps.map((dump) => (
        <DumpFacts key={dump.name} dump={dump} />
      ))}
      <h3>How statements are known</h3>
      <EvidenceLegend />
    </Section>
  );
}
