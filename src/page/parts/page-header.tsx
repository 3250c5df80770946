import { useState } from 'preact/hooks';
import type { PageData } from '../page-data.ts';
import { moment } from '../words.ts';

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

function ThemeButton() {
  const [theme, setTheme] = useState<Theme>('auto');
  const change = () => {
    const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
    if (next === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = next;
    setTheme(next);
  };
  return (
    <button type="button" class="quiet" onClick={change}>
      Colours: {theme}
    </button>
  );
}

interface Props {
  readonly data: PageData;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}

export function PageHeader({ data, sections }: Props) {
  return (
    <>
      <header>
        <p class="maker">
          KernelTriage report
          {data.simulated !== undefined && (
            <span class="badge" title="The dumps were written by a machine made of data.">
              {data.simulated}
            </span>
          )}
          {data.isRedacted && (
            <span class="badge" title="Names of computers, users, paths and files are left out.">
              redacted
            </span>
          )}
        </p>
        <h1>{data.title}</h1>
        <p class="subtitle">
          {data.subtitle} <span class="made">Report made {moment(data.made)}.</span>
        </p>
      </header>
      <nav aria-label="Parts of the report">
        <div>
          <ul>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
          <ThemeButton />
        </div>
      </nav>
    </>
  );
}
