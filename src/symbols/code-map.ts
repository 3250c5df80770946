/** A contiguous piece of a function, as the function table of the image lists it. All are RVAs. */
export interface FunctionPart {
  readonly kind: 'function';
  readonly begin: number;
  readonly end: number;
  /**
   * Where the function begins that this piece belongs to: `begin` for its first piece. Undefined for a piece that was split off and
   * that neither unwind data nor its code leads back from (ARM64).
   */
  readonly functionBegin: number | undefined;
}

/** A place in no function of the table: a leaf function, data, or padding. */
export interface OutsideFunctions {
  readonly kind: 'outside';
  /** Where the last function before it ends, 0 without one: no name reaches over that. */
  readonly after: number;
}

/** What is known of an image's code without names. */
export interface CodeMap {
  /** Undefined where that part of the function table is not at hand. */
  at(rva: number): FunctionPart | OutsideFunctions | undefined;
  /** Undefined where no section table is at hand. */
  isExecutable(rva: number): boolean | undefined;
}
