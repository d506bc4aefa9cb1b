/// Reads the files of the returns on several threads, a stretch of a file at a time.
struct ReturnReading: Sendable {
  /// What came of a file.
  struct FileRows: Sendable {
    var kind: TableKind?
    var isXML = false
    /// Why it was not read; nil when it was.
    var reason: String?
    var rowCount = 0
    /// The rows by stretches, and the lines of the file before each.
    var episodes: [(rows: EpisodeRows, linesBefore: Int)] = []
    var children: [(rows: ChildRows, linesBefore: Int)] = []
    /// Whether a column names the return of each row.
    var hasYears = false
  }

  let folder: ReturnFolder
  private(set) var files: [FileRows] = []

  /// Reads every file.
  ///
  /// - Parameters:
  ///   - threads: how many threads at most.
  ///   - stretchSize: how many bytes of a file are read at a time.
  ///   - watch: is told how many bytes of how many have been read, and may stop the reading.
  /// - Throws: `ReturnError`.
  init(
    _ folder: ReturnFolder, threads: Int, stretchSize: Int = 4 << 20, watch: ReadingWatch
  ) throws(ReturnError) {
    self.folder = folder
    let tools = ReadingTools()
    files = Array(repeating: FileRows(), count: folder.files.count)
    var tasks: [Task] = []
    var total = 0
    for (index, file) in folder.files.enumerated() {
      switch try file.recognise(isOnly: folder.files.count == 1) {
      case .other(let reason): files[index].reason = reason
      case .xml:
        files[index].isXML = true
        let size = try file.size
        total += size
        tasks.append(
          Task(
            file: index, columns: nil, from: 0, to: .max, isLineStart: true, lines: 0, size: size))
      case .table(let columns, let offset, let lines):
        files[index].kind = columns.kind
        files[index].hasYears = columns.has(.year)
        guard columns.kind.isRead else {
          files[index].reason =
            columns.kind == .plans
            ? "a local plan file is read when it is named" : "nothing here is worked out from it"
          continue
        }
        let pieces = try Self.stretches(
          of: file, index, columns, offset, lines, size: stretchSize)
        total += pieces.reduce(0) { $0 + $1.size }
        tasks += pieces
      }
    }
    let results = Slots<Output>(tasks.count)
    let counter = ProgressCounter(total: total, report: watch.progress)
    let (work, readFiles) = (tasks, folder.files)
    do throws(ReturnError) {
      try Workers.run(
        count: tasks.count, threads: total > 1 << 20 || stretchSize < 1 << 20 ? threads : 1,
        makeTool: { ReadingRoom() }
      ) { (index, room) throws(ReturnError) in
        try watch.check()
        let task = work[index]
        let file = readFiles[task.file]
        // Unpacking takes about as long as reading does.
        let unpacking = file.isPacked ? task.size / 2 : 0
        results[index] = try Self.read(task, of: file, tools: tools, in: room) {
          counter.add(unpacking)
        }
        counter.add(task.size - unpacking)
      }
    } catch {
      counter.end()
      throw error
    }
    try gather(tasks, results, tools: tools)
    try checkUnchanged(tasks)
    try refuseWrongDates()
  }

  /// Refuses a file to which someone wrote while it was read: its last rows may be cut off.
  private func checkUnchanged(_ tasks: [Task]) throws(ReturnError) {
    for (index, file) in folder.files.enumerated() {
      guard case .disk(let path) = file.contents,
        let first = tasks.first(where: { $0.file == index && $0.columns != nil })
      else { continue }
      let size = tasks.reduce(first.from) { $1.file == index ? $0 + $1.size : $0 }
      guard try ReturnFile.open(path).count == size else {
        throw .notWhatItClaims(
          file: file.name,
          reason: "someone wrote to it while it was read; import it when it is written to its end")
      }
    }
  }

  /// A stretch of a file.
  private struct Task: Sendable {
    let file: Int
    /// Nil for the XML form.
    let columns: TableColumns?
    let from: Int
    let to: Int
    /// Whether a line begins at `from`.
    let isLineStart: Bool
    /// The lines of the header, before the first stretch of a file.
    let lines: Int
    let size: Int
  }

  private enum Output: Sendable {
    case episodes(EpisodeRows, StretchEnds)
    case children(ChildRows, StretchEnds)
    case both(EpisodeRows, ChildRows)

    var ends: StretchEnds? {
      switch self {
      case .episodes(_, let ends), .children(_, let ends): ends
      case .both: nil
      }
    }
  }

  private static func stretches(
    of file: ReturnFile, _ index: Int, _ columns: TableColumns, _ offset: Int, _ lines: Int,
    size stretchSize: Int
  ) throws(ReturnError) -> [Task] {
    if case .zipped(let entry, _) = file.contents {
      return [
        Task(
          file: index, columns: columns, from: offset, to: .max, isLineStart: true, lines: lines,
          size: entry.size)
      ]
    }
    let count = try file.open().count
    var tasks: [Task] = []
    var from = offset
    repeat {
      let to = from + stretchSize >= count ? Int.max : from + stretchSize
      tasks.append(
        Task(
          file: index, columns: columns, from: from, to: to, isLineStart: from == offset,
          lines: from == offset ? lines : 0, size: min(stretchSize, count - from)))
      from = to
    } while from < count
    return tasks
  }

  private static func read(
    _ task: Task, of file: ReturnFile, tools: ReadingTools, in room: ReadingRoom,
    opened: () -> Void = {}
  ) throws(ReturnError) -> Output {
    let source = try file.open()
    opened()
    guard let columns = task.columns else {
      let bytes = try whole(source, name: file.name)
      let (episodes, children) = try XMLReturn.read(bytes, name: file.name, tools: tools)
      return .both(episodes, children)
    }
    if columns.kind == .episodes {
      var reader = EpisodeReader(columns, tools: tools, size: task.size)
      let ends = try readStretch(
        of: source, name: file.name, from: task.from, to: task.to, isLineStart: task.isLineStart,
        in: room,
        into: &reader)
      return .episodes(reader.out, ends)
    }
    var reader = ChildReader(columns, tools: tools, size: task.size)
    let ends = try readStretch(
      of: source, name: file.name, from: task.from, to: task.to, isLineStart: task.isLineStart,
      in: room,
      into: &reader)
    return .children(reader.out, ends)
  }

  /// XML is read whole, up to a size that no return has.
  private static func whole(_ source: any ByteSource, name: String) throws(ReturnError) -> [UInt8] {
    if let memory = source as? MemorySource { return memory.bytes }
    guard source.count <= 1 << 30 else {
      throw .notWhatItClaims(file: name, reason: "the XML is larger than a return can be")
    }
    var bytes = [UInt8](repeating: 0, count: source.count)
    var failure: ReturnError?
    var size = 0
    bytes.withUnsafeMutableBytes { room in
      do throws(ReturnError) { size = try source.read(into: room, at: 0) } catch { failure = error }
    }
    if let failure { throw failure }
    return size == bytes.count ? bytes : Array(bytes.prefix(size))
  }

  /// Puts the stretches of each file together. A stretch that does not begin where the one before it
  /// ended was cut within quotation marks, and is read again from the right place.
  private mutating func gather(
    _ tasks: [Task], _ results: Slots<Output>, tools: ReadingTools
  ) throws(ReturnError) {
    var before = (file: -1, end: 0, lines: 0)
    var room: ReadingRoom?
    for (index, task) in tasks.enumerated() {
      guard var output = results.take(index) else { continue }
      if before.file != task.file { before = (task.file, task.from, task.lines) }
      if let start = output.ends?.start, !task.isLineStart, start != before.end {
        let again = room ?? ReadingRoom()
        room = again
        output = try Self.read(
          Task(
            file: task.file, columns: task.columns, from: before.end, to: task.to,
            isLineStart: true, lines: 0, size: 0),
          of: folder.files[task.file], tools: tools, in: again)
      }
      switch output {
      case .episodes(let rows, _):
        files[task.file].rowCount += rows.count
        files[task.file].episodes.append((rows, before.lines))
      case .children(let rows, _):
        files[task.file].rowCount += rows.count
        files[task.file].children.append((rows, before.lines))
      case .both(let episodes, let children):
        files[task.file].rowCount += episodes.count
        files[task.file].episodes.append((episodes, 0))
        files[task.file].children.append((children, 0))
      }
      if let ends = output.ends {
        before = (task.file, ends.end, before.lines + ends.lines)
      }
    }
  }

  /// Gives a file's rows up, so that their memory can be used again.
  mutating func takeEpisodes(of file: Int, _ index: Int) -> EpisodeRows {
    let rows = files[file].episodes[index].rows
    files[file].episodes[index].rows = EpisodeRows()
    return rows
  }

  /// Gives a file's rows of children up.
  mutating func dropChildren(of file: Int) { files[file].children = [] }
}

/// Adds up what has been read.
private final class ProgressCounter: @unchecked Sendable {
  private let lock = Lock()
  private let total: Int
  private let report: (@Sendable (Int, Int) -> Void)?
  private var done = 0

  init(total: Int, report: (@Sendable (Int, Int) -> Void)?) {
    self.total = total
    self.report = report
  }

  /// Says that nothing more comes, so that what was shown goes.
  func end() { report?(total, total) }

  func add(_ count: Int) {
    guard count > 0 else { return }
    guard let report else { return }
    report(
      lock.locked {
        done += count; return done
      }, total)
  }
}
