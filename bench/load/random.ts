// Chance that is the same in each run: what is typed, where and when depends on a seed only.

/** Numbers in [0, 1) from a seed. Source: mulberry32 (T. Ettinger), public domain. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  'accueil accompagner association atelier autonome bilan cadre classe commune conflit confiance critere dialogue dossier droit ecole ecoute entretien enfant equipe evaluer famille formation groupe langue lecture lien local mediation mission niveau orienter parcours parent projet quartier rapport reseau ressource salle seance service soin suivi temps usage voisin'.split(
    ' ',
  );

/** So many words of plain ASCII, so that a character is a byte and a unit of the clock. */
export function words(next: () => number, count: number): string {
  return Array.from({ length: count }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ');
}
