/**
 * A kind of files that are built to cost much. Its builder takes a size; the cost of reading its file must grow as the
 * file does.
 */
export interface HostileKind {
  readonly name: string;
  /** What the file repeats, and what repeats it. */
  readonly what: string;
  /** Writes the file of size `n` into a folder, and gives the command line that reads it, or the reader of a part of the product. */
  build(folder: string, n: number): readonly string[] | (() => unknown);
  /** A size that takes well below a second to read. */
  readonly small: number;
  /** What the reader must report, where the file is refused or its work limit is reached. */
  readonly reports?: RegExp;
}
