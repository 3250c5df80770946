import type { PageData } from '../page-data.ts';
import { Section } from './section.tsx';

/** What the dumps do not show: the limits of the files, warnings, and what each cause leaves open. */
export function NotKnown({ data }: { readonly data: PageData }) {
  const ofCauses = new Map<string, number[]>();
  for (const { rank, notKnown } of data.causes) {
    for (const text of notKnown) ofCauses.set(text, [...(ofCauses.get(text) ?? []), rank]);
  }
  const isEmpty = ofCauses.size + data.notKnown.length === 0;
  return (
    <Section id="not-known" title="What is not known">
      {isEmpty ? (
        <p class="empty">Nothing that this report looks for is missing from the dumps.</p>
      ) : (
        <ul class="plain-list">
          {[...ofCauses].map(([text, ranks]) => (
            <li key={text}>
              <span class="muted">
                {ranks.length === 1 ? 'Cause' : 'Causes'} {ranks.slice(0, 8).join(', ')}
                {ranks.length > 8 && ` and ${ranks.length - 8} more`}:
              </span>{' '}
              {text}
            </li>
          ))}
          {data.notKnown.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
