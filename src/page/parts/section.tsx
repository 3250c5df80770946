import type { ComponentChildren, RefObject } from 'preact';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly note?: ComponentChildren;
  readonly place?: RefObject<HTMLElement | null>;
  readonly children: ComponentChildren;
}

/** A part of the page with its heading; it can take the focus, so that a link to it moves the keyboard there. */
export function Section({ id, title, note, place, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} tabIndex={-1} {...(place ? { ref: place } : {})}>
      <h2 id={`${id}-title`}>{title}</h2>
      {note !== undefined && <p class="note">{note}</p>}
      {children}
    </section>
  );
}
