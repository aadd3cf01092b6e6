import type { FC } from 'hono/jsx'
import makeCode from 'qrcode-generator'

/** An address as a square that phones read, with the quiet edge they need. */
export const QrCode: FC<{ address: string; label: string }> = ({ address, label }) => {
  const code = makeCode(0, 'M')
  code.addData(address)
  code.make()
  const size = code.getModuleCount()
  const rows = Array.from({ length: size }, (_, row) => row)
  const dark = rows.flatMap((row) =>
    rows.filter((column) => code.isDark(row, column)).map((column) => `M${column + 4} ${row + 4}h1v1h-1z`),
  )
  return (
    <svg class="qr" viewBox={`0 0 ${size + 8} ${size + 8}`} shape-rendering="crispEdges">
      <title>{label}</title>
      <rect width="100%" height="100%" fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
