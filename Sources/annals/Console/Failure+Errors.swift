import ArgumentParser
import Chronology
import Foundation

extension Failure {
  /// The failure that an error of one of the rooms means; nil where it is ArgumentParser's own.
  init?(describing error: any Error) {
    switch error {
    case let error as Failure: self = error
    case let error as OutletError:
      guard case .failed(let number) = error else { return nil }
      self.init(.inputFailed, "standard output: \(systemWords(number))")
    default: return nil
    }
  }
}
