#!/bin/sh
# Puts Bad Buzz, from the folder in which this script lies, into your menu of applications; "remove" takes it out.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/badbuzz.desktop
icon=$share/icons/hicolor/256x256/apps/badbuzz.png

if [ "${1:-}" = remove ]; then
  rm -f "$entry" "$icon"
  exit 0
fi
mkdir -p "$(dirname "$entry")" "$(dirname "$icon")"
cp "$here/badbuzz.png" "$icon"
sed "s|^Exec=.*|Exec=\"$here/badbuzz\"|" "$here/badbuzz.desktop" > "$entry"
