import Testing

@testable import CRMCore
@testable import CRMEngine

/// What the engine asks of the catalogue and of the tables of this business.
@Suite struct SoundCatalogueTests {
  @Test func hasNoProblems() { #expect(Catalogue.crm.problems() == []) }
}
