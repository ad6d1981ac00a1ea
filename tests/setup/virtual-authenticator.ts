import type { Page } from 'playwright-core';

export type VirtualAuthenticator = {
  /** Whether it finds the finger or face that it knows, from now on. */
  recognises: (isOwner: boolean) => Promise<void>;
  /** How often it has signed, over all its passkeys. */
  signatures: () => Promise<number>;
};

/** An authenticator built into the browser of a page: Chromium's own, with a screen lock that says yes. */
export async function attachAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    recognises: async (isUserVerified) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    signatures: async () => {
      const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
      return credentials.reduce((sum, { signCount }) => sum + signCount, 0);
    },
  };
}
