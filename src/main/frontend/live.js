/** Says one of the live region's own sentences (its data attributes), once, to eyes and screen readers. */
export function say(which) {
  const live = document.getElementById('live');
  const sentence = document.createElement('p');
  sentence.className = 'notice caution';
  sentence.textContent = live.dataset[which];
  live.replaceChildren(sentence);
}
