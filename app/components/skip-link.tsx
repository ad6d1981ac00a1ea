export function SkipLink({ children, href = '#main' }: { children: string; href?: string }) {
  return (
    <a className="skip-link" href={href}>
      {children}
    </a>
  );
}
