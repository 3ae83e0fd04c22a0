# bash completion for crm, made by 'crm completion bash'

_crm() {
  # Bash splits words at = and : as well; what the line has no space between is one word.
  local rest=${COMP_LINE:0:COMP_POINT} gap word i
  local -a words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    gap=${rest%%[![:space:]]*}
    rest=${rest#"$gap"}
    word=${COMP_WORDS[i]}
    if ((i == COMP_CWORD)); then word=$rest; fi
    rest=${rest#"$word"}
    if ((i == 0)) || [[ -n $gap ]]; then
      words+=("$word")
    else
      words[${#words[@]} - 1]+=$word
    fi
  done

  # The words go out without their quotes.
  local raw=${words[${#words[@]} - 1]} quote=
  local -a plain=()
  for word in "${words[@]:1}"; do
    word=${word//\\/}
    word=${word//\"/}
    plain+=("${word//\'/}")
  done
  case ${raw//[!\"]/} in '"' | '"""') quote='"' ;; esac
  case ${raw//[!\']/} in "'" | "'''") quote="'" ;; esac

  local -a lines=()
  mapfile -t lines < <("${1/#\~\//$HOME/}" __complete -- "${plain[@]}" 2>/dev/null)
  local directive=${lines[0]-}

  # Readline replaces only $2, the part behind the last = or :, so the part before it goes.
  local before=${raw%"$2"}
  before=${before//[\"\'\\]/}
  COMPREPLY=()
  local line value text
  local -a texts=()
  for line in "${lines[@]:1}"; do
    value=${line%%$'\t'*}
    text=${line#"$value"}
    [[ $value == "$before"* ]] || continue
    value=${value#"$before"}
    if [[ -z $quote && $directive != :files* ]]; then
      printf -v value %q "$value"
      value=${value//\\,/,}
    fi
    COMPREPLY+=("$value")
    texts+=("${text#$'\t'}")
  done

  case $directive in
    :nospace) compopt -o nospace ;;
    :directories) compopt -o filenames; mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -d -- "$2") ;;
    :files*)
      compopt -o filenames
      local -a extensions
      read -ra extensions <<<"${directive#:files}"
      while IFS= read -r value; do
        if ((${#extensions[@]} == 0)) || [[ -d $value ]]; then COMPREPLY+=("$value"); continue; fi
        for text in "${extensions[@]}"; do
          if [[ ${value,,} == *."$text" ]]; then COMPREPLY+=("$value"); fi
        done
      done < <(compgen -f -- "$2")
      ;;
  esac

  # Where bash only lists (COMP_TYPE 63, a second tab), the meanings stand beside the words.
  if ((COMP_TYPE == 63 && ${#COMPREPLY[@]} > 1)) && [[ $directive != :[fd]* ]]; then
    local longest=0
    for value in "${COMPREPLY[@]}"; do ((${#value} > longest)) && longest=${#value}; done
    for i in "${!COMPREPLY[@]}"; do
      [[ -n ${texts[i]} ]] || continue
      printf -v value '%*s' $((longest - ${#COMPREPLY[i]} + 2)) ''
      value="${COMPREPLY[i]}$value${texts[i]}"
      COMPREPLY[i]=${value:0:${COLUMNS:-80} - 1}
    done
  fi
}

complete -o nosort -F _crm crm
