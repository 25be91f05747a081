/**
 * Hides and shows the parts of a form that have a condition, with the same truth as Condition.java. A condition is
 * [operator, operands…] or true/false; it only names fields above it, so one pass from top to bottom settles all.
 */
const tests = {
  '=': (answer, literal) => same(answer, literal),
  has: (answer, literal) => answer.list.includes(literal),
  on: (answer) => answer.ticked,
};

export function init(root = document) {
  if (root.conditionalForm) return;
  root.conditionalForm = true;
  const settleAll = () => settle(root);
  root.addEventListener('input', settleAll);
  root.addEventListener('change', settleAll);
  root.addEventListener('htmx:afterSettle', settleAll);
  settleAll();
}

function settle(root) {
  for (const cell of root.querySelectorAll('[data-hide-when]')) {
    const hide = holds(JSON.parse(cell.dataset.hideWhen), (key) => answer(root, cell, key));
    if (cell.hidden !== hide) cell.hidden = hide;
  }
  for (const row of root.querySelectorAll('.f-row')) {
    row.hidden = [...row.children].every((cell) => cell.hidden);
  }
  // The note says in words what now happens by itself
  for (const note of root.querySelectorAll('.field-when')) note.hidden = true;
}

function holds(condition, answers) {
  if (typeof condition === 'boolean') return condition;
  const [operator, ...operands] = condition;
  if (operator === 'not') return !holds(operands[0], answers);
  if (operator === 'and') return operands.every((one) => holds(one, answers));
  if (operator === 'or') return operands.some((one) => holds(one, answers));
  const [key, literal] = operands;
  const found = answers(key);
  return found !== null && tests[operator](found, literal);
}

/** A field of the same row before one of the form; null while it is hidden. */
function answer(root, cell, key) {
  const row = cell.closest('[data-row]')?.dataset.row;
  const inputs = (row && named(root, row + key)) || named(root, key);
  if (!inputs || inputs[0].closest('[data-hide-when][hidden]')) return null;
  const boxes = inputs.some((input) => input.type === 'checkbox' || input.type === 'radio');
  const chosen = inputs.filter((input) => !boxes || input.checked).map((input) => input.value.trim().normalize('NFC'));
  return { text: chosen[0] ?? '', list: chosen, ticked: boxes && chosen[0] === 'true' };
}

function named(root, name) {
  const inputs = [...root.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
  return inputs.length > 0 ? inputs : null;
}

function same(answer, literal) {
  if (typeof literal === 'boolean') return answer.ticked === literal;
  if (typeof literal === 'number') {
    const narrow = answer.text.normalize('NFKC').replaceAll(',', '').replace('\u2212', '-');
    return narrow !== '' && Number(narrow) === literal;
  }
  return answer.text !== '' && answer.text === literal;
}
