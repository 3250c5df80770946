/**
 * Structure layouts of one exact build, by the vendor's names. The debug types of a PDB are one implementation; readers of kernel
 * objects depend on this interface alone.
 */
export interface StructureLayouts {
  /**
   * Bytes from the start of `structure` to `member`. A dot leads into a nested structure: `Tail.Overlay.Thread` of `_IRP`.
   * Undefined when the structure or the member is unknown, and for a bit field, which has no byte offset of its own.
   */
  offsetOf(structure: string, member: string): number | undefined;
  /** Bytes of `structure`; undefined when it is unknown. */
  sizeOf(structure: string): number | undefined;
}
