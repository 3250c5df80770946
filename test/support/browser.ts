import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM } from './chromium.ts';

/**
 * Debian's Chromium, driven by playwright-core. One browser serves a whole test file: call `openBrowser()` in a `beforeAll` and
 * `close()` in an `afterAll`. Its profile is a new folder, and it talks to no network by itself.
 */

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colours?: 'light' | 'dark';
}

/** A page with what it did behind the reader's back. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors and warnings of the console, violations of the policy among them, and exceptions that nothing caught. */
  readonly complaints: readonly string[];
  /** Addresses that the page asked for beside its own file. */
  readonly requests: readonly string[];
}

export interface Browser {
  /** A page with nothing on it and no policy, for what tests compute in a browser. */
  blank(): Promise<Page>;
  /** Opens a file. */
  open(file: string, options?: PageOptions): Promise<WatchedPage>;
  close(): Promise<void>;
}

async function watch(context: BrowserContext, address: string, options: PageOptions): Promise<WatchedPage> {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (request.url() !== address) requests.push(request.url());
  });
  await page.setViewportSize({ width: options.width ?? 1280, height: options.height ?? 900 });
  await page.emulateMedia({ colorScheme: options.colours ?? 'light', reducedMotion: 'reduce' });
  await page.goto(address);
  return { page, complaints, requests };
}

/** Starts the browser. */
export async function openBrowser(): Promise<Browser> {
  const profile = mkdtempSync(path.join(tmpdir(), 'chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: FLAGS,
    // Playwright's own flags reach out to nothing either; downloads of a page would be a finding.
    acceptDownloads: false,
  });
  return {
    blank: () => context.newPage(),
    open: (file, options = {}) => watch(context, `file://${file}`, options),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
