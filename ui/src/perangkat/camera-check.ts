// Whether the camera of the window opens. It is only tried: no picture is taken, and its light goes off at once.
import type { WindowCamera } from '../bindings';
import { type CameraSource, troubleOf } from '../camera';

/** Milliseconds after which a camera that neither opens nor refuses counts as slow. */
export const CAMERA_WAIT = 10_000;

export async function tryCamera(source: CameraSource): Promise<WindowCamera> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<WindowCamera>((resolve) => {
    timer = setTimeout(() => resolve('slow'), CAMERA_WAIT);
  });
  try {
    return await Promise.race([openAndClose(source), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** It closes what it opened also when nobody waits for the answer any more. */
async function openAndClose(source: CameraSource): Promise<WindowCamera> {
  try {
    const camera = await source.open(null);
    camera.close();
    return 'working';
  } catch (thrown) {
    return troubleOf(thrown);
  }
}
