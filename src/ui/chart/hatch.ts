const SIZE = 8;

/** Slanted lines in a colour, for values that are not complete yet; the plain colour where patterns cannot be made. */
export function hatch(canvas: HTMLCanvasElement, ink: string, ground: string): CanvasPattern | string {
  const tile = canvas.ownerDocument.createElement('canvas');
  tile.width = SIZE;
  tile.height = SIZE;
  const pen = tile.getContext('2d');
  if (!pen) return ink;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, SIZE, SIZE);
  pen.strokeStyle = ink;
  pen.lineWidth = 2;
  pen.beginPath();
  for (const shift of [-SIZE, 0, SIZE]) {
    pen.moveTo(shift - 1, SIZE + 1);
    pen.lineTo(shift + SIZE + 1, -1);
  }
  pen.stroke();
  return canvas.getContext('2d')?.createPattern(tile, 'repeat') ?? ink;
}
