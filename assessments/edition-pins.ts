/** A document by key and hash; with its contents where they were read. */
interface Pin {
  key: string;
  hash: string;
  document?: unknown;
}

interface Pinning {
  profile: Pin;
  sources: Pin;
  questionnaires: readonly Pin[];
  gapModel: Pin;
  actions: Pin;
  follows?: { mappings: readonly Pin[] } | undefined;
  contradictions?: Pin | undefined;
  overlays?: readonly Pin[] | undefined;
}

/** Every document that an edition pins, in the order in which it is published. */
export function pinnedIn(edition: Pinning): Pin[] {
  return [
    edition.profile,
    edition.sources,
    ...edition.questionnaires,
    edition.gapModel,
    edition.actions,
    ...(edition.follows?.mappings ?? []),
    ...(edition.contradictions ? [edition.contradictions] : []),
    ...(edition.overlays ?? []),
  ];
}
