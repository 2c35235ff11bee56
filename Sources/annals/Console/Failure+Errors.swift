import ArgumentParser
import Chronology
import Foundation
import Keeping
import Statements

extension Failure {
  /// The failure that an error of one of the rooms means; nil where it is ArgumentParser's own.
  init?(describing error: any Error) {
    switch error {
    case let error as Failure: self = error
    case let error as RegisterError: self.init(error)
    case let error as VocabularyError:
      self.init(.refused, "\(error)", remedy: "Correct the word list and build again.")
    case let error as OutletError:
      guard case .failed(let number) = error else { return nil }
      self.init(.inputFailed, "standard output: \(systemWords(number))")
    default: return nil
    }
  }

  private init(_ error: RegisterError) {
    let path = error.path
    let detail = error.detail.isEmpty ? "" : " (\(error.detail))"
    switch error.reason {
    case .noRegister:
      let option = path == "annals.sqlite" ? "" : " --register \(path)"
      self.init(
        .negative, "nothing has been read yet: there is no register at \(path)",
        remedy: "Read documents first: annals read\(option) FILE…")
    case .cannotOpen:
      self.init(
        .registerUnusable, "the register \(path) cannot be opened\(detail)",
        remedy: "Check that its folder exists and that you may write there.")
    case .notADatabase:
      self.init(
        .registerUnusable, "\(path) is no register: it is not a SQLite file\(detail)",
        remedy: "Name another file with --register; this one was not touched.")
    case .notARegister:
      self.init(
        .registerUnusable, "\(path) is a database of another program\(detail)",
        remedy: "Name another file with --register; this one was not touched.")
    case .newerSchema(let found, let known):
      self.init(
        .registerUnusable,
        "the register \(path) has form \(found), this program knows forms up to \(known)",
        remedy: "Use the newer version of annals that made it.")
    case .olderSchema(let found, let known):
      self.init(
        .registerUnusable, "the register \(path) has the old form \(found); this one is \(known)",
        remedy: "Read something into it, which brings it up to date: annals read FILE…")
    case .locked:
      self.init(
        .registerUnusable, "the register \(path) is locked by another program",
        remedy: "Try again when that has ended.")
    case .damaged:
      self.init(
        .registerUnusable, "the register \(path) is damaged\(detail)",
        remedy: "Keep a copy of it, and read the documents into a new one: --register NEW.")
    case .readOnly:
      self.init(
        .registerUnusable, "the register \(path) may not be written\(detail)",
        remedy: "Check the permissions of the file and of its folder.")
    case .diskFull:
      self.init(
        .registerUnusable, "the disk of the register \(path) is full",
        remedy: "Make room and read again; what was kept before is whole.")
    case .exists:
      self.init(
        .refused, "\(path) is there already; it was not replaced",
        remedy: "Name another file, or replace that copy with --replace.")
    case .refused: self.init(.refused, "the register \(path) refuses it\(detail)")
    case .cancelled: self.init(.interrupted, "stopped")
    case .failed: self.init(.registerUnusable, "the register \(path) failed\(detail)")
    }
  }
}
