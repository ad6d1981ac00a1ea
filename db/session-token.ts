import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie or a link; the database keeps only their hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const tokenHash = (token: string): Buffer => sha256(token);

/** As the functions of the database take it. */
export const tokenHashText = (token: string): string => tokenHash(token).toString('hex');

/**
 * What `ctx.open` takes. It is derived from the cookie's token and leads back to no cookie: whoever
 * reads it inside a request gains nothing outside of it.
 */
export const contextDigest = (token: string): string =>
  createHmac('sha256', token).update('db-context-v1').digest('hex');

export const contextDigestHash = (token: string): Buffer => sha256(contextDigest(token));

const sha256 = (text: string) => createHash('sha256').update(text).digest();
