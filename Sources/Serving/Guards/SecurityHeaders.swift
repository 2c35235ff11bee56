internal import HTTPTypes

/// The header fields that keep a page from doing, or being used for, what it is not for.
///
/// Sources: Content Security Policy Level 3; HTML, section 7.1; Fetch, section 3.
enum SecurityHeaders {
  /// Nothing is loaded but the site's own style sheet, script and images, nothing runs inline, and no
  /// page of another site may frame it.
  static let policy = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'",
    "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].joined(separator: "; ")

  /// A drawing by itself is painted by a style sheet within it; it loads nothing, and nothing runs.
  static let drawingPolicy = [
    "default-src 'none'", "style-src 'unsafe-inline'", "base-uri 'none'",
    "frame-ancestors 'none'", "sandbox",
  ].joined(separator: "; ")

  static func add(to headers: inout HTTPFields) {
    let isDrawing = headers[.contentType]?.hasPrefix("image/svg+xml") == true
    headers[.contentSecurityPolicy] = isDrawing ? drawingPolicy : policy
    headers[.xContentTypeOptions] = "nosniff"
    headers[.xFrameOptions] = "DENY"
    // Not `no-referrer`: a form would then be sent with the origin `null`.
    headers[.referrerPolicy] = "same-origin"
    headers[.crossOriginOpenerPolicy] = "same-origin"
    headers[.crossOriginResourcePolicy] = "same-origin"
    headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
  }
}

extension HTTPField.Name {
  static let xFrameOptions = Self("X-Frame-Options")!
  static let referrerPolicy = Self("Referrer-Policy")!
  static let crossOriginOpenerPolicy = Self("Cross-Origin-Opener-Policy")!
  static let permissionsPolicy = Self("Permissions-Policy")!
}
