import Testing

@testable import CRMCore
@testable import CRMEngine

@Suite struct IDSetTests {
  @Test func holdsWhatWasPutIn() {
    var set = IDSet()
    let ids: [Int64] = [1, 63, 64, 65, 1_000_000]
    #expect(!ids.contains(where: set.contains))
    for id in ids { set.insert(id) }
    #expect(ids.allSatisfy(set.contains))
    #expect(![0, 2, 62, 66, 128, 999_999, 1_000_001, 5_000_000].contains(where: set.contains))
  }
}
