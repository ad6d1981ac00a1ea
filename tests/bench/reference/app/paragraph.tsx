export function loader() {
  return { text: '準備状況の自己点検' };
}

export default function Paragraph() {
  return <p>準備状況の自己点検</p>;
}
