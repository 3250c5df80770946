import { harmless } from '../contract/harmless.ts';
import type { ExportModel } from './model.ts';
import { type PictureEdge, type PictureNode, type WaitPicture, waitPicture } from './wait-graph.ts';

/** Mermaid draws at most 500 edges and 50,000 characters unless its page allows more, and GitHub's does not. */
const MOST_CHARACTERS = 50_000;
const TRIES = [
  { waiters: 10, edges: 499 },
  { waiters: 3, edges: 300 },
  { waiters: 1, edges: 100 },
  { waiters: 1, edges: 30 },
];

/** Longer names are cut: one name may fill the whole picture. */
const LONGEST = 120;

/** Text in quotes. What Mermaid, Markdown or HTML could take for syntax is written as a character code. */
function quoted(text: string): string {
  const shown = harmless(text);
  const cut = shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
  return cut.replace(/[^\p{L}\p{N} .:,()+…!-]/gu, (character) => `#${character.codePointAt(0)};`);
}

const SHAPES: Readonly<Record<PictureNode['kind'], readonly [string, string]>> = {
  Thread: ['["', '"]'],
  Threads: ['[["', '"]]'],
  Lock: ['(["', '"])'],
  Request: ['>"', '"]'],
  Process: ['[("', '")]'],
  Object: ['{{"', '"}}'],
};

function nodeLine({ id, kind, lines, isCycle, isRoot }: PictureNode): string {
  const [open, close] = SHAPES[kind];
  const mark = isCycle ? ':::deadlock' : isRoot ? ':::root' : '';
  return `  ${id}${open}${lines.map(quoted).join('<br/>')}${close}${mark}`;
}

function edgeLine({ from, to, label }: PictureEdge): string {
  return label === '' ? `  ${from} --> ${to}` : `  ${from} -->|"${quoted(label)}"| ${to}`;
}

function draw({ nodes, edges, omitted }: WaitPicture): string {
  const red = edges.flatMap(({ isCycle }, index) => (isCycle ? [index] : []));
  return [
    'flowchart LR',
    ...nodes.map(nodeLine),
    ...edges.map(edgeLine),
    ...(omitted === 0 ? [] : [`  rest["${omitted} more causes are not drawn"]`]),
    '  classDef deadlock stroke:#c00000,color:#c00000,stroke-width:2px',
    '  classDef root stroke-width:3px',
    ...(red.length === 0 ? [] : [`  linkStyle ${red.join(',')} stroke:#c00000,color:#c00000`]),
    '',
  ].join('\n');
}

/**
 * The graph of waits as a Mermaid flowchart, which GitHub, GitLab and many wikis draw. As `writeDot`; where it would be more than
 * Mermaid draws, fewer waiters are drawn and then fewer causes, and the picture counts what is left out.
 */
export function writeMermaid(model: ExportModel): string {
  let text = '';
  for (const limits of TRIES) {
    text = draw(waitPicture(model, limits));
    if (text.length < MOST_CHARACTERS) break;
  }
  return text;
}
