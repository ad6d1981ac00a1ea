import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from '@remix-run/react';
import { useContext, type ReactNode } from 'react';
import { shouldRevalidate as revalidateUnlessSaving } from './answering/background.ts';
import { ChartDefs } from './components/chart-defs.tsx';
import { SkipLink } from './components/skip-link.tsx';
import { languageOf } from './language.server.ts';
import { useMessages } from './language.ts';
import { common } from './messages/common.ts';
import { NonceContext } from './nonce.ts';
import stylesHref from './styles/app.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesHref },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const shouldRevalidate = revalidateUnlessSaving;

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { language: await languageOf(request), reference: context.reference };
}

export function Layout({ children }: { children: ReactNode }) {
  // The root loader may itself have failed: then the page is Japanese.
  const root = useRouteLoaderData<typeof loader>('root');
  const t = useMessages(common);
  const nonce = useContext(NonceContext);
  return (
    <html lang={root?.language ?? 'ja'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <SkipLink href="#main">{t.skip}</SkipLink>
        <ChartDefs />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export { failureTitle as meta } from './page-title.ts';

export { Failure as ErrorBoundary } from './components/failure.tsx';
