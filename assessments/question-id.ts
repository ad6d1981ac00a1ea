// The one place that knows how the ids of requirements (`A-04`) and questions (`A-04.level`) are spelled.

/** `A-04` of the question `A-04.level`: the requirement it is named after, and what people see. */
export function codeOf(questionId: string): string {
  return before(questionId, '.');
}

/** `A` of `A-04` and of `A-04.level`. */
export function domainOf(id: string): string {
  return before(id, '-');
}

function before(id: string, mark: string): string {
  const at = id.indexOf(mark);
  return at < 0 ? id : id.slice(0, at);
}
