import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** How an answer of the authenticator goes wrong, on purpose. */
export type Slip = {
  /** No PIN, no finger: the flag "user verified" is not set. */
  isUnverified?: boolean;
  /** The page that asked stood elsewhere. */
  origin?: string;
  rpId?: string;
  /** Another challenge than the one that was given. */
  challenge?: string;
  /** The signature of another key. */
  isForged?: boolean;
  type?: string;
};

type Options = { challenge: string };

/**
 * A software authenticator that makes real, signed WebAuthn answers (ES256, attestation none), as a
 * browser hands them to the page. `hasCounter: false` is one that keeps no counter, like synced passkeys.
 */
export class Authenticator {
  readonly id = randomBytes(32).toString('base64url');
  userHandle: string | undefined;
  #key: KeyObject;
  #cose: Buffer;
  #counter = 0;

  readonly #origin: string;
  readonly #hasCounter: boolean;

  constructor(origin: string, { hasCounter = true }: { hasCounter?: boolean } = {}) {
    this.#origin = origin;
    this.#hasCounter = hasCounter;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#key = privateKey;
    // COSE: {1: EC2, 3: ES256, -1: P-256, -2: x, -3: y}
    this.#cose = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
  }

  /** Makes a credential for the options that the server gave. */
  register(options: Options & { user: { id: string } }, slip: Slip = {}): string {
    this.userHandle = options.user.id;
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const authData = Buffer.concat([
      this.#authData(0x41, slip),
      Buffer.alloc(16),
      length,
      id,
      this.#cose,
    ]);
    const head = Buffer.alloc(2);
    head.writeUInt16BE(authData.length);
    // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}
    const attestationObject = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'),
      head,
      authData,
    ]);
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', options, slip).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Signs a challenge. */
  authenticate(options: Options, slip: Slip = {}): string {
    if (this.#hasCounter) this.#counter += 1;
    const authData = this.#authData(0x01, slip);
    const clientData = this.#clientData('webauthn.get', options, slip);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    const key = slip.isForged
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      : this.#key;
    return this.#answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, key).toString('base64url'),
      userHandle: this.userHandle,
    });
  }

  #authData(flags: number, { rpId, isUnverified }: Slip): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    const rp = createHash('sha256').update(rpId ?? new URL(this.#origin).hostname);
    return Buffer.concat([
      rp.digest(),
      Buffer.from([isUnverified ? flags : flags | 0x04]),
      counter,
    ]);
  }

  #clientData(type: string, { challenge }: Options, slip: Slip): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: slip.type ?? type,
        challenge: slip.challenge ?? challenge,
        origin: slip.origin ?? this.#origin,
        crossOrigin: false,
      }),
    );
  }

  #answer(response: object): string {
    const { id } = this;
    return JSON.stringify({
      id,
      rawId: id,
      response,
      type: 'public-key',
      clientExtensionResults: {},
    });
  }
}
