// What one run of a scenario says: names and numbers, put side by side and held against the goals later.

/** A number is measured, null could not be, text is a fact. */
export type Figures = Readonly<Record<string, number | string | null>>;
