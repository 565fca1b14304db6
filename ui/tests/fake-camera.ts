// A webcam for jsdom: what navigator.mediaDevices answers, and cables that can be pulled.

class FakeTrack extends EventTarget {
  readonly kind = 'video';
  stop(): void {}
  getSettings(): MediaTrackSettings {
    return { deviceId: 'cam-1', width: 1920, height: 1080 };
  }
  getCapabilities(): MediaTrackCapabilities {
    return { width: { max: 1920 }, height: { max: 1080 } };
  }
}

export class FakeCameras extends EventTarget {
  /** The name of the failure, or null while a camera answers. */
  fails: string | null;
  /** The name of the failure of every wish for a size or a device; any picture at all is given. */
  refusesWishes: string | null = null;
  /** Whether the list of devices names any camera. */
  connected = true;
  asked: MediaStreamConstraints[] = [];
  track = new FakeTrack();

  constructor(fails: string | null = null) {
    super();
    this.fails = fails;
  }

  async getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    const failure = this.fails ?? (constraints.video === true ? null : this.refusesWishes);
    if (failure) throw new DOMException('', failure);
    this.track = new FakeTrack();
    const tracks = [this.track];
    return { getTracks: () => tracks, getVideoTracks: () => tracks } as unknown as MediaStream;
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    if (!this.connected) return [];
    return [
      { kind: 'videoinput', deviceId: 'cam-1', label: 'Webcam USB 1080p' },
      { kind: 'audioinput', deviceId: 'mic-1', label: 'Mikrofon' },
      { kind: 'videoinput', deviceId: 'cam-2', label: '' },
    ] as MediaDeviceInfo[];
  }

  unplug(): void {
    this.fails = 'NotFoundError';
    this.connected = false;
    this.track.dispatchEvent(new Event('ended'));
  }

  plugIn(): void {
    this.fails = null;
    this.connected = true;
    this.dispatchEvent(new Event('devicechange'));
  }
}

/** Puts the cameras where the program looks for them, and a frame into every video. */
export function installCameras(cameras: FakeCameras): void {
  Object.defineProperty(navigator, 'mediaDevices', { value: cameras, configurable: true });
  Object.defineProperty(HTMLVideoElement.prototype, 'srcObject', {
    value: null,
    writable: true,
    configurable: true,
  });
  Object.defineProperty(HTMLVideoElement.prototype, 'videoWidth', { value: 1920, configurable: true });
  Object.defineProperty(HTMLVideoElement.prototype, 'videoHeight', { value: 1080, configurable: true });
  HTMLCanvasElement.prototype.getContext = (() => ({ drawImage: () => undefined })) as never;
  HTMLCanvasElement.prototype.toBlob = function (done, type, quality) {
    done(new Blob([`${this.width}x${this.height} ${type} ${quality}`], { type: 'image/jpeg' }));
  };
}
