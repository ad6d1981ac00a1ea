import { Secret, TOTP } from 'otpauth';

/** The code of an app that was given this secret, `steps` of 30 seconds from now. */
export function oneTimeCode(secret: string, steps = 0): string {
  const app = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(/\s/g, '')) });
  return app.generate({ timestamp: Date.now() + steps * 30_000 });
}
