# fish completion for crm, made by 'crm completion fish'

function __crm_complete
  set -l words (commandline -opc)
  set -l program $words[1]
  set -e words[1]
  set -l typed (commandline -ct | string replace -r '^(--[^=]*=)?["\']' '$1' | string replace -ra '\\\\(.)' '$1')
  set -l lines ($program __complete -- $words "$typed" 2>/dev/null)
  set -l directive (string split ' ' -- $lines[1])
  set -e lines[1]
  printf '%s\n' $lines

  switch "$directive[1]"
    case :files :directories
      set -l before (string match -r '^--[^=]*=' -- $typed)
      set -l filter '/(\t|$)'
      if test "$directive[1]" = :files
        set filter (test (count $directive) -gt 1; and echo '(?i)(/|\.('(string join '|' $directive[2..-1])'))(\t|$)'; or echo .)
      end
      __fish_complete_path (string replace -r '^--[^=]*=' '' -- $typed) \
        | string match -r -- '.*'$filter'.*' | string match -r '^[^/(].*|^/.*' \
        | string replace -r '^' -- "$before"
  end
end

complete -c crm -f -k -a '(__crm_complete)'
