/**
 * Names of file objects in the forms that file systems and redirectors leave. Pure text. Sources of the redirector forms: public
 * driver code and tests of several file systems.
 */

export interface NetworkName {
  /** `\\server\share\path` */
  readonly text: string;
  /** `Z:` */
  readonly drive?: string;
  /** The logon session of the connection, hexadecimal without leading zeros: `0x27a36`. */
  readonly logonSession?: string;
}

const DRIVE = /^([A-Za-z]:)([0-9a-fA-F]{1,16})?$/;

/**
 * A redirector's name: `\server\share\…`, `\;Z:0000000000027a36\server\share\…`, `\;LanmanRedirector\;Z:…\server\share\…`, or
 * `\;LanmanRedirector\server\share\…`. Components that begin with `;` come before the server; one of them may hold the drive
 * and the logon session.
 */
export function networkName(raw: string): NetworkName {
  let rest = raw;
  let drive: string | undefined;
  let session: string | undefined;
  while (rest.startsWith('\\;')) {
    const end = rest.indexOf('\\', 1);
    const component = rest.slice(2, end < 0 ? undefined : end);
    const match = DRIVE.exec(component);
    if (match) {
      drive = match[1]?.toUpperCase();
      session = match[2];
    }
    rest = end < 0 ? '' : rest.slice(end);
  }
  const text = `\\\\${rest.replace(/^\\+/, '')}`;
  return {
    text,
    ...(drive !== undefined && { drive }),
    ...(session !== undefined && { logonSession: `0x${BigInt(`0x${session}`).toString(16)}` }),
  };
}

/** Drivers that send requests to other computers, by the name of the driver object or of the image. */
const REDIRECTORS = new Set([
  'mup',
  'rdbss',
  'mrxsmb',
  'mrxsmb10',
  'mrxsmb20',
  'mrxdav',
  'webclient',
  'csc',
  'dfsc',
  'nfsrdr',
  'rdpdr',
  'p9rdr',
]);
const PIPES = new Set(['npfs']);
const MAILSLOTS = new Set(['msfs']);

export type NameKind = 'Local' | 'Network' | 'Pipe' | 'Device';

/** `\FileSystem\Mup` and `mup.sys` are both `mup`. */
function plainName(driver: string): string {
  const last = driver.slice(driver.lastIndexOf('\\') + 1).toLowerCase();
  return last.endsWith('.sys') ? last.slice(0, -4) : last;
}

/** What kind of name a file object of this driver has. */
export function nameKind(driver: string | undefined, raw: string): NameKind {
  const name = driver === undefined ? undefined : plainName(driver);
  if (name !== undefined && REDIRECTORS.has(name)) return 'Network';
  if (name !== undefined && PIPES.has(name)) return 'Pipe';
  if (name !== undefined && MAILSLOTS.has(name)) return 'Device';
  // No other file system has names that begin so.
  return /^\\;(?:LanmanRedirector|WebDavRedirector|[A-Za-z]:[0-9a-fA-F]{16})\\/.test(raw)
    ? 'Network'
    : 'Local';
}

/** `\name` of the pipe file system as users write it. */
export const pipeName = (raw: string): string => `\\\\.\\pipe\\${raw.replace(/^\\+/, '')}`;

/** A relative name behind that of the file it is relative to. */
export function joinRelative(parent: string, child: string): string {
  if (child === '') return parent;
  // An alternate stream follows its file without a backslash.
  if (child.startsWith(':')) return `${parent}${child}`;
  return `${parent.replace(/\\+$/, '')}\\${child.replace(/^\\+/, '')}`;
}
