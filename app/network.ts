import { isIPv4, isIPv6 } from 'node:net';

/** What attempts are counted for: an IPv4 address, or the /64 that an IPv6 customer is given. */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  const [before = '', after] = bare.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const zeros = after === undefined ? [] : Array<string>(8 - head.length - tail.length).fill('0');
  const groups = [...head, ...zeros, ...tail].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** What the access logs keep of it: the /24 or /48 that it lies in; `-` for what is neither. */
export function coarseNetworkOf(network: string): string {
  if (isIPv4(network)) return `${network.split('.').slice(0, 3).join('.')}.0/24`;
  const groups = network.endsWith('::/64') ? network.split(':').slice(0, 3) : [];
  return groups.length === 3 ? `${groups.join(':')}::/48` : '-';
}
