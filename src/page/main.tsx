import { render } from 'preact';
import { App } from './app.tsx';
import type { PageData } from './page-data.ts';

/** The program writes both elements (src/export/html/page-file.ts). */
const data = document.getElementById('data');
const place = document.getElementById('app');
if (data !== null && place !== null) {
  render(<App data={JSON.parse(data.textContent) as PageData} />, place);
}
