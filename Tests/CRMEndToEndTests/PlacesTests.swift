import Foundation
import Testing

/// Where a real process writes and reads: streams that are redirected, pipes with names, folders of
/// others.
@Suite struct PlacesTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
  }

  private let codes = "Code\r\nKH000001\r\nKH000002\r\nKH000003\r\n"

  /// What standard output is added to stays.
  @Test(arguments: ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
  func addsToAStream(path: String) throws {
    let outcome = try place.bash(
      """
      ln -s /dev/stdout link; echo trước >all.csv
      for n in 1 2; do crm export customer --csv \(path) --columns code >>all.csv; done 2>/dev/null
      cat all.csv
      """)
    #expect(outcome.output == "trước\n" + codes + codes)
  }

  /// Nor is the database added to, by whatever name standard output has.
  @Test(arguments: ["-", "/dev/stdout", "/dev/fd/1"]) func addsNothingToTheDatabase(path: String)
    throws
  {
    let outcome = try place.bash(
      """
      cp crm.sqlite before; ln crm.sqlite hard
      for file in crm.sqlite hard; do crm export customer --csv \(path) >>$file; echo $? >>codes; done
      cat codes; cmp before crm.sqlite
      """)
    #expect(outcome.output == "2\n2\n")
    #expect(outcome.errors.contains("this is the database; writing there would destroy"))
  }

  @Test func writesToPipes() throws {
    let outcome = try place.bash(
      """
      mkfifo pipe; cat pipe & crm export customer --csv pipe --columns code 2>/dev/null; wait
      crm export customer --csv >(cat >seen) --columns code 2>/dev/null
      for n in $(seq 100); do test -s seen && break; sleep 0.05; done; cat seen
      """)
    #expect(outcome.output == codes + codes)
  }

  /// Rows in error that nobody reads any more are not lost: nothing lands.
  @Test func keepsRowsThatNobodyReads() throws {
    let outcome = try place.bash(
      """
      printf 'Mã KH,Tên KH,Email\\nK1,Dung,\\nK2,Bình,sai\\n' >kh.csv
      crm import kh.csv --rejects /dev/stdout | true; echo ${PIPESTATUS[0]}
      crm customer list --count
      """)
    #expect(outcome.output == "1\n3\n")
    #expect(
      outcome.errors.contains(
        "the rows in error cannot be kept, so nothing was imported: nobody reads it any more"))
  }

  // MARK: folders of others

  private static let other = "setpriv --reuid=65534 --regid=65534 --clear-groups"
  static let canBeAnother = getuid() == 0 && Workplace.has("setpriv")

  /// Puts the program where others can come to, and the database into a folder that only root
  /// may write in.
  private func shut() throws {
    let reached = try place.bash(
      """
      cp "$CRM" crm; mkdir shut; cp crm.sqlite shut/; chmod 755 . crm shut
      chmod 644 shut/crm.sqlite; \(Self.other) ./crm version
      """)
    try #require(reached.code == 0, "\(reached.errors)")
  }

  private func asAnother(_ words: String) throws -> Workplace.Outcome {
    try place.bash("CRM_DB=shut/crm.sqlite \(Self.other) ./crm \(words)")
  }

  @Test(.enabled(if: canBeAnother, "needs root to become somebody else"))
  func readsWhereItMayNotWrite() throws {
    try shut()
    let read = try asAnother("customer list --count")
    #expect(read == Workplace.Outcome(output: "3\n", errors: "", code: 0))
    let exported = try asAnother("export customer --csv - --columns code")
    #expect(exported.output == codes)
    let written = try asAnother("tag add --name X")
    #expect(written.code == 3)
    #expect(
      written.errors.hasPrefix("crm: shut/crm.sqlite cannot be written: "), "\(written.errors)")
    #expect(try place.bash("ls -A shut").output == "crm.sqlite\n")
  }

  /// A log that somebody left has to be brought in first, and who may not do so is told who can.
  @Test(
    .enabled(if: canBeAnother && Workplace.has("sqlite3"), "needs root and the shell of SQLite"))
  func saysWhyItCannotRead() throws {
    try shut()
    try place.bash(
      """
      cd shut; sqlite3 crm.sqlite "PRAGMA wal_autocheckpoint = 0; CREATE TABLE x (y)" \
        ".shell mkdir ../kept; cp crm.sqlite* ../kept/"
      cp ../kept/* .; rm -f crm.sqlite-shm; chmod 644 *; chmod 755 .
      """)
    #expect(try place.bash("test -s shut/crm.sqlite-wal").code == 0)
    let read = try asAnother("customer list --count")
    #expect(read.code == 3)
    #expect(
      read.errors.hasPrefix("crm: shut/crm.sqlite cannot be read: changes stand beside it"),
      "\(read.errors)")
    #expect(read.errors.contains("crm log --db shut/crm.sqlite\n"))
    let vietnamese = try asAnother("customer list --count --lang vi")
    #expect(vietnamese.errors.hasPrefix("crm: không đọc được shut/crm.sqlite: "))
    // Its owner does it by any command.
    #expect(try place.crm("--db", "shut/crm.sqlite", "tag", "add", "--name", "X").code == 0)
    try place.bash("chmod 644 shut/*")
    #expect(try asAnother("customer list --count").output == "3\n")
  }

  /// A folder that one may not even look into holds nothing to make anew.
  @Test(.enabled(if: canBeAnother, "needs root to become somebody else"))
  func saysWhatItMayNotReach() throws {
    try shut()
    try place.bash("chmod 700 shut")
    let read = try asAnother("customer list")
    #expect(read.code == 3)
    #expect(read.errors.hasPrefix("crm: shut/crm.sqlite cannot be opened\n"), "\(read.errors)")
  }

  /// What is written in a folder that one may not write in is refused before anything lands.
  @Test(.enabled(if: canBeAnother, "needs root to become somebody else"))
  func keepsRowsItMayNotWrite() throws {
    try shut()
    let outcome = try place.bash(
      """
      printf 'Mã KH,Tên KH,Email\\nK1,Dung,\\nK2,Bình,sai\\n' >kh.csv; chmod 644 kh.csv
      mkdir own; cp crm.sqlite own/; chown -R 65534 own
      CRM_DB=own/crm.sqlite \(Self.other) ./crm import kh.csv
      """)
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.contains(
        "so nothing was imported: kh.rejects.csv: no permission to write here"),
      "\(outcome.errors)")
    #expect(try place.crm("--db", "own/crm.sqlite", "customer", "list", "--count").output == "3\n")
  }
}
