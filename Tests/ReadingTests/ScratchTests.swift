import Foundation
import Testing
import Reading
@Test func scratch() throws {
  for path in (ProcessInfo.processInfo.environment["SCRATCH"] ?? "").split(separator: ":") {
    print("=== \(path)")
    do { print(listing(try read(URL(filePath: String(path))))) } catch { print("!! \(error)") }
  }
}
