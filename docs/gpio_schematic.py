"""Draws gpio.svg, the schematic of gpio.md: `python docs/gpio_schematic.py > docs/gpio.svg`."""

import sys
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 1000, 700
INK, MAINS, LOW, FILL = "#222", "#b00020", "#1a5fb4", "#f6f5f4"


def box(x: int, y: int, w: int, h: int, *lines: str, colour: str = INK) -> str:
    """A part, with what it is."""
    parts = [
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="4" fill="{FILL}" stroke="{colour}"/>'
    ]
    top = y + h / 2 - 7 * (len(lines) - 1) + 4
    for number, line in enumerate(lines):
        weight = "bold" if number == 0 else "normal"
        parts.append(
            f'<text x="{x + w / 2}" y="{top + 14 * number}" text-anchor="middle" '
            f'font-weight="{weight}">{escape(line)}</text>'
        )
    return "\n".join(parts)


def wire(*points: tuple[int, int], label: str = "", colour: str = LOW, width: int = 1) -> str:
    """A connection; its label stands above its first stretch."""
    way = " ".join(f"{x},{y}" for x, y in points)
    drawn = f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="{width}"/>'
    if not label:
        return drawn
    (x, y), (x2, _) = points[:2]
    return drawn + (
        f'\n<text x="{(x + x2) / 2}" y="{y - 4}" text-anchor="middle" fill="{colour}" '
        f'font-size="10">{escape(label)}</text>'
    )


def text(x: int, y: int, words: str, colour: str = INK) -> str:
    """A remark."""
    return f'<text x="{x}" y="{y}" fill="{colour}">{escape(words)}</text>'


PARTS = (
    text(20, 30, "Mains: 230 V, 32 A", MAINS),
    box(20, 45, 110, 50, "MCB + RCD", "B32, type A", colour=MAINS),
    wire((130, 60), (250, 60), label="L", colour=MAINS, width=3),
    wire((130, 80), (250, 80), label="", colour=MAINS, width=3),
    text(185, 95, "N", MAINS),
    box(250, 45, 110, 50, "S0 meter", "1000/kWh", colour=MAINS),
    wire((360, 60), (480, 60), label="L", colour=MAINS, width=3),
    wire((360, 80), (480, 80), colour=MAINS, width=3),
    box(480, 45, 120, 50, "DC/AC monitor", "6 mA / 30 mA", colour=MAINS),
    wire((600, 60), (700, 60), label="L", colour=MAINS, width=3),
    wire((600, 80), (700, 80), colour=MAINS, width=3),
    box(700, 45, 110, 50, "Contactor", "2 x 40 A", colour=MAINS),
    wire((810, 60), (880, 60), label="L", colour=MAINS, width=3),
    wire((810, 80), (880, 80), colour=MAINS, width=3),
    box(880, 40, 100, 240, "Socket", "type 2", "", "L, N, PE", "", "CP", "", "PP", colour=INK),
    wire((75, 95), (75, 115), (880, 115), colour="#26a269", width=2),
    text(85, 130, "PE, to the socket and to the 0 V of the controller", "#26a269"),
    # The coil.
    box(700, 150, 110, 40, "Coil", "230 V"),
    wire((755, 150), (755, 95), colour=INK),
    wire((810, 170), (840, 170), label="N", colour=MAINS, width=2),
    box(560, 150, 110, 40, "Monitor's", "contact, NC"),
    box(420, 150, 110, 40, "Emergency", "stop, NC"),
    box(280, 150, 110, 40, "Relay's", "contact, NO"),
    wire((250, 170), (280, 170), label="L", colour=MAINS, width=2),
    wire((390, 170), (420, 170), colour=MAINS, width=2),
    wire((530, 170), (560, 170), colour=MAINS, width=2),
    wire((670, 170), (700, 170), colour=MAINS, width=2),
    text(280, 208, "The coil's circuit: each of these opens the contactor without the program."),
    # The computer.
    box(20, 250, 190, 440, "Raspberry Pi", "3.3 V, 0 V"),
    wire((210, 270), (420, 270), label="GPIO17   10k to 0 V at the gate"),
    box(420, 255, 130, 30, "Transistor, relay"),
    wire((485, 255), (485, 228), (335, 228), (335, 190), colour=INK),
    wire((210, 305), (420, 305), label="GPIO27"),
    box(420, 290, 130, 30, "Auxiliary contact"),
    wire((210, 340), (420, 340), label="GPIO18   PWM 1 kHz"),
    box(420, 325, 130, 30, "+12 V / -12 V"),
    wire((550, 340), (600, 340)),
    box(600, 325, 60, 30, "1k"),
    wire((660, 340), (940, 340), (940, 280), label="CP"),
    wire((700, 340), (700, 375)),
    box(620, 375, 160, 44, "Peak, low peak", "divider: (V + 16.5) / 10"),
    wire((620, 397), (550, 397), label=""),
    box(420, 375, 130, 80, "MCP3208", "ch 0, 1: CP", "ch 2: PP", "ch 3: NTC"),
    wire((210, 415), (420, 415), label="SPI0: GPIO 8, 9, 10, 11"),
    wire((550, 435), (960, 435), (960, 280), label="PP   330R to 3.3 V"),
    wire((550, 450), (620, 450)),
    box(620, 440, 160, 30, "NTC 10k, socket"),
    wire((210, 490), (420, 490), label="GPIO22, GPIO23"),
    box(420, 475, 130, 30, "H bridge"),
    wire((550, 490), (620, 490)),
    box(620, 475, 160, 30, "Lock: motor"),
    wire((210, 525), (620, 525), label="GPIO24, GPIO25"),
    box(620, 510, 160, 30, "Lock: end switches"),
    wire((210, 560), (620, 560), label="GPIO5 (tripped), GPIO6 (test)"),
    box(620, 545, 160, 30, "DC/AC monitor"),
    wire((210, 595), (620, 595), label="GPIO12"),
    box(620, 580, 160, 30, "S0 of the meter"),
    wire((210, 630), (420, 630), label="GPIO13"),
    box(420, 615, 130, 30, "Emergency stop"),
    wire((210, 655), (620, 655), label=""),
    text(560, 651, "GPIO16", LOW),
    box(620, 640, 75, 30, "Button"),
    wire((210, 680), (747, 680), (747, 670)),
    box(715, 640, 65, 30, "Lamp"),
    text(790, 660, "GPIO19", LOW),
)


def main() -> None:
    """Write the drawing."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">'
    )
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>'
    sys.stdout.write("\n".join((head, ground, *PARTS, "</svg>")) + "\n")


if __name__ == "__main__":
    main()
