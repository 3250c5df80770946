#!/usr/bin/env bash
# build-victim.sh FILE: compiles the victim for 64-bit Windows; installs mingw-w64 on a Debian or Ubuntu without it.
set -euo pipefail
output=${1:?usage: build-victim.sh FILE}
if ! command -v x86_64-w64-mingw32-gcc >/dev/null; then
  sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
  $sudo apt-get update -q
  $sudo apt-get install -q -y --no-install-recommends gcc-mingw-w64-x86-64
fi
x86_64-w64-mingw32-gcc -O1 -Wall -Werror -static -o "$output" "$(dirname "$0")/victim.c"
