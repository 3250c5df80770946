import type { PageEvidence } from '../page-data.ts';

const MEANING: Record<PageEvidence, string> = {
  Memory: 'bytes of the dump that passed a check',
  Derived: 'follows from such bytes by a known layout',
  Stack: 'names of frames that unwind data proves',
  Pattern: 'the text of a known pattern',
  Guess: 'elimination or a scan; not proved',
};

/** The class of a statement: a colour and always the word too. */
export function EvidenceTag({
  of,
  basis,
}: {
  readonly of: PageEvidence;
  readonly basis?: string | undefined;
}) {
  const title = basis === undefined ? MEANING[of] : `${MEANING[of]}: ${basis}`;
  return (
    <span class={`evidence ${of.toLowerCase()}`} title={title}>
      {of.toLowerCase()}
    </span>
  );
}

export function EvidenceLegend() {
  return (
    <dl class="legend-list">
      {(Object.keys(MEANING) as PageEvidence[]).map((evidence) => (
        <div key={evidence}>
          <dt>
            <EvidenceTag of={evidence} />
          </dt>
          <dd>{MEANING[evidence]}</dd>
        </div>
      ))}
    </dl>
  );
}
