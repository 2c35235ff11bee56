import CZip

/// A ZIP archive in memory. Parts are unpacked one by one into memory, never onto the disk, so that
/// names such as `../../file` lead nowhere.
@safe final class Archive {
  private let archive: OpaquePointer
  /// What libzip reads from; it must outlive the archive.
  private let bytes: UnsafeMutableRawBufferPointer
  private let limits: Limits
  /// Bytes that all parts together may still unpack to.
  private var left: Int

  /// - Throws: `ReadingError` where the bytes are no archive or a damaged one.
  init(_ file: [UInt8], limits: Limits) throws(ReadingError) {
    self.limits = limits
    left = limits.unpacked
    unsafe bytes = .allocate(byteCount: max(file.count, 1), alignment: 1)
    unsafe bytes.copyBytes(from: file)
    var failure = unsafe zip_error_t()
    guard
      let source = unsafe zip_source_buffer_create(
        bytes.baseAddress, zip_uint64_t(file.count), 0, &failure)
    else {
      unsafe bytes.deallocate()
      throw ReadingError(.damaged("no ZIP archive"))
    }
    guard let opened = unsafe zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      let words = unsafe String(cString: zip_error_strerror(&failure))
      unsafe zip_source_free(source)
      unsafe bytes.deallocate()
      throw ReadingError(.damaged("its ZIP archive cannot be opened (\(words))"))
    }
    unsafe archive = opened
  }

  deinit {
    unsafe zip_discard(archive)
    unsafe bytes.deallocate()
  }

  func has(_ name: String) -> Bool { unsafe zip_name_locate(archive, name, 0) >= 0 }

  /// The bytes of a part; nil where there is none of that name.
  /// - Throws: `ReadingError` where it is damaged, encrypted or unpacks to more than is allowed.
  func part(_ name: String) throws(ReadingError) -> [UInt8]? {
    let index = unsafe zip_name_locate(archive, name, 0)
    guard index >= 0 else { return nil }
    var status = unsafe zip_stat_t()
    guard unsafe zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else {
      throw ReadingError(.damaged("its part \(name) has no entry"))
    }
    if unsafe status.encryption_method != ZIP_EM_NONE {
      throw ReadingError(.damaged("its part \(name) is encrypted"))
    }
    // The size that the archive states may lie; counting while unpacking does not.
    guard unsafe status.size <= UInt64(left) else { throw bomb(name) }
    guard let file = unsafe zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw ReadingError(.damaged("its part \(name) cannot be opened"))
    }
    defer { unsafe zip_fclose(file) }
    var unpacked: [UInt8] = []
    unsafe unpacked.reserveCapacity(Int(status.size))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe zip_fread(file, &chunk, zip_uint64_t(chunk.count))
      guard count >= 0 else {
        throw ReadingError(.damaged("its part \(name) cannot be unpacked"))
      }
      guard count > 0 else { break }
      left -= Int(count)
      guard left >= 0 else { throw bomb(name) }
      guard unsafe UInt64(unpacked.count) + UInt64(count) <= status.size else {
        throw ReadingError(.hostile("its part \(name) unpacks to more than it says"))
      }
      unpacked += chunk[..<Int(count)]
    }
    return unpacked
  }

  private func bomb(_ name: String) -> ReadingError {
    ReadingError(.hostile("its part \(name) unpacks to more than \(limits.unpacked >> 20) MB"))
  }
}
