# Completion of netlog in fish. In ~/.config/fish/config.fish: netlog completion fish | source
function __netlog_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    # Quotes and backslashes come off; a quote that is still open is closed for that.
    set -l plain (string unescape -- $typed; or string unescape -- "$typed\""; or string unescape -- "$typed'"; or echo $typed)
    set -l program $words[1]
    type -q -- $program; or set program netlog
    set -l answer (env _NETLOG_COMPLETE=fish $program $words[2..-1] "$plain" 2>/dev/null </dev/null)
    if test $pipestatus[1] -eq 10
        __fish_complete_path "$plain"
        return
    end
    for index in (seq 1 2 (count $answer))
        printf '%s\t%s\n' $answer[$index] $answer[(math $index + 1)]
    end
end
complete --command netlog --no-files --keep-order --arguments '(__netlog_complete)'
