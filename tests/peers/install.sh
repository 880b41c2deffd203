#!/bin/sh
# Installs what the tests work against, as far as the system's packages offer it: Dovecot, PostgreSQL, Chromium with a font, and
# systemd's and OpenSSL's tools; unpacks Cyrus and Courier, which cannot be installed beside Dovecot, into .peers; and fetches the
# public mail corpora. `make peers` calls it. Quick where everything is there; no server is started, the tests start their own.
set -eu
cd "$(dirname "$0")/../.."

on_debian() {
    missing=
    want() { # PACKAGE CONDITION
        eval "$2" >/dev/null 2>&1 || missing="$missing $1"
    }
    want dovecot-imapd 'PATH="$PATH:/usr/sbin" command -v dovecot && test -e /usr/lib/dovecot/imap'
    want dovecot-lmtpd 'test -e /usr/lib/dovecot/lmtp'
    want isync 'command -v mbsync'
    want openssl 'command -v openssl'
    want postgresql 'command -v initdb || ls /usr/lib/postgresql/*/bin/initdb'
    want chromium 'command -v chromium || command -v chromium-browser'
    want fonts-dejavu-core 'test -d /usr/share/fonts/truetype/dejavu'
    want systemd 'command -v systemd-analyze'
    want systemd-container 'command -v systemd-nspawn'
    want python3-venv '/usr/bin/python3 -c "import ensurepip, venv"'
    packed=
    test -x .peers/cyrus/usr/lib/cyrus/bin/master || packed="$packed cyrus:cyrus-imapd:libeatmydata1"
    test -x .peers/courier/usr/bin/imapd || packed="$packed courier:courier-imap"
    if [ -z "$missing$packed" ]; then
        echo 'peers: everything is installed already'
        return
    fi

    if [ "$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi
    $as_root apt-get update -qq

    # where nobody has a policy about starting servers, the policy of this hour is: none
    policy=/usr/sbin/policy-rc.d
    if [ ! -e $policy ]; then
        trap '$as_root rm -f $policy' EXIT
        printf '#!/bin/sh\nexit 101\n' | $as_root tee $policy >/dev/null
        $as_root chmod 755 $policy
    fi

    offered=
    for package in $missing; do
        if apt-cache policy "$package" | grep -q 'Candidate: [0-9]'; then
            offered="$offered $package"
        else
            echo "peers: this system offers no package $package; its tests will be skipped" >&2
        fi
    done
    if [ -n "$offered" ]; then
        # shellcheck disable=SC2086
        if ! log=$($as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $offered 2>&1); then
            echo "$log" >&2
            return 1
        fi
        echo "peers: installed$offered"
    fi
    for each in $packed; do
        # shellcheck disable=SC2046
        unpack $(echo "$each" | tr : ' ')
    done
}

# Unpack packages and all that they need and the system lacks, but for what they only need where they are really installed.
unpack() { # NAME PACKAGE...
    folder=.peers/$1
    shift
    for package in "$@"; do
        if ! apt-cache policy "$package" | grep -q 'Candidate: [0-9]'; then
            echo "peers: this system offers no package $package; the tests on ${folder#*/} will be skipped" >&2
            return
        fi
    done
    rm -rf "$folder" "$folder.new"
    mkdir -p "$folder.new/archives"
    needed=$(apt-get -qq -s install --no-install-recommends "$@" | awk '$1 == "Inst" { print $2 }' |
        grep -vE '^(exim4-.*|.*-dev|gnutls-bin|libc6|libc-bin|libgcc-s1|perl.*|db.*-util)$')
    # shellcheck disable=SC2086
    if ! log=$(cd "$folder.new/archives" && apt-get -qq download $needed 2>&1); then
        echo "$log" >&2
        return 1
    fi
    for archive in "$folder.new/archives"/*.deb; do
        dpkg-deb --extract "$archive" "$folder.new"
    done
    rm -rf "$folder.new/archives" "$folder.new/usr/share"
    mv "$folder.new" "$folder"
    echo "peers: unpacked $*"
}

on_macos() {
    if ! command -v brew >/dev/null; then
        echo 'peers: Homebrew is needed to install anything here' >&2
        return 1
    fi
    installed=
    if ! command -v initdb >/dev/null; then
        brew install --quiet postgresql
        installed="$installed postgresql"
    fi
    if ! command -v chromium >/dev/null && [ ! -d /Applications/Chromium.app ]; then
        brew install --quiet --cask chromium
        installed="$installed chromium"
    fi
    # Homebrew's Dovecot is 2.4, whose configuration has nothing in common with 2.3's, which the tests write
    echo "peers: installed${installed:- nothing new}; the tests on Dovecot, Cyrus, Courier and systemd need Linux and will be skipped"
}

case $(uname -s) in
Linux)
    if command -v apt-get >/dev/null; then
        on_debian
    else
        echo 'peers: this knows only Debian, Ubuntu and macOS; see tests/peers/registry.py for what the tests look for' >&2
        exit 1
    fi
    ;;
Darwin) on_macos ;;
*)
    echo "peers: nothing is known to install on $(uname -s)" >&2
    exit 1
    ;;
esac

if [ -x .venv/bin/python ] && ! .venv/bin/python -m tests.mail.public_corpora; then
    echo 'peers: the public mail corpora are not complete; their tests will be skipped' >&2
fi

if [ -x .venv/bin/python ] && ! .venv/bin/python -m tests.peers.gmail_emulators; then
    echo 'peers: the Gmail emulators are not complete; their tests will be skipped' >&2
fi
