# What the scripts that open the site share. To be sourced from the root of the package, with PROGRAM in $1.

# The path of Chromium.
find_chromium() {
  command -v chromium || command -v chromium-browser || command -v google-chrome || {
    echo "There is no Chromium on the PATH. On Debian: apt-get install chromium" >&2
    return 1
  }
}

# install_tools FOLDER PACKAGE…: Python packages in a folder of their own.
install_tools() {
  local at=$1
  [[ -x $at/bin/pip ]] || python3 -m venv "$at"
  "$at/bin/pip" show --quiet "${@:2}" 2>/dev/null || "$at/bin/pip" install --quiet "${@:2}"
}

# serve PROGRAM REGISTER LOG…: serves a register until this shell ends; the address goes into $address.
serve() {
  local said=$folder/address
  # What a server before this one said is not this one's address.
  rm -f "$said"
  "$1" serve --register "$2" --port 0 "${@:3}" >"$said" 2>"$folder/log" &
  server=$!
  for _ in $(seq 300); do [[ -s $said ]] && break; sleep 0.1; done
  address=$(head -n 1 "$said" 2>/dev/null) || true
  [[ -n $address ]] || {
    echo "The server did not start:" >&2
    cat "$folder/log" >&2
    return 1
  }
}

folder=$(mktemp -d)
server=
trap '[[ -z $server ]] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
