import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';

/**
 * Golden pictures of pages. They are compared as from afar, in cells of 16 by 16 pixels: another font, or a letter that is a pixel
 * wider, changes few of them; a part that is missing, has moved or has another colour changes many.
 *
 * `KTRIAGE_NEW_PICTURES=1 npx vitest run …` writes the pictures anew. Look at them before they are committed.
 */

/** Cells across a picture of 1280 pixels. */
const COLUMNS = 80;
/** A cell differs when one of its colours does by more than this, of 255. */
const DISTANCE = 26;
/** Width of what is kept: as small as a person can still read. */
const KEPT_WIDTH = 640;

const MEDIA_TYPE: Readonly<Record<string, string>> = { '.png': 'image/png', '.webp': 'image/webp' };

const address = (file: string, bytes: Buffer): string =>
  `data:${MEDIA_TYPE[path.extname(file)]};base64,${bytes.toString('base64')}`;

/** The share of cells that differ between two pictures, given as addresses. All of them do when the shapes are not about equal. */
function difference(blank: Page, one: string, other: string): Promise<number> {
  return blank.evaluate(
    async ({ one: first, other: second, columns, distance }) => {
      const load = async (source: string) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        return image;
      };
      const [a, b] = [await load(first), await load(second)];
      const [shapeA, shapeB] = [a.height / a.width, b.height / b.width];
      if (Math.abs(shapeA - shapeB) > 0.04 * shapeA) return 1;
      const rows = Math.ceil(columns * shapeA);
      const cells = (image: HTMLImageElement) => {
        const canvas = document.createElement('canvas');
        canvas.width = columns;
        canvas.height = rows;
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, columns, rows);
        return context.getImageData(0, 0, columns, rows).data;
      };
      const [left, right] = [cells(a), cells(b)];
      let differing = 0;
      for (let at = 0; at < left.length; at += 4) {
        const apart = [0, 1, 2].map((channel) =>
          Math.abs((left[at + channel] ?? 0) - (right[at + channel] ?? 0)),
        );
        if (Math.max(...apart) > distance) differing += 1;
      }
      return differing / (columns * rows);
    },
    { one, other, columns: COLUMNS, distance: DISTANCE },
  );
}

/** The picture in the width that is kept, as WebP. */
async function shrunk(blank: Page, picture: Buffer): Promise<Buffer> {
  const text = await blank.evaluate(
    async ({ source, width }) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = Math.round((width * image.height) / image.width);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/webp', 0.5).split(',')[1] ?? '';
    },
    { source: address('.png', picture), width: KEPT_WIDTH },
  );
  return Buffer.from(text, 'base64');
}

/** The share of cells in which a picture differs from its golden one: `.png` is kept as it is, `.webp` smaller. */
export async function differenceFromGolden(blank: Page, picture: Buffer, file: string): Promise<number> {
  if (process.env['KTRIAGE_NEW_PICTURES'] === '1') {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, path.extname(file) === '.png' ? picture : await shrunk(blank, picture));
  }
  if (!existsSync(file)) throw new Error(`there is no golden picture ${file}`);
  return difference(blank, address('.png', picture), address(file, readFileSync(file)));
}
