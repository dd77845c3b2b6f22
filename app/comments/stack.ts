// Cards in a margin, each beside what it is about as far as there is room: pure, so that it can be tried with any heights.

export interface Card {
  /** Where it would stand if it were alone. Pixels from the top of the margin. */
  readonly wanted: number;
  readonly height: number;
}

/**
 * Tops of cards, in the order of what they are about: none covers another, and the one at `chosen` stands where it
 * wants. The others give way downwards; above the chosen one they give way upwards.
 */
export function stack(cards: readonly Card[], gap: number, chosen = -1): number[] {
  const tops: number[] = [];
  let free = Number.NEGATIVE_INFINITY;
  cards.forEach(({ wanted, height }, index) => {
    const top = index === chosen ? wanted : Math.max(wanted, free);
    tops.push(top);
    free = top + height + gap;
  });
  for (let index = chosen - 1; index >= 0; index--) {
    const below = tops[index + 1] ?? 0;
    const most = below - gap - (cards[index]?.height ?? 0);
    tops[index] = Math.min(tops[index] ?? 0, most);
  }
  return tops;
}
