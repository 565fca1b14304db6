// Which parts of two values differ, so that only those parts are underlined.

export type Part = { text: string; differs: boolean };

/** Both values cut into words, each marked when the other side has no such word in that order. */
export function differingParts(left: string, right: string): { left: Part[]; right: Part[] } {
  const a = words(left);
  const b = words(right);
  const kept = longestCommon(a.map(fold), b.map(fold));
  return {
    left: parts(a, kept.left),
    right: parts(b, kept.right),
  };
}

/** Words with the white space that follows them, so that the pieces join to the value again. */
function words(value: string): string[] {
  return value.match(/\S+\s*/gu) ?? [];
}

/** Capitals never make a difference: a card prints everything in capitals. */
function fold(word: string): string {
  return word
    .trim()
    .toLocaleUpperCase('id')
    .replace(/[,;]+$/u, '');
}

/** Indices, per side, of a longest common subsequence. */
function longestCommon(a: string[], b: string[]): { left: Set<number>; right: Set<number> } {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const left = new Set<number>();
  const right = new Set<number>();
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      left.add(i);
      right.add(j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return { left, right };
}

/** Neighbours with the same mark become one piece; the space between two pieces is never marked. */
function parts(list: string[], kept: Set<number>): Part[] {
  const result: Part[] = [];
  list.forEach((text, index) => {
    const differs = !kept.has(index);
    const last = result.at(-1);
    if (last && last.differs === differs) last.text += text;
    else result.push({ text, differs });
  });
  return result.flatMap((part) => {
    const trimmed = part.text.trimEnd();
    const space = part.text.slice(trimmed.length);
    return part.differs && space
      ? [
          { text: trimmed, differs: true },
          { text: space, differs: false },
        ]
      : [part];
  });
}
