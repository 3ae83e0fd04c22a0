let zshTemplate = #"""
  #compdef @PROGRAM@
  # zsh completion for @PROGRAM@, made by '@PROGRAM@ completion zsh'

  _@PROGRAM@() {
    local typed=${(Q)PREFIX} directive line value longest=0
    local -a lines values texts extensions
    lines=("${(@f)$(${~words[1]} __complete -- "${(@Q)words[2,CURRENT-1]}" "$typed" 2>/dev/null)}")
    directive=$lines[1]
    values=("${(@)lines[2,-1]%%$'\t'*}")
    values=("${(@)values:#}")
    for value in $values; do (( ${(m)#value} > longest )) && longest=${(m)#value}; done
    for line in "${(@)lines[2,-1]}"; do
      [[ -n $line ]] || continue
      value=${line%%$'\t'*}
      if [[ $line == *$'\t'* ]]; then
        texts+=("${(mr:longest:)value}  ${line#*$'\t'}")
      else
        texts+=("$value")
      fi
    done

    # -U: the program has already matched, perhaps without regard to marks.
    local -a space
    if [[ $directive == :nospace ]]; then space=(-S ''); fi
    if (( $#values )); then compadd -U -V @PROGRAM@ "${(@)space}" -l -d texts -a values; fi

    case $directive in
      :directories)
        if [[ $PREFIX == --*=* ]]; then compset -P '*='; fi
        _files -/ ;;
      :files*)
        if [[ $PREFIX == --*=* ]]; then compset -P '*='; fi
        extensions=(${=directive#:files})
        if (( $#extensions )); then
          _files -g "*.(#i)(${(j:|:)extensions})(-.)"
        else
          _files
        fi ;;
    esac
    (( compstate[nmatches] ))
  }

  if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _@PROGRAM@ "$@"
  else
    compdef _@PROGRAM@ @PROGRAM@
  fi

  """#
