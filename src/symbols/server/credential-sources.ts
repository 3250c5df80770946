import { Buffer } from 'node:buffer';
import { closeSync, fstatSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { openPlainFile } from '../../binary/open-plain-file.ts';
import { Failure } from '../../contract/failure.ts';
import type { Environment } from '../store/path-sources.ts';
import type { SymbolCredential } from './credentials.ts';

/** The part of a request about logins. */
export interface CredentialRequest {
  readonly symbolCredentials?: readonly SymbolCredential[];
  readonly symbolCredentialFile?: string;
}

/** A variable of the session, with the same text as the file. */
export const CREDENTIALS_VARIABLE = 'KTRIAGE_SYMBOL_CREDENTIALS';

const LARGEST_FILE = 0x10_0000;
const GROUP_AND_OTHERS = 0o077;
const SHAPE = 'a JSON array of objects with server, userName and password';

const isCredential = (value: unknown): value is SymbolCredential & { readonly server: string } =>
  typeof value === 'object' &&
  value !== null &&
  ['server', 'userName', 'password'].every((name) => typeof Reflect.get(value, name) === 'string');

/** The parser's own message repeats the text, so it is not used. */
function parse(text: string, source: string): readonly SymbolCredential[] {
  const invalid = new Failure('InvalidRequest', `${source} is not ${SHAPE}`, { target: source });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw invalid;
  }
  if (!Array.isArray(value) || !value.every(isCredential)) throw invalid;
  return value.map(({ server, userName, password }) => ({ server, userName, password }));
}

function unreadable(file: string, thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const { code = 'it cannot be read' } = thrown as NodeJS.ErrnoException;
  return new Failure('FileUnreadable', `${file} with logins cannot be read: ${code}`, { target: file });
}

/**
 * The text of a file that belongs to the user and that no other account can read: the rights are those of the open file, not of what has its
 * name a moment later.
 */
function readOwnFile(file: string): Uint8Array {
  if (process.platform === 'win32')
    throw new Failure('Internal', 'Rights of a file on Windows are not modes');
  let descriptor: number | undefined;
  try {
    ({ descriptor } = openPlainFile(file));
    const { uid, mode, size } = fstatSync(descriptor);
    if (uid !== process.getuid?.() || (mode & GROUP_AND_OTHERS) !== 0) {
      throw new Failure('InvalidRequest', `${file} holds logins and others can read it: chmod 600 it`, {
        target: file,
      });
    }
    if (size > LARGEST_FILE) {
      throw new Failure('InvalidRequest', `${file} is too large to be a file of logins`, { target: file });
    }
    return readFileSync(descriptor);
  } catch (thrown) {
    throw unreadable(file, thrown);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/**
 * Reads a file of logins whole, after it has proved that no other account can read it.
 * @throws Failure InvalidRequest, FileNotFound, FileUnreadable
 */
export type PrivateFileReader = (file: string, largest: number) => Uint8Array;

/**
 * Every login that the caller gave: of the request, of a file that only its owner can read, of the session's environment. The first
 * for an address counts.
 * @param read the reader of the file; by default one that judges by owner and mode, which Windows does not have
 * @throws Failure InvalidRequest, FileNotFound, FileUnreadable; none holds a part of a login
 */
export function symbolCredentials(
  { symbolCredentials: given = [], symbolCredentialFile: file }: CredentialRequest,
  environment: Environment,
  read: PrivateFileReader = readOwnFile,
): readonly SymbolCredential[] {
  const variable = environment[CREDENTIALS_VARIABLE]?.trim();
  return [
    ...given,
    ...(file === undefined ? [] : parse(Buffer.from(read(file, LARGEST_FILE)).toString('utf8'), file)),
    ...(variable === undefined || variable === '' ? [] : parse(variable, CREDENTIALS_VARIABLE)),
  ];
}
