# Completion of netlog in Bash. In ~/.bashrc: eval "$(netlog completion bash)"
_netlog() {
    local program=$1 answer status line
    type -P -- "$program" >/dev/null 2>&1 || program=netlog
    answer=$(_NETLOG_COMPLETE=bash "$program" \
        "${COMP_LINE:0:COMP_POINT}" "$2" "${COMP_TYPE:-9}" 2>/dev/null </dev/null)
    status=$?
    COMPREPLY=()
    if [ "$status" -eq 10 ]; then
        compopt -o default 2>/dev/null
        return
    fi
    while IFS= read -r line; do
        [ -n "$line" ] && COMPREPLY+=("$line")
    done <<<"$answer"
}
complete -o nosort -F _netlog netlog 2>/dev/null || complete -F _netlog netlog
