/** Milliseconds before a page is opened: who only walks past looks at nothing, and leaves no trace of a look. */
export const LOOK_AFTER = 250;
