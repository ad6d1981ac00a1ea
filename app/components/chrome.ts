import { useLocation } from '@remix-run/react';
import { useLanguage, useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { paths } from '../paths.ts';

/** The link to this page in the other language. */
export function useLanguageLink() {
  const { pathname, search } = useLocation();
  const { otherLanguage } = useMessages(common);
  const lang = useLanguage() === 'ja' ? 'en' : 'ja';
  return { label: otherLanguage, lang, href: paths.language(lang, pathname + search) } as const;
}

export function useFooterLinks() {
  const { footer } = useMessages(common);
  return [
    { href: paths.method, label: footer.method },
    { href: paths.glossary, label: footer.glossary },
    { href: paths.privacy, label: footer.privacy },
    { href: paths.terms, label: footer.terms },
    { href: paths.contact, label: footer.contact },
  ];
}
