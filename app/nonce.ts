import { createContext } from 'react';

/** The nonce of the request that is being rendered; in the browser nobody needs it. */
export const NonceContext = createContext<string | undefined>(undefined);
