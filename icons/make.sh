#!/usr/bin/env bash
# Renders mtls-playground.svg at every size that a window and an installer want. Needs rsvg-convert (Debian: librsvg2-bin).
set -euo pipefail
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width "$size" --height "$size" --output "mtls-playground-$size.png" mtls-playground.svg
done
