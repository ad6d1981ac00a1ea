/** The forms of a page as a browser without JavaScript would send them untouched. */
export type PageForm = {
  /** The path it posts to; '' means the page itself. */
  action: string;
  method: string;
  fields: Record<string, string[]>;
  /** Names of the submit buttons that carry a value. */
  buttons: { name: string; value: string }[];
  html: string;
};

export function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, head = '', body = '']) => ({
      action: attribute(head, 'action') ?? '',
      method: (attribute(head, 'method') ?? 'get').toLowerCase(),
      ...controlsOf(body),
      html: body,
    }),
  );
}

/** The posted form that has a field or button of this name. */
export function formWith(html: string, name: string): PageForm {
  const found = formsOf(html).find(
    (form) => form.method === 'post' && new RegExp(`name="${name}"`).test(form.html),
  );
  if (!found) throw new Error(`No form of the page has a field "${name}".`);
  return found;
}

function controlsOf(body: string): Pick<PageForm, 'fields' | 'buttons'> {
  const fields: Record<string, string[]> = {};
  const put = (name: string | undefined, value: string) => {
    if (name) (fields[name] ??= []).push(value);
  };
  for (const [, head = ''] of body.matchAll(/<input\b([^>]*?)\/?>/g)) {
    const type = attribute(head, 'type') ?? 'text';
    if (['submit', 'button', 'file'].includes(type)) continue;
    const chosen = !['radio', 'checkbox'].includes(type) || /\schecked(?:=|\s|$)/.test(head);
    if (chosen) put(attribute(head, 'name'), attribute(head, 'value') ?? '');
  }
  for (const [, head = '', text = ''] of body.matchAll(
    /<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g,
  )) {
    put(attribute(head, 'name'), plain(text));
  }
  for (const [, head = '', options = ''] of body.matchAll(
    /<select\b([^>]*)>([\s\S]*?)<\/select>/g,
  )) {
    const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option);
    const chosen = all.find((option) => /\sselected/.test(option)) ?? all[0] ?? '';
    put(attribute(head, 'name'), attribute(chosen, 'value') ?? '');
  }
  const buttons = [...body.matchAll(/<button\b([^>]*)>/g)].flatMap(([, head = '']) => {
    const name = attribute(head, 'name');
    return name ? [{ name, value: attribute(head, 'value') ?? '' }] : [];
  });
  return { fields, buttons };
}

function attribute(head: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(head);
  return found ? plain(found[1] ?? '') : undefined;
}

/** Text of HTML, without tags and scripts. */
export function plain(html: string): string {
  return html
    .replaceAll(/<script\b[\s\S]*?<\/script>/g, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}
