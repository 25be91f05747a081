/** What helps a hand at a door: one tap for "now", and what can wait folded away on a narrow screen. */
export function door() {
  for (const button of document.querySelectorAll('button[data-now]')) {
    const input = document.getElementById(button.dataset.now);
    if (input.type !== 'datetime-local') continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      input.value = japan(new Date());
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  if (!matchMedia('(max-width: 48rem)').matches) return;
  // Open from the server, so that nothing is out of reach without this script; and what was refused stays open.
  for (const fold of document.querySelectorAll('details.later')) fold.open = fold.querySelector('.field-error') !== null;
}

/** The offices' own time, whatever the telephone believes about zones. */
const japan = (at) => new Date(at.getTime() + 9 * 60 * 60 * 1000).toISOString().slice(0, 16);
