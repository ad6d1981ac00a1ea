import { expect, test } from 'vitest';
import { readPlace } from './place.ts';

test.each([
  ['20', '第20条', 'Article 20'],
  ['10(1)', '第10条第1項', 'Article 10(1)'],
  ['10(3)ii', '第10条第3項第2号', 'Article 10(3)(ii)'],
  ['17(v)', '第17条第5号', 'Article 17(v)'],
  ['11(1)xii', '第11条第1項第12号', 'Article 11(1)(xii)'],
  ['5-5', '第5条の5', 'Article 5-5'],
  ['5-5(1)', '第5条の5第1項', 'Article 5-5(1)'],
  ['24-25', '第24条、第25条', 'Articles 24 and 25'],
  ['28,30-31', '第28条、第30条、第31条', 'Articles 28, 30 and 31'],
  ['23-26', '第23条から第26条まで', 'Articles 23 to 26'],
  ['10(5)-(7)', '第10条第5項から第7項まで', 'Article 10(5) to (7)'],
  ['26(1)-(2),27(1)', '第26条第1項及び第2項、第27条第1項', 'Articles 26(1) and (2) and 27(1)'],
  ['17(ii)-(iv)', '第17条第2号から第4号まで', 'Article 17(ii) to (iv)'],
  [
    '11(1)i,iii,v-xii',
    '第11条第1項第1号、第3号、第5号から第12号まで',
    'Article 11(1)(i), (iii) and (v) to (xii)',
  ],
  ['7,8,10,13', '第7条、第8条、第10条、第13条', 'Articles 7, 8, 10 and 13'],
  ['23(1)後段', '第23条第1項後段', 'Article 23(1), second sentence'],
  ['117.11', '§117.11', '§117.11'],
])('%s reads %s', (place, ja, en) => {
  expect(readPlace(place)).toEqual({ ja, en });
});

test.each(['', 'ten', '10(', '10(1)iiii', '10(7)-(5)', '10(1)-(2)i', 'iii', '10.1.2', '10,,11'])(
  'a place that cannot be read fails loudly: "%s"',
  (place) => {
    expect(() => readPlace(place)).toThrow(`"${place}"`);
  },
);
