import CRMCommands
import CRMTables

#if canImport(Glibc)
  @preconcurrency import Glibc
#endif

signal(SIGPIPE, SIG_IGN)

/// The variables of the environment, read here because the same of Foundation takes a twentieth
/// of a short command's time.
func environmentVariables() -> [String: String] {
  var variables: [String: String] = [:]
  var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
  while let entry = next?.pointee {
    if let equals = strchr(entry, 0x3D) {
      let name = UnsafeRawBufferPointer(start: entry, count: equals - entry)
      variables[String(decoding: name, as: UTF8.self)] = String(cString: equals + 1)
    }
    next = next?.successor()
  }
  return variables
}

exit(
  run(
    Array(CommandLine.arguments.dropFirst()),
    in: .process(variables: environmentVariables())))
