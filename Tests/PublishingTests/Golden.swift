import Specimens
import Testing

/// Compares a text with the file of that name in `Goldens`, beside the tests.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let difference = try Golden(name, besides: #filePath).difference(from: text)
  #expect(difference == nil, sourceLocation: sourceLocation)
}
