import Foundation
import Testing

extension FaultyPlace {
  /// Runs the command on a disk of its own with no more room than that, in both languages, and once
  /// there is room.
  ///
  /// - Returns: what each of them ended with, also one that reads the full disk, and the database before and after the
  ///   last.
  func onFullDisk(leftKilobytes: Int) throws -> (results: [Result], states: [State]) {
    let content = FaultyPlace.contentOf.map { "\"\($0)\"" }.joined(separator: " ")
    let script = """
      mkdir -p data && mount -t tmpfs -o size=8m tmpfs data && cp base/crm.sqlite data/ || exit 9
      head -c 9m /dev/zero >data/ballast 2>/dev/null; truncate -s -\(leftKilobytes)k data/ballast
      CRM_LANG=en crm "$@" >en.out 2>en.errors; echo $? >en.code
      CRM_LANG=vi crm "$@" >vi.out 2>vi.errors; echo $? >vi.code
      crm customer list --count >look.out 2>look.errors; echo $? >look.code
      rm data/ballast
      sqlite3 -batch data/crm.sqlite \(content) >full.state
      CRM_LANG=en crm "$@" >room.out 2>room.errors; echo $? >room.code
      sqlite3 -batch data/crm.sqlite \(content) >room.state
      """
    let outcome = try place.start(
      "/usr/bin/env", ["unshare", "-m", "bash", "-c", script, "crm"] + command.words,
      variables(nil)
    ).finish()
    try #require(outcome.code == 0, "\(outcome.errors)")
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: "\(place.folder)/\(name)", encoding: .utf8)
    }
    let results = try ["en", "vi", "look", "room"].map { run in
      Result(
        outcome: Workplace.Outcome(
          output: try text(run + ".out"), errors: try text(run + ".errors"),
          code: try #require(Int32(try text(run + ".code").dropLast()))), isExit: true)
    }
    let states = try ["full.state", "room.state"].map {
      state(of: try text($0).split(separator: "\n"))
    }
    return (results, states)
  }
}
