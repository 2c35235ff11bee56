/// A time span as a row of integer columns, for a store that answers questions about time by an
/// index: the four points as days since 1970-01-01, and what is unknown.
///
/// ```sql
/// CREATE TABLE span (bb BIGINT, eb BIGINT, be BIGINT, ee BIGINT, unknown SMALLINT);
/// CREATE INDEX span_possible ON span (bb, ee);
/// CREATE INDEX span_certain ON span (eb, be);
/// ```
///
/// The least and the greatest integer stand for the infinities, so that plain comparisons hold. A
/// set takes a row for each of its spans. SQL narrows; ask the spans themselves for the answer.
public struct SpanColumns: Hashable, Sendable {
  /// The first day on which it may have begun: column `bb`.
  public let beginEarliest: Int64
  /// The last day on which it may have begun: column `eb`.
  public let beginLatest: Int64
  /// The first day on which it may have ended: column `be`.
  public let endEarliest: Int64
  /// The last day on which it may have ended: column `ee`.
  public let endLatest: Int64
  /// 1 where the source says that nobody knows the begin, 2 the end, 3 both.
  public let unknown: Int64

  /// The columns of a span.
  public init(_ span: TimeSpan) {
    beginEarliest = span.beginEarliest.number
    beginLatest = span.beginLatest.number
    endEarliest = span.endEarliest.number
    endLatest = span.endLatest.number
    unknown = (span.beginIsUnknown ? 1 : 0) + (span.endIsUnknown ? 2 : 0)
  }

  /// A row as it was stored; any integers will do.
  public init(
    beginEarliest: Int64, beginLatest: Int64, endEarliest: Int64, endLatest: Int64,
    unknown: Int64 = 0
  ) {
    self.beginEarliest = beginEarliest
    self.beginLatest = beginLatest
    self.endEarliest = endEarliest
    self.endLatest = endLatest
    self.unknown = unknown
  }

  /// The span; nil where no begin and end agree with the columns.
  public var span: TimeSpan? {
    TimeSpan(
      beginEarliest: Day(number: beginEarliest), beginLatest: Day(number: beginLatest),
      endEarliest: Day(number: endEarliest), endLatest: Day(number: endLatest),
      beginIsUnknown: unknown & 1 != 0, endIsUnknown: unknown & 2 != 0)
  }

  /// The questions that one comparison of two columns answers, each with its SQL. The parameters
  /// are `:first` and `:last`, the days of the question, equal for one day.
  public enum Condition: String, Hashable, Sendable, CaseIterable {
    /// It may have been going on on some of the days.
    case possiblyOverlaps = "bb <= :last AND ee >= :first"
    /// It was going on on all of the days.
    case certainlyContains = "eb <= :first AND be >= :last"
    /// It ended before the first day.
    case certainlyBefore = "ee < :first"
    case possiblyBefore = "be < :first"
    /// It began after the last day.
    case certainlyAfter = "bb > :last"
    case possiblyAfter = "eb > :last"

    /// What the SQL says, for a row and the days of a question.
    public func holds(for row: SpanColumns, from first: Day, to last: Day) -> Bool {
      let (first, last) = (first.number, last.number)
      return switch self {
      case .possiblyOverlaps: row.beginEarliest <= last && row.endLatest >= first
      case .certainlyContains: row.beginLatest <= first && row.endEarliest >= last
      case .certainlyBefore: row.endLatest < first
      case .possiblyBefore: row.endEarliest < first
      case .certainlyAfter: row.beginEarliest > last
      case .possiblyAfter: row.beginLatest > last
      }
    }
  }
}

extension Extent {
  /// A row for each span.
  public var columns: [SpanColumns] { spans.map { SpanColumns($0) } }
}
