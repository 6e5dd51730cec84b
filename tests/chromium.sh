#!/usr/bin/env sh
# The browser tests open the built site in the system's Chromium. Install it where we may; else say what to do.
set -u
have() { command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1; }
# what drives it is a Node of its own, which needs libatomic: a small Debian has none
driven() { .venv/bin/playwright --version >/dev/null 2>&1; }
have && driven && [ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ] && exit 0
if command -v apt-get >/dev/null 2>&1; then
  as_root=
  [ "$(id -u)" -eq 0 ] || as_root="sudo -n"
  # Debian calls it chromium; Ubuntu's package of that name hands over to snap
  $as_root apt-get update -qq >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium fonts-noto-cjk fontconfig libatomic1 >/dev/null 2>&1
fi
have && driven && exit 0
echo "The browser tests need Chromium and a Chinese font: on Debian or Ubuntu, sudo apt install chromium fonts-noto-cjk fontconfig libatomic1" >&2
exit 1
