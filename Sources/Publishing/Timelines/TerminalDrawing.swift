extension Timeline {
  /// The timeline drawn for a terminal, a line end after each line.
  package func text(_ style: TerminalStyle = TerminalStyle()) -> String {
    (lanes + undated).map { "\($0.label.printable): \($0.periodWords)\n" }.joined()
  }
}
