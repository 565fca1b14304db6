/** Counts seconds down to nought. Digits only: nothing moves or blinks. */
export class Countdown {
  seconds = $state(0);
  #until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(seconds = 0) {
    if (seconds > 0) this.start(seconds);
  }

  start(seconds: number): void {
    this.stop();
    this.#until = Date.now() + seconds * 1000;
    this.seconds = seconds;
    // Against the clock and not by counting ticks: a sleeping window catches up at once.
    this.#timer = setInterval(() => {
      this.seconds = Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
      if (this.seconds === 0) this.stop();
    }, 250);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
