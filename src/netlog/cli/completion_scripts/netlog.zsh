#compdef netlog
# Completion of netlog in Zsh. In ~/.zshrc, after compinit: eval "$(netlog completion zsh)"
_netlog() {
  local program=${(Q)words[1]} answer
  local -a lines values shown
  local -i index code
  program=${~program}
  whence -p -- $program >/dev/null || program=netlog
  answer=$(_NETLOG_COMPLETE=zsh $program "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" \
    2>/dev/null </dev/null)
  code=$?
  if (( code == 10 )); then
    _files
    return
  fi
  [[ -n $answer ]] || return 1
  lines=("${(@f)answer}")
  for (( index = 1; index < $#lines; index += 2 )); do
    values+=("$lines[index]")
    shown+=("$lines[index]  -- $lines[index+1]")
  done
  # Where what they begin with in common is not what was typed, go through them one by one.
  local common=$values[1] value
  for value in "${(@)values[2,-1]}"; do
    while [[ $value != ${(b)common}* ]]; do common=${common[1,-2]}; done
  done
  [[ ${(L)common} == ${(bL)${(Q)PREFIX}}* ]] || compstate[insert]=menu
  compadd -U -l -V netlog -d shown -a -- values
}
compdef _netlog netlog
