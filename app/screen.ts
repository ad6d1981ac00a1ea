/** A page inside a company: its words (`questions/evidence`), the assessment, and what of it was open. */
export interface View {
  screen: string;
  assessment: string | null;
  item: string | null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The page at an address below `/o/:org`, in codes for the access log; nothing else of the address. */
export function viewOf(pathname: string): View {
  const [, , , ...parts] = pathname.replace(/\.data$/, '').split('/');
  const words = parts.filter((part) => /^[a-z][a-z-]{0,29}$/.test(part) && part !== 'assessments');
  const item = parts.find((part) => !UUID.test(part) && /^[A-Z][A-Za-z0-9.-]{0,39}$/.test(part));
  return {
    screen: words.slice(0, 3).join('/') || 'home',
    assessment: parts.find((part) => UUID.test(part)) ?? null,
    item: item ?? null,
  };
}
