import { Links, Meta, Outlet, Scripts } from '@remix-run/react';
import { useContext } from 'react';
import { NonceContext } from '../../../../app/nonce.ts';

export default function Root() {
  const nonce = useContext(NonceContext);
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}
