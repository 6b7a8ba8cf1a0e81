// A note is about the words that are selected in the text. Without this it is about the chosen claim's passage.

const LONGEST = 2000;

document.addEventListener("selectionchange", () => {
  const form = document.getElementById("note");
  const selection = getSelection();
  if (!form || !selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start || end - start > LONGEST) return;
  form.elements.start.value = start;
  form.elements.end.value = end;
  document.getElementById("note-about").textContent = selection.toString();
});

/** Code points from the beginning of the article's text, or null outside of it. The numbers at marks are no text. */
function offset(node, at) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const paragraph = element.closest(".text p[data-start]");
  if (!paragraph || element.closest("sup")) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, at);
  const words = before.cloneContents();
  for (const mark of words.querySelectorAll("sup")) mark.remove();
  return Number(paragraph.dataset.start) + [...words.textContent].length;
}
