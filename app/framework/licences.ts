// The licences one can choose from; a framework may have another one, from an import.

/** Stored values are SPDX identifiers; '' says nothing, which keeps all rights. */
export const LICENCES = ['CC-BY-SA-4.0', 'CC-BY-4.0', 'CC0-1.0', ''] as const;

/** The choices with the present one among them. */
export function licencesWith(present: string): readonly string[] {
  return LICENCES.some((one) => one === present) ? LICENCES : [...LICENCES, present];
}
