// What the page can say about a password while it is typed. The program decides; this only helps early.
import { setup } from '../text/id';

const SHORTEST = 10;
const { strength } = setup;

export type Strength = { level: 'short' | 'plain' | 'fair' | 'strong'; text: string };

/** One sentence on how hard it is to guess: by length and variety, not by a ritual of signs. */
export function passwordStrength(password: string): Strength {
  if (password.length < SHORTEST) return { level: 'short', text: strength.short(SHORTEST - password.length) };
  const different = new Set(password.toLowerCase()).size;
  if (different < 6 || /^\d+$/.test(password) || runs(password))
    return { level: 'plain', text: strength.plain };
  const words = password
    .trim()
    .split(/[\s.,_-]+/)
    .filter((word) => word.length > 2).length;
  if (password.length >= 16 || words >= 3) return { level: 'strong', text: strength.strong };
  return { level: 'fair', text: strength.fair };
}

/** "abcdefghij" and "1234567890": most steps go to the next character. */
function runs(password: string): boolean {
  let steps = 0;
  for (let i = 1; i < password.length; i += 1) {
    if (password.charCodeAt(i) - password.charCodeAt(i - 1) === 1) steps += 1;
  }
  return steps >= password.length * 0.7;
}

/** Whether a password was typed twice alike. Whether it is good enough the program says. */
export function passwordStands(password: string, repeat: string): boolean {
  return password !== '' && repeat === password;
}
