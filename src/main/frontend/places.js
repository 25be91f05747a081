// Brings the options of a question into an order by two buttons each; what is sent stays the number chosen for each of them.
document.querySelectorAll('[data-places]').forEach((list) => {
  list.querySelectorAll('li').forEach((row) => {
    const moves = document.createElement('span');
    moves.className = 'moves';
    moves.append(button(row, list.dataset.up, '↑', -1), button(row, list.dataset.down, '↓', 1));
    row.append(moves);
  });
  arrange(list);
});

function button(row, label, sign, by) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain';
  button.textContent = sign;
  button.setAttribute('aria-label', `${label}: ${row.querySelector('.words').textContent}`);
  button.addEventListener('click', () => {
    const list = row.parentElement;
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (other) list.insertBefore(by < 0 ? row : other, by < 0 ? other : row);
    number(list);
    button.focus();
  });
  return button;
}

/** As they were sent, if every one had its own place. */
function arrange(list) {
  const rows = [...list.children];
  const place = (row) => Number(row.querySelector('select').value);
  if (new Set(rows.map(place)).size === rows.length && rows.every(place)) {
    rows.sort((one, other) => place(one) - place(other)).forEach((row) => list.append(row));
  }
}

function number(list) {
  [...list.children].forEach((row, at) => { row.querySelector('select').value = String(at + 1); });
}
