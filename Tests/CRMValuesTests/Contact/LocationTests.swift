import Testing

@testable import CRMValues

@Suite struct LocationTests {
  @Test(arguments: [
    ("10.762622,106.660172", "10.762622,106.660172"),
    ("10.762622, 106.660172", "10.762622,106.660172"),
    ("(10.5; 106)", "10.5,106"), ("10.5 106.25", "10.5,106.25"),
    ("-33.8688,151.2093", "-33.8688,151.2093"),
    ("10.76262249,106.66017250", "10.7626225,106.6601725"), ("0,0", "0,0"),
    ("-0.5,-0.25", "-0.5,-0.25"),
    ("90,180", "90,180"), ("-90,-180", "-90,-180"),
    ("10.1234567890123,106.0000000", "10.1234568,106"),
  ])
  func reads(_ text: String, _ stored: String) throws {
    let location = try Location.parse(text)
    #expect(location.text == stored)
    #expect(try Location.parse(stored) == location)
  }

  @Test(arguments: [
    "", "10.5", "10.5,106,5", "91,0", "0,181", "a,b", "10.5,", ",106", "10..5,106", "10.,106",
    ".5,106", "1e1,2",
    "--10,106", "90.00000005,0", "1000,0", "10°45'N 106°39'E",
  ])
  func refusesTheRest(_ text: String) throws {
    _ = try refusal { try Location.parse(text) }
  }

  @Test func suggestsTheOrder() throws {
    #expect(try refusal { try Location.parse("106.66,10.76") }.hints.count == 1)
    #expect(try refusal { try Location.parse("200,200") }.hints.isEmpty)
  }
}
