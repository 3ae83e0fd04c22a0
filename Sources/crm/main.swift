import CRMCommands
import CRMTables
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

signal(SIGPIPE, SIG_IGN)
let variables = ProcessInfo.processInfo.environment
exit(
  run(
    Array(CommandLine.arguments.dropFirst()),
    in: .process(variables: variables)))
