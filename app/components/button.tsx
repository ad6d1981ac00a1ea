import type { ComponentPropsWithoutRef, ReactNode } from 'react';

type Look = {
  /** One primary per view. */
  variant?: 'primary' | 'outlined' | 'plain' | undefined;
  large?: boolean | undefined;
  /** As wide as its column. */
  wide?: boolean | undefined;
};

function look({ variant = 'outlined', large, wide }: Look): string {
  const names = ['btn', variant !== 'outlined' && `btn--${variant}`];
  return [...names, large && 'btn--large', wide && 'w-full'].filter(Boolean).join(' ');
}

export type ButtonProps = Look & Omit<ComponentPropsWithoutRef<'button'>, 'className'>;

export function Button({ variant, large, wide, type = 'submit', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={look({ variant, large, wide })} />;
}

export type LinkButtonProps = Look & { href: string; children: ReactNode };

export function LinkButton({ variant, large, wide, href, children }: LinkButtonProps) {
  return (
    <a className={look({ variant, large, wide })} href={href}>
      {children}
    </a>
  );
}
