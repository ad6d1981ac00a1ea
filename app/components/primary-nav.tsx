export type PrimaryNavItem = { href: string; label: string; current?: boolean | undefined };

export function PrimaryNav({
  label,
  items,
}: {
  label: string;
  items: ReadonlyArray<PrimaryNavItem>;
}) {
  return (
    <nav className="primary-nav" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
