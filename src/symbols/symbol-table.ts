/** A name with its place in the image. */
export interface TableSymbol {
  /** As the linker or compiler wrote it: C++ names are decorated. */
  readonly name: string;
  readonly rva: number;
  /** Full debug information names the function, and spells it as its source does. */
  readonly isPrivate?: boolean;
}

/** Names of one image from one source: a PDB's publics or an image's exports. */
export interface SymbolTable {
  /** The symbol at `rva`, or the nearest below it that can reach it. */
  nearest(rva: number): TableSymbol | undefined;
  /** Symbols of exactly this name. */
  named(name: string): TableSymbol[];
  symbols(): Iterable<TableSymbol>;
}
