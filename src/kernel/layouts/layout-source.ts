import type { DebuggerData, DebuggerField } from '../../dump/debugger-data.ts';
import type { StructureLayouts } from './structure-layouts.ts';

/** Where an offset comes from, in the order of trust. */
export const LAYOUT_SOURCES = [
  /** The debugger data block of the dump itself. */
  'DebuggerData',
  /** The types of the PDB that the image of the dump names by GUID and age. */
  'Types',
  /** A distance from a field of the debugger data that held in the listed builds; a guard checks each use. */
  'Rule',
] as const;

export type LayoutSource = (typeof LAYOUT_SOURCES)[number];

/** What a dump and its symbols offer for placing fields. */
export interface LayoutInputs {
  readonly debuggerData?: DebuggerData | undefined;
  readonly types?: StructureLayouts | undefined;
}

/** The ways to find one field, as data. */
export interface FieldPlan {
  /** The vendor's name: `_KTHREAD`. */
  readonly structure: string;
  readonly member: string;
  readonly debuggerData?: OffsetField;
  /** The offset by rule; undefined when a field that it counts from is unknown, or its guard fails. */
  readonly rule?: (data: DebuggerData) => number | undefined;
}

/** Fields of the debugger data that hold an offset. */
export type OffsetField = Extract<DebuggerField, `Offset${string}`>;

export interface PlacedField {
  /** Bytes from the start of the structure. */
  readonly offset: number;
  readonly source: LayoutSource;
}

/** A placed field with its names. */
export interface PlacedMember extends PlacedField {
  readonly structure: string;
  readonly member: string;
}

/** The offset of a field from the most trusted source that has it; undefined when no source does. */
export function placeField(plan: FieldPlan, { debuggerData, types }: LayoutInputs): PlacedField | undefined {
  const stated = plan.debuggerData && debuggerData?.known(plan.debuggerData);
  if (stated !== undefined) return { offset: stated, source: 'DebuggerData' };
  const typed = types?.offsetOf(plan.structure, plan.member);
  if (typed !== undefined) return { offset: typed, source: 'Types' };
  const ruled = debuggerData && plan.rule?.(debuggerData);
  return ruled === undefined ? undefined : { offset: ruled, source: 'Rule' };
}

/** The least trusted of `sources`: what a statement that uses all of them is worth. Undefined for none. */
export function weakestSource(sources: Iterable<LayoutSource>): LayoutSource | undefined {
  return [...sources].reduce<LayoutSource | undefined>(
    (weakest, source) =>
      weakest !== undefined && LAYOUT_SOURCES.indexOf(weakest) >= LAYOUT_SOURCES.indexOf(source)
        ? weakest
        : source,
    undefined,
  );
}

/** The fields of `plans` that can be placed, in their order, each by its key. */
export function placeFields<K extends string>(
  plans: Readonly<Record<K, FieldPlan>>,
  inputs: LayoutInputs,
): Partial<Record<K, PlacedMember>> {
  const placed = Object.entries<FieldPlan>(plans).flatMap(([key, plan]) => {
    const field = placeField(plan, inputs);
    const { structure, member } = plan;
    return field === undefined ? [] : [[key, { structure, member, ...field }] as const];
  });
  return Object.fromEntries(placed) as Partial<Record<K, PlacedMember>>;
}
