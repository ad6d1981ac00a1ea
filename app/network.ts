import { isIPv4, isIPv6 } from 'node:net';

/** The network of an address: the /24 of an IPv4 one, the /48 of an IPv6 one; `-` for what is neither. */
export function networkOf(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(plain)) return '-';
  const [head = '', tail] = plain.toLowerCase().split('::');
  const [front, back] = [groups(head), groups(tail)];
  const gap = tail === undefined ? 0 : 8 - front.length - back.length;
  const all = [...front, ...Array.from({ length: gap }, () => '0'), ...back];
  return `${all
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/48`;
}

const groups = (text: string | undefined) => (text ? text.split(':') : []);
