import { createHash } from 'node:crypto';
import type { PageData } from '../../page/page-data.ts';
import type { PageAsset } from './page-asset.ts';

const sourceHash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** Text between tags. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** JSON that cannot end its element or open a comment, whatever names are in it. */
const jsonText = (data: PageData): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** The answer for readers that run no scripts, such as previews of mail programs. */
function plainAnswer({ title, subtitle, crashes, causes }: PageData): string {
  const paragraphs = [
    subtitle,
    ...crashes.map(({ code, name, summary }) => `Bug check ${code} ${name ?? ''}. ${summary ?? ''}`),
    ...causes.map(({ rank, headline, evidence }) => `Cause ${rank}: ${headline} [${evidence.toLowerCase()}]`),
    'This page needs its script for the rest.',
  ];
  return [`<h1>${escaped(title)}</h1>`, ...paragraphs.map((text) => `<p>${escaped(text)}</p>`)].join('\n');
}

/**
 * The report as one HTML file. It may run its own script and use its own style sheet, each by its hash, and may load nothing:
 * names out of dumps are data in it and stay text.
 */
export function pageFile(data: PageData, { script, style }: PageAsset): string {
  const policy = [
    `default-src 'none'`,
    `script-src ${sourceHash(script)}`,
    `style-src ${sourceHash(style)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${escaped(data.tool)}">
<meta name="referrer" content="no-referrer">
<title>${escaped(data.title)}</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript>
<main>
${plainAnswer(data)}
</main>
</noscript>
<script type="application/json" id="data">${jsonText(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}
