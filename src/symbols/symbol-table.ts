/** A name with its place in the image. */
export interface TableSymbol {
  /** As the linker or compiler wrote it: C++ names are decorated. */
  readonly name: string;
  readonly rva: number;
  /** Full debug information names the function, and spells it as its source does. */
  readonly isPrivate?: boolean;
}

/** What a symbol must be to name an address. All are RVAs. */
export interface NameBounds {
  /** The symbol does not begin before it. */
  readonly lowest?: number;
  /** Strings, tables and other data are passed over. */
  readonly codeOnly?: boolean;
  /** A function begins here, so a symbol at exactly this place is code although it is not marked so. */
  readonly entry?: number;
  /** The place is inside a function, where a label of the kernel's assembler code counts although it is not marked as code. */
  readonly labels?: boolean;
}

/** Names of one image from one source: a PDB's publics or an image's exports. */
export interface SymbolTable {
  /** The symbol at `rva`, or the nearest below it that can reach it, within the bounds. */
  nearest(rva: number, bounds?: NameBounds): TableSymbol | undefined;
  /** Every name of exactly this place: functions that the linker folded have several. */
  namesAt(rva: number): TableSymbol[];
  /** Symbols of exactly this name. */
  named(name: string): TableSymbol[];
  /** @param plainName a table may leave out symbols that have another name, but for decoration and the case of letters */
  symbols(plainName?: string): Iterable<TableSymbol>;
}
