// The one place that talks to the webcam. Everything above sees a CameraSource.

export type CameraDevice = { id: string; label: string };

export type Trouble = 'refused' | 'missing' | 'busy' | 'unsuitable' | 'unplugged' | 'unsupported';

export class CameraError extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
    this.name = 'CameraError';
  }
}

export type OpenCamera = {
  stream: MediaStream;
  deviceId: string | null;
  /** Called once when the camera goes away by itself. */
  onended(listener: () => void): void;
  close(): void;
};

export interface CameraSource {
  list(): Promise<CameraDevice[]>;
  /** Opens the camera with the highest resolution it offers. Throws a CameraError. */
  open(deviceId: string | null): Promise<OpenCamera>;
  /** Tells when a camera was plugged in or out; returns how to stop listening. */
  onchange(listener: () => void): () => void;
}

/** Larger than any webcam at a counter, so that "ideal" picks the largest it has. */
const WISHED = { width: { ideal: 4096 }, height: { ideal: 3072 } };

export const webcam: CameraSource = {
  async list() {
    const devices = await media().enumerateDevices();
    return devices
      .filter((device) => device.kind === 'videoinput')
      .map((device) => ({ id: device.deviceId, label: device.label }));
  },

  async open(deviceId) {
    const stream = await ask(media(), deviceId);
    const track = stream.getVideoTracks()[0];
    if (!track) throw new CameraError('missing');
    await raiseResolution(track);
    return {
      stream,
      deviceId: track.getSettings().deviceId ?? deviceId,
      onended: (listener) => track.addEventListener('ended', listener, { once: true }),
      close: () => stream.getTracks().forEach((each) => each.stop()),
    };
  },

  onchange(listener) {
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    devices?.addEventListener('devicechange', listener);
    return () => devices?.removeEventListener('devicechange', listener);
  },
};

/**
 * Asks for the best picture, and once more for any picture at all: some drivers answer a wish that they
 * cannot meet with an error. What a WebView calls the lack of a camera differs from one to the next
 * (WebKitGTK blames the wish), so the list of devices is asked before any name is believed.
 */
async function ask(devices: MediaDevices, deviceId: string | null): Promise<MediaStream> {
  const wanted = deviceId ? { ...WISHED, deviceId: { exact: deviceId } } : WISHED;
  try {
    return await devices.getUserMedia({ video: wanted, audio: false });
  } catch (cause) {
    const trouble = troubleOf(cause);
    if (trouble === 'refused') throw new CameraError(trouble);
    if (!(await anyListed(devices))) throw new CameraError('missing');
    if (trouble === 'busy') throw new CameraError(trouble);
  }
  try {
    return await devices.getUserMedia({ video: true, audio: false });
  } catch (cause) {
    const trouble = troubleOf(cause);
    // It is listed, so it is there: that it cannot be found means that it gives no picture.
    throw new CameraError(trouble === 'missing' ? 'unsuitable' : trouble);
  }
}

/** A list that cannot be had proves nothing, so the trouble that was named stands. */
async function anyListed(devices: MediaDevices): Promise<boolean> {
  try {
    return (await devices.enumerateDevices()).some((device) => device.kind === 'videoinput');
  } catch {
    return true;
  }
}

/** Some cameras answer a wish with their default mode; what they can do is asked again. */
async function raiseResolution(track: MediaStreamTrack): Promise<void> {
  const most = track.getCapabilities?.();
  const now = track.getSettings();
  const width = most?.width?.max;
  const height = most?.height?.max;
  if (!width || !height || (now.width ?? 0) >= width) return;
  try {
    await track.applyConstraints({ width: { ideal: width }, height: { ideal: height } });
  } catch {
    // The mode it already has is good enough.
  }
}

function media(): MediaDevices {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new CameraError('unsupported');
  return devices;
}

/** The names that browsers give to a failed getUserMedia, old and new. */
export function troubleOf(cause: unknown): Trouble {
  if (cause instanceof CameraError) return cause.trouble;
  const name = typeof cause === 'object' && cause !== null && 'name' in cause ? String(cause.name) : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
    case 'PermissionDeniedError':
      return 'refused';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
      return 'missing';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy';
    case 'OverconstrainedError':
    case 'ConstraintNotSatisfiedError':
      return 'unsuitable';
    default:
      return 'unsupported';
  }
}

/** JPEG quality of a shot: no visible loss in the small print of a card. */
const QUALITY = 0.92;

/** The current frame at the full resolution of the camera, not mirrored. */
export async function shoot(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new CameraError('unsuitable'))),
      'image/jpeg',
      QUALITY,
    );
  });
}
